import { Refusal } from '#contract/problem.ts';
import { type MinutesSheet, minutesForm } from '#paper/forms/minutes.ts';
import type { Asking, Made } from './asking.ts';
import { proofOf } from './sealed.ts';

/** The minutes 会议记录 of a general meeting as signed, or as drafted while they are not; the latest meeting unless told. @throws form.none, thing.unknown */
export async function minutesOf(asking: Asking): Promise<Made> {
  const { of } = asking.query;
  const { matters, documents } = await asking.ask('assembly.show', {});
  const written = matters.filter(({ noun }) => noun === 'minutes');
  const minutes = of === undefined ? written.at(-1) : written.find(({ id, parent }) => id === of || parent === of);
  const text = minutes?.content['text'];
  if (minutes === undefined || typeof text !== 'string')
    throw new Refusal(of === undefined ? 'form.none' : 'thing.unknown');
  const number = minutes.content['document'];
  const sealed = documents.find((one) => one.kind === 'minutes' && one.number === number);
  const meeting = matters.find(({ id }) => id === minutes.parent);
  const names = await asking.names();
  const nameOf = (role: 'chair' | 'recorder'): string | undefined => names.get(meeting?.content[role] as string);
  const [chair, recorder] = [nameOf('chair'), nameOf('recorder')];
  const data: MinutesSheet = {
    ...(sealed && {
      ...proofOf(asking, sealed),
      code: await asking.code({ kind: 'minutes', of: sealed.number }),
    }),
    ...(!sealed && { draft: true }),
    branch: await asking.branchName(),
    text,
    ...(chair !== undefined && { chair }),
    ...(recorder !== undefined && { recorder }),
  };
  return { data, document: minutesForm(data) };
}
