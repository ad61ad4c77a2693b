import { type TwoPersons, twoPersons } from './guards.ts';
import { type Concerned, isRecused } from './recusal.ts';
import { type Guard, must } from './step.ts';

/** Who is the named verifier 核实人 of a reported matter, or that the superior has still to draw one. */
export type Verifier = { readonly person: string } | { readonly waits: 'verifier.waiting' };

/** Names the verifier 核实人: the 纪检委员 when not concerned, else the committee member whom the superior has drawn and who is not concerned; else the matter waits (product §3.3). */
export function namedVerifier(discipline: string | undefined, drawn: string | undefined, matter: Concerned): Verifier {
  const person = [discipline, drawn].find((one) => one !== undefined && !isRecused(one, matter));
  return person === undefined ? { waits: 'verifier.waiting' } : { person };
}

/** A matter can only be verified once someone is named who is not concerned. */
export const verifierNamed: Guard<{ readonly verifier: Verifier }> = must(
  'verifier.waiting',
  ({ verifier }) => 'person' in verifier,
);

/** The reporter's name 反映人 is opened only to the named verifier, and only when a second person agreed, who does not see it (product §3.3). */
export const readReporter: readonly Guard<TwoPersons & { readonly verifier: string }>[] = [
  must('verifier.not-named', ({ by, verifier }) => by === verifier),
  ...twoPersons,
];
