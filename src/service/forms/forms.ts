import type { FormQuery } from '#contract/form.ts';
import type { Asking, Made } from './asking.ts';
import { declarationOf } from './declaration.ts';
import { minutesOf } from './minutes.ts';
import { registerOfBranch } from './register-branch.ts';

/** Form → how its data are gathered 表单取数; a missing one does not compile. */
export const forms: { readonly [F in FormQuery['form']]?: (asking: Asking) => Promise<Made> } = {
  registerBranch: registerOfBranch,
  minutes: minutesOf,
  declaration: declarationOf,
};
