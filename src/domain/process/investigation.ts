import { type Concerned, isRecused } from './recusal.ts';
import { type Guard, must } from './step.ts';

/**
 * What is known of a matter that is looked into again 调查核实: who is concerned, who raised it, who decided it in the review or investigated it before.
 * Votes of the general meeting are not among `decided`: otherwise nobody in the branch could look into anything.
 */
export type Looked = Concerned & {
  readonly raisedBy: string;
  readonly decided: readonly string[];
  readonly investigated: readonly string[];
};

/** Whether a person may not investigate or find 调查回避: whoever decided or investigated before, and everyone concerned (product §3.4). */
export function isBarred(person: string, matter: Looked): boolean {
  return (
    matter.raisedBy === person ||
    matter.decided.includes(person) ||
    matter.investigated.includes(person) ||
    isRecused(person, matter)
  );
}

/** The investigator who is to be named must not be barred. */
export const unbarred: Guard<{ readonly investigator: string; readonly matter: Looked }> = must(
  'investigation.barred',
  ({ investigator, matter }) => !isBarred(investigator, matter),
);

/** Only the investigator named finds 认定, and still must not be barred. */
export const byInvestigator: readonly Guard<{
  readonly by: string;
  readonly investigator: string;
  readonly matter: Looked;
}>[] = [must('investigation.not-yours', ({ by, investigator }) => by === investigator), unbarred];
