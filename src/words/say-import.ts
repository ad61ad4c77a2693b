import { fill } from './fill.ts';
import type { ImportWords } from './web/import.zh-CN.ts';

/** A standing as an import shows it. */
type Held = {
  readonly from: string;
  readonly to: string;
  readonly standing: string;
  readonly category?: string | undefined;
  readonly group?: string | undefined;
  readonly role?: string | undefined;
};

/** One thing that changes 变动: which, from what, to what. */
export type Altered = { readonly what: string; readonly before: string; readonly after: string };

const ENDLESS = '9999-12-31';
const KEYS = ['standing', 'category', 'group', 'role', 'to'] as const;

/** A standing by its code, in words. */
export function sayStanding(standing: string, words: ImportWords): string {
  return new Map<string, string>(Object.entries(words.standings)).get(standing) ?? standing;
}

function textOf(held: Held, key: (typeof KEYS)[number], words: ImportWords): string {
  if (key === 'standing') return sayStanding(held.standing, words);
  if (key === 'to') return held.to === ENDLESS ? words.none : held.to;
  return held[key] ?? words.none;
}

/** What differs between two standings of a member. */
export function alteredIn(before: Held, after: Held, words: ImportWords): readonly Altered[] {
  return KEYS.map((key) => ({
    what: words.fields[key],
    before: textOf(before, key, words),
    after: textOf(after, key, words),
  })).filter((one) => one.before !== one.after);
}

/** What holds of somebody new, in one line. */
export function sayHeld(held: Held, words: ImportWords): string {
  const { standing, category, group, role, from, to } = held;
  const parts = [sayStanding(standing, words), category, group, role, fill(words.since, { day: from })];
  return [...parts, to === ENDLESS ? undefined : fill(words.until, { day: to })]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** Why a row of an import cannot be taken, in words. */
export function sayRowProblem(problem: string, words: ImportWords): string {
  return new Map<string, string>(Object.entries(words.problems)).get(problem) ?? problem;
}

/** A step of an import that was asked of a second person and is not done. */
type Second = { readonly action: string; readonly state: string; readonly reason?: string };

/** The step of an import that waits for a second person, or that this one refused, as it stands in a list of imports. */
export function secondOf({ content }: { readonly content: Readonly<Record<string, unknown>> }): Second | undefined {
  return content['second'] as Second | undefined;
}

/** How far an import is 导入状态, in words. */
export function sayImportState(
  one: { readonly state: string; readonly content: Readonly<Record<string, unknown>> },
  words: ImportWords,
): string {
  const second = secondOf(one);
  const said: Readonly<Record<string, string>> = second?.state === 'waiting' ? words.waits : words.notConfirmed;
  const states: Readonly<Record<string, string>> = words.states;
  return second ? fill(said[second.action] ?? '', { reason: second.reason ?? '' }) : (states[one.state] ?? one.state);
}
