import type { Day } from '#domain/kernel/day.ts';
import { showPoints } from '#domain/kernel/points.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { listWords } from '#words/list.ts';
import { alteredIn, sayHeld, sayImportState, sayRowProblem } from '#words/say-import.ts';
import { sayInstant } from '#words/say-instant.ts';
import { importWords } from '#words/web/import.ts';
import { rosterWords } from '#words/web/office-roster.ts';
import { schemeWords } from '#words/web/office-scheme.ts';
import { scansWords } from '#words/web/scans.ts';
import { numberIn, textIn } from './content.ts';
import { type List, listOf } from './list.ts';
import { nameIn } from './name-in.ts';
import type { People, ThingRow } from './rows.ts';

/** A version of the scheme 方案版本; one that is not adopted has no number yet. */
export type SchemeRow = {
  readonly version?: number | undefined;
  readonly title: string;
  readonly state: string;
  readonly effective?: Day | undefined;
  readonly resolved?: Day | undefined;
};

/** The versions of the scheme 方案版本 as a list: those adopted, and those on their way. */
export function schemeList(lang: Lang, rows: readonly SchemeRow[]): List {
  const { title, heads } = listWords(lang).schemes;
  const states: Readonly<Record<string, string>> = schemeWords(lang).states;
  return listOf<SchemeRow, keyof typeof heads>(
    title,
    heads,
    {
      version: ['number', ({ version }) => version],
      name: ['text', (row) => row.title],
      state: ['text', ({ state }) => states[state] ?? state],
      effective: ['day', ({ effective }) => effective],
      resolved: ['day', ({ resolved }) => resolved],
    },
    rows,
  );
}

type Tried = { readonly total: number; readonly rank: number | null };

/** A member under a scheme that is tried 试算. */
export type TrialRow = { readonly member: string; readonly before: Tried; readonly after: Tried };

/** A drafted scheme tried on a year 试算 as a list: totals and ranks beside those of now. */
export function trialList(lang: Lang, rows: readonly TrialRow[], people: People): List {
  const { title, heads } = listWords(lang).trial;
  return listOf<TrialRow, keyof typeof heads>(
    title,
    heads,
    {
      code: ['text', ({ member }) => people.get(member)?.code],
      name: ['text', ({ member }) => nameIn(people, member, lang)],
      before: ['points', ({ before }) => before.total],
      after: ['points', ({ after }) => after.total],
      change: ['points', ({ before, after }) => after.total - before.total],
      rankBefore: ['number', ({ before }) => before.rank],
      rankAfter: ['number', ({ after }) => after.rank],
    },
    rows,
  );
}

/** The imports 导入记录 as a list, latest first; of each how much it holds. */
export function importList(lang: Lang, rows: readonly ThingRow[], people: People): List {
  const { title, heads } = listWords(lang).imports;
  const say = importWords(lang);
  const kinds: Readonly<Record<string, string>> = say.kinds;
  return listOf<ThingRow, keyof typeof heads>(
    title,
    heads,
    {
      kind: ['text', (row) => kinds[textIn(row, 'kind') ?? '']],
      file: ['text', (row) => textIn(row, 'title')],
      by: ['text', (row) => people.get(textIn(row, 'by') ?? '')?.name],
      state: ['text', (row) => sayImportState(row, say)],
      day: ['day', ({ changed }) => sayInstant(changed).slice(0, 10)],
      changes: ['number', (row) => numberIn(row, 'changes')],
      gone: ['number', (row) => numberIn(row, 'gone')],
      facts: ['number', (row) => numberIn(row, 'facts')],
      unchanged: ['number', (row) => numberIn(row, 'unchanged')],
      problems: ['number', (row) => numberIn(row, 'problems')],
    },
    rows,
  );
}

type Who = { readonly code: string; readonly name: string };
type Held = Parameters<typeof sayHeld>[0];
type At = { readonly row: number };

/** The whole difference of an import 导入变动, as it is shown. */
export type Difference = {
  readonly roster: readonly (At & Who & { joins: boolean; status: Held; before?: Held | undefined })[];
  readonly gone: readonly Who[];
  readonly facts: readonly (At &
    Who & { fact: { item: string; day: Day; quantity?: number | undefined; level?: string | undefined } })[];
  readonly problems: readonly (At & { problem: string })[];
  readonly doubts: readonly (At & { doubt: string })[];
  readonly openings?:
    | {
        readonly components: readonly { readonly id: string; readonly label: string }[];
        readonly rows: readonly (At & Who & { points: Readonly<Record<string, number>>; total: number })[];
      }
    | undefined;
};

