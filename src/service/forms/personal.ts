import type { AnswerOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { type Day, parsePeriod } from '#domain/kernel/day.ts';
import { quartersIn } from '#domain/kernel/period.ts';
import { type Points, parsePoints } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { statusOn } from '#domain/ledger/member.ts';
import type { Claim } from '#domain/outcome/claim.ts';
import type { Explanation } from '#domain/score/explanation.ts';
import { type PersonalRecord, personalForm } from '#paper/forms/personal.ts';
import { scoreRows } from '#service/branch-scores.ts';
import { dayOfInstant } from '#service/clock.ts';
import { factKey } from '#service/reads/fact-lines.ts';
import type { Rows } from '#store/database.ts';
import { readMember } from '#store/member.ts';
import { listWords } from '#words/list.ts';
import type { Asking, Made } from './asking.ts';
import { byDay, determinedPlace, strikePlace } from './determined.ts';
import { factText } from './fact-text.ts';
import { leavesOf, strikesOf } from './leaves.ts';
import { linesByFact, listed } from './lines-read.ts';
import { contestsOf, gradeOf, usesOf } from './personal-file.ts';
import { documentMeant, proofOf } from './sealed.ts';

type Score = AnswerOf<'score.show'>;
type Result = Pick<PersonalRecord, 'sums' | 'total' | 'rank' | 'unranked' | 'band'>;

const { standings } = listWords('zh-CN').roster;
const { unranked: why } = listWords('zh-CN').ranks;

/**
 * The yearly record 年度积分个人记录 of a member, for itself and for who keeps the files: as sealed where the year is, else as it stands; the latest sealed
 * year unless told. @throws right.missing, member.unknown, month.no-scheme
 */
export async function personalOf(asking: Asking): Promise<Made> {
  const { caller, query } = asking;
  const member = query.member ?? caller.person;
  const file = await asking.ask('dossier.show', { member, limit: 500 });
  const latest = file.member?.years
    .map(({ year }) => year)
    .toSorted()
    .at(-1);
  const year = (query.period ?? latest ?? (await asking.yearOf(asking.today))).slice(0, 4);
  const score = await asking.ask('score.show', { member, year });
  const { documents } = await asking.ask('settlement.show', { period: year });
  const sealed = documentMeant(documents, { kind: 'settlement', period: year });
  const { claim, tree } =
    (sealed && sealedOf(sealed.text, member)) ?? (await asking.know((rows) => nowOf(asking, rows, member, score.asOf)));
  const status = await asking.know(async (rows) => {
    const kept = await readMember(rows, query.branch, member);
    return kept && statusOn(kept.member, score.asOf);
  });
  const cycle = await asking.cycle(score.asOf);
  const contests = await contestsOf(asking, { member, year, file: file.rows });
  const grade = gradeOf(file.rows, year);
  const data: PersonalRecord = {
    ...(claim &&
      sealed && { ...proofOf(asking, sealed), code: await asking.code({ kind: 'settlement', of: sealed.number }) }),
    branch: await asking.branchName(),
    year,
    ...(!claim && { asOf: score.asOf }),
    ...(await asking.shown(score.asOf)),
    member: {
      name: file.member?.name ?? '',
      standing: standings[status?.standing ?? ''] ?? '',
      ...(status?.group !== undefined && { group: status.group }),
    },
    ...(claim ? sealedResult(claim, await asking.components(`${year}-12-31`)) : standingResult(score)),
    ...(cycle === undefined
      ? { quarters: await quartersOf(asking, member, { year, opens: opensOf(tree) }) }
      : { quarters: [], cycle, periods: periodsOf(tree) }),
    lines: await linesOf(asking, member, tree),
    ...(grade !== undefined && { grade }),
    uses: usesOf(file.rows, year),
    objections: contests.texts,
    ...(contests.keep && { keep: true }),
  };
  return { data, document: personalForm(data) };
}

type Own = { readonly claim?: Claim; readonly tree: Explanation };

/** What a sealed settlement says of one member. */
function sealedOf(text: string, member: string): Own | undefined {
  const { members } = JSON.parse(text) as { readonly members: readonly Required<Own>[] };
  return members.find(({ claim }) => claim.member === member);
}

/** What explains a score as it stands, for whoever was shown it. @throws member.unknown */
async function nowOf({ query }: Asking, rows: Rows, member: string, day: Day): Promise<Own> {
  const { members } = await scoreRows(rows, query.branch, day);
  const found = members.find(({ kept }) => kept.member.id === member);
  if (!found) throw new Refusal('member.unknown');
  return { tree: found.year.evaluation.tree };
}

function sealedResult(claim: Claim, components: Awaited<ReturnType<Asking['components']>>): Result {
  const { rank, of, unranked, grade } = claim;
  return {
    sums: components.map(({ id, label }) => ({ component: label, points: claim.components[id] ?? 0 })),
    total: claim.total,
    ...(rank !== null && of !== null && { rank: { rank, of } }),
    ...(unranked !== null && { unranked: why[unranked] ?? '' }),
    ...(grade !== null && { band: grade }),
  };
}

function standingResult({ components, total, rank, unranked, proposal }: Score): Result {
  return {
    sums: components.map(({ label, points }) => ({ component: label, points: exact(points) })),
    total: exact(total),
    ...(rank && { rank: { rank: rank.rank, of: rank.of } }),
    ...(unranked !== null && { unranked: why[unranked] ?? '' }),
    ...(proposal.grade !== null && { band: proposal.grade }),
  };
}

function exact({ exact: text }: { readonly exact: string }): Points {
  return parsePoints(text) ?? 0;
}

/** What the total was at the end of each quarter so far, and what came in it. */
async function quartersOf(
  asking: Asking,
  member: string,
  { year, opens }: { readonly year: string; readonly opens: Points },
): Promise<PersonalRecord['quarters']> {
  const { points } = await asking.ask('score.course', { member, year });
  let before = opens;
  return quartersIn(await asking.yearNamed(year)).flatMap((quarter) => {
    const { from = '', to = '' } = parsePeriod(quarter) ?? {};
    const last = points.findLast(({ day }) => day >= from && day <= to);
    if (!last) return [];
    const soFar = exact(last.total);
    const gained = soFar - before;
    before = soFar;
    return [{ quarter, gained, soFar }];
  });
}

/** What each period came to that is scored by itself 各期积分; a year with one so far is that one. */
function periodsOf(tree: Explanation): NonNullable<PersonalRecord['periods']> {
  const found = tree.children.filter(({ kind }) => kind === 'period');
  return (found.length > 0 ? found : [tree]).map(({ label, points }) => ({ period: label, points }));
}

/** What the year began with: all that opens full 起始分. */
function opensOf({ opens, children }: Explanation): Points {
  return children.reduce((sum, one) => sum + opensOf(one), opens);
}

/** The lines that count, by day, each with the day on which it was entered; then the grounds of veto that struck. */
async function linesOf(asking: Asking, member: string, tree: Explanation): Promise<PersonalRecord['lines']> {
  const text = await factText(asking);
  const lineOf = linesByFact(await listed(asking, member));
  const { entries } = await asking.ask('ledger.show', { member });
  const dayOf = daysOf(entries);
  return [
    ...byDay(leavesOf(tree)).map((leaf) => {
      const determined = dayOf(leaf.fact);
      const place = determinedPlace(text, leaf.fact, leaf, lineOf(member, leaf.fact));
      return { ...place, ...(determined !== undefined && { determined }) };
    }),
    ...strikesOf(tree).map(strikePlace),
  ];
}

type Entry = AnswerOf<'ledger.show'>['entries'][number];

/** The days on which facts were entered 记入日期: of those entered alike each is told once; what was taken back is not told. */
function daysOf(entries: readonly Entry[]): (fact: Fact) => Day | undefined {
  const gone = new Set(entries.map(({ reverses }) => reverses));
  const days = new Map<string, Day[]>();
  for (const { number, fact, at, reverses } of entries) {
    if (reverses !== null || gone.has(number)) continue;
    const key = factKey(fact);
    days.set(key, [...(days.get(key) ?? []), dayOfInstant(at)]);
  }
  return (fact) => days.get(factKey(fact))?.shift();
}
