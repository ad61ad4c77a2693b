import { sealDocument } from '#store/act.ts';
import type { Claimed } from '#store/bodies.ts';
import { addEntries } from '#store/entry.ts';
import { addMatter } from '#store/matter.ts';
import { addShield } from '#store/shield.ts';
import type { TestBranch } from './process-branch.ts';

const NOW = '2026-01-02T00:00:00.000Z';

type Laid = { id: string; subject: string; fact: Claimed; ayes?: readonly string[]; reporter?: string };

/** Lays a determined line with its entry, as a general meeting leaves it; the committee of the test branch decided it. */
export async function determined(
  { store, branch, context: { secrets } }: TestBranch,
  { id, subject, fact, ayes = ['b', 'c'], reporter }: Laid,
): Promise<number> {
  return await store.transaction(async (rows) => {
    const { seq } = await addEntries(rows, branch, [{ member: subject, fact }], NOW);
    if (reporter !== undefined)
      await addShield(rows, {
        branch_id: branch,
        id,
        who: secrets.digest('shield', reporter),
        sealed: secrets.seal(reporter),
      });
    await addMatter(rows, branch, {
      noun: 'line',
      id,
      state: 'determined',
      revision: 1,
      subject,
      period: fact.day.slice(0, 7),
      body: {
        ...(reporter === undefined ? { origin: 'own', declarant: subject } : { origin: 'report' }),
        fact,
        deduction: false,
        entry: seq,
        decision: { as: 'accepted', review: 'r', ayes, by: ayes[0] ?? '' },
      },
      created: NOW,
      changed: NOW,
    });
    return seq;
  });
}

/** Lays a quarter in a state, and its sealed register. */
export async function quarter({ store, branch }: TestBranch, period: string, state: string): Promise<void> {
  await store.transaction(async (rows) => {
    await addMatter(rows, branch, {
      noun: 'quarter',
      id: period,
      state,
      revision: 1,
      period,
      body: {},
      created: NOW,
      changed: NOW,
    });
    await sealDocument(rows, branch, { kind: 'register', matter: period, period, content: { period } }, NOW, 'e');
  });
}

/** Lays a general meeting in a state. */
export async function assembly({ store, branch }: TestBranch, id: string, state: string): Promise<void> {
  await addMatter(store.rows, branch, {
    noun: 'assembly',
    id,
    state,
    revision: 1,
    body: {
      day: '2026-06-30',
      place: '会议室',
      chair: 'a',
      recorder: 'e',
      items: ['register'],
      owed: [],
      present: [],
      leave: [],
      told: false,
      briefed: [],
    },
    created: NOW,
    changed: NOW,
  });
}

/** The rows of every table that stand under a branch's id, and those of no branch, as text in a fixed order. */
export async function dump({ store }: TestBranch, branch: string): Promise<string> {
  const tables = await store.rows.introspection.getTables();
  const found: string[] = [];
  for (const { name, columns } of tables) {
    const own = columns.some((column) => column.name === 'branch_id');
    const query = store.rows.selectFrom(name as 'matter').selectAll();
    const rows = await (own ? query.where('branch_id', '=', branch) : query).execute();
    found.push(...rows.map((row) => `${name} ${JSON.stringify(row)}`).toSorted());
  }
  return found.join('\n');
}
