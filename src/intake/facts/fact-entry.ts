import type { Fact } from '#domain/ledger/fact.ts';
import type { Entry } from '#intake/entries.ts';
import type { FactField } from '#intake/headings.ts';
import { groupedOn, lastDayIn, MemberIndex, presentIn } from '#intake/members/member-index.ts';
import type { Report } from '#intake/report.ts';
import { clean, tidy } from '#intake/text/clean.ts';
import { readJudged, readLevel, readQuantity, readScore } from './fact-amounts.ts';
import type { FactContext } from './fact-context.ts';
import { readWhen, type When } from './fact-when.ts';
import { readWho, writtenMember } from './fact-who.ts';
import type { ItemReading } from './item-index.ts';

/** The columns whose values an item may read. */
export const VALUE_FIELDS = ['quantity', 'level', 'points', 'score', 'rater'] as const;

/** A row understood: the fact, its item and its member's id (with the position in the roster, where there is one). */
export type Understood = {
  readonly fact: Fact;
  readonly item: ItemReading;
  readonly member: string;
  readonly position: number;
};

/** Reads single rows of facts against one context, and remembers of which unread values it has warned. */
export class FactReader {
  readonly context: FactContext;
  readonly members: MemberIndex | undefined;
  readonly #warned = new Set<string>();

  constructor(context: FactContext) {
    this.context = context;
    this.members = context.members && new MemberIndex(context.members);
  }

  /** Understands a row or reports every mistake of it. */
  read(entry: Entry<FactField>, report: Report): Understood | undefined {
    const before = report.errors;
    const position = this.members ? readWho(entry, this.members, report) : -1;
    const item = this.#item(entry, report);
    const when = readWhen(entry, this.context.year, report);
    const values = item && this.#values(entry, item, report);
    if (when && position !== undefined && position >= 0) this.#checkPresence(entry, position, when, item, report);
    if (!item || !when || !values || position === undefined || report.errors > before) return undefined;
    const period = when.period === undefined ? {} : { period: when.period };
    // What is told of a whole period counts on its last day, or on the member's own last day in it.
    const known = this.members?.members[position];
    const day = when.period !== undefined && known ? lastDayIn(known, when.span) : when.day;
    const fact: Fact = { item: item.id, day, ...period, ...values };
    const member = this.members?.members[position]?.id ?? writtenMember(entry);
    return { fact, item, member, position };
  }

  /** Whether a value in this column of this item has been warned of, and so passes unread. */
  warned(item: ItemReading, field: FactField): boolean {
    return this.#warned.has(`${field} ${item.id}`);
  }

  #item(entry: Entry<FactField>, report: Report): ItemReading | undefined {
    const text = clean(entry.text('item'));
    const found = text ? this.context.items.resolve(text) : undefined;
    if (found && found !== 'ambiguous') return found;
    const item = text.slice(0, 60);
    const place = entry.place('item');
    if (!text) report.error('intake.no-item', place);
    else if (found) report.error('intake.ambiguous-item', place, { item });
    else {
      const near = report.suggests ? this.context.items.nearest(item).join('、') : '';
      if (near) report.error('intake.unknown-item-near', place, { item, near });
      else report.error('intake.unknown-item', place, { item });
    }
    return undefined;
  }

  #values(entry: Entry<FactField>, item: ItemReading, report: Report): Partial<Fact> {
    for (const field of VALUE_FIELDS) if (!item[field]) this.#warnUnread(entry, item, field, report);
    const quantity = item.quantity ? readQuantity(entry, item, report) : undefined;
    const level = item.level ? readLevel(entry, item, report) : undefined;
    const points = item.points ? readJudged(entry, item, item.points, report) : undefined;
    const score = item.score ? readScore(entry, report) : undefined;
    const rater = (item.rater && clean(entry.text('rater'))) || undefined;
    const all = this.context.texts !== 'needed';
    const ref = all || item.ref ? tidy(entry.text('ref')) : '';
    const note = all ? tidy(entry.text('note')) : '';
    this.#demand(entry, item, report);
    return {
      ...(quantity !== undefined && { quantity }),
      ...(level !== undefined && { level }),
      ...(points !== undefined && { points }),
      ...(score !== undefined && { score }),
      ...(rater !== undefined && { rater }),
      ...(ref && { ref }),
      ...(note && { note }),
    };
  }

  #demand(entry: Entry<FactField>, item: ItemReading, report: Report): void {
    const codes = {
      level: 'intake.no-level',
      points: 'intake.no-points',
      score: 'intake.no-score',
      rater: 'intake.no-rater',
      ref: 'intake.no-ref',
    } as const;
    for (const field of ['level', 'points', 'score', 'rater', 'ref'] as const) {
      if (!item[field]?.needed || tidy(entry.text(field))) continue;
      const known =
        (field === 'level' && item.level?.names?.map((name) => name.labels?.[0] ?? name.id).join('、')) || '';
      report.error(codes[field], entry.place(field), { item: item.label, known });
    }
  }

  #warnUnread(entry: Entry<FactField>, item: ItemReading, field: (typeof VALUE_FIELDS)[number], report: Report): void {
    const text = clean(entry.text(field));
    if (!text || (field === 'quantity' && /^1(?:\.0*)?$/.test(text)) || this.warned(item, field)) return;
    this.#warned.add(`${field} ${item.id}`);
    report.warning('intake.value-unread', entry.place(field), {
      heading: entry.heading(field),
      item: item.label,
      text: text.slice(0, 40),
    });
  }

  #checkPresence(
    entry: Entry<FactField>,
    position: number,
    when: When,
    item: ItemReading | undefined,
    report: Report,
  ): void {
    const member = this.members?.members[position];
    if (!member) return;
    if (!presentIn(member, when.span)) {
      report.error('intake.not-in-branch', entry.place(), { name: member.name, day: when.period ?? when.day });
    } else if (item?.reachesGroup && !groupedOn(member, when.day)) {
      report.error('intake.no-group', entry.place(), { name: member.name, item: item.label, day: when.day });
    }
  }
}
