import { type Condition, TOTAL } from '#domain/scheme/condition.ts';
import { withUnit } from '#words/unit-name.ts';
import { number, points, range, type Speaker } from './speak.ts';

/** A condition 条件 in words: 全年累计“缺席”1次以下. `measure` when none is written; `ofYear` where the year is asked whatever is written. */
export function conditionWords(
  speak: Speaker,
  condition: Condition,
  { measure = 'points', ofYear = false }: { readonly measure?: 'points' | 'count'; readonly ofYear?: boolean } = {},
): string {
  const what = condition.measure ?? measure;
  const of = speak.nodeLabel(condition.of);
  const year = ofYear || (speak.cycle?.year ?? 'whole') === 'whole';
  const within = ofYear && condition.over === 'period' && what !== 'points';
  const over = within
    ? speak.say(`over.one-${speak.cycle?.period ?? 'quarter'}`)
    : speak.say(`over.${year ? 'year' : (condition.over ?? 'period')}`);
  let said: string;
  if (what === 'points') {
    const held = range(speak, condition, (value) => points(speak, value));
    said =
      condition.of === TOTAL
        ? speak.say('condition.total', { range: held })
        : speak.say('condition.points', { of, range: held });
  } else {
    const held = range(
      speak,
      condition,
      (value) =>
        what === 'count'
          ? speak.say('condition.times', { number: number(speak, value) })
          : amountWords(speak, condition.of, value),
      true,
    );
    said = speak.say('condition.count', { over, of, range: held });
  }
  return condition.inARow === undefined
    ? said
    : speak.say(`condition.in-a-row.${speak.cycle?.period ?? 'quarter'}`, { count: condition.inARow, what: said });
}

function amountWords(speak: Speaker, id: string, value: number): string {
  const entry = speak.node(id);
  const unit = entry?.kind === 'item' ? unitOf(entry.node) : undefined;
  return unit === undefined ? number(speak, value) : withUnit(number(speak, value), unit, speak.lang);
}

/** The unit in which an item's quantity is counted, where the scheme names one. */
export function unitOf({ each }: { readonly each?: { readonly unit?: string } | object }): string | undefined {
  return each && 'unit' in each && typeof each.unit === 'string' ? each.unit : undefined;
}
