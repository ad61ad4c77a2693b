import type { Day } from '#domain/kernel/day.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { listWords } from '#words/list.ts';
import { marksOf } from '#words/marks.ts';
import { myWords } from '#words/my.ts';
import { sayInstant } from '#words/say-instant.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { paperWords } from '#words/web/meeting-paper.ts';
import { sayPeriod } from '#words/web/office.ts';
import { reviewWords } from '#words/web/review.ts';
import { sayWork } from '#words/web/say-work.ts';
import { workWords } from '#words/web/work.ts';
import type { WorkWords } from '#words/web/work.zh-CN.ts';
import { numberIn, textIn } from './content.ts';
import { type List, listOf } from './list.ts';
import { nameIn } from './name-in.ts';
import type { People, ThingRow } from './rows.ts';

/** A row of what is owed 待办; `branch` is the name of the branch in which it lies. */
export type WorkRow = Parameters<typeof sayWork>[0] & {
  readonly owedBy: keyof WorkWords['owed'];
  readonly since: Day;
  readonly due?: Day | undefined;
  readonly late: boolean;
  readonly branch?: string | undefined;
};

/** What is owed 待办 as a list, by date. */
export function workList(lang: Lang, rows: readonly WorkRow[], people: People): List {
  const { work: say, yes } = listWords(lang);
  const said = { work: workWords(lang), review: reviewWords(lang), marks: marksOf(lang) };
  const nameOf = ({ who = '' }: WorkRow): string => people.get(who)?.name ?? '';
  return listOf<WorkRow, keyof typeof say.heads>(
    say.title,
    say.heads,
    {
      branch: ['text', ({ branch }) => branch],
      what: ['text', (row) => sayWork(row, { ...said, name: nameOf(row) }).sentence],
      owed: ['text', (row) => fill(said.work.owed[row.owedBy], { who: nameOf(row) })],
      since: ['day', ({ since }) => since],
      due: ['day', ({ due }) => due],
      late: ['text', ({ late }) => (late ? yes : null)],
    },
    rows,
  );
}

/** A month 月份 with its quarter and how many of its lines stand where. */
export type MonthRow = {
  readonly id: string;
  readonly state: string;
  readonly confirmations?: number | undefined;
  readonly quarter?: { readonly id: string; readonly state: string } | undefined;
  readonly lines: Readonly<Record<string, number>>;
};

/** In which states a line waits for the review, was reviewed, is decided on. */
export const LINES_AT = {
  waiting: ['submitted', 'in-review', 'proposed'],
  reviewed: ['accepted', 'adjusted', 'declined', 'referred'],
  determined: ['determined', 'rejected', 'reversed'],
} as const;

/** The months and quarters 月份与季度 of a year as a list; `members` is how many may confirm. */
export function monthList(lang: Lang, rows: readonly MonthRow[], members: number): List {
  const { title, heads } = listWords(lang).months;
  const { months: say } = workWords(lang);
  const sum = ({ lines }: MonthRow, states: readonly string[]): number =>
    states.reduce((all, state) => all + (lines[state] ?? 0), 0);
  return listOf<MonthRow, keyof typeof heads>(
    title,
    heads,
    {
      month: ['text', ({ id }) => id],
      state: ['text', ({ state }) => say.states[state] ?? state],
      confirmed: ['number', ({ confirmations }) => confirmations],
      of: ['number', ({ confirmations }) => (confirmations === undefined ? null : members)],
      waiting: ['number', (row) => sum(row, LINES_AT.waiting)],
      reviewed: ['number', (row) => sum(row, LINES_AT.reviewed)],
      determined: ['number', (row) => sum(row, LINES_AT.determined)],
      quarter: ['text', ({ quarter }) => quarter && sayPeriod(quarter.id, myWords(lang))],
      quarterState: ['text', ({ quarter }) => quarter && (say.quarterStates[quarter.state] ?? quarter.state)],
    },
    rows,
  );
}

/** A session of the review 初评会议. */
export type ReviewRow = {
  readonly month: string;
  readonly day: Day;
  readonly body: 'committee' | 'branch-meeting';
  readonly state: string;
  readonly of: readonly string[];
  readonly present: readonly string[];
};

