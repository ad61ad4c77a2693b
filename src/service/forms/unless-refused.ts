import { Refusal } from '#contract/problem.ts';

/** What a read answers, or undefined where whoever asks has no right to it 无权则不列: a form then leaves the place blank. @throws every other refusal */
export async function unlessRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'right.missing') return undefined;
    throw error;
  }
}
