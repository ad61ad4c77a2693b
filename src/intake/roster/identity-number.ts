import { type Day, dayOf, isDay } from '#domain/kernel/day.ts';
import type { Cell } from '#intake/table.ts';
import { cleanCode } from '#intake/text/clean.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** What an identity number 公民身份号码 says of itself; the number is never shown, only its last two characters. */
export type Identity =
  | { readonly number: string; readonly born: Day; readonly gender: '男' | '女' }
  | { readonly fault: 'identity-lost' | 'identity-form' | 'identity-check' | 'identity-born' };

/** Reads an identity number by GB 11643: eighteen characters as text, a real day of birth, the check digit. */
export function readIdentity(cell: Pick<Cell, 'kind' | 'text'>): Identity {
  const number = cleanCode(cell.text).replace(/[\s-]/g, '').toUpperCase();
  // A spreadsheet keeps fifteen digits of a number: what stands after them is lost, whatever is shown.
  if ((cell.kind === 'number' && number.replace(/\D/g, '').length > 15) || /^\d(?:\.\d+)?E\+?1[67]$/.test(number))
    return { fault: 'identity-lost' };
  if (!/^\d{17}[\dX]$/.test(number)) return { fault: 'identity-form' };
  const born = dayOf(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)));
  if (!isDay(born)) return { fault: 'identity-born' };
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(number[at]), 0);
  if (CHECKS[sum % 11] !== number[17]) return { fault: 'identity-check' };
  return { number, born, gender: Number(number[16]) % 2 === 1 ? '男' : '女' };
}
