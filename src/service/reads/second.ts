import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { ALWAYS, statusOn } from '#domain/ledger/member.ts';
import { statusOf } from '#service/process/roster.ts';
import type { Reading } from '#service/reading.ts';
import { readMatter } from '#store/matter.ts';
import { readMember } from '#store/member.ts';
import { importShown } from './import.ts';

type Shown = AnswerOf<'second.show'>;
/** What was asked for, as it was sent; which of these there are goes by the action. */
type Given = Partial<InputOf<'roster.add'> & InputOf<'transfer.open'> & InputOf<'transfer.close'>>;

/** What a change of the roster comes to 名册变动, beside what holds on its day. */
async function rosterShown(reading: Reading, action: string, given: Given): Promise<Partial<Shown>> {
  const closes = action === 'transfer.close';
  const { day = reading.today, standing = 'transferred', from = day } = given;
  const kept = given.member === undefined ? undefined : await readMember(reading.rows, reading.at, given.member);
  const before = kept && statusOn(kept.member, from);
  const { code = kept?.code ?? '', name = kept?.member.name ?? '', statement, openings, to } = given;
  const status = closes ? { standing, from, to: ALWAYS.to } : statusOf({ ...given, standing, from });
  const scheme = await reading.context.schemes.inForce(reading.rows, reading.at, reading.today);
  const labels = new Map(scheme?.document.components.map(({ id, label }) => [id, label]));
  return {
    roster: { member: given.member ?? '', code, name, joins: !kept, status, ...(before && { before }) },
    ...(closes && to !== undefined && { to }),
    ...(statement !== undefined && { statement }),
    ...(openings && {
      openings: openings.map(({ component, points }) => ({ label: labels.get(component) ?? '', points })),
    }),
  };
}

/**
 * What waits for a second person 待第二人确认: `second.show`, for whoever may confirm it and only while it waits. What has a page of its own, a month, a
 * line, a notice, is read there; an import and a change of the roster are the office's, and are shown here. @throws right.missing, thing.unknown
 */
export async function showSecond(reading: Reading, { id }: InputOf<'second.show'>): Promise<Shown> {
  const { rows, at } = reading;
  if (!reading.may()) throw new Refusal('right.missing');
  const found = await readMatter(rows, at, 'second', id);
  if (found?.state !== 'waiting') throw new Refusal('thing.unknown');
  const { action, by, target, given } = found.body;
  const shown: Shown = { id, revision: found.revision, action, by };
  const { input } = JSON.parse(given) as { readonly input: Given };
  if (/^(roster|transfer)\./.test(action)) {
    await reading.allow([], input.member ?? '#roster');
    return { ...shown, ...(await rosterShown(reading, action, input)) };
  }
  const dossier = action.startsWith('dossier.') ? await readMatter(rows, at, 'dossier', target) : undefined;
  if (!dossier) return shown;
  await reading.allow([], '#imports');
  return { ...shown, import: await importShown(reading, dossier) };
}
