import type { Day } from '#domain/kernel/day.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { listWords } from '#words/list.ts';
import { aboveWords } from '#words/web/above.ts';
import { usesWords } from '#words/web/year.ts';
import { numberIn, textIn } from './content.ts';
import { type List, listOf } from './list.ts';
import { nameIn } from './name-in.ts';
import type { MatterRow, People, RankRow, ThingRow } from './rows.ts';

/** A member's year as it was settled or computes now 年度积分. */
export type TotalRow = RankRow & { readonly grade: string | null; readonly vetoed: boolean };

/** Everybody's year 年度积分 as a list, in the order of the roster; `sealed` is the number of the snapshot that it shows. */
export function totalList(lang: Lang, rows: readonly TotalRow[], people: People, sealed: number | undefined): List {
  const { totals, ranks, yes } = listWords(lang);
  return listOf<TotalRow, keyof typeof totals.heads>(
    sealed === undefined ? totals.expected : fill(totals.sealed, { n: sealed }),
    totals.heads,
    {
      code: ['text', ({ member }) => people.get(member)?.code],
      name: ['text', ({ member }) => nameIn(people, member, lang)],
      total: ['points', ({ total }) => total],
      rank: ['number', ({ rank }) => rank],
      of: ['number', ({ of }) => of],
      position: ['text', ({ position }) => position && (ranks.positions[position] ?? position)],
      grade: ['text', ({ grade }) => grade],
      unranked: ['text', ({ unranked: why }) => why && (ranks.unranked[why] ?? why)],
      vetoed: ['text', ({ vetoed }) => (vetoed ? yes : null)],
    },
    rows,
  );
}

/** A member in an appraisal 评议等次: what was proposed, and what the meeting decided. */
type Rated = {
  readonly appraisal: MatterRow;
  readonly member: string;
  readonly proposal?: {
    readonly band: string | null;
    readonly grade: string | null;
    readonly mayBeConsidered: boolean;
  };
  readonly decided?: { readonly grade: string; readonly reason: string };
};

type Proposal = NonNullable<Rated['proposal']> & { readonly member: string };
type Decided = NonNullable<Rated['decided']> & { readonly member: string };

function ratedIn(appraisal: MatterRow): readonly Rated[] {
  const proposals = (appraisal.content['proposals'] ?? []) as unknown as readonly Proposal[];
  const grades = (appraisal.content['grades'] ?? []) as unknown as readonly Decided[];
  const members = [...new Set([...proposals, ...grades].map(({ member }) => member))];
  return members.map((member) => {
    const proposal = proposals.find((one) => one.member === member);
    const decided = grades.find((one) => one.member === member);
    return { appraisal, member, ...(proposal && { proposal }), ...(decided && { decided }) };
  });
}

/** The ratings of the democratic appraisal 民主评议 as a list: proposed and decided, never what one member wrote about another. */
export function appraisalList(lang: Lang, matters: readonly ThingRow[], people: People): List {
  const { title, heads } = listWords(lang).appraisal;
  const { appraisal: said } = usesWords(lang);
  const say = (grade: string): string => said.grades[grade] ?? grade;
  return listOf<Rated, keyof typeof heads>(
    title,
    heads,
    {
      year: ['text', ({ appraisal }) => appraisal.period],
      code: ['text', ({ member }) => people.get(member)?.code],
      name: ['text', ({ member }) => nameIn(people, member, lang)],
      band: ['text', ({ proposal }) => proposal?.band],
      proposed: ['text', ({ proposal }) => proposal && (proposal.grade === null ? said.noGrade : say(proposal.grade))],
      considered: ['text', ({ proposal }) => (proposal?.mayBeConsidered ? said.considered : null)],
      grade: ['text', ({ decided }) => decided && say(decided.grade)],
      reason: ['text', ({ decided }) => decided?.reason],
      state: ['text', ({ appraisal: { state } }) => said.stages[state] ?? state],
      told: ['day', ({ appraisal }) => textIn(appraisal, 'told')],
    },
    matters.filter(({ noun }) => noun === 'appraisal').flatMap(ratedIn),
  );
}

type Rung = { readonly state: string; readonly day: Day; readonly rule: string };
type TalkRecord = Readonly<Partial<Record<'talker' | 'time' | 'place' | 'cause' | 'content', string>>>;

const rungsOf = ({ content }: MatterRow) => (content['rungs'] ?? []) as unknown as readonly Rung[];
const recordOf = ({ content }: MatterRow) => (content['record'] ?? {}) as TalkRecord;