type Changed = Partial<At & Who> & {
  readonly kind: string;
  readonly before?: string;
  readonly after?: string;
  readonly note?: string;
};

/** The difference of an import 导入变动 as a list: who is new, what changes from what to what, who is missing, the facts and points, what stands in the way. */
export function differenceList(lang: Lang, shown: Difference, items: ReadonlyMap<string, string>): List {
  const { title, heads } = listWords(lang).difference;
  const say = importWords(lang);
  const { openings } = shown;
  const rows: readonly Changed[] = [
    ...shown.problems.map(({ row, problem }) => ({ row, kind: say.faults, note: sayRowProblem(problem, say) })),
    ...shown.doubts.map(({ row, doubt }) => ({ row, kind: say.doubts, note: sayRowProblem(doubt, say) })),
    ...shown.roster.map(({ row, code, name, joins, status, before }) => {
      const who = { row, code, name, kind: joins ? say.joins : say.changes };
      if (joins || !before) return { ...who, after: sayHeld(status, say) };
      const altered = alteredIn(before, status, say);
      const side = (part: 'before' | 'after') => altered.map((one) => `${one.what} ${one[part]}`).join('；');
      return { ...who, before: side('before'), after: side('after'), note: fill(say.since, { day: status.from }) };
    }),
    ...shown.facts.map(({ row, code, name, fact }) => {
      const many = fact.quantity === undefined ? undefined : showPoints(fact.quantity, 4);
      const after = [items.get(fact.item) ?? fact.item, fact.day, fact.level, many].filter(Boolean).join(' · ');
      return { row, code, name, kind: say.facts, after };
    }),
    ...(openings?.rows ?? []).map(({ row, code, name, points, total }) => {
      const parts = (openings?.components ?? []).map(({ id, label }) => `${label} ${showPoints(points[id] ?? 0, 4)}`);
      return {
        row,
        code,
        name,
        kind: say.openings,
        after: [...parts, `${say.sum} ${showPoints(total, 4)}`].join('；'),
      };
    }),
    ...shown.gone.map(({ code, name }) => ({ code, name, kind: say.gone })),
  ];
  return listOf<Changed, keyof typeof heads>(
    title,
    heads,
    {
      row: ['number', ({ row }) => row],
      kind: ['text', ({ kind }) => kind],
      code: ['text', ({ code }) => code],
      name: ['text', ({ name }) => name],
      before: ['text', ({ before }) => before],
      after: ['text', ({ after }) => after],
      note: ['text', ({ note }) => note],
    },
    rows,
  );
}

/** The scan of a signed sheet 签字扫描件. */
export type ScanRow = {
  readonly of: string;
  readonly member?: string | undefined;
  readonly day: Day;
  readonly by: string;
  readonly number?: number | undefined;
  readonly fingerprint?: string | undefined;
  readonly type: string;
  readonly state: string;
  readonly sha256: string;
};

/** The scans of signed sheets 签字扫描件 as a list, with the digest of each file. */
export function scanList(lang: Lang, rows: readonly ScanRow[], people: People): List {
  const { title, heads, of: what, kept } = listWords(lang).scans;
  const { type: types, superseded } = scansWords(lang);
  return listOf<ScanRow, keyof typeof heads>(
    title,
    heads,
    {
      of: ['text', ({ of }) => what[of] ?? of],
      code: ['text', ({ member = '' }) => people.get(member)?.code],
      name: ['text', ({ member = '' }) => people.get(member)?.name],
      day: ['day', ({ day }) => day],
      by: ['text', ({ by }) => people.get(by)?.name],
      number: ['number', ({ number }) => number],
      fingerprint: ['text', ({ fingerprint }) => fingerprint],
      type: ['text', ({ type }) => (type === 'application/pdf' ? types.pdf : types.picture)],
      state: ['text', ({ state }) => (state === 'superseded' ? superseded : kept)],
      sha256: ['text', ({ sha256 }) => sha256],
    },
    rows,
  );
}

/** Which papers are in a member's file 档案目录 as a list; what they say stands at their own place. */
export function fileList(lang: Lang, rows: readonly ThingRow[]): List {
  const { title, heads } = listWords(lang).file;
  const nouns: Readonly<Record<string, string>> = rosterWords(lang).file.nouns;
  return listOf<ThingRow, keyof typeof heads>(
    title,
    heads,
    {
      what: ['text', ({ noun }) => nouns[noun] ?? noun],
      period: ['text', ({ period }) => period],
      day: ['day', ({ changed }) => sayInstant(changed).slice(0, 10)],
    },
    rows,
  );
}
