import type { RefusalCode } from '#domain/process/refusal.ts';
import { fill, unfilled } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { sayRefused } from '#words/say-refused.ts';
import type { AdminWords } from '#words/web/admin.zh-CN.ts';

/** What was done, in words 动作: what it was about, and what was done with it. */
export function sayAction(action: string, text: AdminWords['records']): string {
  const [noun = '', verb = ''] = action.split('.');
  return fill(text.what, { noun: text.nouns[noun] ?? '', verb: text.verbs[action] ?? text.verbs[verb] ?? '' });
}

/** Why something was refused 不予办理的原因: the rule's own first sentence; names and numbers that stood in it are not on record. */
export function sayCode(code: string, lang: Lang): string {
  const sentence = unfilled(sayRefused(code as RefusalCode, lang)).replace(/ ?\{\w+\} ?/g, '…');
  return (lang === 'en' ? /^.*?\.(?= )/ : /^.*?。/).exec(sentence)?.[0] ?? sentence;
}
