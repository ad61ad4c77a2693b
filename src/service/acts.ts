import type { ActAction } from '#contract/api.ts';
import { accountActs } from './account/acts.ts';
import type { Handlers } from './handler.ts';
import { consequenceActs } from './process/consequence-acts.ts';
import { declarationActs } from './process/declaration.ts';
import { evidenceActs } from './process/evidence.ts';
import { filesActs } from './process/files-acts.ts';
import { hearingActs } from './process/hearing.ts';
import { meetingActs } from './process/meeting-acts.ts';
import { monthActs } from './process/month.ts';
import { reviewActs } from './process/review.ts';
import { shieldActs } from './process/shielding.ts';
import { supervisionActs } from './process/supervision-acts.ts';
import { vetoActs } from './process/veto.ts';
import { yearActs } from './process/year-acts.ts';
import { type Again, confirmSecond, refuseSecond } from './second.ts';

const again: Again = (doing, action, input) => acts[action](doing, input as never);

/** Action → function; a missing or wrong one does not compile. */
export const acts: Handlers<ActAction> = {
  ...monthActs,
  ...declarationActs,
  ...evidenceActs,
  ...shieldActs,
  ...hearingActs,
  ...reviewActs,
  ...vetoActs,
  ...meetingActs,
  ...supervisionActs,
  ...yearActs,
  ...consequenceActs,
  ...filesActs,
  ...accountActs,
  'second.confirm': async (doing, { id }) => await confirmSecond(doing, id, again),
  'second.refuse': async (doing, { id, reason }) => await refuseSecond(doing, id, reason),
};
