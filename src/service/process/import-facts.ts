import type { InputOf } from '#contract/api.ts';
import type { Doing } from '#service/doing.ts';
import type { DossierBodies, FactRow, RowProblem } from '#store/bodies-dossier.ts';
import { listMatters, type Matter } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import { isReversed, reverseEntry } from '#store/reversal.ts';
import { propose } from './declaration.ts';
import { isCovered, itemState } from './line-facts.ts';

type Body = DossierBodies['dossier'];
type Row = Extract<InputOf<'dossier.read'>['rows'], { facts: unknown }>['facts'][number];

/** Where a line has ended already, by whatever way. */
const ENDED: ReadonlySet<string> = new Set(['withdrawn', 'reversed', 'rejected']);

/** Why a fact cannot become a line; undefined when it can. */
async function problemOf(
  doing: Doing,
  { member, fact }: Pick<FactRow, 'member' | 'fact'>,
): Promise<RowProblem | undefined> {
  if (fact.day > doing.today) return 'future-day';
  if (await isCovered(doing, member, fact)) return 'opening-covers';
  const state = await itemState(doing, fact);
  return state === 'open' ? undefined : `item-${state}`;
}

/** What makes two facts about a member the same. */
function keyOf(member: string, { item, day, period, quantity, level, points, score }: FactRow['fact']): string {
  return JSON.stringify([member, item, day, period, quantity, level, points, score]);
}

/** Reads facts by the roster's numbers 读取事实; one whose like is a line already is to be looked at, for tables are brought twice. */
export async function readFacts(
  doing: Doing,
  rows: readonly Row[],
): Promise<Pick<Body, 'facts' | 'problems' | 'doubts'>> {
  const known = new Map((await listMembers(doing.rows, doing.at)).map(({ code, member }) => [code, member.id]));
  const lines = await listMatters(doing.rows, doing.at, 'line');
  const there = new Set(
    lines.filter(({ state }) => !ENDED.has(state)).map(({ subject = '', body }) => keyOf(subject, body.fact)),
  );
  const doubts: NonNullable<Body['doubts']>[number][] = [];
  const facts: FactRow[] = [];
  const problems: Body['problems'][number][] = [];
  for (const [at, { row = at + 1, code, fact, words }] of rows.entries()) {
    const member = known.get(code);
    const problem = member === undefined ? 'member-unknown' : await problemOf(doing, { member, fact });
    if (problem !== undefined) problems.push({ row, problem });
    if (member !== undefined && there.has(keyOf(member, fact))) doubts.push({ row, doubt: 'line-there' });
    if (member !== undefined) facts.push({ row, member, fact, ...(words !== undefined && { words }) });
  }
  return { facts, problems, doubts };
}

/** How many rows cannot become lines any more: the scheme may have moved on since they were read. */
export async function factProblems(doing: Doing, { facts, problems }: Body): Promise<number> {
  const rows = new Set(problems.map(({ row }) => row));
  for (const fact of facts) if ((await problemOf(doing, fact)) !== undefined) rows.add(fact.row);
  return rows.size;
}

/** Makes proposals 提出事项 of the facts: each passes confirmation, hearing, review and meeting like any other. */
export async function applyFacts(doing: Doing, { facts }: Body): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { member, fact, words } of facts)
    lines.push((await propose(doing, member, { fact, words, origin: 'batch' })).id);
  return lines;
}

/** The lines of an import as they stand now. */
export async function linesOf(doing: Doing, { lines = [] }: Body): Promise<readonly Matter<'line'>[]> {
  const all = lines.length === 0 ? [] : await listMatters(doing.rows, doing.at, 'line');
  return all.filter(({ id }) => lines.includes(id));
}

/** Whether a line stands in the ledger. */
export function isDetermined({ state }: Matter<'line'>): boolean {
  return state === 'determined';
}

/** Takes the lines of an import back: what is determined by reversals that name the import, the rest by withdrawal (product §3.13). */
export async function takeBack(
  doing: Doing,
  lines: readonly Matter<'line'>[],
  { reason, names }: { readonly reason: string; readonly names: string },
): Promise<void> {
  for (const line of lines) {
    if (!isDetermined(line)) {
      if (!ENDED.has(line.state)) await doing.move(line, 'withdrawn');
      continue;
    }
    const { entry } = line.body;
    if (entry === undefined || (await isReversed(doing.rows, doing.at, entry))) {
      await doing.move(line, 'reversed');
      continue;
    }
    const { seq } = await reverseEntry(
      doing.rows,
      doing.at,
      { reverses: entry, reason, finding: names },
      doing.now,
      doing.actor,
    );
    await doing.move(line, 'reversed', { reversal: seq });
  }
}
