import { amountOf } from '#contract/amount.ts';
import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { ScoreAnswer, ScoreBrief } from '#contract/score.ts';
import { addMonths, type Day, earlier, endOfMonth, monthOf, yearOf } from '#domain/kernel/day.ts';
import { monthText } from '#domain/kernel/period.ts';
import type { Points } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { branchFigures, rankedWithin } from '#domain/outcome/branch-year.ts';
import type { Component } from '#domain/scheme/node.ts';
import { periodsOf } from '#domain/score/cycle.ts';
import { evaluate } from '#domain/score/evaluate.ts';
import { type Prepared, prepare } from '#domain/score/prepare.ts';
import type { Rows } from '#store/database.ts';
import { listFacts } from '#store/entry.ts';
import { listMatters } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import type { Context } from './context.ts';
import { explanationAnswer } from './explanation.ts';
import { memberAnswer } from './member.ts';
import { factKey, linesOfFacts } from './reads/fact-lines.ts';
import { inForceOn } from './schemes.ts';

/** The states of a line 事项 that waits: what the review declined is shown, but comes to nothing. */
const WAITING = ['submitted', 'in-review', 'accepted', 'adjusted', 'referred'] as const;

/** The day as of which a year is asked for: today in the running year, its last day in one that is over. */
async function dayOf({ clock, schemes, store }: Context, branch: string, year: string | undefined): Promise<Day> {
  if (year === undefined) return clock.today();
  return await schemes.lastDay(store.rows, branch, year, clock.today());
}

/** A member's own score with its explanation: `score.show`. @throws month.no-scheme, member.unknown */
export async function showScore(context: Context, asked: InputOf<'score.show'>): Promise<ScoreAnswer> {
  const { branch, member: id } = asked;
  const score = await scoreOf(context, asked);
  const { pending, lines } = await context.store.snapshot(async (rows) => ({
    pending: await pendingOf(rows, branch, id, score.prepared),
    lines: await linesOfFacts(rows, branch, id),
  }));
  const taken = new Map<string, number>();
  const lineOf = (fact: Fact): string | undefined => {
    const key = factKey(fact);
    const at = taken.get(key) ?? 0;
    taken.set(key, at + 1);
    return lines.get(key)?.[at] || undefined;
  };
  const { tree } = score.found.year.evaluation;
  return { ...briefAnswer(score, pending), explanation: explanationAnswer(tree, decimalsOf(score), lineOf) };
}

/** A member's own score without what explains it: `score.brief`. @throws month.no-scheme, member.unknown */
export async function showBrief(context: Context, asked: InputOf<'score.brief'>): Promise<ScoreBrief> {
  const score = await scoreOf(context, asked);
  const pending = await context.store.snapshot(
    async (rows) => await pendingOf(rows, asked.branch, asked.member, score.prepared),
  );
  return briefAnswer(score, pending);
}

type Score = Awaited<ReturnType<typeof scoreOf>>;

/** A member's year among everybody's, as of the day that is asked for. @throws month.no-scheme, member.unknown */
async function scoreOf(context: Context, { branch, member: id, year }: InputOf<'score.show'>) {
  const { prepared, asOf, members } = await context.scores.of(
    context.store,
    branch,
    await dayOf(context, branch, year),
  );
  const found = members.find(({ kept }) => kept.member.id === id);
  if (!found) throw new Refusal('member.unknown');
  return { prepared, asOf, found };
}

function decimalsOf({ prepared }: Score): number {
  return prepared.scheme.document.display?.decimals ?? 2;
}

