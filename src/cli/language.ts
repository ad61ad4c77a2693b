import { InvalidArgumentError, Option } from 'commander';
import { isDay } from '#domain/kernel/day.ts';
import type { Lang } from '#words/lang.ts';

/** The option `--lang`: Chinese unless English is asked for (product §8). */
export function langOption(): Option {
  return new Option('--lang <language>', '语言 / language').choices(['zh-CN', 'en'] satisfies Lang[]).default('zh-CN');
}

/** Reads a day 日 given on the command line. @throws InvalidArgumentError */
export function dayArgument(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('日期请写作 2026-12-31 / write a day as 2026-12-31.');
  return text;
}
