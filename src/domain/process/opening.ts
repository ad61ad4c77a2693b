import { type Day, dayText, type Span, within } from '#domain/kernel/day.ts';
import type { Component } from '#domain/scheme/node.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { type Guard, must } from './step.ts';

const PREFIX = 'opening:';

/** What stands before the name of a component where an opening is named; records are in Chinese. */
const TERM = '启用前积分';

/** The item 启用前积分 under which a component's opening stands in the ledger. */
export function openingItem(component: string): string {
  return `${PREFIX}${component}`;
}

/** Which component an item opens; undefined for every other item. */
export function openedBy(item: string): string | undefined {
  return item.startsWith(PREFIX) ? item.slice(PREFIX.length) : undefined;
}

/** The component that an opening names, as its scheme has it. */
export function openedComponent({ document }: Scheme, item: string): Component | undefined {
  const id = openedBy(item);
  return id === undefined ? undefined : document.components.find((component) => component.id === id);
}

/** The name of an item 事项名称 by a scheme, of an opening that of its component; undefined where the scheme has none of that id. */
export function itemLabel(scheme: Scheme | undefined, item: string): string | undefined {
  if (!scheme || openedBy(item) === undefined) return scheme?.nodes.get(item)?.node.label;
  const component = openedComponent(scheme, item);
  return component && `${TERM}·${component.label}`;
}

/** Where a sheet of openings comes from 启用前积分表: the file and its digest (SHA-256), who kept it, and the days for which it speaks. */
export type OpeningSource = {
  readonly file: string;
  readonly sha256: string;
  readonly keeper: string;
  readonly from: Day;
  readonly until: Day;
};

const SHEET = '启用前积分表';

/** So many digits of a digest tell a file from every other that a branch has. */
const DIGITS = 16;

/** The source of an opening 启用前积分来源 as it stands in the ledger: which sheet, its file and digest, who kept it, up to which day. */
export function sourceRef(sheet: number, { file, sha256, keeper, until }: OpeningSource): string {
  return `${SHEET}第${sheet}号（${file}，截至${dayText(until)}，${keeper}保存，SHA-256 ${sha256.slice(0, DIGITS)}）`;
}

/** The same with the resolution 大会决议 that made an entry of it. */
export function resolvedRef(source: string, meeting: Day): string {
  return `${source}；${dayText(meeting)}党员大会表决通过`;
}

/** Whether a reference names a sheet of openings, and not the statement with which a member moved here. */
export function isSheetRef(ref: string): boolean {
  return ref.startsWith(SHEET);
}

/** An opening of a member as far as days hang on it: how its line stands, and the days for which it speaks. */
export type Opened = Span & { readonly state: string; readonly declined: boolean };

/** Where an opening has come to nothing. */
const OVER: ReadonlySet<string> = new Set(['withdrawn', 'rejected', 'reversed']);

/** Whether an opening speaks for its days: nothing of them may be declared beside it (decision 022). */
export function speaks({ state, declined }: Pick<Opened, 'state' | 'declined'>): boolean {
  return !OVER.has(state) && !(state === 'determined' && declined);
}

/** Whether a day is covered by an opening 已计入启用前积分. */
export function coversDay(openings: readonly Opened[], day: Day): boolean {
  return openings.some((one) => speaks(one) && within(day, one));
}

/** What an opening comes to already contains may not be declared or proposed once more (decision 022). */
export const notCovered: Guard<{ readonly covered: boolean }> = must('opening.covers-day', ({ covered }) => !covered);

/** An opening is corrected in its points alone 只改分值: its component, and the day up to which it speaks, stay. */
export const samePlace: Guard<{ readonly before: Named; readonly after: Named }> = must(
  'opening.only-points',
  ({ before, after }) =>
    openedBy(before.item) === undefined
      ? openedBy(after.item) === undefined
      : after.item === before.item && after.day === before.day && after.points !== undefined,
);

type Named = { readonly item: string; readonly day: Day; readonly points?: number };

/** The days for which a sheet would speak: up to which, in which year of the scheme, and the first period where each is scored by itself. */
export type Cut = { readonly until: Day; readonly today: Day; readonly year: Span; readonly alone?: Span };

/**
 * A sheet speaks for days of the running year that have come; and where each period is scored by itself, for the first alone, because what it says of
 * several cannot be told apart any more (decision 022).
 */
export const openable: readonly Guard<Cut>[] = [
  must(
    'opening.other-year',
    ({ until, today, year }) => within(until, year) && until <= today,
    ({ until, year }) => ({ until, from: year.from, to: year.to }),
  ),
  must('opening.by-period', ({ until, alone }) => !alone || until <= alone.to),
];
