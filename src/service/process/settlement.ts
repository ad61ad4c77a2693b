import { createHash } from 'node:crypto';
import { Refusal } from '#contract/problem.ts';
import { earlier, parsePeriod } from '#domain/kernel/day.ts';
import { quartersIn, quarterText } from '#domain/kernel/period.ts';
import { canonical, type Json } from '#domain/ledger/canonical.ts';
import { claimOf } from '#domain/outcome/claim.ts';
import { isRunning, type ObjectionState } from '#domain/process/objection.ts';
import { settlement as step } from '#domain/process/settlement.ts';
import { scoreRows } from '#service/branch-scores.ts';
import type { Context } from '#service/context.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { listDocuments } from '#store/act.ts';
import type { Rows } from '#store/database.ts';
import { readHead } from '#store/head.ts';
import type { Matter } from '#store/matter.ts';
import type { DocumentTable } from '#store/tables-process.ts';

/** The sealed settlement of a year that stands, the latest of its snapshots 年度积分快照; undefined before the first. */
export async function latestSealed(doing: Doing, year: string): Promise<DocumentTable | undefined> {
  return (await listDocuments(doing.rows, doing.at, 'settlement')).findLast(({ period }) => period === year);
}

/**
 * The snapshot of a year 年度积分快照: each member's claim with the tree that explains it, and the versions it was computed under.
 * The evaluator computes it, not the SQL settlement, which has no trees; the two are held equal by a test (product §4).
 */
async function snapshotOf({ context, rows, at }: Doing, year: string): Promise<Json> {
  return await yearSnapshot(context, rows, at, year);
}

/** The same for whoever shows a preview, of which the branch keeps the digest alone. @throws month.no-scheme */
export async function yearSnapshot(
  { schemes, clock }: Context,
  rows: Rows,
  branch: string,
  year: string,
): Promise<Json> {
  const versions = await schemes.of(rows, branch);
  const first = versions[0]?.document.effective;
  const { to: last } = await schemes.yearNamed(rows, branch, year);
  if (!versions[0] || (first !== undefined && first > last)) throw new Refusal('month.no-scheme');
  const { asOf, members } = await scoreRows(rows, branch, earlier(clock.today(), last));
  const content = {
    year,
    asOf,
    schemes: versions.map(({ document }) => ({
      version: document.version ?? 1,
      title: document.title,
      ...(document.effective !== undefined && { effective: document.effective }),
    })),
    members: members.map(({ kept, year: own }) => ({
      name: kept.member.name,
      claim: claimOf(own),
      tree: own.evaluation.tree,
    })),
  };
  return JSON.parse(JSON.stringify(content)) as Json;
}

/** The digest 摘要 by which only what was previewed is sealed. */
export function digestOf(content: Json): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

/** Where the ledger stands: the number of the last entry and the hash of the last event. */
async function headOf(doing: Doing): Promise<string> {
  const head = await readHead(doing.rows, doing.at);
  return `${head?.seq ?? 0} ${head?.hash ?? ''}`;
}

const ENDED = ['withdrawn', 'rejected', 'reversed'];

/** Quarters of a year, from the branch's first scheme on, whose notice has not been posted yet. */
async function quartersOpen(doing: Doing, year: string): Promise<number> {
  const [first] = await doing.context.schemes.of(doing.rows, doing.at);
  const since = first?.document.effective ?? '';
  // An earlier quarter is owed too where opening points of it still wait for the meeting.
  const waiting = (await doing.list('line', { notState: ENDED })).filter(({ body }) => body.opening !== undefined);
  const opened = new Set(waiting.map(({ body }) => quarterText(body.fact.day)));
  const wanted = quartersIn(await doing.yearNamed(year)).filter(
    (quarter) => (parsePeriod(quarter)?.to ?? '') >= since || opened.has(quarter),
  );
  const quarters = await doing.list('quarter', { period: wanted });
  const done = quarters.filter(({ state }) => state === 'posted' || state === 'closed').map(({ period }) => period);
  return wanted.filter((quarter) => !done.includes(quarter)).length;
}

/** The acts of the annual settlement 年度积分 (§三(五), product §3.9). */
export const settlementActs: Handlers<ActsOf<'settlement'>> = {
  'settlement.preview': async (doing, { year }) => {
    await doing.allow({});
    const [known] = (await doing.list('settlement', { period: [year] })).slice(-1);
    if (year > (await doing.yearOf(doing.today))) doing.refuse({ refused: 'month.no-scheme' }); // nothing has happened in it yet
    const to = doing.decide(step, known, 'settlement.preview', {});
    const content = await snapshotOf(doing, year);
    const body = { digest: digestOf(content), head: await headOf(doing) };
    if (known) return doing.answer(await doing.move(known, to, body));
    return doing.answer(await doing.add('settlement', { state: to, period: year, body }));
  },
  'settlement.amend': async (doing, { year, reason }) => {
    await doing.allow({});
    const known = (await doing.list('settlement', { period: [year] })).slice(-1);
    const [sealed] = known.filter(({ state }) => state === 'sealed');
    const supersedes = sealed?.body.document;
    if (supersedes === undefined) doing.refuse({ refused: 'settlement.not-sealed' });
    const to = doing.decide(step, undefined, 'settlement.amend', { ...doing.two, reason });
    const content = await snapshotOf(doing, year);
    const body = { digest: digestOf(content), head: await headOf(doing), reason, supersedes: supersedes ?? 0 };
    return doing.answer(await doing.add('settlement', { state: to, period: year, body }));
  },
  'settlement.seal': async (doing, { id }) => {
    const settlement = await doing.find('settlement', id);
    await doing.allow({}, settlement);
    const year = settlement.period ?? '';
    const objections = await doing.list('objection', { period: [year] });
    const to = doing.decide(step, settlement, 'settlement.seal', {
      today: doing.today,
      yearEnd: (await doing.yearNamed(year)).to,
      quartersOpen: await quartersOpen(doing, year),
      objectionsRunning: objections.filter(({ state }) => isRunning(state as ObjectionState)).length,
    });
    const content = await snapshotOf(doing, year);
    await same(doing, settlement, content);
    const head = await headOf(doing);
    const { reason, supersedes } = settlement.body;
    const document = await doing.seal({
      kind: 'settlement',
      matter: id,
      period: year,
      content: { ...(content as object), head, ...(reason !== undefined && { reason }) },
      ...(supersedes !== undefined && { supersedes }),
    });
    return doing.answer(await doing.move(settlement, to, { document, head }), { number: String(document) });
  },
  'settlement.supersede': async (doing, { id }) => {
    const settlement = await doing.find('settlement', id);
    await doing.allow({}, settlement);
    const all = await doing.list('settlement', { period: [settlement.period ?? ''] });
    const own = settlement.body.document;
    const amendedSealed = all.some(({ state, body }) => state !== 'previewed' && body.supersedes === own);
    const to = doing.decide(step, settlement, 'settlement.supersede', { amendedSealed });
    return doing.answer(await doing.move(settlement, to));
  },
};

/** Only what was previewed is sealed: where the ledger or the roster has moved on since, the preview is stale. @throws revision.stale */
async function same(doing: Doing, { body, revision, state }: Matter<'settlement'>, content: Json): Promise<void> {
  const changed = { revision, state, changed: 'entry' };
  if (digestOf(content) !== body.digest) doing.refuse({ refused: 'revision.stale', params: changed });
}
