import { appeal } from './appeal.ts';
import { appraisal } from './appraisal.ts';
import { assembly } from './assembly.ts';
import { commendation } from './commendation.ts';
import { concern, question } from './concern.ts';
import { line } from './declaration.ts';
import { disposition } from './disposition.ts';
import { dossier } from './dossier.ts';
import { filing } from './filing.ts';
import { hearing } from './hearing.ts';
import { improvement } from './improvement.ts';
import { minutes } from './minutes.ts';
import { month } from './month.ts';
import { motion } from './motion.ts';
import { notice } from './notice.ts';
import { objection } from './objection.ts';
import { quarter } from './quarter.ts';
import { register } from './register.ts';
import { review } from './review.ts';
import { scan } from './scan.ts';
import { scheme } from './scheme.ts';
import { settlement } from './settlement.ts';
import type { AnyStep } from './step.ts';
import { talk } from './talk.ts';
import { veto } from './veto.ts';

/** Every step 环节 of the process in the order of the source: what the tests walk and docs/process.md draws. */
export const steps: readonly AnyStep[] = [
  scheme,
  month,
  line,
  hearing,
  review,
  veto,
  assembly,
  motion,
  minutes,
  quarter,
  register,
  notice,
  objection,
  appeal,
  question,
  concern,
  settlement,
  filing,
  appraisal,
  commendation,
  talk,
  improvement,
  disposition,
  dossier,
  scan,
];
