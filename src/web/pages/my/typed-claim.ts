import type { InputOf } from '#contract/api.ts';
import { parsePoints } from '#domain/kernel/points.ts';
import type { LinesWords } from '#words/web/my-lines.zh-CN.ts';
import type { ListedItem } from './items.ts';

type Claim = InputOf<'declaration.draft'>['fact'];

/** What is typed into the form of a declaration; `line` is the draft that the server already holds of it. */
export type Typed = {
  readonly item: string;
  readonly day: string;
  readonly number: string;
  readonly level: string;
  readonly ref: string;
  readonly words: string;
  readonly who: string;
  readonly line: string;
};

/** A form in which nothing was typed yet. */
export const UNTYPED: Typed = { item: '', day: '', number: '', level: '', ref: '', words: '', who: '', line: '' };

/** The fields of the form that can be wrong. */
export type Wrong = { readonly [F in 'item' | 'day' | 'number' | 'level' | 'ref' | 'who']?: string };

/** Makes the claimed fact 申报事实 of what was typed, or says what is wrong with which field. */
export function claimOf(
  typed: Typed,
  item: ListedItem | undefined,
  words: LinesWords['declare'],
): { readonly claim: Claim } | { readonly wrong: Wrong } {
  if (!item) return { wrong: { item: words.noItem } };
  const { asks } = item;
  const asked = asks === 'quantity' || asks === 'points' || asks === 'score' ? asks : undefined;
  const number =
    asked === undefined ? undefined : parsePoints(typed.number.trim() || (asked === 'quantity' ? '1' : ''));
  const ref = typed.ref.trim();
  const wrong: Wrong = {
    ...(!/^\d{4}-\d{2}-\d{2}$/.test(typed.day) && { day: words.noDay }),
    ...(asked !== undefined && number === undefined && { number: words.noNumber }),
    ...(asks === 'level' && typed.level === '' && { level: words.noLevel }),
    ...(item.evidence === 'required' && ref === '' && { ref: words.refNeeded }),
  };
  if (Object.keys(wrong).length > 0) return { wrong };
  return {
    claim: {
      item: item.id,
      day: typed.day,
      ...(asked !== undefined && number !== undefined && { [asked]: number }),
      ...(asks === 'level' && { level: typed.level }),
      ...(asks === 'yes' && { level: '是' }),
      ...(ref !== '' && { ref }),
    },
  };
}
