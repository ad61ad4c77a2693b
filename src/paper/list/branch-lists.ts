import { ALWAYS } from '#domain/ledger/member.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { listWords } from '#words/list.ts';
import { myWords } from '#words/my.ts';
import { sayPeriod } from '#words/web/office.ts';
import { numberIn, textIn } from './content.ts';
import { type List, listOf } from './list.ts';
import { nameIn } from './name-in.ts';
import type { LineRow, MatterRow, People, RankRow, RosterRow } from './rows.ts';

/** The roster 名册 as a list: a row for each dated standing; a day that nobody wrote is left empty. */
export function rosterList(lang: Lang, members: readonly RosterRow[]): List {
  const { title, heads, standings } = listWords(lang).roster;
  const rows = members.flatMap(({ code, name, history }) => history.map((status) => ({ code, name, ...status })));
  return listOf<(typeof rows)[number], keyof typeof heads>(
    title,
    heads,
    {
      code: ['text', ({ code }) => code],
      name: ['text', ({ name }) => name],
      standing: ['text', ({ standing }) => standings[standing] ?? standing],
      category: ['text', ({ category }) => category],
      group: ['text', ({ group }) => group],
      role: ['text', ({ role }) => role],
      from: ['day', ({ from }) => (from === ALWAYS.from ? null : from)],
      to: ['day', ({ to }) => (to === ALWAYS.to ? null : to)],
    },
    rows,
  );
}

/** The lines 积分事项 as a list; of a report it says that a member made it, never who (product §3.3). */
export function lineList(
  lang: Lang,
  rows: readonly LineRow[],
  people: People,
  items: ReadonlyMap<string, string>,
  title: string = listWords(lang).lines.title,
): List {
  const { lines, yes } = listWords(lang);
  const heard = ({ hearing }: LineRow): string | undefined => {
    if (!hearing) return undefined;
    const { state, last, answer, words = '' } = hearing;
    const said = answer === undefined ? lines.heard[state] : lines.heard[answer];
    return `${fill(said ?? '', { last })}${words === '' ? '' : fill(lines.heardWords, { words })}`;
  };
  return listOf<LineRow, keyof typeof lines.heads>(
    title,
    lines.heads,
    {
      month: ['text', ({ month }) => month],
      code: ['text', ({ subject }) => people.get(subject)?.code],
      name: ['text', ({ subject }) => nameIn(people, subject, lang)],
      item: ['text', ({ fact }) => items.get(fact.item) ?? fact.item],
      day: ['day', ({ fact }) => fact.day],
      quantity: ['points', ({ fact }) => fact.quantity],
      level: ['text', ({ fact }) => fact.level],
      points: ['points', ({ points }) => points],
      deduction: ['text', ({ deduction }) => (deduction ? yes : null)],
      by: ['text', ({ origin }) => lines.origins[origin] ?? origin],
      state: ['text', ({ state }) => lines.states[state] ?? state],
      heard: ['text', heard],
      entry: ['number', ({ entry }) => entry],
      words: ['text', ({ words }) => words],
      reason: ['text', ({ decision }) => decision?.reason],
    },
    rows,
  );
}

/** The ranks 位次 as a list, in the order in which they are shown: never sorted by points. */
export function rankList(lang: Lang, rows: readonly RankRow[], people: People): List {
  const { title, heads, positions, unranked } = listWords(lang).ranks;
  return listOf<RankRow, keyof typeof heads>(
    title,
    heads,
    {
      code: ['text', ({ member }) => people.get(member)?.code],
      name: ['text', ({ member }) => nameIn(people, member, lang)],
      total: ['points', ({ total }) => total],
      rank: ['number', ({ rank }) => rank],
      of: ['number', ({ of }) => of],
      position: ['text', ({ position }) => position && (positions[position] ?? position)],
      unranked: ['text', ({ unranked: why }) => why && (unranked[why] ?? why)],
    },
    rows,
  );
}

/** The notices 公示 as a list. */
export function noticeList(lang: Lang, rows: readonly MatterRow[]): List {
  const { title, heads, of: what, states } = listWords(lang).notices;
  return listOf<MatterRow, keyof typeof heads>(
    title,
    heads,
    {
      of: ['text', (row) => what[textIn(row, 'of') ?? ''] ?? textIn(row, 'of')],
      period: ['text', ({ period = '' }) => sayPeriod(period, myWords(lang))],
      state: ['text', ({ state }) => states[state] ?? state],
      start: ['day', (row) => textIn(row, 'start')],
      days: ['number', (row) => numberIn(row, 'days')],
      number: ['number', (row) => numberIn(row, 'document')],
      text: ['text', (row) => textIn(row, 'text')],
      reason: ['text', (row) => textIn(row, 'reason')],
      feedback: ['text', feedbackIn],
    },
    rows,
  );
}

/** What was said about a notice while it ran, each with its day. */
function feedbackIn({ content }: MatterRow): string {
  const said = (content['feedback'] ?? []) as readonly { readonly day: string; readonly text: string }[];
  return said.map(({ day, text }) => `${day} ${text}`).join('；');
}

/** The objections 异议 as a list, as far as whoever asks sees them. */
export function objectionList(lang: Lang, rows: readonly MatterRow[], people: People): List {
  const { title, heads, about, states, results } = listWords(lang).objections;
  const member = (row: MatterRow): string => textIn(row, 'concerns') ?? row.subject ?? '';
  return listOf<MatterRow, keyof typeof heads>(
    title,
    heads,
    {
      year: ['text', ({ period }) => period],
      code: ['text', (row) => people.get(member(row))?.code],
      name: ['text', (row) => nameIn(people, member(row), lang)],
      about: ['text', (row) => about[textIn(row, 'about') ?? ''] ?? textIn(row, 'about')],
      words: ['text', (row) => textIn(row, 'words') ?? textIn(row, 'reason')],
      state: ['text', ({ state }) => states[state] ?? state],
      investigator: ['text', (row) => nameIn(people, textIn(row, 'investigator'), lang)],
      result: ['text', (row) => results[textIn(row, 'result') ?? ''] ?? textIn(row, 'result')],
      finding: ['text', (row) => textIn(row, 'finding')],
      answered: ['day', (row) => textIn(row, 'answered')],
    },
    rows,
  );
}