/** What follows from a year 结果运用, by its noun. */
const USES = ['commendation', 'talk', 'improvement', 'disposition'];

/** What follows from a year 结果运用 as a list: commendations, talks, improvements and dispositions, each with its rule. */
export function consequenceList(lang: Lang, matters: readonly ThingRow[], people: People): List {
  const { title, heads, above } = listWords(lang).consequences;
  const { commendations, talks, improvements, ladder } = usesWords(lang);
  const nameOf = (id: string | undefined) => nameIn(people, id, lang);
  const states: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    commendation: commendations.states,
    talk: talks.states,
    improvement: improvements.states,
    disposition: ladder.states,
  };
  const kindOf = ({ noun, content }: ThingRow): string => {
    if (noun === 'commendation') return content['kind'] === 'bar' ? commendations.bar : commendations.commend;
    if (noun === 'improvement') return improvements.title;
    if (noun === 'disposition') return ladder.title;
    return content['admonition'] === true || content['ordered'] !== undefined ? talks.admonition : talks.reminder;
  };
  const whatOf = (row: ThingRow): string | undefined => {
    const { cause, content } = recordOf(row);
    if (row.noun === 'talk') return [cause, content].filter(Boolean).join('；');
    if (row.noun !== 'disposition') return textIn(row, row.noun === 'improvement' ? 'plan' : 'title');
    return rungsOf(row)
      .map(({ state, day, rule }) => `${day} ${ladder.states[state] ?? state} · ${rule}`)
      .join('；');
  };
  // With the branch's head the superior talks, whose people are none of the branch.
  const whoOf = (row: ThingRow): string | undefined => {
    const { talker } = recordOf(row);
    return talker === undefined ? nameOf(textIn(row, 'helper')) : (people.get(talker)?.name ?? above);
  };
  const numberOf = ({ content }: ThingRow): string => {
    const ordered = content['ordered'] as { readonly number: string } | undefined;
    const approvals = (content['approvals'] ?? []) as readonly { readonly number: string }[];
    return [...(ordered ? [ordered] : []), ...approvals].map(({ number }) => number).join('；');
  };
  return listOf<ThingRow, keyof typeof heads>(
    title,
    heads,
    {
      year: ['text', ({ period }) => period],
      kind: ['text', kindOf],
      code: ['text', ({ subject = '' }) => people.get(subject)?.code],
      name: ['text', ({ subject }) => nameOf(subject)],
      state: ['text', ({ noun, state }) => states[noun]?.[state] ?? state],
      rule: ['text', (row) => textIn(row, 'rule')],
      words: ['text', (row) => textIn(row, 'words')],
      what: ['text', whatOf],
      who: ['text', whoOf],
      when: ['text', (row) => [recordOf(row).time, recordOf(row).place].filter(Boolean).join(' ')],
      from: ['day', (row) => textIn(row, 'begins') ?? rungsOf(row)[0]?.day],
      to: ['day', (row) => textIn(row, 'last') ?? textIn(row, 'ends')],
      number: ['text', numberOf],
      reason: ['text', (row) => textIn(row, 'reason')],
    },
    matters.filter(({ noun }) => USES.includes(noun)),
  );
}

type Round = { readonly day: Day; readonly did: string; readonly reason?: string };

/** The filings 备案 of one branch, or of all below a superior, as a list; `branch` is the branch's name. */
export function filingList(lang: Lang, rows: readonly (MatterRow & { readonly branch: string })[]): List {
  const { title, heads } = listWords(lang).filings;
  const { filings, states } = aboveWords(lang);
  type Row = (typeof rows)[number];
  const roundsOf = ({ content }: Row) => (content['rounds'] ?? []) as unknown as readonly Round[];
  const say = ({ day, did, reason }: Round): string => [day, filings.did[did] ?? did, reason].filter(Boolean).join(' ');
  return listOf<Row, keyof typeof heads>(
    title,
    heads,
    {
      branch: ['text', ({ branch }) => branch],
      year: ['text', ({ period }) => period],
      state: ['text', ({ state }) => states[state] ?? state],
      day: ['day', (row) => roundsOf(row).at(-1)?.day],
      course: ['text', (row) => roundsOf(row).map(say).join('；')],
      settlement: ['number', (row) => numberIn(row, 'settlement')],
      number: ['text', (row) => textIn(row, 'number')],
    },
    rows,
  );
}
