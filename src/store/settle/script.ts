/** A settlement as SQL: `?` stands for each parameter in order; `parameters` puts the branch in its places. Portable to SQLite and PostgreSQL ≥ 15. */
export type Statement = { readonly sql: string; readonly parameters: (branch: string) => readonly string[] };

const MARK = /\u00ab(\d+|branch)\u00bb/gu;

/** Where the id of the branch 党支部 stands in a piece of SQL. */
export const BRANCH = '\u00abbranch\u00bb';

/**
 * Collects the named steps (common table expressions) of one statement. Text of a scheme never enters the SQL: it is kept
 * aside and bound, so a hostile label 标签 stays a label.
 */
export class Script {
  readonly #texts: string[] = [];
  readonly #marks = new Map<string, string>();
  readonly #steps: string[] = [];
  readonly #names = new Set<string>();
  readonly #early: string[] = [];

  /** A piece of SQL that stands for this text. */
  text(value: string): string {
    const known = this.#marks.get(value);
    if (known !== undefined) return known;
    const mark = `\u00ab${this.#texts.length}\u00bb`;
    this.#texts.push(value);
    this.#marks.set(value, mark);
    return mark;
  }

  /** Adds a step that is kept once computed, and answers with its name. */
  keep(name: string, body: string): string {
    return this.#add(name, '', `as materialized (${body})`);
  }

  /** Adds a step that the engine may compute where it is read, with names for its columns where asked. */
  step(name: string, body: string, columns = ''): string {
    return this.#add(name, columns, `as (${body})`);
  }

  /**
   * Adds a step under a name of its own. SELECTs are named rather than nested: SQLite's parser goes only so deep.
   * Each is read once by the next, since SQLite resolves a step anew wherever it is read.
   */
  view(body: string): string {
    return this.step(`q${this.#steps.length}`, body);
  }

  /** Has a kept step computed before what reads it: SQLite sums up the depths of what is nested, and would find a long chain too deep. */
  early(name: string): string {
    this.#early.push(name);
    return name;
  }

  /** Joins for the last SELECT that have the early steps computed in their order, and add nothing to its rows. */
  get ahead(): string {
    return this.#early
      .map((name, at) => `left join (select 1 as one from ${name} limit 1) ahead${at} on 1 = 1`)
      .join(' ');
  }

  #add(name: string, columns: string, body: string): string {
    if (this.#names.has(name)) throw new Error(`two steps are called ${name}`);
    this.#names.add(name);
    this.#steps.push(`${name}${columns} ${body}`);
    return name;
  }

  /** The whole statement, ending in this SELECT. */
  finish(select: string): Statement {
    const places: string[] = [];
    const sql = `with recursive ${this.#steps.join(',\n')}\n${select}`.replace(MARK, (_, mark: string) => {
      places.push(mark);
      return '?';
    });
    const texts = this.#texts;
    return {
      sql,
      parameters: (branch) => places.map((mark) => (mark === 'branch' ? branch : (texts[Number(mark)] ?? ''))),
    };
  }
}

/** The statement as PostgreSQL numbers its parameters: $1, $2 … */
export function numbered(sql: string): string {
  let at = 0;
  return sql.replace(/\?/g, () => `$${++at}`);
}
