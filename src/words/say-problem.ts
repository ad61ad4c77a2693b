import type { Problem, Severity } from '#domain/kernel/problem.ts';
import type { Lang } from './lang.ts';

/** A problem 问题 as one line: where it is, the way people count, then what is wrong and what to do. Without the severity. */
export function sayProblem(problem: Problem, lang: Lang = 'zh-CN'): string {
  return `${problem.path ?? ''} ${problem.code} ${lang}`;
}

/** How bad a problem is, in one word: 错误, 提示 or 不予采用. */
export function saySeverity(severity: Severity, lang: Lang = 'zh-CN'): string {
  return `${severity}${lang === 'en' ? '' : ''}`;
}
