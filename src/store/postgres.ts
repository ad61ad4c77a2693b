import { Kysely, PostgresDialect, sql } from 'kysely';
import { Client, type ClientBase, Pool, type QueryResult, TypeOverrides, types } from 'pg';
import { ServerAdapter } from './dialect.ts';
import { isMigrated } from './migrate.ts';
import { refuseTooManyRights } from './postgres-rights.ts';
import type { Tables } from './tables.ts';
import { NotMigrated, UnsafeConnection } from './unsafe-connection.ts';

/** The limits of each connection: how many there are, and milliseconds until a statement, a lock, an idle transaction, a connection is given up. */
export type Limits = {
  readonly pool: number;
  readonly statement: number;
  readonly lock: number;
  readonly idle: number;
  readonly connect: number;
};

/** The limits unless others are told. */
export const LIMITS: Limits = { pool: 10, statement: 30_000, lock: 5_000, idle: 60_000, connect: 10_000 };

/** What every connection must answer: what is acknowledged is on the disk. `remote_apply` waits for a standby besides. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_apply'],
  server_encoding: ['UTF8'],
};

/** PostgreSQL 15 (docs/decisions/003). */
const OLDEST = 150_000;

/** Reads a whole number of any width as one; what no number holds exactly is an error, never a near one. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`the database holds ${text}, which is not a safe integer`);
  return value;
}

/**
 * Connects to a PostgreSQL server. Every new connection sets its time-outs and is asked for what must hold on it.
 * For the owner, who migrates, statements take as long as they take.
 */
export function connect<T>(url: string, limits: Limits = LIMITS): Kysely<T> {
  const pool = new Pool({
    connectionString: url,
    max: limits.pool,
    connectionTimeoutMillis: limits.connect,
    application_name: 'sunledger',
    types: parsers(),
    Client: PreparingClient,
    // Called once for each new connection; one that is refused is closed.
    verify: (client, done) => void admit(client, limits, done),
  });
  // A connection that breaks is left out of the pool, and the query that used it fails; unheard, its error would end the program.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<T>({ dialect: new ServerDialect({ pool }) });
}

/** Statements with parameters are prepared once on each connection and then known by a name: their texts are few, as nothing is written into them. */
const NAMES = new Map<string, string>();

/** Beyond so many texts, such as lists of every length, statements stay without a name: each takes memory on every connection. */
const MOST_NAMES = 300;

function nameOf(text: string): string | undefined {
  const known = NAMES.get(text);
  if (known !== undefined || NAMES.size >= MOST_NAMES) return known;
  const name = `s${NAMES.size}`;
  NAMES.set(text, name);
  return name;
}

class PreparingClient extends Client {
  override query(...asked: unknown[]): never {
    const [text, values] = asked;
    const named = typeof text === 'string' && Array.isArray(values) && values.length > 0;
    const name = named ? nameOf(text) : undefined;
    const query = super.query.bind(this) as (...given: unknown[]) => unknown;
    if (name === undefined) return query(...asked) as never;
    const answer = query({ name, text, values }) as Promise<QueryResult>;
    // A table has another column since: the connection ends, and with it what was prepared on it.
    answer.catch((error: { readonly code?: string }) => {
      if (error.code === STALE_PLAN) void this.end().catch(() => undefined);
    });
    return answer as never;
  }
}

/** "cached plan must not change result type", as PostgreSQL says it. */
const STALE_PLAN = '0A000';

class ServerDialect extends PostgresDialect {
  readonly #adapter = new ServerAdapter();

  override createAdapter(): ServerAdapter {
    return this.#adapter;
  }
}

/** Citus takes no statement that writes to several tables: there they are written one by one. */
async function askForCitus(rows: Kysely<Tables>): Promise<void> {
  const { rows: found } = await sql`select 1 from pg_extension where extname = 'citus'`.execute(rows);
  const { adapter } = rows.getExecutor();
  if (adapter instanceof ServerAdapter) adapter.together = found.length === 0;
}

/** Whole numbers of 8 bytes, and sums of them, are read as numbers. */
function parsers(): TypeOverrides {
  const own = new TypeOverrides();
  for (const type of [types.builtins.INT8, types.builtins.NUMERIC]) own.setTypeParser(type, wholeNumber);
  return own;
}

/** Says of a new connection that it may be used, or why not. */
async function admit(client: ClientBase, limits: Limits, done: (error?: Error) => void): Promise<void> {
  try {
    await prepare(client, limits);
  } catch (error) {
    return done(error as Error);
  }
  done();
}

/** Sets the time-outs of a new connection and asks it for what must hold. @throws UnsafeConnection */
async function prepare(client: ClientBase, { statement, lock, idle }: Limits): Promise<void> {
  const limits = { statement_timeout: statement, lock_timeout: lock, idle_in_transaction_session_timeout: idle };
  const set = Object.entries(limits).map(([name, value]) => `set_config('${name}', '${value}', false)`);
  await client.query(`select ${set.join(', ')}`);
  const asked = [...Object.keys(SETTINGS), 'server_version_num'].map((name) => `current_setting('${name}') as ${name}`);
  const { rows } = await client.query<Record<string, string>>(`select ${asked.join(', ')}`);
  refuseUnsafe(rows[0] ?? {});
}

/** Refuses a server whose answers do not keep what it acknowledges. @throws UnsafeConnection */
export function refuseUnsafe(answers: Readonly<Record<string, string>>): void {
  for (const [name, wanted] of Object.entries(SETTINGS)) {
    const found = answers[name] ?? '';
    if (wanted.includes(found)) continue;
    throw new UnsafeConnection(`PostgreSQL answers ${name} = ${found}, wanted ${wanted.join(' or ')}`);
  }
  const version = Number(answers['server_version_num']);
  if (!(version >= OLDEST)) throw new UnsafeConnection(`PostgreSQL answers server_version_num = ${version}, wanted 15`);
}

/**
 * Opens the database of a server as the application's role: one that owns nothing, changes nothing that is only added to, and cannot become a role
 * that does. Its tables are made by `sunledger migrate`. @throws UnsafeConnection, NotMigrated
 */
export async function openPostgres(url: string, limits?: Limits): Promise<Kysely<Tables>> {
  const rows = connect<Tables>(url, limits);
  try {
    if (!(await isMigrated(rows)))
      throw new NotMigrated('the database lacks tables: run sunledger migrate with DATABASE_OWNER_URL');
    await refuseTooManyRights(rows);
    await askForCitus(rows);
  } catch (error) {
    await rows.destroy();
    throw error;
  }
  return rows;
}
