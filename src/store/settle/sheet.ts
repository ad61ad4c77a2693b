import type { Script } from './script.ts';

type Column = {
  readonly name: string;
  readonly sql: string;
  readonly uses: readonly string[];
  /** The phase in which all that it uses is there, and how deep it lies within it. */
  readonly phase: number;
  readonly level: number;
};

const WORD = /[a-z_]+\d*/g;

/**
 * A sheet 计分表 with one row for each member and period, whose columns are computed from one another: each is written once and
 * computed once, in as few steps as what they need of each other allows. Some columns come only later, from outside the sheet.
 */
export class Sheet {
  readonly #script: Script;
  /** The phase in which each given column is there. */
  readonly #given: Map<string, number>;
  readonly #columns = new Map<string, Column>();

  constructor(script: Script, base: readonly string[]) {
    this.#script = script;
    this.#given = new Map(base.map((name) => [name, 0]));
  }

  /** Names a column that is brought after the phase of this number. */
  later(name: string, phase: number): string {
    this.#given.set(name, phase + 1);
    return name;
  }

  /** Adds a column and answers with its name; a mere number or name needs none. */
  add(sql: string): string {
    if (/^(\w+|\(-\d+\))$/.test(sql)) return sql;
    const name = `z${this.#columns.size}`;
    const uses = [...new Set(sql.match(WORD) ?? [])].filter((word) => this.#given.has(word) || this.#columns.has(word));
    const phase = Math.max(0, ...uses.map((one) => this.#columns.get(one)?.phase ?? this.#given.get(one) ?? 0));
    const inside = uses.map((one) => this.#columns.get(one)).filter((one) => one?.phase === phase);
    const level = 1 + Math.max(0, ...inside.map((one) => one?.level ?? 0));
    this.#columns.set(name, { name, sql, uses, phase, level });
    return name;
  }

  /**
   * Adds the steps that compute the columns from the rows of `from`, and answers with the last, which has those asked for.
   * Between two phases `bring` adds a step with the columns that come from outside.
   */
  finish(
    name: string,
    from: string,
    wanted: readonly string[],
    phases = 1,
    bring: (phase: number, step: string) => string = (_, step) => step,
  ): string {
    const columns = [...this.#columns.values()];
    const needed = new Set(wanted);
    for (const column of columns.toReversed())
      if (needed.has(column.name)) for (const one of column.uses) needed.add(one);
    const live = columns.filter((column) => needed.has(column.name));
    let step = from;
    for (let phase = 0; phase < phases; phase++) {
      if (phase > 0) step = bring(phase - 1, step);
      const own = live.filter((one) => one.phase === phase);
      for (let level = 1; level <= Math.max(0, ...own.map((one) => one.level)); level++) {
        const before = (one: Column): boolean => one.phase < phase || (one.phase === phase && one.level < level);
        const after = live.filter((one) => !before(one) && !(one.phase === phase && one.level === level));
        const later = new Set([...wanted, ...after.flatMap((one) => one.uses)]);
        const given = [...this.#given].filter(([, at]) => at <= phase).map(([one]) => one);
        const kept = [...given, ...live.filter(before).map((one) => one.name)].filter(
          (one) => later.has(one) && one !== 'm' && one !== 'p',
        );
        const made = own.filter((one) => one.level === level).map((one) => `cast(${one.sql} as bigint) as ${one.name}`);
        const all = ['m', 'p', ...kept, ...made].join(', ');
        step = this.#script.deepen(this.#script.keep(`${name}${phase}_${level}`, `select ${all} from ${step}`), 12);
      }
    }
    return step;
  }
}
