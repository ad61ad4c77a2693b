import { type Day, earlier, type Span, within } from '#domain/kernel/day.ts';
import type { Member, Status } from '#domain/ledger/member.ts';
import { cleanCode, cleanName } from '#intake/text/clean.ts';

/** Finds members by id or by a name that only one of them has. */
export class MemberIndex {
  readonly members: readonly Member[];
  readonly #ids = new Map<string, number>();
  readonly #names = new Map<string, number[]>();

  constructor(members: readonly Member[]) {
    this.members = members;
    members.forEach((member, index) => {
      this.#ids.set(cleanCode(member.id), index);
      const name = cleanName(member.name);
      const same = this.#names.get(name);
      if (same) same.push(index);
      else this.#names.set(name, [index]);
    });
  }

  /** The position of the member with this id. */
  byId(text: string): number | undefined {
    return this.#ids.get(text);
  }

  /** The positions of all members with this name. */
  byName(text: string): readonly number[] {
    return this.#names.get(cleanName(text)) ?? [];
  }

  /** All names, for suggestions; none in a roster too long to search for every mistake. */
  names(): Iterable<string> {
    return this.#names.size > 10_000 ? [] : this.#names.keys();
  }
}

function present(status: Status): boolean {
  return status.standing !== 'transferred' && status.standing !== 'deceased';
}

/** Whether the member was in the branch 在册 on some day of a span: neither before joining nor after leaving. */
export function presentIn(member: Member, span: Span): boolean {
  return member.history.some((status) => present(status) && status.from <= span.to && status.to >= span.from);
}

/** The last day of a span on which the member was in the branch; the span's own last day where there is none. */
export function lastDayIn(member: Member, span: Span): Day {
  const ends = member.history
    .filter((status) => present(status) && status.from <= span.to && status.to >= span.from)
    .map((status) => earlier(status.to, span.to));
  return ends.toSorted().at(-1) ?? span.to;
}

/** Whether the member belonged to a group 党小组 on a day. */
export function groupedOn(member: Member, day: Day): boolean {
  return member.history.some((status) => status.group !== undefined && within(day, status));
}
