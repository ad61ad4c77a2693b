import type { Place, Problem, Severity } from '#domain/kernel/problem.ts';
import type { Lang } from './lang.ts';
import { nearKey } from './near-key.ts';
import { isKey, say } from './say.ts';

/** A problem 问题 as one line: where it is, the way people count, then what is wrong and what to do. */
export function sayProblem(problem: Problem, lang: Lang = 'zh-CN'): string {
  const where = sayPlace(problem, lang);
  const what = sayWhat(problem, lang);
  const severity = saySeverity(problem.severity, lang);
  return where === ''
    ? say(lang, 'problem.bare', { severity, what })
    : say(lang, 'problem.line', { severity, where, what });
}

/** What is wrong and what to do, without the place. */
export function sayWhat({ code, params }: Problem, lang: Lang = 'zh-CN'): string {
  if (code === 'scheme.unknown-key' && params) {
    const near = nearKey(String(params['key']), String(params['keys']).split(', '));
    if (near !== undefined) return say(lang, 'scheme.unknown-key-near', { ...params, near });
  }
  return isKey(code) ? say(lang, code, withRange(lang, params)) : say(lang, 'problem.unknown', { code });
}

/** Where a problem names a stretch of numbers by its ends, the stretch in words. */
function withRange(lang: Lang, params: Problem['params'] = {}): Readonly<Record<string, string | number>> {
  const { low, high } = params;
  if (low === undefined || high === undefined) return params;
  const [from, to] = [low !== '−∞', high !== '+∞'];
  const key = from && to ? 'span.between' : from ? 'span.above' : to ? 'span.below' : 'span.anywhere';
  return { ...params, range: say(lang, key, { low, high }) };
}

/** Where a problem is: 表“积分”第 12 行 C 列, 第 8 行 of a document, the path in it and the clause concerned. */
export function sayPlace({ place, path, clause }: Problem, lang: Lang = 'zh-CN'): string {
  const parts = [place ? inFile(place, lang) : '', path ?? ''].filter((part) => part !== '');
  const where = parts.join(lang === 'en' ? ', ' : '，');
  return clause === undefined ? where : `${where}${say(lang, 'in-brackets', { text: clause })}`;
}

function inFile({ file, sheet, row, column, line }: Place, lang: Lang): string {
  const parts = [
    file === undefined ? '' : say(lang, 'place.file', { file }),
    sheet === undefined ? '' : say(lang, 'place.sheet', { sheet }),
    row === undefined ? '' : say(lang, 'place.row', { row }),
    column === undefined ? '' : say(lang, 'place.column', { column }),
    line === undefined ? '' : say(lang, 'place.line', { line }),
  ].filter((part) => part !== '');
  // A Latin letter or digit next to a Chinese word is set off by a space: 第 12 行 C 列.
  return lang === 'en' ? parts.join(', ') : parts.join(' ').replace(/”\s第/u, '”第');
}

/** How bad a problem is, in one word: 错误, 提示 or 不予采用. */
export function saySeverity(severity: Severity, lang: Lang = 'zh-CN'): string {
  return say(lang, `severity.${severity}`);
}
