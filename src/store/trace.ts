import type { Fact } from '#domain/ledger/fact.ts';
import type { Noun } from './bodies.ts';
import type { Rows } from './database.ts';
import { factOf } from './fact-row.ts';
import { type Matter, matterOf } from './matter.ts';
import type { DocumentTable, StepTable } from './tables-process.ts';

/** The matters of a noun whose content names a thing by its id 涉及事项, in the order of their ids. */
export async function mattersNaming<N extends Noun>(
  rows: Rows,
  branch: string,
  noun: N,
  id: string,
): Promise<readonly Matter<N>[]> {
  const found = await rows
    .selectFrom('matter')
    .selectAll()
    .where('branch_id', '=', branch)
    .where('noun', '=', noun)
    // The text of a sheet stands within the content, its quotes escaped; whoever asks looks at what is found.
    .where('body', 'like', `%${id}%`)
    .orderBy('id')
    .execute();
  return found.map(matterOf<N>);
}

/** The steps of several matters 办理过程, each in its own order. */
export async function stepsOf(
  rows: Rows,
  branch: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StepTable[]>> {
  const found = await rows
    .selectFrom('step')
    .selectAll()
    .where('branch_id', '=', branch)
    .where('noun', 'in', ['line', 'hearing', 'veto', 'objection', 'appeal'])
    .where('id', 'in', [...ids])
    .orderBy('revision')
    .execute();
  const steps = new Map<string, StepTable[]>(ids.map((id) => [id, []]));
  for (const step of found) steps.get(step.id)?.push(step);
  return steps;
}

/** A sealed document without its text, with the hash of the event that sealed it. */
export type Sealed = Pick<DocumentTable, 'kind' | 'number' | 'matter' | 'sealed_at'> & { readonly hash: string };

/** What was sealed of some matters 定稿文书, oldest first. */
export async function sealedOf(rows: Rows, branch: string, matters: readonly string[]): Promise<readonly Sealed[]> {
  if (matters.length === 0) return [];
  return await rows
    .selectFrom('document')
    .innerJoin('event', (on) =>
      on.onRef('event.branch_id', '=', 'document.branch_id').onRef('event.seq', '=', 'document.seq'),
    )
    .select(['document.kind', 'document.number', 'document.matter', 'document.sealed_at', 'event.hash'])
    .where('document.branch_id', '=', branch)
    .where('document.matter', 'in', [...matters])
    .orderBy('document.number')
    .execute();
}

/** An entry of the ledger with the hash of its event, and which entry it takes back. */
export type Chained = { readonly number: number; readonly fact: Fact; readonly at: string; readonly hash: string } & {
  readonly reverses: number | null;
};

/** Entries by their numbers 分录, each with the hash of its event on the chain. */
export async function entriesChained(
  rows: Rows,
  branch: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Chained>> {
  if (numbers.length === 0) return new Map();
  const found = await rows
    .selectFrom('entry')
    .innerJoin('event', (on) =>
      on.onRef('event.branch_id', '=', 'entry.branch_id').onRef('event.number', '=', 'entry.seq'),
    )
    .selectAll('entry')
    .select('event.hash')
    .where('entry.branch_id', '=', branch)
    .where('entry.seq', 'in', [...numbers])
    .where('event.kind', 'in', ['entry/1', 'reversal/1'])
    .where('event.seq', '>=', Math.min(...numbers)) // an entry is never earlier on the chain than its own number
    .execute();
  return new Map(
    found.map((row) => [
      row.seq,
      { number: row.seq, fact: factOf(row), at: row.created_at, hash: row.hash, reverses: row.reverses },
    ]),
  );
}

/** Which lines stand behind the entries of a member 分录对应事项: by the number of the entry, a correction's too. */
export async function linesByEntry(rows: Rows, branch: string, member: string): Promise<ReadonlyMap<number, string>> {
  const found = await rows
    .selectFrom('matter')
    .select(['id', 'body'])
    .where('branch_id', '=', branch)
    .where('noun', '=', 'line')
    .where('subject', '=', member)
    .where('state', 'in', ['determined', 'reversed'])
    .execute();
  return new Map(
    found.flatMap(({ id, body }): [number, string][] => {
      const { entry } = JSON.parse(body) as { readonly entry?: number };
      return entry === undefined ? [] : [[entry, id]];
    }),
  );
}

/** The entries of a member that count, by number, in the order of entry. */
export async function countedOf(
  rows: Rows,
  branch: string,
  member: string,
): Promise<readonly { readonly number: number; readonly fact: Fact }[]> {
  const found = await rows
    .selectFrom('entry')
    .selectAll()
    .where('branch_id', '=', branch)
    .where('member_id', '=', member)
    .orderBy('seq')
    .execute();
  const back = new Set(found.map(({ reverses }) => reverses));
  return found.flatMap((row) =>
    row.reverses === null && !back.has(row.seq) ? [{ number: row.seq, fact: factOf(row) }] : [],
  );
}
