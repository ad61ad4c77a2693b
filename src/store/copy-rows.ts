import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Row, Shape } from './table-shape.ts';
import type { Tables } from './tables.ts';

/** So many rows are read or written at once: the whole is never in memory. */
const BATCH = 200;

/** The rows of a table in the order of its key, in batches; the order is the same on every engine. */
export async function* readRows(db: Kysely<Tables>, shape: Shape): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(shape.columns.map(({ name }) => sql.ref(name)));
  const key = sql.join(shape.key.map((name) => sql.ref(name)));
  let last: Row | undefined;
  for (;;) {
    const after = last && sql.join(shape.key.map((name) => last?.[name]));
    const { rows } = await sql<Row>`select ${columns} from ${sql.table(shape.table)}
      ${after ? sql`where (${key}) > (${after})` : sql``} order by ${key} limit ${sql.lit(BATCH)}`.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.at(-1);
    if (rows.length < BATCH) return;
  }
}

/** How many rows a table has. */
export async function countRows(db: Kysely<Tables>, { table }: Pick<Shape, 'table'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * A row as one line without its line feed, columns in the order of their names: the canonical form 规范形式 in which rows are kept and compared.
 * Throws where the database holds what no column of ours may hold.
 */
export function rowLine({ table, columns }: Shape, row: Row): string {
  const kept = columns.map((column) => {
    const value = row[column.name] ?? null;
    if (!fits(column, value)) throw new Error(`${table}.${column.name} holds a ${typeof value} that cannot be copied`);
    return [column.name, value] as const;
  });
  return JSON.stringify({ line: 'row', table, row: Object.fromEntries(kept) });
}

/** Whether a value may stand in a column: text of whole characters, a whole number that is exact, or null where it is allowed. */
export function fits({ kind, nullable }: Shape['columns'][number], value: unknown): boolean {
  if (value === null) return nullable;
  if (kind === 'number') return Number.isSafeInteger(value);
  return typeof value === 'string' && !/[\p{Surrogate}\0]/u.test(value);
}

/** Whether a row stands after another in the order of the key: text by its UTF-8 bytes, as both engines compare it. */
export function isAfter({ key }: Shape, row: Row, before: Row): boolean {
  for (const name of key) {
    const [a, b] = [row[name] ?? null, before[name] ?? null];
    const order = typeof a === 'number' ? a - Number(b) : Buffer.compare(Buffer.from(a ?? ''), Buffer.from(String(b)));
    if (order !== 0) return order > 0;
  }
  return false;
}

/** What a table holds: the number of its rows, and SHA-256 over their lines in the order of the key; equal on two engines when the rows are. */
export type TableDigest = { readonly table: string; readonly rows: number; readonly sha256: string };

/** The digest of each table. */
export async function digestTables(db: Kysely<Tables>, shapes: readonly Shape[]): Promise<readonly TableDigest[]> {
  const found: TableDigest[] = [];
  for (const shape of shapes) {
    const hash = createHash('sha256');
    let count = 0;
    for await (const rows of readRows(db, shape)) {
      for (const row of rows) hash.update(`${rowLine(shape, row)}\n`);
      count += rows.length;
    }
    found.push({ table: shape.table, rows: count, sha256: hash.digest('hex') });
  }
  return found;
}

/** Adds copied rows by INSERT alone; of a table whose rows name one another, what is named goes in first. */
export class RowAdder {
  readonly #rows: Transaction<Tables>;
  /** Keys that are there, and rows that wait for one, of the table that is being filled; a table of organisations, never a long one. */
  #there = new Set<Row[string]>();
  #waiting: readonly Row[] = [];

  constructor(rows: Transaction<Tables>) {
    this.#rows = rows;
  }

  /** Adds the next rows of a table. */
  async add(shape: Shape, rows: readonly Row[]): Promise<void> {
    if (!shape.own) return await this.#insert(shape, rows);
    const { column, names } = shape.own;
    let left = [...this.#waiting, ...rows];
    for (;;) {
      const isReady = (row: Row): boolean => {
        const named = row[column] ?? null;
        return named === null || named === row[names] || this.#there.has(named);
      };
      const ready = left.filter(isReady);
      if (ready.length === 0) break;
      left = left.filter((row) => !isReady(row));
      await this.#insert(shape, ready);
      for (const row of ready) this.#there.add(row[names] ?? null);
    }
    this.#waiting = left;
  }

  /** Ends a table: a row that still waits names one that is not there, which the database refuses. */
  async end(shape: Shape): Promise<void> {
    await this.#insert(shape, this.#waiting);
    this.#there = new Set();
    this.#waiting = [];
  }

  async #insert({ table, columns }: Shape, rows: readonly Row[]): Promise<void> {
    for (let at = 0; at < rows.length; at += BATCH) {
      const values = rows
        .slice(at, at + BATCH)
        .map((row) => sql`(${sql.join(columns.map(({ name }) => row[name] ?? null))})`);
      const names = sql.join(columns.map(({ name }) => sql.ref(name)));
      await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(this.#rows);
    }
  }
}

/** Copies tables from one database into another, in the order of their shapes. */
export async function copyTables(
  from: Kysely<Tables>,
  to: Transaction<Tables>,
  shapes: readonly Shape[],
): Promise<void> {
  const adder = new RowAdder(to);
  for (const shape of shapes) {
    for await (const rows of readRows(from, shape)) await adder.add(shape, rows);
    await adder.end(shape);
  }
}
