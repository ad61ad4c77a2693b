import type { AnswerOf } from '#contract/api.ts';
import type { ExplanationAnswer } from '#contract/explanation.ts';
import { type Day, parsePeriod } from '#domain/kernel/day.ts';
import { quartersOfYear } from '#domain/kernel/period.ts';
import { type Points, parsePoints } from '#domain/kernel/points.ts';
import { statusOn } from '#domain/ledger/member.ts';
import type { Claim } from '#domain/outcome/claim.ts';
import { type PersonalRecord, personalForm } from '#paper/forms/personal.ts';
import { allRows } from '#service/all-rows.ts';
import { dayOfInstant } from '#service/clock.ts';
import { readMember } from '#store/member.ts';
import { listWords } from '#words/list.ts';
import type { Asking, Made } from './asking.ts';
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
  const year = (query.period ?? latest ?? asking.context.clock.today()).slice(0, 4);
  const score = await asking.ask('score.show', { member, year });
  const { documents } = await asking.ask('settlement.show', { period: year });
  const sealed = documentMeant(documents, { kind: 'settlement', period: year });
  const claim = sealed && claimIn(sealed.text, member);
  const status = await asking.know(async (rows) => {
    const kept = await readMember(rows, query.branch, member);
    return kept && statusOn(kept.member, score.asOf);
  });
  const contests = await contestsOf(asking, { member, year, file: file.rows });
  const grade = gradeOf(file.rows, year);
  const data: PersonalRecord = {
    ...(claim && proofOf(asking, sealed)),
    branch: await asking.branchName(),
    year,
    ...(!claim && { asOf: score.asOf }),
    member: {
      name: file.member?.name ?? '',
      standing: standings[status?.standing ?? ''] ?? '',
      ...(status?.group !== undefined && { group: status.group }),
    },
    ...(claim ? sealedResult(claim, await asking.components(`${year}-12-31`)) : standingResult(score)),
    quarters: await quartersOf(asking, member, score),
    lines: await linesOf(asking, member, score.explanation),
    ...(grade !== undefined && { grade }),
    uses: usesOf(file.rows, year),
    objections: contests.texts,
    ...(contests.keep && { keep: true }),
  };
  return { data, document: personalForm(data) };
}

/** What a sealed settlement says of one member. */
function claimIn(text: string, member: string): Claim | undefined {
  const { members } = JSON.parse(text) as { readonly members: readonly { readonly claim: Claim }[] };
  return members.find(({ claim }) => claim.member === member)?.claim;
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
async function quartersOf(asking: Asking, member: string, score: Score): Promise<PersonalRecord['quarters']> {
  const year = score.year.to.slice(0, 4);
  const { points } = await asking.ask('score.course', { member, year });
  let before = opensOf(score.explanation);
  return quartersOfYear(year).flatMap((quarter) => {
    const { from = '', to = '' } = parsePeriod(quarter) ?? {};
    const last = points.findLast(({ day }) => day >= from && day <= to);
    if (!last) return [];
    const soFar = exact(last.total);
    const gained = soFar - before;
    before = soFar;
    return [{ quarter, gained, soFar }];
  });
}

/** What the year began with: all that opens full 起始分. */
function opensOf({ opens, children }: ExplanationAnswer): Points {
  return children.reduce((sum, one) => sum + opensOf(one), opens ? exact(opens) : 0);
}

type Counted = { readonly node: ExplanationAnswer; readonly points?: Points };

/** The facts of an explanation with what is left of each by the limits; of facts that count together the last one has it. */
function factsIn(node: ExplanationAnswer): readonly Counted[] {
  if (node.kind === 'fact') return [{ node, points: exact(node.kept ?? node.points) }];
  const found = node.children.flatMap(factsIn);
  if (node.kind !== 'pool') return found;
  return found.map((one, at) => ({ node: one.node, ...(at === found.length - 1 && { points: exact(node.points) }) }));
}

/** The lines that count, by day: what they came to, in the member's own words, and when they were determined. */
async function linesOf(asking: Asking, member: string, tree: ExplanationAnswer): Promise<PersonalRecord['lines']> {
  const lines = await allRows((page) => asking.ask('declaration.list', { member, state: 'determined', ...page }));
  const { entries } = await asking.ask('ledger.show', { member });
  const days = new Map(entries.map(({ number, at }): [number, Day] => [number, dayOfInstant(at)]));
  const found = new Map(lines.map((line) => [line.id, line]));
  return factsIn(tree)
    .flatMap(({ node: { label, fact }, points }) => {
      if (!fact) return [];
      const { words, entry } = found.get(fact.line ?? '') ?? {};
      const said = words ?? fact.level;
      const determined = entry === undefined ? undefined : days.get(entry);
      return [
        {
          day: fact.day,
          item: label,
          ...(points !== undefined && { points }),
          ...(said !== undefined && { words: said }),
          ...(determined !== undefined && { determined }),
        },
      ];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
