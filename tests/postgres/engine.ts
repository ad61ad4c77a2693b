import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { Client } from 'pg';
import { DATABASE_FILE } from '#store/database.ts';
import { migratePostgres } from '#store/migrate-postgres.ts';
import { openSqlite } from '#store/sqlite.ts';
import { type Server, startServer } from './server.ts';

/** The databases on which everything must run. */
export const ENGINES = ['SQLite', 'PostgreSQL'] as const;

/** The roles of every test server: the owner of the tables, and the application. */
export const ROLES = { owner: 'sunledger_owner', application: 'sunledger_app' } as const;

/** A fresh place for a database, for `openStore` and `openServices`. */
export type Place = {
  readonly at: string;
  /** Runs a statement as the application could, below it; answers with the rows. */
  readonly raw: (statement: string) => Promise<readonly unknown[]>;
  /** Runs statements as who owns the database could: triggers and foreign keys do not stop them. */
  readonly tamper: (...statements: readonly string[]) => Promise<void>;
  /** Removes the place; close what was opened there first. */
  readonly remove: () => Promise<void>;
};

/** An engine that makes fresh places until it is stopped. */
export type Engine = { readonly place: () => Promise<Place>; readonly stop: () => Promise<void> };

/** Starts an engine; the server is private to the test file. */
export async function startEngine(name: (typeof ENGINES)[number]): Promise<Engine> {
  return name === 'SQLite' ? { place: async () => folderPlace(), stop: async () => undefined } : await startPostgres();
}

/** Starts a private server with both roles and an empty, migrated model of every place. */
export async function startPostgres(): Promise<Engine & { readonly server: Server }> {
  const server = await startServer();
  await server.admin(
    'postgres',
    `create role ${ROLES.owner} login`,
    `create role ${ROLES.application} login`,
    `create database model owner ${ROLES.owner}`,
  );
  await migratePostgres(server.url(ROLES.owner, 'model'), server.url(ROLES.application, 'model'));
  let count = 0;
  const place = async (): Promise<Place> => {
    count++;
    return await serverPlace(server, `place_${count}`);
  };
  return { server, place, stop: server.stop };
}

function folderPlace(): Place {
  const at = mkdtempSync(join(tmpdir(), 'sunledger-place-'));
  const file = join(at, DATABASE_FILE);
  return {
    at,
    raw: async (statement) => {
      const database = openSqlite(file);
      try {
        const prepared = database.prepare(statement);
        if (prepared.reader) return prepared.all();
        prepared.run();
        return [];
      } finally {
        database.close();
      }
    },
    tamper: async (...statements) => {
      const database = new Database(file);
      database.prepare('PRAGMA foreign_keys = OFF').run();
      const triggers = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all();
      for (const { name } of triggers as { name: string }[]) database.exec(`DROP TRIGGER "${name}"`);
      for (const statement of statements) database.exec(statement);
      database.close();
    },
    remove: async () => rmSync(at, { recursive: true }),
  };
}

/** A copy of the migrated model; the rights on its tables are copied with it. */
async function serverPlace(server: Server, name: string): Promise<Place> {
  await server.admin('postgres', `create database ${name} owner ${ROLES.owner} template model`);
  const at = server.url(ROLES.application, name);
  return {
    at,
    raw: async (statement) => {
      const client = new Client({ connectionString: at });
      await client.connect();
      try {
        return (await client.query<object>(statement)).rows;
      } finally {
        await client.end();
      }
    },
    tamper: async (...statements) => await server.admin(name, 'set session_replication_role = replica', ...statements),
    remove: async () => await server.admin('postgres', `drop database ${name} with (force)`),
  };
}
