import type { InputOf } from '#contract/api.ts';
import { isDay } from '#domain/kernel/day.ts';
import { exactPoints, parsePoints } from '#domain/kernel/points.ts';
import type { ItemAnswer } from './item.ts';

/** A fact as claimed, as the wire has it. */
export type Claimed = InputOf<'review.propose'>['fact'];

/** What is written in the form of a fact 事实填写: an amount is a quantity, points or a score, as the item asks. */
export type FactForm = {
  readonly item: string;
  readonly day: string;
  readonly amount: string;
  readonly level: string;
  readonly ref: string;
};

/** The form before anything is written. */
export const EMPTY_FACT: FactForm = { item: '', day: '', amount: '', level: '', ref: '' };

/** A part of the form that is not filled in as it must be. */
export type FactFault = 'item' | 'day' | 'amount' | 'level';

/** The form of a fact that is there. */
export function formOf({ item, day, quantity, points, score, level = '', ref = '' }: Claimed): FactForm {
  const amount = quantity ?? points ?? score;
  return { item, day, amount: amount === undefined ? '' : plain(exactPoints(amount)), level, ref };
}

function plain(text: string): string {
  return text.replace(/\.?0+$/, '');
}

/** Reads a form as a fact, or says which part of it is missing; what the item does not ask for is left out. */
export function factOf(form: FactForm, item: ItemAnswer | undefined): Claimed | { readonly fault: FactFault } {
  const { day, amount, level, ref } = form;
  if (!item) return { fault: 'item' };
  if (!isDay(day)) return { fault: 'day' };
  const said = { item: item.id, day, ...(ref.trim() !== '' && { ref: ref.trim() }) };
  if (item.asks === 'level') return level === '' ? { fault: 'level' } : { ...said, level };
  if (item.asks === 'nothing' || item.asks === 'yes') return said;
  const number = parsePoints(amount.trim());
  if (number === undefined) return { fault: 'amount' };
  // Of a deduction 5 and −5 mean the same.
  return { ...said, [item.asks]: item.deduction && item.asks === 'points' ? -Math.abs(number) : number };
}
