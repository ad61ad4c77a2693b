import { type Kysely, sql } from 'kysely';
import { appendOnly, refuseRepeats } from '#store/append-only.ts';
import { textOf } from '#store/dialect.ts';
import { chainBranch, type Unchained } from './003-chain-existing.ts';

/**
 * The chain: events, the salts of their commitments kept apart, the head with hash and algorithm; reversals (product §5.2).
 * What a branch had entered before is chained in its order, with the instants at which it was recorded.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textOf(db);
  await db.schema
    .createTable('event')
    .addColumn('branch_id', text, (column) => column.notNull().references('branch.branch_id'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addColumn('prev', text)
    .addColumn('hash', text, (column) => column.notNull())
    // What the commitments speak of; outside the hash, held to it by the salts.
    .addColumn('actor', text)
    .addColumn('member_id', text)
    .addColumn('number', 'bigint')
    .addPrimaryKeyConstraint('event_pk', ['branch_id', 'seq'])
    .execute();
  await db.schema
    .createTable('salt')
    .addColumn('branch_id', text, (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('field', text, (column) => column.notNull())
    .addColumn('salt', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('salt_pk', ['branch_id', 'seq', 'field'])
    .addForeignKeyConstraint('salt_event', ['branch_id', 'seq'], 'event', ['branch_id', 'seq'])
    .execute();
  await db.schema.alterTable('entry').addColumn('reverses', 'bigint').execute();
  await sql`create unique index entry_reversed_once on entry (branch_id, reverses) where reverses is not null`.execute(
    db,
  );
  await db.schema
    .alterTable('head')
    .addColumn('event_seq', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  for (const [column, otherwise] of [
    ['hash', ''],
    ['algorithm', 'sha256'],
  ] as const)
    await db.schema
      .alterTable('head')
      .addColumn(column, text, (made) => made.notNull().defaultTo(otherwise))
      .execute();
  const rows = db as Kysely<Unchained>;
  for (const { branch_id: branch } of await rows.selectFrom('branch').select('branch_id').execute())
    await chainBranch(rows, branch);
  for (const table of ['event', 'salt']) await appendOnly(db, table);
  await refuseRepeats(db, 'event', ['branch_id', 'seq']);
  await refuseRepeats(db, 'salt', ['branch_id', 'seq', 'field']);
  await refuseRepeats(db, 'entry', ['branch_id', 'seq']);
  await refuseRepeats(db, 'scheme', ['branch_id', 'version']);
}
