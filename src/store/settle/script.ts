/** A settlement as SQL: `?` stands for each parameter in order; `parameters` puts the branch in its places. Portable to SQLite and PostgreSQL ≥ 15. */
export type Statement = { readonly sql: string; readonly parameters: (branch: string) => readonly string[] };

/** Half of the depth of expressions that SQLite allows. */
const DEEPEST = 500;

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
  readonly #bodies = new Map<string, string>();
  readonly #early: string[] = [];
  #depth = 0;

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

  /**
   * Tells that a kept step lies so much deeper than the one before. SQLite sums up the depths of what is nested and refuses a long
   * chain; where it grows too long a step is computed ahead of what reads it.
   */
  deepen(name: string, depth: number): string {
    this.#depth += depth;
    if (this.#depth < DEEPEST) return name;
    this.#depth = 0;
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
    if (this.#bodies.has(name)) throw new Error(`two steps are called ${name}`);
    this.#bodies.set(name, body);
    this.#steps.push(`${name}${columns} ${body}`);
    return name;
  }

  /** How much SQLite has to read: it goes through a step anew wherever it is named, in characters. */
  expandedSize(select: string): number {
    const times = new Map<string, number>();
    const count = (body: string, by: number, self: string): void => {
      for (const [, name = ''] of body.matchAll(/\b(?:from|join) (\w+)/g))
        if (name !== self && this.#bodies.has(name)) times.set(name, (times.get(name) ?? 0) + by);
    };
    count(select, 1, '');
    let size = select.length;
    for (const [name, body] of [...this.#bodies].toReversed()) {
      const by = times.get(name) ?? 0;
      size += by * body.length;
      count(body, by, name);
    }
    return size;
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

/** Text, and the places of a text, which are counted in narrow numbers; whatever else is a whole number by itself. */
const LITERAL = /'[^']*'|\bsubstr\((?:[^()]|\([^()]*\))*\)|(?<![\w.$])\d+(?![\w.])/g;

/**
 * The statement as PostgreSQL reads it: parameters numbered $1, $2 …, and every whole number wide. A small one would else be of 32 bits,
 * and so would what is made of small ones alone: 2000000000, as units are placed by, could not be multiplied any more.
 */
export function numbered(sql: string): string {
  let at = 0;
  const wide = sql.replace(LITERAL, (found) => (/^\d/.test(found) ? `${found}::bigint` : found));
  return wide.replace(/\?/g, () => `$${++at}`);
}
