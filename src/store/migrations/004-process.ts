import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { appendOnly, refuseRepeats } from '#store/append-only.ts';
import { isPostgres, textOf } from '#store/dialect.ts';

/** A column: text or a whole number, each never null unless marked with `?`. */
type Column = 'text' | 'text?' | 'number' | 'number?';

/** A table: its columns, its key, whether it is only ever added to, and whether it has no row numbers (SQLite). */
type Made = {
  readonly columns: Readonly<Record<string, Column>>;
  readonly key: readonly string[];
  readonly onlyAdded: boolean;
  readonly withoutRowid?: boolean;
};

const branch = { branch_id: 'text' } as const;

const TABLES: Readonly<Record<string, Made>> = {
  matter: {
    columns: {
      ...branch,
      noun: 'text',
      id: 'text',
      state: 'text',
      revision: 'number',
      subject: 'text?',
      period: 'text?',
      parent: 'text?',
      body: 'text',
      created_at: 'text',
      changed_at: 'text',
    },
    key: ['branch_id', 'noun', 'id'],
    onlyAdded: false,
  },
  step: {
    columns: {
      ...branch,
      noun: 'text',
      id: 'text',
      revision: 'number',
      action: 'text',
      actor: 'text',
      second: 'text?',
      at: 'text',
      prior: 'text?',
    },
    key: ['branch_id', 'noun', 'id', 'revision'],
    onlyAdded: true,
  },
  act: { columns: { ...branch, seq: 'number', content: 'text' }, key: ['branch_id', 'seq'], onlyAdded: true },
  document: {
    columns: {
      ...branch,
      kind: 'text',
      number: 'number',
      matter: 'text',
      period: 'text?',
      text: 'text',
      seq: 'number',
      supersedes: 'number?',
      sealed_at: 'text',
    },
    key: ['branch_id', 'kind', 'number'],
    onlyAdded: true,
  },
  record: {
    columns: {
      ...branch,
      record_id: 'text',
      at: 'text',
      actor: 'text',
      action: 'text',
      outcome: 'text',
      code: 'text?',
      target: 'text?',
      request: 'text?',
    },
    key: ['branch_id', 'record_id'],
    onlyAdded: true,
  },
  access: {
    columns: {
      ...branch,
      access_id: 'text',
      at: 'text',
      viewer: 'text',
      subject: 'text',
      action: 'text',
      reason: 'text?',
    },
    key: ['branch_id', 'access_id'],
    onlyAdded: true,
  },
  answer: {
    columns: { ...branch, who: 'text', action: 'text', key: 'text', digest: 'text', answer: 'text', at: 'text' },
    key: ['branch_id', 'who', 'action', 'key'],
    onlyAdded: true,
  },
  role_grant: {
    columns: {
      org_id: 'text',
      grant_id: 'text',
      person_id: 'text',
      role: 'text',
      from_day: 'text',
      to_day: 'text',
      given_by: 'text',
      created_at: 'text',
    },
    key: ['org_id', 'grant_id'],
    onlyAdded: false,
  },
  shield: {
    columns: { ...branch, id: 'text', who: 'text', sealed: 'text' },
    key: ['branch_id', 'id'],
    onlyAdded: true,
    withoutRowid: true,
  },
  voted: {
    columns: { ...branch, motion_id: 'text', member_id: 'text' },
    key: ['branch_id', 'motion_id', 'member_id'],
    onlyAdded: true,
    withoutRowid: true,
  },
  // Laid anew in the order of the codes whenever one is added, so that neither place nor transaction tells whose it is.
  ballot: {
    columns: { ...branch, motion_id: 'text', code: 'text', choice: 'text' },
    key: ['branch_id', 'motion_id', 'code'],
    onlyAdded: false,
    withoutRowid: true,
  },
};

const INDEXES: Readonly<Record<string, readonly [table: string, columns: readonly string[]]>> = {
  matter_by_state: ['matter', ['branch_id', 'noun', 'state']],
  matter_by_period: ['matter', ['branch_id', 'noun', 'period']],
  matter_by_subject: ['matter', ['branch_id', 'subject', 'noun']],
  matter_by_parent: ['matter', ['branch_id', 'parent', 'noun']],
  access_by_subject: ['access', ['branch_id', 'subject', 'at']],
  grant_by_person: ['role_grant', ['person_id']],
  shield_by_who: ['shield', ['branch_id', 'who']],
};

/** The process: matters, their steps, what was sealed, what is recorded, who looked, answers for keys, roles, the shield and the secret ballot. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textOf(db);
  for (const [table, { columns, key, onlyAdded, withoutRowid }] of Object.entries(TABLES)) {
    let made: CreateTableBuilder<string, string> = db.schema.createTable(table);
    for (const [column, type] of Object.entries(columns))
      made = made.addColumn(column, type.startsWith('text') ? text : 'bigint', (one) =>
        type.endsWith('?') ? one : one.notNull(),
      );
    made = made.addPrimaryKeyConstraint(`${table}_pk`, [...key]);
    // What is refused or asked may name a branch that is none.
    if (key.includes('branch_id') && table !== 'record' && table !== 'answer')
      made = made.addForeignKeyConstraint(`${table}_branch`, ['branch_id'], 'branch', ['branch_id']);
    // Rows without numbers lie in the order of their key: nothing tells which was written first.
    await (withoutRowid && !isPostgres(db) ? made.modifyEnd(sql`without rowid`) : made).execute();
    if (!onlyAdded) continue;
    await appendOnly(db, table);
    await refuseRepeats(db, table, key);
  }
  for (const [index, [table, columns]] of Object.entries(INDEXES))
    await db.schema
      .createIndex(index)
      .on(table)
      .columns([...columns])
      .execute();
  await db.schema
    .alterTable('branch')
    .addColumn('kind', text, (column) => column.notNull().defaultTo('branch'))
    .execute();
}
