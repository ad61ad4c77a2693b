import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import { type ListQuery, MOST_ROWS } from '#contract/list.ts';
import { Refusal } from '#contract/problem.ts';
import { lineList, noticeList, objectionList, rankList, rosterList } from '#paper/list/branch-lists.ts';
import { cutOff } from '#paper/list/cut-off.ts';
import type { List } from '#paper/list/list.ts';
import { writeListCsv } from '#paper/list/list-csv.ts';
import { writeListXlsx } from '#paper/list/list-xlsx.ts';
import { accessList, recordList, rollupList } from '#paper/list/office-lists.ts';
import { absenceList, accountList, personList, relativeList, rightList, termList } from '#paper/list/people-lists.ts';
import { appealList, concernList, questionList, servedList, vetoList } from '#paper/list/raised-lists.ts';
import type { People } from '#paper/list/rows.ts';
import { readBranch } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { readMember } from '#store/member.ts';
import type { Lang } from '#words/lang.ts';
import { myWords } from '#words/my.ts';
import { sayPeriod } from '#words/web/office.ts';
import { allRows } from './all-rows.ts';
import type { Caller } from './caller.ts';
import { dayOfInstant } from './clock.ts';
import type { Context } from './context.ts';
import { read } from './services.ts';

/** A list as a file 清单文件, and how many rows it has. */
export type ListFile = { readonly bytes: Uint8Array; readonly rows: number };

/** Who appeals, and in which branch. */
type Appellant = { readonly member: string; readonly branch: string };

/** What a list is made with: the reads of whoever asks, and nothing else. */
type Asking = {
  readonly query: ListQuery;
  readonly caller: Caller;
  /** The names of those who appeal, and of their branches: told to whoever was told of the appeal, with no trace in a branch that knows of none. */
  readonly named: (rows: readonly Appellant[]) => Promise<readonly [People, ReadonlyMap<string, string>]>;
  readonly ask: <A extends ReadAction>(action: A, input: Omit<InputOf<A>, 'branch'>) => Promise<AnswerOf<A>>;
};

/**
 * A list as a spreadsheet 清单导出. There is no right of its own: the list is read as whoever asks would read it on the page, so that it can hold nothing
 * more, is refused where that is refused, and leaves the same trace. @throws right.missing, and whatever the read refuses
 */
export async function exportList(context: Context, caller: Caller, query: ListQuery): Promise<ListFile> {
  const { branch, list: name, format, lang = 'zh-CN' } = query;
  const ask: Asking['ask'] = async (action, input) =>
    await read(context, action, { branch, ...input } as InputOf<typeof action>, caller);
  const named: Asking['named'] = async (rows) => await context.store.reading((found) => namesOf(found, rows));
  const whole = await LISTS[name]({ query, caller, ask, named });
  const list = whole.rows.length > MOST_ROWS ? cutOff(lang, whole, MOST_ROWS) : whole;
  const bytes = format === 'csv' ? new TextEncoder().encode(writeListCsv(list)) : await writeListXlsx(list);
  return { bytes, rows: list.rows.length };
}

const LISTS: { readonly [L in ListQuery['list']]: (asking: Asking) => Promise<List> } = {
  roster: async ({ query: { lang = 'zh-CN' }, ask }) => rosterList(lang, (await ask('roster.show', {})).members),
  lines: async (asking) => {
    const { year = '', month, member, lang = 'zh-CN' } = asking.query;
    const sought = { ...memberOf(asking), ...(month !== undefined && { month }) };
    const rows = await rowsOf((page) => asking.ask('declaration.list', { ...sought, ...page }));
    // One's own list has what one reported of others as well: in a file that goes from hand to hand it would name who reported it.
    const wanted = rows.filter((one) => one.month.startsWith(year) && (member === undefined || one.subject === member));
    return lineList(lang, wanted, await peopleFor(asking), await itemsFor(asking));
  },
  ranks: async (asking) => {
    const { lang = 'zh-CN' } = asking.query;
    const rows = await rowsOf((page) => asking.ask('rank.show', { ...memberOf(asking), ...yearOf(asking), ...page }));
    return rankList(lang, rows, await peopleFor(asking));
  },
  notices: async ({ query: { lang = 'zh-CN', year }, ask }) => {
    const { matters } = await ask('notice.show', {});
    return noticeList(lang, matters.filter(inYear(year)));
  },
  objections: async (asking) => {
    const { year, lang = 'zh-CN' } = asking.query;
    const { matters } = await asking.ask('objection.show', {});
    return objectionList(lang, matters.filter(inYear(year)), await peopleFor(asking));
  },
  questions: async ({ query: { lang = 'zh-CN' }, ask }) => questionList(lang, (await ask('question.list', {})).rows),
  served: async (asking) =>
    servedList(langOf(asking), (await asking.ask('appeal.served', {})).rows, await peopleFor(asking)),
  appeals: async (asking) => {
    const rows = await rowsOf((page) => asking.ask('appeal.show', page));
    return appealList(langOf(asking), rows, ...(await asking.named(rows)));
  },
  vetoes: async (asking) =>
    vetoList(langOf(asking), (await asking.ask('veto.list', {})).rows, await peopleFor(asking), await itemsFor(asking)),
  terms: async (asking) => termList(langOf(asking), (await asking.ask('term.list', {})).rows, await termsFor(asking)),
  absences: async (asking) =>
    absenceList(langOf(asking), (await asking.ask('absence.list', {})).rows, await peopleFor(asking)),
  relatives: async (asking) =>
    relativeList(langOf(asking), (await asking.ask('relative.list', {})).rows, await peopleFor(asking)),
  accounts: async (asking) =>
    accountList(langOf(asking), (await asking.ask('account.list', {})).rows, await peopleFor(asking)),
  persons: async (asking) => personList(langOf(asking), (await asking.ask('person.list', {})).rows),
  rights: async (asking) => {
    const rows = await rowsOf((page) => asking.ask('right.show', page));
    return rightList(langOf(asking), rows, await personsFor(asking));
  },
  concerns: async (asking) => concernList(langOf(asking), (await asking.ask('concern.list', {})).rows),
  access: async (asking) => {
    const { caller, query } = asking;
    const { rows } = await asking.ask('access.show', { member: query.member ?? caller.person });
    return accessList(query.lang ?? 'zh-CN', rows.filter(during(query.year)), await peopleFor(asking));
  },
  record: async (asking) => {
    const { year, lang = 'zh-CN' } = asking.query;
    const rows = await rowsOf((page) => asking.ask('record.read', page));
    return recordList(lang, rows.filter(during(year)), await personsFor(asking));
  },
  rollup: async (asking) => {
    const rows = await rowsOf((page) => asking.ask('rollup.show', { ...yearOf(asking), ...page }));
    return rollupList(asking.query.lang ?? 'zh-CN', rows);
  },
};

