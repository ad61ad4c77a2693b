import { type Kysely, sql } from 'kysely';
import { appendOnly, refuseRepeats } from '#store/append-only.ts';
import { isPostgres, textOf } from '#store/dialect.ts';

/** The control codes of printed sheets and what each stands for; without row numbers, so that ballots lie in the order of their codes alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textOf(db);
  const made = db.schema
    .createTable('paper_code')
    .addColumn('branch_id', text, (column) => column.notNull())
    .addColumn('code', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('of', text, (column) => column.notNull())
    .addColumn('part', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('paper_code_pk', ['branch_id', 'code'])
    .addForeignKeyConstraint('paper_code_branch', ['branch_id'], 'branch', ['branch_id']);
  await (isPostgres(db) ? made : made.modifyEnd(sql`without rowid`)).execute();
  await appendOnly(db, 'paper_code');
  await refuseRepeats(db, 'paper_code', ['branch_id', 'code']);
  await db.schema.createIndex('paper_code_by_of').on('paper_code').columns(['branch_id', 'kind', 'of']).execute();
  await db.schema.createIndex('paper_code_by_code').on('paper_code').column('code').execute();
}
