import type { Kysely } from 'kysely';
import { appendOnly } from '#store/append-only.ts';
import { textOf } from '#store/dialect.ts';

/** Organisations, branches with their boards and schemes, members with their dated standing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textOf(db);
  await db.schema
    .createTable('org')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('parent_id', text, (column) => column.references('org.id'))
    .addColumn('path', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('branch')
    .addColumn('branch_id', text, (column) => column.primaryKey())
    .addColumn('org_id', text, (column) => column.notNull().references('org.id'))
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('demo', 'integer', (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .execute();
  // A reference table, found by code alone: no foreign key to the distributed branch.
  await db.schema
    .createTable('board')
    .addColumn('code', text, (column) => column.primaryKey())
    .addColumn('branch_id', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('scheme')
    .addColumn('branch_id', text, (column) => column.notNull().references('branch.branch_id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('effective', text, (column) => column.notNull())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('scheme_pk', ['branch_id', 'version'])
    .execute();
  await appendOnly(db, 'scheme');
  await db.schema
    .createTable('member')
    .addColumn('branch_id', text, (column) => column.notNull().references('branch.branch_id'))
    .addColumn('member_id', text, (column) => column.notNull())
    .addColumn('code', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('last_total', 'bigint')
    .addColumn('created_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('member_pk', ['branch_id', 'member_id'])
    .addUniqueConstraint('member_code', ['branch_id', 'code'])
    .execute();
  await db.schema
    .createTable('status')
    .addColumn('branch_id', text, (column) => column.notNull())
    .addColumn('member_id', text, (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('from_day', text, (column) => column.notNull())
    .addColumn('to_day', text, (column) => column.notNull())
    .addColumn('standing', text, (column) => column.notNull())
    .addColumn('category', text)
    .addColumn('group_name', text)
    .addColumn('role', text)
    .addPrimaryKeyConstraint('status_pk', ['branch_id', 'member_id', 'seq'])
    .addForeignKeyConstraint('status_member', ['branch_id', 'member_id'], 'member', ['branch_id', 'member_id'])
    .execute();
}
