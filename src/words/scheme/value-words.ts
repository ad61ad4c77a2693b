import { ONCE } from '#domain/kernel/points.ts';
import type { Item } from '#domain/scheme/node.ts';
import type { Amount, Scope, Take } from '#domain/scheme/value.ts';
import { unitName } from '#words/unit-name.ts';
import { conditionWords } from './condition-words.ts';
import { amount, change, commas, number, points, range, type Speaker, scopeWords, stretchWithin } from './speak.ts';

/** How one fact of an item becomes points 计分方式, in one readable phrase; empty where the item only opens. */
export function valueWords(speak: Speaker, item: Item): string {
  const { once, levels, convert, meets, review } = item;
  if (item.each) return eachWords(speak, item);
  if (once) return onceWords(speak, once);
  if (levels) return levelsWords(speak, levels);
  if (item.judged) return judgedWords(speak, item.judged, openSign(item));
  if (convert)
    return commas(speak, [
      speak.say('rule.convert', { of: points(speak, convert.of ?? 100 * ONCE), worth: amount(speak, convert.worth) }),
      takeWords(speak, convert.take ?? 'latest'),
      missingWords(speak, convert.missing),
    ]);
  if (item.steps) return stepsWords(speak, item);
  if (meets)
    return commas(speak, [
      speak.say('rule.meets', {
        change: amount(speak, meets.points, change),
        conditions: commas(
          speak,
          meets.when.map((one) => conditionWords(speak, one, { measure: 'count' })),
        ),
      }),
      meets.else === undefined ? '' : speak.say('rule.meets-else', { change: amount(speak, meets.else, change) }),
    ]);
  if (review)
    return speak.say('rule.review', { review: speak.reviewLabel(review.of), worth: amount(speak, review.worth) });
  return item.lost ? speak.say('rule.lost') : '';
}

type Parts = {
  readonly yes?: Amount;
  readonly no?: Amount;
  readonly from?: Amount;
  readonly to?: Amount;
  readonly take?: Take;
  readonly missing?: number;
  readonly per?: Scope;
};

function takeWords(speak: Speaker, take: Take): string {
  return take === 'all' ? '' : speak.say(`rule.take.${take}`);
}

function missingWords(speak: Speaker, missing: number | undefined): string {
  return missing === undefined || missing === 0 ? '' : speak.say('rule.missing', { points: points(speak, missing) });
}

function eachWords(speak: Speaker, { each }: Item): string {
  if (!each) return '';
  if (each.points === 0) return speak.say('rule.record');
  const { points: worth, per = ONCE, unit, steps = 'whole' } = each;
  const over = 'over' in each ? each.over : undefined;
  const named = unitName(unit ?? '次', speak.lang, per === ONCE ? 1 : 2);
  const own = typeof worth === 'number' ? '' : '-by';
  const params = { unit: named, per: number(speak, per), change: amount(speak, worth, change) };
  const said = per === ONCE ? speak.say(`rule.each${own}`, params) : speak.say(`rule.each-per${own}`, params);
  return commas(speak, [
    said,
    per === ONCE && steps === 'whole' ? '' : speak.say(`rule.part.${steps}`, params),
    over === undefined ? '' : speak.say('rule.over', { stretch: speak.say(`stretch.${stretchWithin(speak, over)}`) }),
  ]);
}

function onceWords(speak: Speaker, { yes = 0, no, missing, per = 'year' }: Parts): string {
  const deducts = (typeof yes === 'number' ? yes : yes.otherwise || Math.min(...yes.amounts.values())) < 0;
  return commas(speak, [
    speak.say(`rule.once.${deducts ? 'case' : 'yes'}${typeof yes === 'number' ? '' : '-by'}`, {
      change: amount(speak, yes, change),
    }),
    no === undefined || no === 0
      ? ''
      : speak.say(deducts ? 'rule.once.no-case' : 'rule.once.no', { change: amount(speak, no, change) }),
    missingWords(speak, missing),
    speak.say('rule.once.per', { scope: scopeWords(speak, stretchWithin(speak, per)) }),
  ]);
}

function levelsWords(
  speak: Speaker,
  { of, take = 'all', missing }: Parts & { of: ReadonlyMap<string, Amount> },
): string {
  const list = [...of].map(([level, worth]) =>
    speak.say('rule.level', { level, change: amount(speak, worth, change) }),
  );
  return commas(speak, [
    speak.say('rule.levels', { list: list.join(speak.say('join.list')) }),
    takeWords(speak, take),
    missingWords(speak, missing),
  ]);
}

/** Whether an open judgement can only add or only take, by its item's floor or cap of 0. */
export function openSign({ judged, cap, floor }: Item): '' | '-add' | '-take' {
  const { from, to } = (judged ?? {}) as Parts;
  if (!judged || from !== undefined || to !== undefined) return '';
  return floor === 0 ? '-add' : cap === 0 ? '-take' : '';
}

function judgedWords(speak: Speaker, { from, to, take, missing }: Parts, open: '' | '-add' | '-take'): string {
  const tail = [takeWords(speak, take ?? 'all'), missingWords(speak, missing)];
  if (to === undefined)
    return commas(speak, [
      from === undefined
        ? speak.say(`rule.judged.open${open}`)
        : speak.say('rule.judged.from', { low: amount(speak, from) }),
      ...tail,
    ]);
  if (from === undefined) return commas(speak, [speak.say('rule.judged.to', { high: amount(speak, to) }), ...tail]);
  const deducts = typeof from === 'number' && typeof to === 'number' && to <= 0;
  const said = deducts
    ? speak.say('rule.judged.deduct', { low: points(speak, -to || 0), high: points(speak, -from) })
    : speak.say('rule.judged.range', { low: amount(speak, from), high: amount(speak, to) });
  return commas(speak, [said, ...tail]);
}

/** A row for one whole number of times: from 1 to below 2. */
function isOne<R extends { readonly from?: number; readonly to?: number }>(
  row: R,
): row is R & { readonly from: number } {
  return row.from !== undefined && row.from % ONCE === 0 && row.to === row.from + ONCE;
}

function stepsWords(speak: Speaker, { steps }: Item): string {
  if (!steps) return '';
  const { on, over, rows, else: rest } = steps;
  const end = (value: number): string =>
    on === 'count'
      ? speak.say('condition.times', { number: number(speak, value) })
      : `${number(speak, value)}${on === 'share' ? '%' : ''}`;
  const said = rows.map((row) =>
    speak.say('rule.row', {
      range: row.label ?? (isOne(row) && on === 'count' ? end(row.from) : range(speak, row, end, on !== 'score')),
      change: amount(speak, row.points, change),
    }),
  );
  if (rest !== undefined) said.push(speak.say('rule.row-else', { change: amount(speak, rest, change) }));
  return commas(speak, [
    speak.say('rule.steps', { on: speak.say(`on.${on}`), rows: said.join(speak.say('join.list')) }),
    over === undefined || over === 'year'
      ? ''
      : speak.say('rule.over', { stretch: speak.say(`stretch.${stretchWithin(speak, over)}`) }),
    on === 'score' ? speak.say('rule.take.latest') : '',
    missingWords(speak, steps.missing),
  ]);
}
