import type { VerifyLineWords } from './my-verify.zh-CN.ts';

/** The English texts of the page on which a named verifier verifies what a member reported. */
export const verifyLineEn: VerifyLineWords = {
  title: 'Verify what was reported',
  back: 'Home',
  fact: 'What was reported',
  lead: 'Please ask whoever knows of it, or look at the records. If it is so, press the button below; if it is not, or cannot be found out, please tell the committee: what is not verified is not reviewed.',
  verify: 'Verified as true',
  done: 'Verified; it can be reviewed.',
};
