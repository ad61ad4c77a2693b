import { ONE, showRatio } from '#domain/kernel/ratio.ts';
import { type AnyNode, type Extra, type Item, isCarry, type Limit } from '#domain/scheme/node.ts';
import type { Amount } from '#domain/scheme/value.ts';
import { amount, change, factors, points, type Speaker, scopeWords } from './speak.ts';
import { openSign } from './value-words.ts';

const lowest = (value: Amount): number =>
  typeof value === 'number' ? value : Math.min(...value.amounts.values(), value.otherwise);

/** What holds and moves a node: limits by stretch, full marks, cap, floor, opening, factor, for whom; each a short phrase. */
export function boundWords(speak: Speaker, node: AnyNode): string[] {
  const { full, cap, floor, outside, concerns } = node;
  const told = 'judged' in node && openSign(node) !== '';
  const said: string[] = (node.limits ?? []).flatMap((limit) => limitWords(speak, limit));
  const add = (text: string): void => void said.push(text);
  if (full !== undefined) add(speak.say('node.full', { points: points(speak, full) }));
  if (cap === 'none') add(speak.say('node.cap-none'));
  else if (cap !== undefined && !(cap === 0 && told)) add(speak.say('node.cap', { points: amount(speak, cap) }));
  if (floor !== undefined && !(floor === 0 && told)) add(floorWords(speak, floor, opensSomewhere(node)));
  const opens = opensWords(speak, node);
  if (opens !== '') add(opens);
  const times = timesWords(speak, node);
  if (times !== '') add(times);
  if ('take' in node && node.take === 'highest') add(speak.say('node.highest'));
  if ('partYear' in node && node.partYear === 'byMonth') add(speak.say('node.by-month'));
  if (outside) add(speak.say('node.outside'));
  if (concerns !== undefined)
    add(speak.say(floor === undefined ? 'node.concerns' : 'node.concerns-own', { label: speak.nodeLabel(concerns) }));
  if (node.for)
    add(speak.say('node.for', { list: node.for.map((id) => speak.categoryLabel(id)).join(speak.say('join.list')) }));
  return said;
}

/** A floor in words: 扣完为止, 最多扣5分, 最低10分. */
export function floorWords(speak: Speaker, floor: Amount, opens: boolean): string {
  if (floor === 0 && opens) return speak.say('node.floor-zero');
  if (typeof floor === 'number' && floor < 0) return speak.say('node.deduct', { points: points(speak, -floor) });
  return speak.say('node.floor', { points: amount(speak, floor) });
}

function opensSomewhere(node: AnyNode): boolean {
  if (node.opens !== undefined) return true;
  const below = [...('groups' in node ? (node.groups ?? []) : []), ...('items' in node ? (node.items ?? []) : [])];
  return below.some(opensSomewhere);
}

/** What a node opens with, in words; empty where it opens with nothing. */
export function opensWords(speak: Speaker, { opens }: AnyNode): string {
  if (opens === undefined) return '';
  if (!isCarry(opens))
    return typeof opens === 'number'
      ? speak.say('node.opens', { points: points(speak, opens) })
      : speak.say('node.opens-what', { what: amount(speak, opens) });
  const newcomer = opens.newcomer === 'mean' ? speak.say('node.carry-mean') : amount(speak, opens.newcomer);
  return speak.say('node.carry', { share: showRatio(opens.carry), newcomer });
}

/** A node's factor in words; empty where it has none. */
export function timesWords(speak: Speaker, { times }: AnyNode): string {
  if (times === undefined) return '';
  if ('review' in times) return speak.say('node.times-review', { review: speak.reviewLabel(times.review) });
  if ('by' in times) return speak.say('node.times-by', { list: factors(speak, times) });
  const less = times.num < times.den * ONE.num;
  return speak.say(less ? 'node.times' : 'node.times-more', { factor: showRatio(times) });
}

/** One limit of a node in words: 每月最多计2分. */
export function limitWords(speak: Speaker, { per, cap, floor, count }: Limit): string[] {
  const scope = scopeWords(speak, per);
  const said: string[] = [];
  if (count !== undefined) said.push(speak.say(count === 1 ? 'limit.count-one' : 'limit.count', { scope, count }));
  if (cap !== undefined) said.push(speak.say('limit.cap', { scope, points: amount(speak, cap) }));
  if (floor !== undefined)
    said.push(
      typeof floor === 'number' && floor < 0
        ? speak.say('limit.floor', { scope, points: points(speak, -floor) })
        : speak.say('limit.floor-at', { scope, points: amount(speak, floor) }),
    );
  return said;
}

/** What goes free, in words: 每年首次免扣; credits that go free do not count. */
export function freeWords(speak: Speaker, { free, each }: Item): string {
  if (!free) return '';
  const credit = each !== undefined && lowest(each.points) >= 0;
  const kind = credit ? 'free.credit' : 'free.deduction';
  const scope = scopeWords(speak, free.per ?? 'year');
  return speak.say(free.count === 1 ? `${kind}-one` : kind, { scope, count: free.count });
}

/** What raises an occurrence, in words: 获市级表彰的另加3分. */
export function extraWords(speak: Speaker, { label, plus, times }: Extra): string {
  return times !== undefined
    ? speak.say('extra.times', { label, times: showRatio(times) })
    : speak.say('extra.plus', { label, change: amount(speak, plus ?? 0, change) });
}

/** Who records an item, on what basis and with what evidence, in short phrases. */
export function recordWords(speak: Speaker, item: Item): string[] {
  const said: string[] = [];
  if (item.reaches === 'group') said.push(speak.say('node.reaches-group'));
  else if (item.reaches) said.push(speak.say('node.reaches-role', { role: item.reaches.role }));
  if (item.basis) said.push(speak.say('node.basis', { basis: speak.say(`basis.${item.basis}`) }));
  if (item.by === 'organisation') said.push(speak.say('node.by-organisation'));
  else if (item.declare === 'never') said.push(speak.say('node.no-declare'));
  else if (item.by === 'member') said.push(speak.say('node.by-member'));
  else if (item.declare === 'required') said.push(speak.say('node.declare'));
  if (item.evidence === 'required') said.push(speak.say('node.evidence'));
  return said;
}
