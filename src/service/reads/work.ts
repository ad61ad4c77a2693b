import type { AnswerOf, InputOf } from '#contract/api.ts';
import type { Reading } from '#service/reading.ts';
import { pageOf } from './page.ts';

type Row = AnswerOf<'work.list'>['rows'][number];

/** What the caller owes and is owed 待办: `work.list`. @throws right.missing */
export async function listWork(
  reading: Reading,
  { limit, cursor }: InputOf<'work.list'>,
): Promise<AnswerOf<'work.list'>> {
  await reading.allow([reading.by], reading.by);
  const rows: readonly Row[] = [];
  return { asOf: reading.today, ...pageOf(rows, ({ kind, noun, id }) => `${kind} ${noun} ${id}`, { limit, cursor }) };
}