function briefAnswer(score: Score, pending: Awaited<ReturnType<typeof pendingOf>>): ScoreBrief {
  const { prepared, asOf, found } = score;
  const { document, nodes } = prepared.scheme;
  const { kept, year } = found;
  const { evaluation, rank, unranked, proposal, warnings } = year;
  const decimals = decimalsOf(score);
  const category = rankedWithin(document, year.status);
  const full = (points: number | undefined) => points !== undefined && { full: amountOf(points, decimals) };
  // Where the year is the sum of its periods, what is full in one of them is so many times that in the year.
  const times = document.cycle?.year === 'sum' ? periodsOf(document.cycle, prepared.year).length : 1;
  return {
    member: memberAnswer(kept, year.status),
    asOf,
    year: prepared.year,
    state: 'determined',
    scheme: { title: document.title, version: document.version ?? 1, ...full(document.full) },
    total: amountOf(evaluation.total, decimals),
    pending: pending && { total: amountOf(pending.total, decimals), lines: pending.lines },
    vetoed: evaluation.vetoed,
    components: [...evaluation.components].map(([one, points]) => {
      const entry = nodes.get(one);
      return {
        id: one,
        label: entry?.node.label ?? one,
        ...(entry?.clause !== undefined && { clause: entry.clause }),
        points: amountOf(points, decimals),
        ...(entry?.kind === 'component' && full(timesOver(entry.node.full ?? plainCap(entry.node.cap), times))),
      };
    }),
    rank: rank ? { ...rank, ...(category !== undefined && { category }) } : null,
    unranked: unranked ?? null,
    proposal: { ...proposal },
    warnings: [...warnings],
  };
}

/** Full marks of a period taken for every period of a year. */
function timesOver(points: Points | undefined, times: number): Points | undefined {
  return points === undefined ? undefined : points * times;
}

/** What the total would be if every line that waits were determined as it stands now 待评定; null where none waits. */
async function pendingOf(rows: Rows, branch: string, id: string, prepared: Prepared) {
  const waiting = await listMatters(rows, branch, 'line', { subject: id, state: WAITING });
  const { from } = prepared.year;
  const more = waiting
    .map(({ body }): Fact => body.decision?.fact ?? body.fact)
    .filter(({ day }) => day >= from && day <= prepared.asOf);
  if (more.length === 0) return null;
  const kept = (await listMembers(rows, branch)).map(({ member }) => member);
  const facts = await listFacts(rows, branch);
  const of = (member: string): readonly Fact[] => [...(facts.get(member) ?? []), ...(member === id ? more : [])];
  const figures = branchFigures(prepared, kept, (at) => of(kept[at]?.id ?? ''));
  const member = kept.find((one) => one.id === id);
  if (!member) return null;
  const { total } = evaluate(prepared, { member, facts: of(id), figures: figures(id) });
  return { total, lines: more.length };
}

/** How a member's total went through the year 全年走势, by the last day of each month so far: `score.course`. @throws member.unknown */
export async function showCourse(
  context: Context,
  { branch, member: id, year: asked }: InputOf<'score.course'>,
): Promise<AnswerOf<'score.course'>> {
  return await context.store.snapshot(async (rows) => {
    const today = context.clock.today();
    const year = asked ?? (await context.schemes.yearOf(rows, branch, today));
    const span = await context.schemes.yearNamed(rows, branch, year);
    const last = earlier(today, span.to);
    const members = (await listMembers(rows, branch)).map(({ member }) => member);
    const member = members.find((one) => one.id === id);
    if (!member) throw new Refusal('member.unknown');
    const schemes = await context.schemes.of(rows, branch);
    const facts = await listFacts(rows, branch);
    const first = member.history[0]?.from ?? last;
    const points = monthEnds(span.from, last)
      .filter((day) => day >= first && inForceOn(schemes, day) !== undefined)
      .map((day) => {
        const prepared = prepare(schemes, day);
        const figures = branchFigures(prepared, members, (at) => facts.get(members[at]?.id ?? '') ?? []);
        const { total } = evaluate(prepared, { member, facts: facts.get(id) ?? [], figures: figures(id) });
        return { day, total: amountOf(total, prepared.scheme.document.display?.decimals ?? 2) };
      });
    return { year, points };
  });
}

/** The last days of the months of a year from its first day up to one of its days, that itself last where its month is not over. */
function monthEnds(first: Day, last: Day): readonly Day[] {
  if (last < first) return [];
  const ends = Array.from({ length: 13 }, (_, at) => addMonths(`${monthText(first)}-01`, at))
    .map((day) => endOfMonth(yearOf(day), monthOf(day)))
    .filter((day) => day <= last);
  return ends.at(-1) === last ? ends : [...ends, last];
}

/** A cap that is one number for everyone: then it is the most that a component can bring. */
function plainCap(cap: Component['cap']): Points | undefined {
  return typeof cap === 'number' ? cap : undefined;
}
