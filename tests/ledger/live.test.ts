import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readDemoFiles } from '#server/demo-files.ts';
import { openServices } from '#service/open.ts';
import { DATABASE_FILE } from '#store/database.ts';
import { hashOf } from '#store/hash.ts';
import { openSqlite } from '#store/sqlite.ts';
import type { RowKey } from '#store/strays.ts';
import { ArchiveCheck, verifyArchive } from '#verifier/archive-check.ts';
import type { Report } from '#verifier/report.ts';
import { tamper } from './small-branch.ts';

const home = join(import.meta.dirname, '..', '..');
let source: string;
let folder: string;
let lines: string[];

/** The demonstration branch, as the pages show it. */
beforeAll(async () => {
  source = mkdtempSync(join(tmpdir(), 'sunledger-live-'));
  const services = await openServices(source);
  const files = await readDemoFiles(home);
  if ('problems' in files) throw new Error(JSON.stringify(files.problems.slice(0, 5)));
  await services.seedDemo(files);
  await services.close();
  lines = await exported(source);
});
afterAll(() => rmSync(source, { recursive: true }));
afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the demonstration's database. */
function copy(): string {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-live-'));
  const database = openSqlite(join(source, DATABASE_FILE));
  database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  database.close();
  copyFileSync(join(source, DATABASE_FILE), join(folder, DATABASE_FILE));
  return folder;
}

async function exported(from: string): Promise<string[]> {
  const services = await openServices(from);
  const [branch = ''] = await services.branches();
  const found: string[] = [];
  await services.archive({ branch }, (line) => {
    found.push(line);
  });
  await services.close();
  return found;
}

async function verified(from: string, head?: string): Promise<Report & { strays: readonly RowKey[] }> {
  const services = await openServices(from);
  const [branch = ''] = await services.branches();
  const check = new ArchiveCheck(hashOf, head);
  const strays = await services.verify({ branch }, (line) => check.take(line));
  await services.close();
  return { ...check.finish(), strays };
}

test('the demonstration is exported to the same bytes each time, and verified: every event, entry and score', async () => {
  expect(await exported(source)).toEqual(lines);
  const report = verifyArchive(hashOf, lines);
  expect(report).toMatchObject({ sound: true, faults: [], outside: 'none', asOf: '2026-12-31' });
  expect(report.entries).toBeGreaterThan(500);
  expect(report.scores).toBe(report.members);
  expect(await verified(source)).toMatchObject({ sound: true, strays: [], events: report.events });
});

test('an export names nobody who acted', () => {
  expect(lines.some((line) => line.includes('"actor":{'))).toBe(false);
});

const entry = (number: number): string => `(SELECT seq FROM event WHERE kind = 'entry/1' AND number = ${number})`;

