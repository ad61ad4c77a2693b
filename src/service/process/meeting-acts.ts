import { absenceActs } from './absence.ts';
import { assemblyActs } from './assembly.ts';
import { determinationActs } from './determination.ts';
import { minutesActs } from './minutes.ts';
import { motionActs } from './motion.ts';
import { monthSealActs, quarterActs } from './quarter.ts';
import { registerActs } from './register.ts';

/** The acts of general meeting, motions, minutes, quarter and register 党员大会 (§三(三)). */
export const meetingActs = {
  ...assemblyActs,
  ...absenceActs,
  ...motionActs,
  ...determinationActs,
  ...minutesActs,
  ...quarterActs,
  ...monthSealActs,
  ...registerActs,
};
