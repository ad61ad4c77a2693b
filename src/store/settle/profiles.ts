import type { Scheme } from '#domain/scheme/scheme.ts';
import { namesIn, type Profile } from '#domain/score/worth.ts';
import { num } from './arithmetic.ts';
import type { Script } from './script.ts';

const KINDS = ['category', 'role', 'group'] as const;
type Kind = (typeof KINDS)[number];

/** The columns in which a row of the query bears the numbers of its category, role and group: 0 for what the scheme does not name. */
const COLUMN: Readonly<Record<Kind, string>> = { category: 'c', role: 'r', group: 'g' };
const STORED: Readonly<Record<Kind, string>> = { category: 'category', role: 'role', group: 'group_name' };

/** Cells of a branch's roster that name several things at once ("书记、组织委员"): the query must know them to pick the better one (就高). */
export type JoinedCells = { readonly [kind in Kind]?: readonly string[] };

/** More kinds of members than this in one scheme are left to `evaluate`. */
const MOST = 4000;

/**
 * The kinds of members 类别 that a scheme tells apart: every category, role and group that it names, in any version.
 * Numbers that differ by member are asked of the domain's own plan for each kind, so that they mean the same in SQL.
 */
export class Profiles {
  readonly #names: Readonly<Record<Kind, readonly string[]>>;
  readonly #all: readonly { readonly profile: Profile; readonly at: readonly [number, number, number] }[];

  constructor(schemes: readonly Scheme[], joined: JoinedCells = {}) {
    const found = { category: new Set<string>(), role: new Set<string>(), group: new Set<string>() };
    for (const scheme of schemes) collect(scheme.document.components, found);
    for (const kind of KINDS) {
      const known = new Set(found[kind]);
      for (const cell of joined[kind] ?? []) if (namesIn(cell).some((name) => known.has(name))) found[kind].add(cell);
    }
    this.#names = { category: [...found.category], role: [...found.role], group: [...found.group] };
    const all: { profile: Profile; at: readonly [number, number, number] }[] = [];
    if (this.size <= MOST)
      for (const [c, category] of [undefined, ...this.#names.category].entries())
        for (const [r, role] of [undefined, ...this.#names.role].entries())
          for (const [g, group] of [undefined, ...this.#names.group].entries())
            all.push({
              profile: {
                ...(category !== undefined && { category }),
                ...(role !== undefined && { role }),
                ...(group !== undefined && { group }),
              },
              at: [c, r, g],
            });
    this.#all = all;
  }

  /** How many kinds of members there are to tell apart. */
  get size(): number {
    return KINDS.reduce((product, kind) => product * (this.#names[kind].length + 1), 1);
  }

  /** Whether there are more than one query should tell apart. */
  get tooMany(): boolean {
    return this.size > MOST;
  }

  /** Whether members differ at all. */
  get differ(): boolean {
    return this.size > 1;
  }

  /** All kinds of members that the scheme tells apart. */
  get list(): readonly Profile[] {
    return this.#all.map(({ profile }) => profile);
  }

  /** The columns c, r and g from a row of the table of statuses. */
  codes(script: Script, row: string): string {
    return KINDS.map((kind) => {
      const names = this.#names[kind];
      if (names.length === 0) return `0 as ${COLUMN[kind]}`;
      const cases = names.map((name, at) => `when ${script.text(name)} then ${at + 1}`).join(' ');
      return `case ${row}${STORED[kind]} ${cases} else 0 end as ${COLUMN[kind]}`;
    }).join(', ');
  }

  /** A number that may differ by member, as SQL over a row's c, r and g. */
  number(of: (profile: Profile) => number, row = ''): string {
    return this.choose((profile) => num(of(profile)), row);
  }

  /** SQL that may differ by member, over a row's c, r and g; as short as what it depends on allows. */
  choose(of: (profile: Profile) => string, row = ''): string {
    const values = this.#all.map(({ profile, at }) => ({ at, sql: of(profile) }));
    return this.#split(values, 0, row);
  }

  /** A test that may differ by member, as a condition. */
  test(of: (profile: Profile) => boolean, row = ''): string {
    const sql = this.choose((profile) => (of(profile) ? '1' : '0'), row);
    return sql === '1' ? '1 = 1' : sql === '0' ? '1 = 0' : `${sql} = 1`;
  }

  #split(
    values: readonly { readonly at: readonly [number, number, number]; readonly sql: string }[],
    level: number,
    row: string,
  ): string {
    const first = values[0]?.sql ?? '0';
    if (level === 3 || values.every(({ sql }) => sql === first)) return first;
    const parts = new Map<number, { at: readonly [number, number, number]; sql: string }[]>();
    for (const value of values) {
      const code = value.at[level] ?? 0;
      parts.set(code, [...(parts.get(code) ?? []), value]);
    }
    const made = [...parts].map(([code, part]) => ({ code, sql: this.#split(part, level + 1, row) }));
    const otherwise = made[0]?.sql ?? first;
    const cases = made.filter(({ sql }) => sql !== otherwise).map(({ code, sql }) => `when ${code} then ${sql}`);
    const column = `${row}${COLUMN[KINDS[level] ?? 'category']}`;
    return cases.length === 0 ? otherwise : `case ${column} ${cases.join(' ')} else ${otherwise} end`;
  }
}

/** Every name by which an amount or factor differs, and every category that a node is for. */
function collect(value: unknown, found: Readonly<Record<Kind, Set<string>>>): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Map) {
    for (const one of value.values()) collect(one, found);
    return;
  }
  const record = value as Record<string, unknown>;
  const names = record['amounts'] ?? record['shares'];
  const kind = KINDS.find((one) => one === record['by']);
  if (kind && names instanceof Map) for (const name of names.keys()) found[kind].add(String(name));
  const own = record['for'];
  if (Array.isArray(own)) for (const name of own) found.category.add(String(name));
  for (const one of Object.values(record)) collect(one, found);
}
