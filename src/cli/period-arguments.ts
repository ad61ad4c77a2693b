import { InvalidArgumentError } from 'commander';

/** A year as typed 年度. */
export function yearArgument(text: string): number {
  if (!/^(19|20|21)\d\d$/.test(text)) throw new InvalidArgumentError('年度请写作 2026 / write a year as 2026.');
  return Number(text);
}

/** A month as typed: 2026-03 月份. @throws InvalidArgumentError */
export function monthArgument(text: string): string {
  if (!/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text))
    throw new InvalidArgumentError('月份请写作 2026-03 / write a month as 2026-03.');
  return text;
}
