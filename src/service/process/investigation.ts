import type { Fact } from '#domain/ledger/fact.ts';
import { isBarred, type Looked } from '#domain/process/investigation.ts';
import type { FindingResult } from '#domain/process/objection.ts';
import { samePlace } from '#domain/process/opening.ts';
import { findSecond, type Second } from '#domain/process/small-branch.ts';
import type { Doing } from '#service/doing.ts';
import { holdersOf, orgsAbove } from '#service/rights.ts';
import type { Claimed, Looking } from '#store/bodies.ts';
import { addEntries } from '#store/entry.ts';
import type { Matter } from '#store/matter.ts';
import { readMatter } from '#store/matter.ts';
import { isReversed, reverseEntry } from '#store/reversal.ts';
import { concernedBy, relativesIn } from './concerned.ts';
import { theMember } from './declaration.ts';
import { isSmallBranch } from './small-branch.ts';

/** What is contested 异议事项: the member, and the line or the total of a year. */
export type Contested = {
  readonly concerns: string;
  readonly about: 'line' | 'total';
  readonly line?: string | undefined;
  readonly year?: string | undefined;
};

/** The line that is contested, and the year. Only what was determined can be contested. @throws thing.unknown, line.not-now */
export async function contestedLine(
  doing: Doing,
  { concerns, about, line: id, year }: Contested,
): Promise<{ readonly line?: Matter<'line'>; readonly year: string }> {
  await theMember(doing, concerns);
  if (about === 'total') return { year: year ?? (await doing.yearOf(doing.today)) };
  const line = await lineOf(doing, id ?? '', concerns);
  return { line, year: await doing.yearOf((line.body.decision?.fact ?? line.body.fact).day) };
}

/** A determined line of a member. @throws thing.unknown, line.not-now */
export async function lineOf(doing: Doing, id: string, member: string): Promise<Matter<'line'>> {
  const line = await readMatter(doing.rows, doing.at, 'line', id);
  if (!line || line.subject !== member) return doing.refuse({ refused: 'thing.unknown' });
  if (line.state !== 'determined') doing.refuse({ refused: 'line.not-now' });
  return line;
}

/** What is known of a matter that is looked into again: who decided its line, who investigated it before, and everyone concerned. */
export async function lookedAt(
  doing: Doing,
  about: {
    readonly id: string;
    readonly raisedBy: string;
    readonly member: string;
    readonly line?: string | undefined;
  },
  own: Looking,
): Promise<Looked> {
  const line = about.line === undefined ? undefined : await readMatter(doing.rows, doing.at, 'line', about.line);
  const { ayes = [], by, second } = line?.body.decision ?? {};
  const others = line ? await investigatorsOf(doing, line.id, about.id) : [];
  const concerned = line
    ? await concernedBy(doing, line)
    : { subject: about.member, declarant: about.member, relatives: await relativesIn(doing), steppedBack: [] };
  return {
    ...concerned,
    raisedBy: about.raisedBy,
    decided: [...ayes, ...(by === undefined ? [] : [by]), ...(second === undefined ? [] : [second])],
    investigated: [...new Set([...own.investigated, ...others])],
  };
}

/** Who investigated a line before, in other objections and in appeals that the branch was served. */
async function investigatorsOf(doing: Doing, line: string, except: string): Promise<readonly string[]> {
  const objections = await doing.list('objection', { parent: line });
  const appeals = await doing.list('appeal', { parent: line });
  return [...objections, ...appeals].flatMap(({ id, body: { investigator, investigated } }) =>
    id === except ? [] : [...investigated, ...(investigator === undefined ? [] : [investigator])],
  );
}

/** Whoever investigated so far, the present one too: a matter that is given to someone anew comes back to none of them. */
export function investigatedSoFar({ investigator, investigated }: Looking): readonly string[] {
  return investigator === undefined ? investigated : [...new Set([...investigated, investigator])];
}

