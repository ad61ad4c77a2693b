import { type Ratio, showRatio } from '#domain/kernel/ratio.ts';
import type { Condition } from '#domain/scheme/condition.ts';
import type { Cycle, Veto } from '#domain/scheme/document.ts';
import type { AnyNode, Item, Limit } from '#domain/scheme/node.ts';
import type { Amount } from '#domain/scheme/value.ts';
import { revived } from './bare-speaker.ts';
import { conditionWords } from './condition-words.ts';
import { extraWords, freeWords, limitWords, opensWords, timesWords } from './node-words.ts';
import { effectWords } from './outcome-lines.ts';
import { cycleWords, termsWords } from './process-lines.ts';
import { amount, commas, points, type Speaker, shareOf } from './speak.ts';
import { valueWords } from './value-words.ts';

const POINTS = new Set(['full', 'cap', 'floor', 'plus', 'from', 'to', 'upTo', 'of']);
const SHARES = new Set(['max', 'min']);

/** One side of a field that differs, in words, as far as the field has words of its own. */
export function fieldWords(speak: Speaker, field: string, side: unknown): string {
  const value = revived(side);
  const [whole, part = ''] = field.split('.');
  if (part !== '') return partWords(speak, whole ?? '', part, value);
  if (value === true || value === false) return speak.say(value ? 'yes' : 'no');
  if (POINTS.has(field) && (typeof value === 'number' || isByMember(value))) return amount(speak, value);
  if (SHARES.has(field) && isRatio(value)) return showRatio(value);
  switch (field) {
    case 'value':
      return valueWords(speak, value as Item);
    case 'opens':
      return opensWords(speak, { opens: value } as AnyNode);
    case 'times':
      return timesWords(speak, { times: value } as AnyNode);
    case 'free':
      return freeWords(speak, { free: value } as Item);
    case 'limits':
      return commas(
        speak,
        (value as Limit[]).flatMap((limit) => limitWords(speak, limit)),
      );
    case 'extra':
      return commas(
        speak,
        (value as NonNullable<Item['extra']>).map((extra) => extraWords(speak, extra)),
      );
    case 'when':
    case 'requires':
      return commas(
        speak,
        (value as Condition[]).map((one) => conditionWords(speak, one)),
      );
    case 'effect':
      return effectWords(speak, { effect: value } as Veto);
    case 'cycle':
      return cycleWords(speak, value as Cycle);
    default:
      return otherWords(speak, field, value);
  }
}

/** One part of a setting, such as the floor of the total, as its phrase. */
function partWords(speak: Speaker, whole: string, part: string, value: unknown): string {
  if (part === 'source') return fieldWords(speak, part, value);
  if (whole === 'terms') return termsWords(speak, { [part]: value });
  if (whole === 'total' && (part === 'cap' || part === 'floor') && typeof value === 'number')
    return speak.say(`total.${part}`, { points: points(speak, value) });
  if (isRatio(value)) {
    const share = shareOf(speak, value);
    return part === 'front' || part === 'rear'
      ? speak.say(`rank.${part}`, { share })
      : speak.say('total.times', { factor: share });
  }
  if (whole === 'rank' && (value === 'branch' || value === 'category')) return speak.say(`rank.${value}`);
  return otherWords(speak, part, value);
}

/** What has no words of its own: known words by their name, the rest as written. */
function otherWords(speak: Speaker, field: string, value: unknown): string {
  if (field === 'basis') return speak.say(`basis.${value as NonNullable<Item['basis']>}`);
  if (field === 'source' && (value === 'example' || value === 'inferred'))
    return speak.say(`source.${value}`).replace(/[（）() ]/gu, '');
  if (value === 'none' && field === 'cap') return speak.say('node.cap-none');
  if (field === 'rank' && (value === 'front' || value === 'rear')) return speak.say(`grade.${value}`);
  if (field === 'take' && value === 'highest') return speak.say('node.highest');
  if (Array.isArray(value))
    return value.map((one) => (typeof one === 'object' ? keyed(speak, one) : String(one))).join(speak.say('join.list'));
  return typeof value === 'object' && value !== null ? keyed(speak, value) : String(value);
}

function keyed(
  speak: Speaker,
  value: unknown,
  one: (key: string, part: unknown) => string = (_, part) =>
    isRatio(part) ? showRatio(part) : typeof part === 'string' ? part : JSON.stringify(part),
): string {
  return Object.entries(value ?? {})
    .map(([key, part]) => `${key} ${one(key, part)}`)
    .join(speak.say('join.comma'));
}

function isRatio(value: unknown): value is Ratio {
  return typeof value === 'object' && value !== null && 'num' in value && 'den' in value;
}

function isByMember(value: unknown): value is Exclude<Amount, number> {
  return typeof value === 'object' && value !== null && 'amounts' in value;
}
