import type { VerifyWords } from './verify.zh-CN.ts';

/** The English texts of the page that verifies an archive from the disk. */
export const verifyEn: VerifyWords = {
  title: 'Verify an archive',
  brand: 'Sunledger',
  lead: 'Choose a branch’s archive. This page recomputes the chain entry by entry, and every member’s points, rank and grade, and compares them with the archive. All of it happens on this computer; nothing is sent.',
  file: 'Archive',
  fileHint: 'The package (.zip) with every document, scheme and form; or archive.jsonl for the data alone.',
  head: 'Head kept elsewhere (optional)',
  headHint:
    'The 64-character digest printed on the register, minutes or notice, or lodged with the superior. It also reveals whether anything was cut off at the end.',
  headWrong: 'A head has 64 characters: digits and the letters a to f. Please compare it with the original.',
  again: 'Verify again',
  reading: 'Verifying, {share}% read',
  scoring: 'Recomputing the points',
  unreadable:
    'This file cannot be read. Please make sure it has not been moved and is not in use, then choose it again.',
  sound: 'Everything is in order',
  soundText:
    'The chain is intact and each entry follows from the one before; points, ranks and grades are the same as in the archive.',
  broken: 'Something is not in order',
  brokenText:
    'The first fault: {fault}. Nothing after it can be relied on. Please keep the file as it is and tell the superior.',
  others: 'Other faults',
  counts: 'What was verified',
  fitted: 'What was in order up to there',
  branch: 'Branch',
  asOf: 'Points as of',
  events: 'Events in the chain',
  entries: 'Point entries',
  members: 'Members',
  schemes: 'Versions of the scheme',
  scores: 'Scores recomputed',
  some: '{n}',
  people: '{n}',
  versions: '{n}',
  chainHead: 'Head of the chain',
  outside: 'Compared with a head kept elsewhere',
  language: '中文',
  noScript: 'This page needs JavaScript. verifier.js does the same in Node.',
};