/** Who may look into it 调查人: from the branch first, in a small branch only a lent member or the superior; or that the step waits. */
export async function findInvestigator(doing: Doing, looked: Looked, named: string | undefined): Promise<Second> {
  const holders = async (role: 'lent' | 'committee') => await holdersOf(doing.rows, doing.at, role, doing.today);
  const above = await orgsAbove(doing.rows, doing.branch);
  const superior: string[] = [];
  for (const org of above.toReversed()) superior.push(...(await holdersOf(doing.rows, org, 'superior', doing.today)));
  const small = await isSmallBranch(doing);
  // Of a reported line nobody of the branch is asked: who is refused, or passed over, would tell who reported it.
  const branch = looked.reporter === undefined ? await holders('committee') : [];
  const candidates = { branch, lent: await holders('lent'), superior };
  // Who is named is only asked whether it holds a role that may find; whether it is barred is a rule of the table.
  return findSecond(small, candidates, (person) => (named === undefined ? isBarred(person, looked) : person !== named));
}

/** Opening points are put right in their points alone, and nothing else becomes one (decision 022). @throws opening.only-points */
export function refuseMoved(doing: Doing, line: Matter<'line'> | undefined, correction: Looking['correction']): void {
  if (correction === undefined || correction === 'removed') return;
  doing.must(samePlace, { before: line?.body.fact ?? { item: '', day: correction.day }, after: correction });
}

/** What a finding says, or the act is refused: upheld or partly without what is right could never be carried out. @throws finding.not-carried-out */
export function foundOf(
  doing: Doing,
  given: {
    readonly result: FindingResult;
    readonly reason: string;
    readonly correction?: Claimed | 'removed' | undefined;
  },
  line: string | undefined,
): Partial<Looking> {
  const { result, reason: finding, correction } = given;
  const dismissed = result === 'dismissed';
  if (!dismissed && (correction === undefined || (correction === 'removed' && line === undefined)))
    doing.refuse({ refused: 'finding.not-carried-out' });
  return {
    result,
    finding,
    ...(!dismissed && line !== undefined && { line }),
    ...(!dismissed && correction !== undefined && { correction }),
  };
}

/** Carries a finding out in the ledger 更正: the line's entry is reversed and a corrected one made, both naming the finding (product §3.8). `doing` is of the branch. */
export async function carryOut(
  doing: Doing,
  { noun, id, member }: { readonly noun: 'objection' | 'appeal'; readonly id: string; readonly member: string },
  { result, finding = '', line: lineId, correction }: Looking,
): Promise<Pick<Looking, 'carriedOut' | 'entry'>> {
  if (result === 'dismissed' || correction === undefined) return { carriedOut: false };
  const names = `${noun}:${id}`;
  const line = lineId === undefined ? undefined : await readMatter(doing.rows, doing.at, 'line', lineId);
  const patch: { entry?: number; reversal?: number; corrected?: Claimed } = {};
  const before = line?.body.entry;
  // An earlier finding may have taken the entry back already; then there is nothing left to reverse.
  if (before !== undefined && !(await isReversed(doing.rows, doing.at, before))) {
    const back = { reverses: before, reason: finding, finding: names };
    patch.reversal = (await reverseEntry(doing.rows, doing.at, back, doing.now, doing.actor)).seq;
  }
  if (correction !== 'removed') {
    const { note: _, ...claimed } = correction; // words stay with the finding, as those of a line stay with the line
    const fact: Fact = { ...claimed, ref: claimed.ref ?? names, note: names };
    patch.entry = (await addEntries(doing.rows, doing.at, [{ member, fact }], doing.now, doing.actor)).seq;
    patch.corrected = fact;
  }
  if (line) await doing.move(line, correction === 'removed' ? 'reversed' : 'determined', patch);
  return { carriedOut: true, ...(patch.entry !== undefined && { entry: patch.entry }) };
}
