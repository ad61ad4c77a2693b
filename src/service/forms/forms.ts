import type { FormQuery } from '#contract/form.ts';
import type { Asking, Made } from './asking.ts';
import { filingOf } from './filing.ts';
import { minutesOf } from './minutes.ts';
import { noticeOf } from './notice.ts';
import { personalOf } from './personal.ts';
import { registerOfBranch } from './register-branch.ts';

/** Form → how its data are gathered 表单取数; a missing one does not compile. */
export const forms: { readonly [F in FormQuery['form']]?: (asking: Asking) => Promise<Made> } = {
  registerBranch: registerOfBranch,
  minutes: minutesOf,
  notice: noticeOf,
  filing: filingOf,
  personal: personalOf,
};
