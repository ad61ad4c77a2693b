import { parsePeriod, type Span } from '#domain/kernel/day.ts';
import { monthsOfQuarter } from '#domain/kernel/period.ts';
import { canonical } from '#domain/ledger/canonical.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { openedBy } from '#domain/process/opening.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { versionOn } from '#domain/score/prepare.ts';
import { scoreRows } from '#service/branch-scores.ts';
import type { Doing } from '#service/doing.ts';
import { type CountedEntry, listCounted } from '#store/entry.ts';
import type { Matter } from '#store/matter.ts';

/** One determined line on the sheet: the entry of the ledger, its component, its fact, and the line where it came of one. */
export type SheetLine = {
  readonly entry: number;
  readonly component: string;
  readonly fact: Fact;
  readonly line?: string;
};

/**
 * A sheet 登记表 as drawn: every member with the determined lines by component and the totals of the year so far, in 1/10000;
 * `withdrawn` are entries that an earlier sheet has and that do not count any more.
 */
export type Sheet = {
  readonly kind: 'register' | 'supplement';
  readonly quarter: string;
  readonly assembly: string;
  readonly withdrawn: readonly number[];
  readonly members: readonly {
    readonly member: string;
    readonly name: string;
    readonly lines: readonly SheetLine[];
    readonly components: Readonly<Record<string, number>>;
    readonly total: number;
  }[];
};

type About = Pick<Sheet, 'kind' | 'quarter'>;

function entriesOn({ members }: Sheet): readonly number[] {
  return members.flatMap(({ lines }) => lines.map(({ entry }) => entry));
}

function spanOf(quarter: string): Span {
  const months = monthsOfQuarter(quarter).map((month) => parsePeriod(month));
  return { from: months.at(0)?.from ?? '', to: months.at(-1)?.to ?? '' };
}

/** What belongs on a sheet now: the entries of the quarter; on a supplement those that no sealed sheet has, and those to be withdrawn from one. */
async function contentOf(doing: Doing, { kind, quarter }: About) {
  const counted = await listCounted(doing.rows, doing.at, spanOf(quarter));
  if (kind === 'register') return { entries: counted, withdrawn: [] };
  const sheets = (await doing.list('register', { period: [quarter], state: ['sealed'] })).map(
    ({ body }) => JSON.parse(body.text) as Sheet,
  );
  const gone = new Set(sheets.flatMap(({ withdrawn }) => withdrawn));
  const shown = new Set(sheets.flatMap(entriesOn));
  const counting = new Set(counted.map(({ seq }) => seq));
  return {
    entries: counted.filter(({ seq }) => !shown.has(seq)),
    withdrawn: [...shown].filter((entry) => !counting.has(entry) && !gone.has(entry)).toSorted((a, b) => a - b),
  };
}

/** How many entries differ between a drawn sheet and what the ledger says now. */
export async function differencesOf(doing: Doing, { body, period = '' }: Matter<'register'>): Promise<number> {
  const sheet = JSON.parse(body.text) as Sheet;
  const { entries, withdrawn } = await contentOf(doing, { kind: body.kind, quarter: period });
  const now = entries.map(({ seq }) => seq);
  return apart(entriesOn(sheet), now) + apart(sheet.withdrawn, withdrawn);
}

function apart(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [new Set(one), new Set(other)];
  return [...new Set([...one, ...other])].filter((entry) => !(a.has(entry) && b.has(entry))).length;
}

/** The component under which an item counts, by the scheme of the fact's day; empty for what belongs to none, such as a veto. */
function componentOf(schemes: readonly Scheme[], { item, day }: Fact): string {
  const opened = openedBy(item);
  if (opened !== undefined) return opened;
  const { nodes } = versionOn(schemes, day);
  if (!nodes.has(item)) return '';
  let at = item;
  for (let up = nodes.get(at)?.parent; up !== undefined; up = nodes.get(at)?.parent) at = up;
  return at;
}

/** Draws a sheet 登记表 from the ledger, as canonical text. */
export async function drawSheet(doing: Doing, about: About & { readonly assembly: string }): Promise<string> {
  const { entries, withdrawn } = await contentOf(doing, about);
  const { members } = await scoreRows(doing.rows, doing.at, spanOf(about.quarter).to);
  const schemes = await doing.context.schemes.of(doing.rows, doing.at);
  const lines = new Map((await doing.list('line', { state: ['determined'] })).map(({ id, body }) => [body.entry, id]));
  const lineOf = ({ seq, fact }: CountedEntry): SheetLine => {
    const line = lines.get(seq);
    return { entry: seq, component: componentOf(schemes, fact), fact, ...(line !== undefined && { line }) };
  };
  const sheet: Sheet = {
    ...about,
    withdrawn,
    members: members.map(({ kept: { member }, year: { evaluation } }) => ({
      member: member.id,
      name: member.name,
      lines: entries.filter((entry) => entry.member === member.id).map(lineOf),
      components: Object.fromEntries(evaluation.components),
      total: evaluation.total,
    })),
  };
  return canonical(sheet);
}
