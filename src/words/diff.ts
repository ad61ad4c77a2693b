import type { Change, FieldChange } from '#domain/scheme/diff.ts';
import type { Lang } from './lang.ts';
import { isKey } from './say.ts';
import { bareSpeaker } from './scheme/bare-speaker.ts';
import { fieldWords } from './scheme/field-words.ts';
import { heading } from './scheme/numbering.ts';
import type { Speaker } from './scheme/speak.ts';

/** The differences between two schemes as numbered sentences, one a line. */
export function sayDiff(changes: readonly Change[], lang: Lang = 'zh-CN'): string[] {
  const speak = bareSpeaker(lang);
  if (changes.length === 0) return [speak.say('diff.none')];
  const said = changes.flatMap((change) => changeWords(speak, change));
  return said.map(
    (text, at) => (lang === 'en' ? `${at + 1}. ` : heading(lang, [1, 1, at + 1])) + text + speak.say('join.stop'),
  );
}

function changeWords(speak: Speaker, change: Change): string[] {
  const { label } = change;
  if (change.kind === 'changed') return change.fields.map((field) => fieldChangeWords(speak, change, field));
  const what = speak.say(`what.${change.what}`);
  if (change.kind === 'moved')
    return [speak.say('diff.moved', { what, label, from: change.from ?? '', to: change.to ?? '' })];
  return [speak.say(`diff.${change.kind}`, { what, label })];
}

function fieldChangeWords(speak: Speaker, change: Extract<Change, { kind: 'changed' }>, one: FieldChange): string {
  const key = `field.${one.field.split('.')[0]}`;
  const field = isKey(key) ? speak.say(key) : speak.say('field.other', { field: one.field });
  const way = one.old === undefined ? 'set' : one.new === undefined ? 'unset' : 'changed';
  const params = {
    field,
    label: change.label,
    old: one.old === undefined ? '' : fieldWords(speak, one.field, one.old),
    new: one.new === undefined ? '' : fieldWords(speak, one.field, one.new),
  };
  if (change.what === 'scheme') return speak.say(`diff.scheme-${way}`, params);
  const what = speak.say(`what.${change.what}`);
  return speak.say(way === 'changed' ? 'diff.changed' : `diff.${way}`, { ...params, what });
}
