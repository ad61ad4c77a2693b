import { createHash } from 'node:crypto';
import type { Fact } from '#domain/ledger/fact.ts';
import { totaller } from '#domain/score/totals.ts';
import { openStore, type Rows } from '#store/database.ts';
import { factOf } from '#store/fact-row.ts';
import { listMembers } from '#store/member.ts';
import { compileSettlement } from '#store/settle/compile.ts';
import { joinedCells, runSettlement } from '#store/settle/settle.ts';
import { defaultScheme } from './default-scheme.ts';
import { peak } from './peak.ts';
import { BRANCH } from './settlement-fill.ts';

/** What one side took: seconds in all, those without the reading of rows where it can be told, the peak of memory, and a digest of every total. */
export type SideAnswer = {
  readonly seconds: number;
  readonly scoring: number;
  readonly peakMegabytes: number;
  readonly members: number;
  readonly digest: string;
};

type Row = readonly [id: string, total: number, components: readonly number[], vetoed: boolean];
type Settled = { readonly rows: readonly Row[]; readonly scoring: number };

const CHUNK = 500;

/** Settles a filled branch by the query or by the quick totals, in a process of its own, and prints the answer as JSON. */
export async function answerSide(side: string, folder: string): Promise<void> {
  const store = await openStore(folder);
  const start = performance.now();
  const { rows, scoring } = side === 'query' ? await byQuery(store.rows) : await byTotals(store.rows);
  const seconds = (performance.now() - start) / 1000;
  const peakMegabytes = peak();
  await store.close();
  const hash = createHash('sha256');
  for (const row of rows.toSorted(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${JSON.stringify(row)}\n`);
  const answer: SideAnswer = { seconds, scoring, peakMegabytes, members: rows.length, digest: hash.digest('hex') };
  console.log(JSON.stringify(answer));
}

async function byQuery(rows: Rows): Promise<Settled> {
  const start = performance.now();
  const { settlement } = compileSettlement(defaultScheme(), await joinedCells(rows, BRANCH));
  if (!settlement) throw new Error('the default scheme is not settled by the query');
  const settled = await runSettlement(rows, BRANCH, settlement);
  const found = [...settled].map(([id, one]): Row => [id, one.total, [...one.components.values()], one.vetoed]);
  return { rows: found, scoring: (performance.now() - start) / 1000 };
}

/** Reads some members' rows at a time: all at once would measure the memory of millions of objects. */
async function byTotals(rows: Rows): Promise<Settled> {
  const totals = totaller(defaultScheme());
  const members = (await listMembers(rows, BRANCH)).map(({ member }) => member);
  const found: Row[] = [];
  let scoring = 0;
  for (let from = 0; from < members.length; from += CHUNK) {
    const chunk = members.slice(from, from + CHUNK);
    const facts = await factsOf(rows, chunk[0]?.id ?? '', chunk.at(-1)?.id ?? '');
    const start = performance.now();
    for (const member of chunk) {
      const { total, components, vetoed } = totals({ member, facts: facts.get(member.id) ?? [] });
      found.push([member.id, total, components, vetoed]);
    }
    scoring += (performance.now() - start) / 1000;
  }
  return { rows: found, scoring };
}

async function factsOf(rows: Rows, first: string, last: string): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const found = await rows
    .selectFrom('entry')
    .selectAll()
    .where('branch_id', '=', BRANCH)
    .where('member_id', '>=', first)
    .where('member_id', '<=', last)
    .where('reverses', 'is', null)
    .execute();
  const facts = new Map<string, Fact[]>();
  for (const row of found) {
    const known = facts.get(row.member_id);
    if (known) known.push(factOf(row));
    else facts.set(row.member_id, [factOf(row)]);
  }
  return facts;
}
