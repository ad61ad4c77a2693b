import { join } from 'node:path';
import { DATABASE_FILE, openStore } from '#store/database.ts';
import { columnsOf } from '#store/fact-row.ts';
import { openSqlite } from '#store/sqlite.ts';
import { addTestOrg, fillBranch } from '#tests/settle/fill-branch.ts';
import { memberYear, numbers } from './member-year.ts';

/** The branch that is filled and settled. */
export const BRANCH = 'b';

const FACTS = 60;
const BLOCK = 1000;
const NOW = '2026-12-31T00:00:00.000Z';

/** Fills a new database in a folder with so many member-years of one branch. */
export async function fillSettlement(folder: string, members: number): Promise<void> {
  const store = await openStore(folder);
  await addTestOrg(store.rows);
  await fillBranch(store.rows, BRANCH, []);
  await store.close();
  // Millions of rows: prepared statements, not a builder of queries.
  const database = openSqlite(join(folder, DATABASE_FILE));
  const insert = (table: string, columns: readonly string[]): ((values: readonly unknown[]) => void) => {
    const places = columns.map(() => '?').join(', ');
    const statement = database.prepare(`insert into ${table} (${columns.join(', ')}) values (${places})`);
    return (values) => void statement.run([...values]);
  };
  const addMember = insert('member', ['branch_id', 'member_id', 'code', 'name', 'created_at']);
  const addStatus = insert('status', [
    'branch_id',
    'member_id',
    'seq',
    'from_day',
    'to_day',
    'standing',
    'category',
    'role',
  ]);
  const addEntry = insert('entry', [
    'branch_id',
    'seq',
    'member_id',
    'created_at',
    ...Object.keys(columnsOf({ item: '', day: '' })),
  ]);
  const next = numbers(2026);
  let seq = 0;
  for (let from = 0; from < members; from += BLOCK) {
    database.exec('begin');
    const block = Array.from({ length: Math.min(BLOCK, members - from) }, (_, at) =>
      memberYear(String(from + at + 1).padStart(6, '0'), next),
    );
    for (const { member } of block) {
      addMember([BRANCH, member.id, member.id, member.name, NOW]);
      for (const [at, one] of member.history.entries())
        addStatus([BRANCH, member.id, at + 1, one.from, one.to, one.standing, one.category ?? null, one.role ?? null]);
    }
    // A ledger takes a fact of one and then of another: the rows of a member lie apart.
    for (let at = 0; at < FACTS; at++)
      for (const { member, facts } of block) {
        const fact = facts[at];
        if (fact) addEntry([BRANCH, ++seq, member.id, NOW, ...Object.values(columnsOf(fact))]);
      }
    database.exec('commit');
  }
  database.prepare('update head set seq = ? where branch_id = ?').run([seq, BRANCH]);
  database.close();
}
