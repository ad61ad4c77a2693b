import type { FormQuery } from '#contract/form.ts';
import type { Asking, Made } from './asking.ts';
import { ballotsOf } from './ballot.ts';
import { declarationOf } from './declaration.ts';
import { filingOf } from './filing.ts';
import { minutesOf } from './minutes.ts';
import { noticeOf } from './notice.ts';
import { personalOf } from './personal.ts';
import { registerOfBranch } from './register-branch.ts';
import { registerOfMember } from './register-member.ts';
import { rollOf } from './roll.ts';
import { settlementOf, summaryOf } from './summary.ts';

/** Form → how its data are gathered 表单取数; a missing one does not compile. */
export const forms: { readonly [F in FormQuery['form']]?: (asking: Asking) => Promise<Made> } = {
  roll: rollOf,
  ballot: ballotsOf,
  registerBranch: registerOfBranch,
  registerMember: registerOfMember,
  minutes: minutesOf,
  summary: summaryOf,
  settlement: settlementOf,
  declaration: declarationOf,
  notice: noticeOf,
  filing: filingOf,
  personal: personalOf,
};
