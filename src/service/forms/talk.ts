import { Refusal } from '#contract/problem.ts';
import type { TalkRecord } from '#domain/process/talk.ts';
import { type TalkSheet, talkForm } from '#paper/forms/talk.ts';
import type { ConsequenceBodies } from '#store/bodies-consequence.ts';
import type { Asking, Made } from './asking.ts';
import { consequenceMeant } from './consequence.ts';

const EMPTY: Omit<TalkRecord, 'subject'> = { talker: '', recorder: '', time: '', place: '', cause: '', content: '' };

/** The record of a talk 谈话记录: as it was written, prepared for one that is still to be held, or empty. @throws form.none, thing.unknown, right.missing */
export async function talkOf(asking: Asking): Promise<Made> {
  const branch = await asking.branchName();
  const talk = await consequenceMeant(asking, 'talk');
  if (!talk) return made({ branch, admonition: false, subject: '', ...EMPTY });
  const { id, subject = '' } = talk;
  const { record, ordered, admonition, signed, words = '' } = talk.content as unknown as ConsequenceBodies['talk'];
  // Before it is held there is nothing that its subject could read.
  if (!record && subject === asking.caller.person) throw new Refusal('form.none');
  const names = await asking.names();
  const nameOf = (person: string): string => names.get(person) ?? person;
  const { time, place, cause, content, talker, recorder } = record ?? { ...EMPTY, cause: words };
  return made({
    code: await asking.code({ kind: 'talk', of: id }),
    branch,
    admonition: admonition === true || ordered !== undefined,
    subject: nameOf(subject),
    talker: nameOf(talker),
    recorder: nameOf(recorder),
    time,
    place,
    cause,
    content,
    // What the recorder noted for a member was signed on paper.
    ...(signed?.by === subject && { signed: signed.day }),
  });
}

function made(data: TalkSheet): Made {
  return { data, document: talkForm(data) };
}