describe('what the owner of the machine changes is found and named, every trigger dropped (product §5.2)', () => {
  test.each<[string, string[], object]>([
    ['an item', [`UPDATE entry SET item = 'X' WHERE seq = 12`], { why: 'commitment', entry: 12, field: 'content' }],
    ['a note', [`UPDATE entry SET note = 'x' WHERE seq = 12`], { why: 'commitment', entry: 12, field: 'content' }],
    ['half an amount', [`UPDATE entry SET quantity = 0.5 WHERE seq = 12`], { why: 'not-opened', entry: 12 }],
    ['no text at all', [`UPDATE entry SET item = x'00ff' WHERE seq = 12`], { why: 'not-opened', entry: 12 }],
    [
      'whom it is about',
      [
        `UPDATE entry SET member_id = (SELECT max(m.member_id) FROM member m WHERE m.member_id <> entry.member_id) WHERE seq = 12`,
      ],
      { why: 'commitment', entry: 12, field: 'member' },
    ],
    ['an entry taken out', [`DELETE FROM entry WHERE seq = 12`], { why: 'not-opened', entry: 12 }],
    ['an entry made a reversal', [`UPDATE entry SET reverses = 11 WHERE seq = 12`], { why: 'not-opened', entry: 12 }],
    ['a name', [`UPDATE member SET name = 'x' WHERE code = 'D001'`], { why: 'commitment', field: 'content', seq: 3 }],
    [
      'a standing',
      [`UPDATE status SET standing = 'exempt' WHERE member_id = (SELECT member_id FROM event WHERE seq = 4)`],
      { why: 'commitment', seq: 4 },
    ],
    ['a scheme', [`UPDATE scheme SET document = replace(document, '60', '61')`], { why: 'document', seq: 2 }],
    ['the text of a scheme', [`UPDATE scheme SET source = source || ' '`], { why: 'document', seq: 2 }],
    ['no scheme at all', [`UPDATE scheme SET document = '{'`], { why: 'document', seq: 2 }],
    [
      'an event',
      [`UPDATE event SET body = replace(body, '"entry":12,', '"entry":13,') WHERE seq = ${entry(12)}`],
      { why: 'hash', entry: 12 },
    ],
    ['no event at all', [`UPDATE event SET body = 'x' WHERE seq = ${entry(12)}`], { why: 'malformed' }],
    [
      'when it was recorded',
      [`UPDATE event SET at = '2026-01-01T00:00:00.000Z' WHERE seq = ${entry(12)}`],
      { why: 'hash', entry: 12 },
    ],
    [
      'who acted',
      [`UPDATE event SET actor = 'x' WHERE seq = ${entry(12)}`],
      { why: 'commitment', field: 'actor', entry: 12 },
    ],
    ['an event taken out', [`DELETE FROM event WHERE seq = ${entry(12)}`], { why: 'gap' }],
    ['the last event taken out', [`DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)`], { why: 'cut-short' }],
    [
      'a salt',
      [`UPDATE salt SET salt = '${'0'.repeat(32)}' WHERE field = 'content' AND seq = ${entry(12)}`],
      { why: 'commitment', entry: 12, field: 'content' },
    ],
    [
      'a salt taken out',
      [`DELETE FROM salt WHERE field = 'content' AND seq = ${entry(12)}`],
      { why: 'not-opened', entry: 12 },
    ],
    ['the head', [`UPDATE head SET hash = '${'0'.repeat(64)}'`], { why: 'head' }],
  ])('%s', async (_, statements, fault) => {
    tamper(copy(), ...statements);
    const { sound, faults } = await verified(folder);
    expect(sound).toBe(false);
    expect(faults[0]).toMatchObject(fault);
    const changed = await exported(folder).catch(() => undefined); // an export may refuse what it cannot read
    const closed = 'field' in fault && fault.field === 'actor'; // an export does not open it
    if (changed && !closed) expect(verifyArchive(hashOf, changed).sound).toBe(false);
  });

  test('a row written past the ledger is named', async () => {
    tamper(
      copy(),
      `INSERT INTO entry SELECT branch_id, 9999, member_id, item, day, period, quantity, level, points, score, rater, ref, note, created_at, reverses FROM entry WHERE seq = 12`,
    );
    const { strays } = await verified(folder);
    expect(strays).toMatchObject([{ table: 'entry', number: 9999 }]);
  });

  test('a score claimed otherwise in an archive is named by the member’s id', () => {
    const at = lines.length - 1;
    const changed = lines.with(at, (lines[at] ?? '').replace(/"total":(\d+)/, '"total":1$1'));
    const { faults } = verifyArchive(hashOf, changed);
    expect(faults).toMatchObject([{ why: 'score', field: 'total' }]);
    expect(faults[0]?.member).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a cut-off tail', () => {
  const cut = [
    `DELETE FROM salt WHERE seq = (SELECT max(seq) FROM event)`,
    `DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)`,
    `DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)`,
    `UPDATE head SET seq = seq - 1, event_seq = event_seq - 1, hash = (SELECT hash FROM event ORDER BY seq DESC LIMIT 1)`,
  ];

  test('done with care cannot be seen without a head from outside, and is found with it', async () => {
    const { head } = verifyArchive(hashOf, lines);
    tamper(copy(), ...cut);
    expect(await verified(folder)).toMatchObject({ sound: true, outside: 'none' });
    const report = await verified(folder, head?.hash);
    expect(report).toMatchObject({ sound: false, outside: 'not-found', faults: [{ why: 'outside-head' }] });
    expect(verifyArchive(hashOf, await exported(folder), head?.hash).sound).toBe(false);
  });

  test('an older head is found inside the chain, with how much it does not cover', async () => {
    tamper(copy(), ...cut);
    const { head } = verifyArchive(hashOf, await exported(folder));
    expect(verifyArchive(hashOf, lines, head?.hash)).toMatchObject({
      sound: true,
      outside: { seq: head?.seq, after: 1 },
    });
  });
});
