import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, type Engine, type Place, ROLES, startEngine } from '#tests/postgres/engine.ts';
import { addAct, sealDocument } from './act.ts';
import { addBranch } from './branch.ts';
import { openStore, type Store } from './database.ts';
import { addEntries } from './entry.ts';
import { addMembers } from './member.ts';
import { addOrg } from './org.ts';
import { addAccess, addRecordAndAnswer } from './record.ts';
import { addScheme } from './scheme.ts';
import { addShield } from './shield.ts';
import { addStep } from './step.ts';

const NOW = '2026-11-22T08:00:00.000Z';
let engine: Engine;
let place: Place;

/** A branch with a row in every table that is only added to. */
async function fill({ rows }: Store): Promise<void> {
  await addOrg(rows, { id: 'o1', parent_id: null, path: '/o1/', name: '某区', created_at: NOW });
  await addBranch(rows, { branch_id: 'b1', org_id: 'o1', name: '某支部', demo: 1, created_at: NOW });
  const history = [{ from: '0000-01-01', to: '9999-12-31', standing: 'full' as const }];
  await addMembers(rows, 'b1', [{ member: { id: 'm1', name: '甲', history }, code: 'D01' }], NOW);
  await addScheme(rows, 'b1', { version: 1, effective: '2026-01-01', source: 'scheme: x', document: { a: 1 } }, NOW);
  await addEntries(rows, 'b1', [{ member: 'm1', fact: { item: 'DY1', day: '2026-03-05' } }], NOW);
  const about = { noun: 'line', id: 'l1', revision: 1, action: 'declaration.draft', actor: 'm1' };
  await addStep(rows, { branch_id: 'b1', ...about, second: null, at: NOW, prior: null });
  await addAct(rows, 'b1', { action: 'declaration.draft', member: 'm1', content: {} }, { now: NOW, actor: 'm1' });
  await sealDocument(rows, 'b1', { kind: 'month', matter: '2026-03', content: {} }, NOW, 'm1');
  const done = { at: NOW, actor: 'm1', action: 'month.close', outcome: 'done' as const, code: null };
  const record = { branch_id: 'b1', record_id: 'r1', ...done, target: null, request: null };
  const answer = { branch_id: 'b1', who: 'w', action: 'x', key: 'k', digest: 'd', answer: '{}', at: NOW };
  await addRecordAndAnswer(rows, record, answer);
  const looked = { viewer: 'm2', subject: 'm1', action: 'ledger.show', reason: null };
  await addAccess(rows, { branch_id: 'b1', access_id: 'a1', at: NOW, ...looked });
  await addShield(rows, { branch_id: 'b1', id: 'l1', who: 'w', sealed: 's' });
  await rows.insertInto('voted').values({ branch_id: 'b1', motion_id: 'm', member_id: 'm1' }).execute();
}

/** Each chained table: a change of it, its key, a row whose key is there, and the change of a conflict. */
const CHAINED = [
  [
    'entry',
    'quantity = 0',
    'seq = 1',
    `'b1', 1, 'm1', 'X', '2026-01-01', null, null, null, null, null, null, null, null, 'now', null`,
    `item = 'X'`,
  ],
  ['scheme', `document = '{}'`, 'version = 1', `'b1', 1, '2026-01-01', '', '{}', 'now'`, `document = '{}'`],
  ['event', `body = '{}'`, 'seq = 1', `'b1', 1, 'entry/1', 'now', '{}', null, 'x', null, null, null`, `body = '{}'`],
  ['salt', `salt = '00'`, 'seq = 2', `'b1', 2, 'actor', '00'`, `salt = '00'`],
  ['step', `actor = 'x'`, 'revision = 1', `'b1', 'line', 'l1', 1, 'x', 'x', null, 'now', null`, `actor = 'x'`],
  ['act', `content = '{}'`, 'seq = 6', `'b1', 6, '{}'`, `content = '{}'`],
  ['document', `text = ''`, 'number = 1', `'b1', 'month', 1, 'x', null, '', 1, null, 'now'`, `text = ''`],
  ['record', `actor = 'x'`, `record_id = 'r1'`, `'b1', 'r1', 'now', 'x', 'x', 'done', null, null, null`, `actor = 'x'`],
  ['access', `viewer = 'x'`, `access_id = 'a1'`, `'b1', 'a1', 'now', 'x', 'x', 'x', null`, `viewer = 'x'`],
  ['answer', `answer = ''`, `key = 'k'`, `'b1', 'w', 'x', 'k', 'd', '', 'now'`, `answer = ''`],
  ['shield', `sealed = ''`, `id = 'l1'`, `'b1', 'l1', 'w', ''`, `sealed = ''`],
  ['voted', `member_id = 'x'`, `member_id = 'm1'`, `'b1', 'm', 'm1'`, `member_id = 'm1'`],
] as const;
const KEYS = {
  entry: 'branch_id, seq',
  scheme: 'branch_id, version',
  event: 'branch_id, seq',
  salt: 'branch_id, seq, field',
  step: 'branch_id, noun, id, revision',
  act: 'branch_id, seq',
  document: 'branch_id, kind, number',
  record: 'branch_id, record_id',
  access: 'branch_id, access_id',
  answer: 'branch_id, who, action, key',
  shield: 'branch_id, id',
  voted: 'branch_id, motion_id, member_id',
};

