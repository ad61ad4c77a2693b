import type { VerifyWords } from './verify.zh-CN.ts';

/** The English texts of the page that verifies an archive from the disk. */
export const verifyEn: VerifyWords = {
  title: 'Verify an archive',
  brand: 'Sunledger',
  lead: 'Choose a branch’s archive. This page recomputes the chain entry by entry, and every member’s points, rank and grade, and compares them with the archive. All of it happens on this computer; nothing is sent.',
  file: 'Archive',
  fileHint: 'The package (.zip) with every document, scheme and form in it; of archive.jsonl the data alone.',
  head: 'A head kept elsewhere (may be left empty)',
  headHint:
    'The digest of 64 digits printed on register, minutes or notice, or lodged with the superior. With it, a tail that was cut off is found too.',
  headWrong: 'A head has 64 digits and letters from a to f. Please compare it with the original.',
  again: 'Verify again',
  reading: 'Verifying, {share}% read',
  scoring: 'Computing the points again',
  unreadable: 'This file cannot be read. See that it was not moved and is not in use, and choose it again.',
  sound: 'Everything fits',
  soundText:
    'The chain is whole, each entry follows from the one before; points, ranks and grades come out as the archive has them.',
  broken: 'Something does not fit',
  brokenText:
    'The first that does not: {fault}. Nothing after it can be relied on. Keep the file as it is and tell the superior.',
  others: 'What else does not fit',
  counts: 'What was verified',
  fitted: 'What fitted up to there',
  branch: 'Branch',
  asOf: 'Points up to',
  events: 'Events of the chain',
  entries: 'Entries of points',
  members: 'Members',
  schemes: 'Versions of the scheme',
  scores: 'Scores recomputed',
  some: '{n}',
  people: '{n}',
  versions: '{n}',
  chainHead: 'Head of the chain',
  outside: 'Compared with a head from outside',
  language: '中文',
  noScript: 'This page needs JavaScript. verifier.js does the same with Node.',
};
