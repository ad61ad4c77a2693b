import { type Guard, must } from './step.ts';

/** What every proposal of a consequence 积分运用 rests on: the rule it cites, and whether an objection to what it rests on still runs. */
export type Proposal = { readonly rule: string; readonly objectionRunning: boolean };

/** A consequence is proposed under a rule of the scheme, and stayed while an objection runs; nothing is ever automatic (§四, product §3.8, §3.12). */
export const proposable: readonly Guard<Proposal>[] = [
  must('consequence.no-rule', ({ rule }) => rule.trim() !== ''),
  must('consequence.stayed', ({ objectionRunning }) => !objectionRunning),
];

/** While an objection runs a consequence does not go on either. */
export const notStayed: Guard<Pick<Proposal, 'objectionRunning'>> = must(
  'consequence.stayed',
  ({ objectionRunning }) => !objectionRunning,
);
