import { draftRows } from './declaration-draft.ts';
import type { LineActs, LineState } from './line.ts';
import { determinationRows } from './line-determination.ts';
import { reviewRows } from './line-review.ts';
import type { Step } from './step.ts';

/**
 * A line 申报事项, from the declaration to what the general meeting determined of it (§三(一)–(三), product §3.2–§3.6). A claim is never a score.
 * A referred line 提交党员大会 has too few deciders left; a rejected one the meeting has thrown out; a reversed one was taken back after it was determined.
 */
export const line: Step<LineState, LineActs> = {
  noun: 'line',
  term: '申报事项',
  clause: '§三(一)',
  stages: [
    ['draft', 'proposed'],
    ['submitted'],
    ['in-review'],
    ['accepted', 'adjusted', 'declined', 'referred'],
    ['determined'],
    ['reversed'],
  ],
  aside: ['withdrawn', 'rejected'],
  final: ['withdrawn', 'rejected', 'reversed'],
  blocked: 'line.not-now',
  blockedIn: { 'in-review': 'line.in-review', determined: 'line.determined', withdrawn: 'line.withdrawn' },
  rows: { ...draftRows, ...reviewRows, ...determinationRows },
};
