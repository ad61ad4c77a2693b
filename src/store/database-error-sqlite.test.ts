import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DATABASE_FILE, openStore } from './database.ts';
import { databaseErrorOf } from './database-error.ts';
import { openSqlite } from './sqlite.ts';

test('a SQLite file that another program keeps writing to is busy, after the wait', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-busy-'));
  const store = await openStore(folder);
  const other = openSqlite(join(folder, DATABASE_FILE));
  other.exec('begin immediate');
  const kind = await store
    .transaction(async () => undefined)
    .then(
      () => 'no error',
      (error: unknown) => databaseErrorOf(error),
    );
  expect(kind).toBe('busy');
  other.exec('rollback');
  other.close();
  await store.close();
  rmSync(folder, { recursive: true });
});
