import type { Kysely } from 'kysely';
import { appendOnly } from '#store/append-only.ts';
import { textOf } from '#store/dialect.ts';

/** The ledger: entries that are only ever added, and the one-row head of each branch that its writer locks (product §5.2). */
export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textOf(db);
  await db.schema
    .createTable('entry')
    .addColumn('branch_id', text, (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('member_id', text, (column) => column.notNull())
    .addColumn('item', text, (column) => column.notNull())
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('period', text)
    .addColumn('quantity', 'bigint')
    .addColumn('level', text)
    .addColumn('points', 'bigint')
    .addColumn('score', 'bigint')
    .addColumn('rater', text)
    .addColumn('ref', text)
    .addColumn('note', text)
    .addColumn('created_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('entry_pk', ['branch_id', 'seq'])
    .addForeignKeyConstraint('entry_member', ['branch_id', 'member_id'], 'member', ['branch_id', 'member_id'])
    .execute();
  await db.schema.createIndex('entry_by_member').on('entry').columns(['branch_id', 'member_id', 'day']).execute();
  await appendOnly(db, 'entry');
  await db.schema
    .createTable('head')
    .addColumn('branch_id', text, (column) => column.primaryKey().references('branch.branch_id'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .execute();
}
