import { type Kysely, sql } from 'kysely';
import { appendOnly, refuseRepeats } from '#store/append-only.ts';
import { textOf } from '#store/dialect.ts';

/** The rows that this migration reads and writes, as they stand then. */
type Before = {
  matter: { branch_id: string; noun: string; id: string; body: string };
  notice_code: { code: string; branch_id: string; notice_id: string };
};

/** The directory of posted notices by their code, and an index that finds an event by the beginning of its hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textOf(db);
  // A reference table, found by code alone: no foreign key to the distributed branch.
  await db.schema
    .createTable('notice_code')
    .addColumn('code', text, (column) => column.primaryKey())
    .addColumn('branch_id', text, (column) => column.notNull())
    .addColumn('notice_id', text, (column) => column.notNull())
    .execute();
  await appendOnly(db, 'notice_code');
  await refuseRepeats(db, 'notice_code', ['code']);
  const rows = db as Kysely<Before>;
  const notices = await rows.selectFrom('matter').selectAll().where('noun', '=', sql.lit('notice')).execute();
  for (const { branch_id, id, body } of notices) {
    const { code } = JSON.parse(body) as { readonly code?: string };
    if (code !== undefined) await rows.insertInto('notice_code').values({ code, branch_id, notice_id: id }).execute();
  }
  await db.schema.createIndex('event_by_hash').on('event').column('hash').execute();
  await db.schema.createIndex('document_by_event').on('document').columns(['branch_id', 'seq']).execute();
}
