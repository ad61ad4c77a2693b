import { POINT, type Points, showPoints } from '#domain/kernel/points.ts';
import type { Entry } from '#intake/entries.ts';
import type { FactField } from '#intake/headings.ts';
import type { Report } from '#intake/report.ts';
import { clean, labelKey } from '#intake/text/clean.ts';
import { readDecimal } from '#intake/text/decimal.ts';
import type { ItemReading } from './item-index.ts';

type AmountField = 'quantity' | 'points' | 'score';

/** Reads a number of a row in 1/10000; undefined when the cell is empty or the number cannot be taken, which is reported. */
function readAmount(entry: Entry<FactField>, field: AmountField, report: Report): number | undefined {
  const text = clean(entry.text(field));
  if (!text) return undefined;
  const amount = readDecimal(text);
  if (typeof amount === 'number') return amount;
  report.error(`intake.${amount}`, entry.place(field), { heading: entry.heading(field), text: text.slice(0, 40) });
  return undefined;
}

/** Reads the quantity 数量: not negative, whole where the item counts whole things. */
export function readQuantity(entry: Entry<FactField>, item: ItemReading, report: Report): number | undefined {
  const quantity = readAmount(entry, 'quantity', report);
  if (quantity === undefined) return undefined;
  const params = { heading: entry.heading('quantity'), text: showPoints(quantity, 4), item: item.label };
  if (quantity < 0) report.error('intake.negative-quantity', entry.place('quantity'), params);
  else if (item.quantity === 'whole' && quantity % POINT !== 0) {
    report.error('intake.not-whole', entry.place('quantity'), params);
  }
  return quantity;
}

/** Reads judged points 评定分 within the item's range. */
export function readJudged(
  entry: Entry<FactField>,
  item: ItemReading,
  range: { readonly from: Points; readonly to: Points },
  report: Report,
): Points | undefined {
  const points = readAmount(entry, 'points', report);
  if (points === undefined || (points >= range.from && points <= range.to)) return points;
  report.error('intake.points-outside', entry.place('points'), {
    heading: entry.heading('points'),
    text: showPoints(points, 4),
    item: item.label,
    from: showPoints(range.from, 4),
    to: showPoints(range.to, 4),
  });
  return undefined;
}

/** Reads an outside score 外部得分. */
export function readScore(entry: Entry<FactField>, report: Report): number | undefined {
  return readAmount(entry, 'score', report);
}

/** Reads the level 等级, or several joined by + or 、, in the item's own spelling. */
export function readLevel(entry: Entry<FactField>, item: ItemReading, report: Report): string | undefined {
  const text = clean(entry.text('level'));
  const names = item.level?.names;
  if (!text || !names) return text || undefined;
  const whole = levelId(text, names);
  const parts = whole === undefined ? text.split(/[+、,;]/).map((part) => levelId(part, names)) : [whole];
  if (parts.every((part) => part !== undefined)) return parts.join('+');
  const known = names.map((name) => name.labels?.[0] ?? name.id).join('、');
  report.error('intake.unknown-level', entry.place('level'), {
    heading: entry.heading('level'),
    text: text.slice(0, 40),
    item: item.label,
    known,
  });
  return undefined;
}

function levelId(text: string, names: NonNullable<NonNullable<ItemReading['level']>['names']>): string | undefined {
  const key = labelKey(text);
  return names.find((name) => labelKey(name.id) === key || name.labels?.some((label) => labelKey(label) === key))?.id;
}
