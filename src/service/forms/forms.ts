import type { FormQuery } from '#contract/form.ts';
import { appealAnswerOf, appealOf } from './appeal.ts';
import type { Asking, Made } from './asking.ts';
import { ballotsOf } from './ballot.ts';
import { declarationOf } from './declaration.ts';
import { exemptionOf } from './exemption.ts';
import { filingOf } from './filing.ts';
import { improvementOf } from './improvement.ts';
import { minutesOf } from './minutes.ts';
import { noticeOf } from './notice.ts';
import { objectionAnswerOf, objectionOf } from './objection.ts';
import { personalOf } from './personal.ts';
import { registerOfBranch } from './register-branch.ts';
import { registerOfMember } from './register-member.ts';
import { rollOf } from './roll.ts';
import { settlementOf, summaryOf } from './summary.ts';
import { talkOf } from './talk.ts';

/** Form → how its data are gathered 表单取数; a missing one does not compile. */
export const forms: { readonly [F in FormQuery['form']]: (asking: Asking) => Promise<Made> } = {
  declaration: declarationOf,
  roll: rollOf,
  ballot: ballotsOf,
  registerBranch: registerOfBranch,
  registerMember: registerOfMember,
  minutes: minutesOf,
  notice: noticeOf,
  summary: summaryOf,
  settlement: settlementOf,
  filing: filingOf,
  personal: personalOf,
  exemption: exemptionOf,
  talk: talkOf,
  improvement: improvementOf,
  objection: objectionOf,
  objectionAnswer: objectionAnswerOf,
  appeal: appealOf,
  appealAnswer: appealAnswerOf,
};
