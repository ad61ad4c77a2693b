import type { ListQuery } from '#contract/list.ts';
import { lineList, noticeList, objectionList, rankList, rosterList } from '#paper/list/branch-lists.ts';
import { accessList, recordList, rollupList } from '#paper/list/office-lists.ts';
import { absenceList, accountList, personList, relativeList, rightList, termList } from '#paper/list/people-lists.ts';
import { appealList, concernList, questionList, servedList, vetoList } from '#paper/list/raised-lists.ts';
import { dayOfInstant } from '#service/clock.ts';
import { type Asking, inYear, langOf, type Made, memberOf, rowsOf, yearOf } from './asking.ts';
import { itemsFor, peopleFor, personsFor, termsFor } from './names.ts';

/** The lists of people, of lines with what was raised about them, and of who did what 名册、事项与监督清单. */
export const keptLists = {
  roster: async (asking: Asking) => {
    const { member } = asking.query;
    const { members } = await asking.ask('roster.show', {});
    return rosterList(
      langOf(asking),
      members.filter(({ id }) => member === undefined || id === member),
    );
  },
  lines: async (asking: Asking) => {
    const { year = '', month, member, lang = 'zh-CN' } = asking.query;
    const sought = { ...memberOf(asking), ...(month !== undefined && { month }) };
    const rows = await rowsOf((page) => asking.ask('declaration.list', { ...sought, ...page }));
    // One's own list has what one reported of others as well: in a file that goes from hand to hand it would name who reported it.
    const wanted = rows.filter((one) => one.month.startsWith(year) && (member === undefined || one.subject === member));
    return lineList(lang, wanted, await peopleFor(asking), await itemsFor(asking));
  },
  ranks: async (asking: Asking) => {
    const { lang = 'zh-CN' } = asking.query;
    const rows = await rowsOf((page) => asking.ask('rank.show', { ...memberOf(asking), ...yearOf(asking), ...page }));
    return rankList(lang, rows, await peopleFor(asking));
  },
  notices: async (asking: Asking) => {
    const { matters } = await asking.ask('notice.show', {});
    return noticeList(langOf(asking), matters.filter(inYear(asking)));
  },
  objections: async (asking: Asking) => {
    const { matters } = await asking.ask('objection.show', {});
    return objectionList(langOf(asking), matters.filter(inYear(asking)), await peopleFor(asking));
  },
  questions: async ({ query: { lang = 'zh-CN' }, ask }: Asking) =>
    questionList(lang, (await ask('question.list', {})).rows),
  served: async (asking: Asking) =>
    servedList(langOf(asking), (await asking.ask('appeal.served', {})).rows, await peopleFor(asking)),
  appeals: async (asking: Asking) => {
    const rows = await rowsOf((page) => asking.ask('appeal.show', page));
    return appealList(langOf(asking), rows, ...(await asking.named(rows)));
  },
  vetoes: async (asking: Asking) =>
    vetoList(langOf(asking), (await asking.ask('veto.list', {})).rows, await peopleFor(asking), await itemsFor(asking)),
  terms: async (asking: Asking) =>
    termList(langOf(asking), (await asking.ask('term.list', {})).rows, await termsFor(asking)),
  absences: async (asking: Asking) =>
    absenceList(langOf(asking), (await asking.ask('absence.list', {})).rows, await peopleFor(asking)),
  relatives: async (asking: Asking) =>
    relativeList(langOf(asking), (await asking.ask('relative.list', {})).rows, await peopleFor(asking)),
  accounts: async (asking: Asking) =>
    accountList(langOf(asking), (await asking.ask('account.list', {})).rows, await peopleFor(asking)),
  persons: async (asking: Asking) => personList(langOf(asking), (await asking.ask('person.list', {})).rows),
  rights: async (asking: Asking) => {
    const rows = await rowsOf((page) => asking.ask('right.show', page));
    return rightList(langOf(asking), rows, await personsFor(asking));
  },
  concerns: async (asking: Asking) => concernList(langOf(asking), (await asking.ask('concern.list', {})).rows),
  access: async (asking: Asking) => {
    const { caller, query } = asking;
    const { rows } = await asking.ask('access.show', { member: query.member ?? caller.person });
    return accessList(query.lang ?? 'zh-CN', rows.filter(during(query.year)), await peopleFor(asking));
  },
  record: async (asking: Asking) => {
    const { year, lang = 'zh-CN', actor, action, outcome } = asking.query;
    const sought = {
      ...(actor !== undefined && { actor }),
      ...(action !== undefined && { action }),
      ...(outcome !== undefined && { outcome }),
    };
    const rows = await rowsOf((page) => asking.ask('record.read', { ...sought, ...page }));
    return recordList(lang, rows.filter(during(year)), await personsFor(asking));
  },
  rollup: async (asking: Asking) => {
    const rows = await rowsOf((page) => asking.ask('rollup.show', { ...yearOf(asking), ...page }));
    return rollupList(asking.query.lang ?? 'zh-CN', rows);
  },
} as const satisfies { readonly [L in ListQuery['list']]?: Made };

function during(year: string | undefined): (row: { readonly at: string }) => boolean {
  return ({ at }) => year === undefined || dayOfInstant(at).startsWith(year);
}
