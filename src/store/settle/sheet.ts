import type { Script } from './script.ts';

type Column = { readonly name: string; readonly sql: string; readonly uses: readonly string[]; readonly level: number };

const WORD = /[a-z_]+\d*/g;

/**
 * A sheet 计分表 with one row for each member and period, whose columns are computed from one another: each column is written
 * once and computed once, in as few steps as what they need of each other allows.
 */
export class Sheet {
  readonly #script: Script;
  readonly #base: ReadonlySet<string>;
  readonly #columns = new Map<string, Column>();

  constructor(script: Script, base: readonly string[]) {
    this.#script = script;
    this.#base = new Set(base);
  }

  /** Adds a column and answers with its name; a mere number or name needs none. */
  add(sql: string): string {
    if (/^(\w+|\(-\d+\))$/.test(sql)) return sql;
    const name = `z${this.#columns.size}`;
    const uses = [...new Set(sql.match(WORD) ?? [])].filter((word) => this.#base.has(word) || this.#columns.has(word));
    const level = 1 + Math.max(0, ...uses.map((one) => this.#columns.get(one)?.level ?? 0));
    this.#columns.set(name, { name, sql, uses, level });
    return name;
  }

  /** Adds the steps that compute the columns from the rows of `from`, and answers with the last, which has those asked for. */
  finish(name: string, from: string, wanted: readonly string[]): string {
    const columns = [...this.#columns.values()];
    const needed = new Set(wanted);
    for (const column of columns.toReversed())
      if (needed.has(column.name)) for (const one of column.uses) needed.add(one);
    const live = columns.filter((column) => needed.has(column.name));
    const levels = Math.max(0, ...live.map(({ level }) => level));
    let step = from;
    for (let level = 1; level <= levels; level++) {
      const later = new Set([...wanted, ...live.filter((one) => one.level > level).flatMap((one) => one.uses)]);
      const kept = [...this.#base, ...live.filter((one) => one.level < level).map((one) => one.name)].filter((one) =>
        later.has(one),
      );
      const made = live.filter((one) => one.level === level).map((one) => `cast(${one.sql} as bigint) as ${one.name}`);
      step = this.#script.keep(
        `${name}${level}`,
        `select ${['m', 'p', ...kept.filter((one) => one !== 'm' && one !== 'p'), ...made].join(', ')} from ${step}`,
      );
    }
    return step;
  }
}
