import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { Reading } from '#service/reading.ts';
import { readMatter } from '#store/matter.ts';
import { lineOf } from './lines.ts';

/** One line and how it came about 这分怎么来的: `line.show`. @throws right.missing, thing.unknown */
export async function showLine(reading: Reading, { id }: InputOf<'line.show'>): Promise<AnswerOf<'line.show'>> {
  const line = await readMatter(reading.rows, reading.at, 'line', id);
  if (!line) throw new Refusal(reading.may([reading.by]) ? 'thing.unknown' : 'right.missing');
  await reading.allow([line.subject ?? ''], line.subject ?? '');
  return { line: lineOf(line), steps: [] };
}
