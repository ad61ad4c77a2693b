import { type Day, earlier, type Span } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Member } from '#domain/ledger/member.ts';
import type { Cycle } from '#domain/scheme/document.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { yearName, yearNamed } from '#domain/score/cycle.ts';
import { evaluate } from '#domain/score/evaluate.ts';
import type { Explanation } from '#domain/score/explanation.ts';
import { type Prepared, prepare } from '#domain/score/prepare.ts';
import type { Rows } from '#store/database.ts';
import { lastVersion, listSchemes } from '#store/scheme.ts';
import { schemeOf } from './branch-scores.ts';

/** The version that is in force on a day 施行版本, of versions oldest first; undefined before the first. */
export function inForceOn(schemes: readonly Scheme[], day: Day): Scheme | undefined {
  return schemes.findLast(({ document }) => (document.effective ?? '0000-01-01') <= day);
}

function cycleOn(schemes: readonly Scheme[], day: Day): Cycle | undefined {
  return (inForceOn(schemes, day) ?? schemes[0])?.document.cycle;
}

/** The name of the year 年度 in which a day lies under the version in force. */
export function yearOn(schemes: readonly Scheme[], day: Day): string {
  return yearName(cycleOn(schemes, day), day);
}

/** The days of a year 年度 that is called so: whenever a year begins, the last day of the calendar year of its name lies in it. */
export function daysOfYear(schemes: readonly Scheme[], name: string): Span {
  return yearNamed(cycleOn(schemes, `${name}-12-31`), name);
}

/** The schemes of branches 方案, kept as checked: an adopted version never changes, so that only its number need be asked. */
export class BranchSchemes {
  readonly #kept = new Map<string, { readonly last: number; readonly schemes: readonly Scheme[] }>();
  readonly #checked = new Map<string, Scheme>();
  readonly #prepared = new Map<string, Prepared>();

  /** The adopted versions of a branch, oldest first; `version` is the number of the latest where it has been read since the branch was locked. */
  async of(rows: Rows, branch: string, version?: number): Promise<readonly Scheme[]> {
    const last = version ?? (await lastVersion(rows, branch));
    const known = this.#kept.get(branch);
    if (known?.last === last) return known.schemes;
    const schemes = (await listSchemes(rows, branch)).map(({ document }) => this.#schemeOf(document));
    keep(this.#kept, branch, { last, schemes });
    return schemes;
  }

  /** Many branches adopt one text: it is checked once. */
  #schemeOf(document: unknown): Scheme {
    const text = JSON.stringify(document);
    const scheme = this.#checked.get(text) ?? schemeOf(document);
    keep(this.#checked, text, scheme);
    return scheme;
  }

  /** The version in force on a day 施行; undefined before the first. */
  async inForce(rows: Rows, branch: string, day: Day, version?: number): Promise<Scheme | undefined> {
    return inForceOn(await this.of(rows, branch, version), day);
  }

  /** The year 年度 in which a day lies, by the name that settlement, notices and filing call it: that of the scheme's own cycle. */
  async yearOf(rows: Rows, branch: string, day: Day): Promise<string> {
    return yearOn(await this.of(rows, branch), day);
  }

  /** The days of a year that is called so. */
  async yearNamed(rows: Rows, branch: string, name: string): Promise<Span> {
    return daysOfYear(await this.of(rows, branch), name);
  }

  /** The day as of which a year is scored: today in one that runs, its last day in one that is over. */
  async lastDay(rows: Rows, branch: string, name: string, today: Day): Promise<Day> {
    return earlier(today, (await this.yearNamed(rows, branch, name)).to);
  }

  /** The versions prepared for scoring up to a day. */
  async prepared(rows: Rows, branch: string, day: Day, version?: number): Promise<Prepared> {
    const schemes = await this.of(rows, branch, version);
    const key = `${branch} ${schemes.length} ${day}`;
    const known = this.#prepared.get(key);
    if (known) return known;
    const made = prepare(schemes, day);
    keep(this.#prepared, key, made);
    return made;
  }
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > 200) map.delete(map.keys().next().value ?? '');
}

/** What a fact alone would be worth to a member 单项分值, in 1/10000: negative for a deduction; limits shared with other facts are not asked. */
export function worthAlone(prepared: Prepared, member: Member, fact: Fact): Points {
  const entry = prepared.scheme.nodes.get(fact.item);
  const item = entry?.kind === 'extra' ? (entry.parent ?? fact.item) : fact.item;
  const points = (facts: readonly Fact[]): number => pointsOf(evaluate(prepared, { member, facts }).tree, item);
  return points([fact]) - points([]);
}

function pointsOf(node: Explanation, item: string): Points {
  if (node.kind === 'item' && node.id === item) return node.points;
  return node.children.reduce((sum, child) => sum + pointsOf(child, item), 0);
}
