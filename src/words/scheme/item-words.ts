import type { Item } from '#domain/scheme/node.ts';
import { boundWords, extraWords, freeWords, recordWords } from './node-words.ts';
import { commas, type Speaker } from './speak.ts';
import { valueWords } from './value-words.ts';

/** An item's rule 项目规则 as one sentence without its stop: value, extras, what goes free, limits, bounds; then basis and evidence. */
export function itemWords(speak: Speaker, item: Item): string {
  const parts = [
    commas(speak, [valueWords(speak, item), ...(item.extra ?? []).map((extra) => extraWords(speak, extra))]),
    commas(speak, [freeWords(speak, item), ...boundWords(speak, item)]),
    commas(speak, recordWords(speak, item)),
  ];
  return parts.filter((part) => part !== '').join(speak.say('join.clause'));
}