/** The sessions of the review 初评会议 as a list, latest first. */
export function reviewList(lang: Lang, rows: readonly ReviewRow[], people: People): List {
  const { title, heads } = listWords(lang).reviews;
  const say = reviewWords(lang);
  return listOf<ReviewRow, keyof typeof heads>(
    title,
    heads,
    {
      month: ['text', ({ month }) => month],
      day: ['day', ({ day }) => day],
      body: ['text', ({ body }) => say.bodies[body]],
      state: ['text', ({ state }) => say.states[state] ?? state],
      of: ['number', ({ of }) => of.length],
      came: ['number', ({ present }) => present.length],
      present: ['text', ({ present }) => present.map((id) => nameIn(people, id, lang)).join('、')],
    },
    rows,
  );
}

/** The general meetings 党员大会 as a list, latest first, and how far their minutes are. */
export function meetingList(lang: Lang, matters: readonly ThingRow[], people: People): List {
  const { title, heads } = listWords(lang).meetings;
  const states: Readonly<Record<string, string>> = meetingWords(lang).states;
  const { states: signed } = paperWords(lang);
  const held = (row: ThingRow, part: 'chair' | 'recorder') => nameIn(people, textIn(row, part), lang);
  const manyIn = ({ content }: ThingRow, part: 'items' | 'present') => (content[part] ?? []) as readonly string[];
  const minutesOf = ({ id }: ThingRow): string | undefined => {
    const minutes = matters.find(({ noun, parent }) => noun === 'minutes' && parent === id);
    return minutes && (minutes.state === 'signed' ? signed.signed : signed.unsigned);
  };
  const dayOf = (row: ThingRow): string => textIn(row, 'day') ?? '';
  return listOf<ThingRow, keyof typeof heads>(
    title,
    heads,
    {
      day: ['day', dayOf],
      period: ['text', ({ period }) => period && sayPeriod(period, myWords(lang))],
      place: ['text', (row) => textIn(row, 'place')],
      chair: ['text', (row) => held(row, 'chair')],
      recorder: ['text', (row) => held(row, 'recorder')],
      items: ['text', (row) => manyIn(row, 'items').join('；')],
      state: ['text', ({ state }) => states[state] ?? state],
      present: ['number', (row) => manyIn(row, 'present').length],
      minutes: ['text', minutesOf],
    },
    matters.filter(({ noun }) => noun === 'assembly').toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1)),
  );
}

/** What was sealed 定稿, as far as a list of registers tells of it. */
export type SealedRow = { readonly number: number; readonly sealed: string; readonly fingerprint: string };

/** The registers 登记表 by quarter as a list, with those that are sealed. */
export function registerList(lang: Lang, matters: readonly ThingRow[], documents: readonly SealedRow[]): List {
  const { title, heads, kinds } = listWords(lang).registers;
  const { quarterStates, states } = paperWords(lang);
  const said: Readonly<Record<string, string>> = quarterStates;
  type Row = { readonly quarter: ThingRow; readonly sheet?: ThingRow; readonly document?: SealedRow };
  const quarters = matters.filter(({ noun, state }) => noun === 'quarter' && state !== 'open');
  const rows = quarters
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    .flatMap((quarter): readonly Row[] => {
      const sheets = matters.filter(({ noun, period }) => noun === 'register' && period === quarter.id);
      if (sheets.length === 0) return [{ quarter }];
      return sheets.map((sheet) => {
        const document = documents.find(({ number }) => number === numberIn(sheet, 'document'));
        return { quarter, sheet, ...(document && { document }) };
      });
    });
  return listOf<Row, keyof typeof heads>(
    title,
    heads,
    {
      quarter: ['text', ({ quarter }) => sayPeriod(quarter.id, myWords(lang))],
      quarterState: ['text', ({ quarter: { state } }) => said[state] ?? state],
      determined: ['day', ({ quarter }) => textIn(quarter, 'determinedOn')],
      kind: ['text', ({ sheet }) => sheet && kinds[textIn(sheet, 'kind') ?? '']],
      state: ['text', ({ sheet }) => sheet && (sheet.state === 'sealed' ? states.sealed : states.drafted)],
      number: ['number', ({ document }) => document?.number],
      sealed: ['day', ({ document }) => document && sayInstant(document.sealed).slice(0, 10)],
      fingerprint: ['text', ({ document }) => document?.fingerprint],
    },
    rows,
  );
}
