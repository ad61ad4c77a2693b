import type { Kysely } from 'kysely';
import { textOf } from '#store/dialect.ts';

const TABLES: Readonly<Record<string, readonly string[]>> = {
  account: ['login', 'person_id', 'home', 'name', 'password?', 'state', 'revision#', 'created_at', 'changed_at'],
  slip: ['digest', 'login', 'issued_by', 'issued_at', 'until', 'ended_at?'],
  session: ['digest', 'login', 'person_id', 'created_at', 'seen_at', 'until', 'ended_at?'],
  token: ['digest', 'token_id', 'login', 'person_id', 'label', 'created_at', 'until', 'ended_at?'],
  attempt: ['bucket', 'failures#', 'waits_until', 'at'],
};

const INDEXES: readonly (readonly [table: string, column: string])[] = [
  ['account', 'person_id'],
  ['account', 'home'],
  ['slip', 'login'],
  ['session', 'login'],
  ['token', 'login'],
];

/** Accounts, slips, sessions, tokens and failed sign-ins: directories found by their first column alone, never joined to a branch (house). */
export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textOf(db);
  for (const [table, columns] of Object.entries(TABLES)) {
    let made = db.schema.createTable(table);
    for (const [at, column] of columns.entries())
      made = made.addColumn(column.replace(/[?#]$/, ''), column.endsWith('#') ? 'bigint' : text, (one) => {
        if (at === 0) return one.primaryKey();
        return column.endsWith('?') ? one : one.notNull();
      });
    await made.execute();
  }
  for (const [table, column] of INDEXES)
    await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
}
