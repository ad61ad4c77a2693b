import type { VerifyLineWords } from './my-verify.zh-CN.ts';

/** The English texts of the page on which a named verifier verifies what a member reported. */
export const verifyLineEn: VerifyLineWords = {
  title: 'Verify what was reported',
  back: 'Home',
  fact: 'What was reported',
  lead: 'Please ask those who know, or look at the records. If it is true, press the button below. If it is not, or cannot be established, please tell the committee; what is not verified is not reviewed.',
  verify: 'Verified as true',
  done: 'Verified; it can be reviewed.',
};