function langOf({ query: { lang = 'zh-CN' } }: Asking): Lang {
  return lang;
}

function memberOf({ query: { member } }: Asking) {
  return member === undefined ? {} : { member };
}

function yearOf({ query: { year } }: Asking) {
  return year === undefined ? {} : { year };
}

function inYear(year: string | undefined): (matter: { readonly period?: string | undefined }) => boolean {
  return ({ period }) => year === undefined || period?.startsWith(year) === true;
}

function during(year: string | undefined): (row: { readonly at: string }) => boolean {
  return ({ at }) => year === undefined || dayOfInstant(at).startsWith(year);
}

/** The names that whoever asks may read; none for one who may not, to whom the ids are all there is. */
async function peopleFor({ ask }: Asking): Promise<People> {
  const names = await unlessRefused(ask('member.list', {}));
  const members = names?.members.map(({ id, name, code }) => [id, { name, code }] as const);
  const others = names?.others.map(({ id, name }) => [id, { name }] as const);
  return new Map([...(others ?? []), ...(members ?? [])]);
}

/** The names that an administrator may read. */
async function personsFor({ ask }: Asking): Promise<People> {
  const found = await unlessRefused(ask('person.list', {}));
  return new Map(found?.rows.map(({ person, name }) => [person, { name }] as const));
}

async function namesOf(rows: Rows, appeals: readonly Appellant[]): ReturnType<Asking['named']> {
  const [people, places] = [new Map<string, { name: string }>(), new Map<string, string>()];
  for (const { member, branch } of appeals) {
    const kept = await readMember(rows, branch, member);
    if (kept) people.set(member, { name: kept.member.name });
    places.set(branch, (await readBranch(rows, branch))?.name ?? branch);
  }
  return [people, places];
}

/** What a term is of: the number of the notice, or whose objection, for who may read these. */
async function termsFor(asking: Asking): Promise<ReadonlyMap<string, string>> {
  const words = myWords(langOf(asking));
  const people = await peopleFor(asking);
  const notices = await unlessRefused(asking.ask('notice.show', {}));
  const objections = await unlessRefused(asking.ask('objection.show', {}));
  return new Map([
    ...(notices?.matters ?? []).map(({ id, period = '' }) => [id, sayPeriod(period, words)] as const),
    ...(objections?.matters ?? []).map(({ id, subject = '' }) => [id, people.get(subject)?.name ?? ''] as const),
  ]);
}

/** The labels of the scheme's items and grounds of veto. */
async function itemsFor({ ask, query: { year } }: Asking): Promise<ReadonlyMap<string, string>> {
  const found = await unlessRefused(ask('item.list', year === undefined ? {} : { day: `${year}-12-31` }));
  const vetoes = found?.vetoes.map(({ id, label }) => [`veto:${id}`, label] as const) ?? [];
  return new Map([...(found?.items.map(({ id, label }) => [id, label] as const) ?? []), ...vetoes]);
}

async function unlessRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Every row of a list, and more than a file takes where there are so many: then the file says that it was cut off. */
async function rowsOf<R>(page: Parameters<typeof allRows<R>>[0]): Promise<readonly R[]> {
  return await allRows(page, MOST_ROWS);
}
