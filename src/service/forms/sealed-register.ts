import type { AnswerOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { type Day, parsePeriod } from '#domain/kernel/day.ts';
import { monthsOfQuarter } from '#domain/kernel/period.ts';
import type { Sheet } from '#service/process/register-sheet.ts';
import type { Asking } from './asking.ts';
import { documentMeant, type SealedAnswer } from './sealed.ts';

type Registers = AnswerOf<'register.show'>;

/** The sheet 登记表 that a sealed register holds. */
export function sheetOf({ text }: SealedAnswer): Sheet {
  return (JSON.parse(text) as { readonly sheet: Sheet }).sheet;
}

/** The register that is meant: by the id of its matter, else the whole sheet of the quarter asked for, else the latest. @throws form.none, thing.unknown */
export function registerMeant({ query: { of, period } }: Asking, { matters, documents }: Registers): SealedAnswer {
  if (of === undefined) {
    // A supplement is printed by its own number: the register of a quarter is the sheet of the whole.
    const whole = documents.filter((one) => sheetOf(one).kind === 'register');
    const meant = documentMeant(whole, { kind: 'register', period });
    if (!meant) throw new Refusal('form.none');
    return meant;
  }
  const matter = matters.find(({ noun, id }) => noun === 'register' && id === of);
  if (!matter) throw new Refusal('thing.unknown');
  const sealed = documents.find(({ number }) => number === matter.content['document']);
  if (!sealed) throw new Refusal('form.none');
  return sealed;
}

/** The day of the general meeting that determined what a sheet has 评定日期: of a register that of its quarter, of a supplement that of its own meeting. */
export async function determinedDay(asking: Asking, { matters }: Registers, sheet: Sheet): Promise<Day | undefined> {
  const { kind, quarter, assembly } = sheet;
  const found =
    kind === 'register'
      ? matters.find(({ noun, period }) => noun === 'quarter' && period === quarter)?.content['determinedOn']
      : (await asking.ask('assembly.show', { id: assembly })).matters.find(({ id }) => id === assembly)?.content['day'];
  return typeof found === 'string' ? found : undefined;
}

/** The last day of a quarter. */
export function endOfQuarter(quarter: string): Day {
  return parsePeriod(monthsOfQuarter(quarter).at(-1) ?? '')?.to ?? quarter;
}
