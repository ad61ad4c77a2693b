import type { Rows } from '#store/database.ts';
import { listMatters } from '#store/matter.ts';

/** A question that was let in and shown, with its answer 询问与答复. */
export type Answered = { readonly words: string; readonly answer: string };

/** A page stays small: so many characters of questions and answers at most, the newest first. */
const MOST_CHARACTERS = 3000;

/** The questions that a human of the branch has shown with their answers (product §3.8), of one notice or of all. */
export async function shownQuestions(rows: Rows, branch: string, notice?: string): Promise<readonly Answered[]> {
  const shown = await listMatters(rows, branch, 'question', { state: ['shown'] });
  const newest = shown.toSorted((a, b) => (a.changed > b.changed ? -1 : 1));
  let left = MOST_CHARACTERS;
  return newest.flatMap(({ body: { words, answer = '', notice: about } }) => {
    if (notice !== undefined && about !== notice) return [];
    left -= words.length + answer.length;
    return left < 0 ? [] : [{ words, answer }];
  });
}
