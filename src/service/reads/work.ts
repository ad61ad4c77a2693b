import type { AnswerOf, InputOf } from '#contract/api.ts';
import type { Owed } from '#domain/process/work/owed.ts';
import { branchWork, inOrder, isLate } from '#domain/process/work/work.ts';
import type { Reading } from '#service/reading.ts';
import { pageOf } from './page.ts';
import { ownAppeals, workAbove } from './work-above.ts';
import { askerOf, reportedByCaller } from './work-asker.ts';
import { readBoard } from './work-board.ts';

type Row = AnswerOf<'work.list'>['rows'][number];

/** What is owed in a branch: a member's own work is read from its own lines, the office's from all. */
async function workIn(reading: Reading, office: boolean): Promise<readonly Owed[]> {
  const { rows, at, by } = reading;
  const reported = await reportedByCaller(reading);
  const { board, settings } = await readBoard(rows, at, { all: office, subject: by, reported });
  const asker = await askerOf(reading, at, board, { reported, ...(settings && { settings }) });
  return branchWork(asker, board, reading.member ? await ownAppeals(reading) : []);
}

/** What the caller owes and is owed 待办: `work.list`, computed from the matters as they stand; nothing of it is stored. @throws right.missing */
export async function listWork(
  reading: Reading,
  { limit, cursor }: InputOf<'work.list'>,
): Promise<AnswerOf<'work.list'>> {
  const office = reading.may();
  if (office) await reading.noteOnceADay('#work');
  else await reading.allow([reading.by], reading.by);
  const { today } = reading;
  const work = reading.branch.kind === 'superior' ? await workAbove(reading) : await workIn(reading, office);
  const rows = inOrder(work).map((row): Row => ({ ...row, late: isLate(row, today) }));
  const keyOf = ({ kind, noun, id, at }: Row): string => `${kind} ${noun} ${id} ${at ?? ''}`.trim();
  return { asOf: today, ...pageOf(rows, keyOf, { limit, cursor }) };
}
