import { appraisalActs } from './appraisal.ts';
import { commendationActs } from './commendation.ts';
import { dispositionActs } from './disposition.ts';
import { improvementActs } from './improvement.ts';
import { talkActs } from './talk.ts';

/** The acts of appraisal and consequences 民主评议、积分运用 (§四). */
export const consequenceActs = {
  ...appraisalActs,
  ...commendationActs,
  ...talkActs,
  ...improvementActs,
  ...dispositionActs,
};
