import { showPoints } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { BranchRegister } from '#paper/forms/register-branch.ts';
import { fill } from '#words/fill.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import type { FactText } from './fact-text.ts';
import type { Leaf } from './leaves.ts';
import { type ReadLine, wordsOf } from './lines-read.ts';

type Place = BranchRegister['members'][number]['lines'][number];

const { register: say } = paperZhCN;

/** What happened, in the order of its days 按日期; what is of one day stays as it stood. */
export function byDay<T extends { readonly fact: Fact }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => (a.fact.day < b.fact.day ? -1 : a.fact.day > b.fact.day ? 1 : 0));
}

/** A determined line on paper 评定事项: its fact, its words as far as whoever asks may read them, and what it counts for. */
export function determinedPlace(text: FactText, fact: Fact, leaf?: Leaf, line?: ReadLine): Place {
  const words = [
    text.amount(fact),
    ...wordsOf(line, fact),
    // A ground of veto stands on the finding of whoever may make it.
    fact.item.startsWith('veto:') ? fact.ref : undefined,
    leaf?.together === undefined ? undefined : fill(say.together, { n: leaf.together }),
    cutOf(leaf),
  ].filter((one): one is string => one !== undefined);
  return {
    day: fact.day,
    item: text.item(fact),
    ...(words.length > 0 && { words: words.join('；') }),
    ...(leaf?.points !== undefined && { points: leaf.points }),
  };
}

function cutOf({ before, points = 0 }: Partial<Leaf> = {}): string | undefined {
  return before === undefined ? undefined : fill(say.cut, { before: showPoints(before), points: showPoints(points) });
}

/** A ground of veto that struck 一票否决, in the place of a line: it has no day of its own. */
export function strikePlace({ label, ref }: { readonly label: string; readonly ref?: string }): Place {
  return { day: '', item: fill(say.veto, { ground: label }), ...(ref !== undefined && { words: ref }) };
}
