import type { ListQuery } from '#contract/list.ts';
import { Refusal } from '#contract/problem.ts';
import { lineList } from '#paper/list/branch-lists.ts';
import { textIn } from '#paper/list/content.ts';
import { differenceList, fileList, importList, scanList, schemeList, trialList } from '#paper/list/file-lists.ts';
import { meetingList, monthList, registerList, reviewList, workList } from '#paper/list/session-lists.ts';
import { appraisalList, consequenceList, filingList, totalList } from '#paper/list/year-lists.ts';
import { listWords } from '#words/list.ts';
import { type Asking, inYear, langOf, type Made, oneYear, rowsOf, unlessRefused, yearOf } from './asking.ts';
import { itemsFor, peopleFor } from './names.ts';
import { schemeRows } from './scheme-rows.ts';

/** Who has left is not counted. */
const GONE = ['transferred', 'deceased'];

/** The lists of work, sessions, versions, imports and the year 待办、会议、方案、导入与年度清单. */
export const processLists = {
  work: async (asking: Asking) => {
    const rows = await rowsOf((page) => asking.ask('work.list', page));
    const places = new Map((await asking.tree()).map(({ id, name }) => [id, name]));
    // Whoever is named in a row of another branch is a member there.
    const elsewhere = [...new Set(rows.flatMap(({ at }) => (at === undefined ? [] : [at])))];
    const people = new Map(await peopleFor(asking));
    for (const branch of elsewhere) for (const [id, one] of await peopleFor(asking, branch)) people.set(id, one);
    const named = rows.map((row) => ({ ...row, branch: places.get(row.at ?? asking.query.branch) }));
    return workList(langOf(asking), named, people);
  },
  months: async (asking: Asking) => {
    const { months } = await asking.ask('month.list', yearOf(asking));
    const members = (await unlessRefused(asking.ask('member.list', {})))?.members ?? [];
    const here = members.filter(({ standing }) => standing !== undefined && !GONE.includes(standing));
    return monthList(langOf(asking), months, here.length);
  },
  reviews: async (asking: Asking) => {
    const { year = '' } = asking.query;
    const { rows } = await asking.ask('review.list', {});
    const wanted = rows.filter(({ month }) => month.startsWith(year));
    return reviewList(langOf(asking), wanted, await peopleFor(asking));
  },
  reviewed: async (asking: Asking) => {
    const { lines } = await asking.ask('review.follow', { id: ofWhich(asking) });
    const labels = new Map(lines.map(({ fact, item }) => [fact.item, item.label]));
    const { title } = listWords(langOf(asking)).reviewed;
    return lineList(langOf(asking), lines, await peopleFor(asking), labels, title);
  },
  deductions: async (asking: Asking) => await proposedLines(asking, 'deductions'),
  entered: async (asking: Asking) => await proposedLines(asking, 'entered'),
  meetings: async (asking: Asking) => {
    const { matters } = await asking.ask('assembly.show', {});
    const { year = '' } = asking.query;
    // The fourth quarter is determined in January.
    const ofYear = (one: (typeof matters)[number]): boolean =>
      one.noun !== 'assembly' || (one.period ?? textIn(one, 'day'))?.startsWith(year) === true;
    return meetingList(langOf(asking), matters.filter(ofYear), await peopleFor(asking));
  },
  registers: async (asking: Asking) => {
    const { matters, documents } = await asking.ask('register.show', {});
    const { year = '' } = asking.query;
    const wanted = matters.filter(({ noun, id }) => noun !== 'quarter' || id.startsWith(year));
    return registerList(langOf(asking), wanted, documents);
  },
  schemes: async (asking: Asking) => schemeList(langOf(asking), await schemeRows(asking)),
  trial: async (asking: Asking) => {
    const about = { id: ofWhich(asking), year: await oneYear(asking) };
    const rows = await rowsOf((page) => asking.ask('scheme.try', { ...about, ...page }));
    return trialList(langOf(asking), rows, await peopleFor(asking));
  },
  imports: async (asking: Asking) => {
    const rows = await rowsOf((page) => asking.ask('dossier.show', page));
    const kept = rows.filter(({ state }) => state !== 'discarded');
    return importList(langOf(asking), kept, await peopleFor(asking));
  },
  difference: async (asking: Asking) => {
    const shown = await asking.ask('import.show', { id: ofWhich(asking) });
    return differenceList(langOf(asking), shown, await itemsFor(asking));
  },
  scans: async (asking: Asking) => {
    const { rows } = await asking.ask('scan.list', {});
    return scanList(langOf(asking), rows, await peopleFor(asking));
  },
  file: async (asking: Asking) => {
    const { member = asking.caller.person } = asking.query;
    const rows = await rowsOf((page) => asking.ask('dossier.show', { member, ...page }));
    return fileList(langOf(asking), rows);
  },
  totals: async (asking: Asking) => {
    const year = await oneYear(asking);
    const { rows, sealed } = await asking.ask('settlement.draw', { year });
    const { matters } = await asking.ask('settlement.show', { period: year });
    // As on the page: what is previewed anew comes before what was sealed.
    const shown = matters.some(({ state }) => state === 'previewed') ? null : sealed;
    return totalList(langOf(asking), shown?.rows ?? rows, await peopleFor(asking), shown?.number);
  },
  appraisal: async (asking: Asking) => {
    const { matters } = await asking.ask('consequence.list', yearOf(asking));
    return appraisalList(langOf(asking), matters, await peopleFor(asking));
  },
  consequences: async (asking: Asking) => {
    const { matters } = await asking.ask('consequence.list', yearOf(asking));
    return consequenceList(langOf(asking), matters, await peopleFor(asking));
  },
  filings: async (asking: Asking) => {
    const { ask, query } = asking;
    // Whoever may not read those of the organisation that is asked may not read those below it.
    const own = await ask('filing.show', {});
    const places = await asking.tree();
    const rows = [];
    for (const { id, name } of places) {
      const found = id === query.branch ? own : await unlessRefused(ask('filing.show', { branch: id }));
      rows.push(...(found?.matters ?? []).filter(inYear(asking)).map((one) => ({ ...one, branch: name })));
    }
    return filingList(langOf(asking), rows);
  },
  opened: async (asking: Asking) => {
    const { member, reason } = asking.query;
    if (member === undefined) throw new Refusal('member.unknown');
    if (reason === undefined) throw new Refusal('reason.missing');
    const { rows } = await asking.ask('line.open', { member, reason });
    const { title } = listWords(langOf(asking)).opened;
    return lineList(langOf(asking), rows, await peopleFor(asking), await itemsFor(asking), title);
  },
} as const satisfies { readonly [L in ListQuery['list']]?: Made };

/** The one thing that a list is about. @throws thing.unknown where none is named */
function ofWhich({ query: { of } }: Asking): string {
  if (of === undefined) throw new Refusal('thing.unknown');
  return of;
}

/** Lines that are proposed and not yet before the review: deductions by the committee, or what was entered for members. */
async function proposedLines(asking: Asking, which: 'deductions' | 'entered') {
  const rows = await rowsOf((page) => asking.ask('declaration.list', { state: 'proposed', ...page }));
  const wanted = rows.filter(({ origin }) => (origin === 'proposed') === (which === 'deductions'));
  const { title } = listWords(langOf(asking))[which];
  return lineList(langOf(asking), wanted, await peopleFor(asking), await itemsFor(asking), title);
}
