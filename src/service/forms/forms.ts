import type { FormQuery } from '#contract/form.ts';
import { appealAnswerOf, appealOf } from './appeal.ts';
import type { Asking, Made } from './asking.ts';
import { ballotsOf } from './ballot.ts';
import { declarationOf } from './declaration.ts';
import { exemptionOf } from './exemption.ts';
import { improvementOf } from './improvement.ts';
import { minutesOf } from './minutes.ts';
import { objectionAnswerOf, objectionOf } from './objection.ts';
import { registerOfBranch } from './register-branch.ts';
import { registerOfMember } from './register-member.ts';
import { rollOf } from './roll.ts';
import { settlementOf, summaryOf } from './summary.ts';
import { talkOf } from './talk.ts';

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
  exemption: exemptionOf,
  objection: objectionOf,
  objectionAnswer: objectionAnswerOf,
  appeal: appealOf,
  appealAnswer: appealAnswerOf,
  talk: talkOf,
  improvement: improvementOf,
};
