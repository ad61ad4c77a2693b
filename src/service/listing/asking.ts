import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import { type ListQuery, MOST_ROWS } from '#contract/list.ts';
import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { List } from '#paper/list/list.ts';
import type { People } from '#paper/list/rows.ts';
import { allRows } from '#service/all-rows.ts';
import type { Caller } from '#service/caller.ts';
import type { Lang } from '#words/lang.ts';

/** Who appeals, and in which branch. */
export type Appellant = { readonly member: string; readonly branch: string };

/** An organisation of the tree by its name 组织. */
export type Place = { readonly id: string; readonly name: string };

/** What a list is made with 清单取数: the reads of whoever asks, and nothing else. */
export type Asking = {
  readonly query: ListQuery;
  readonly caller: Caller;
  readonly today: Day;
  /** The running year of the organisation that is asked, as its scheme counts it. */
  readonly running: () => Promise<string>;
  /** The names of those who appeal, and of their branches: told to whoever was told of the appeal, with no trace in a branch that knows of none. */
  readonly named: (rows: readonly Appellant[]) => Promise<readonly [People, ReadonlyMap<string, string>]>;
  /** The organisation that is asked, and the branches below it: whoever asks reads each of them or is refused there. */
  readonly tree: () => Promise<readonly Place[]>;
  /** A read of whoever asks, of the organisation that the query names unless another is. */
  readonly ask: <A extends ReadAction>(
    action: A,
    input: Omit<InputOf<A>, 'branch'> & { readonly branch?: string },
  ) => Promise<AnswerOf<A>>;
};

/** Makes a list with what may be read. */
export type Made = (asking: Asking) => Promise<List>;

/** The language of a list. */
export function langOf({ query: { lang = 'zh-CN' } }: Asking): Lang {
  return lang;
}

/** The member that is asked for, where one is. */
export function memberOf({ query: { member } }: Asking) {
  return member === undefined ? {} : { member };
}

/** The year that is asked for, where one is. */
export function yearOf({ query: { year } }: Asking) {
  return year === undefined ? {} : { year };
}

/** The year that a list is of where none is asked for: this one. */
export async function oneYear({ query: { year }, running }: Asking): Promise<string> {
  return year ?? (await running());
}

/** Whether a matter is of the year that is asked for. */
export function inYear({ query: { year } }: Asking): (matter: { readonly period?: string | undefined }) => boolean {
  return ({ period }) => year === undefined || period?.startsWith(year) === true;
}

/** What may be read, or nothing where it is refused. */
export async function unlessRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Every row of a list, and more than a file takes where there are so many: then the file says that it was cut off. */
export async function rowsOf<R>(page: Parameters<typeof allRows<R>>[0]): Promise<readonly R[]> {
  return await allRows(page, MOST_ROWS);
}