const STATEMENTS = {
  SQLite: CHAINED.flatMap(([table, change, key, row, instead]) =>
    [
      `UPDATE ${table} SET ${change}`,
      `UPDATE OR REPLACE ${table} SET ${key}`,
      `DELETE FROM ${table}`,
      `REPLACE INTO ${table} VALUES (${row})`,
      `INSERT OR REPLACE INTO ${table} VALUES (${row})`,
      `INSERT INTO ${table} VALUES (${row})`,
      `INSERT OR IGNORE INTO ${table} VALUES (${row})`,
      `INSERT INTO ${table} VALUES (${row}) ON CONFLICT DO NOTHING`,
      `INSERT INTO ${table} VALUES (${row}) ON CONFLICT DO UPDATE SET ${instead}`,
    ].map((statement) => [table, statement, /only ever added to/] as const),
  ),
  PostgreSQL: CHAINED.flatMap(([table, change, key, row, instead]) => [
    ...[
      `UPDATE ${table} SET ${change}`,
      `UPDATE ${table} SET ${key}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
      `INSERT INTO ${table} VALUES (${row}) ON CONFLICT (${KEYS[table]}) DO UPDATE SET ${instead}`,
      `MERGE INTO ${table} USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE`,
      `SELECT * FROM ${table} FOR UPDATE`,
      `CREATE TRIGGER t BEFORE INSERT ON ${table} EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
    ].map((statement) => [table, statement, /permission denied for table/] as const),
    ...[
      `DROP TABLE ${table} CASCADE`,
      `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
      `ALTER TABLE ${table} OWNER TO ${ROLES.application}`,
      `CREATE RULE r AS ON INSERT TO ${table} DO INSTEAD NOTHING`,
    ].map((statement) => [table, statement, /must be owner of/] as const),
    [table, `INSERT INTO ${table} VALUES (${row})`, /duplicate key/] as const,
    [table, `SET ROLE ${ROLES.owner}`, /permission denied to set role/] as const,
    [table, 'SET session_replication_role = replica', /permission denied to set parameter/] as const,
  ]),
};

describe.each(ENGINES)('what was entered stays (product §5.2), on %s', (name) => {
  beforeAll(async () => {
    engine = await startEngine(name);
    place = await engine.place();
    const store = await openStore(place.at);
    await fill(store);
    await store.close();
  }, 60_000);
  afterAll(async () => {
    await place.remove();
    await engine.stop();
  });

  test.each(STATEMENTS[name])('%s: %s is refused', async (table, statement, refusal) => {
    const before = await place.raw(`SELECT * FROM ${table}`);
    await expect(place.raw(statement)).rejects.toThrow(refusal);
    expect(before.length).toBeGreaterThan(0);
    expect(await place.raw(`SELECT * FROM ${table}`)).toEqual(before);
  });

  test('a repeated key that is told to be passed over changes nothing', async () => {
    for (const [table, , , row] of CHAINED) {
      const before = await place.raw(`SELECT * FROM ${table}`);
      const told = place.raw(`INSERT INTO ${table} VALUES (${row}) ON CONFLICT DO NOTHING`);
      // A server has no trigger to refuse it.
      if (name === 'SQLite') await expect(told).rejects.toThrow('only ever added to');
      else await told;
      expect(await place.raw(`SELECT * FROM ${table}`)).toEqual(before);
    }
  });
});
