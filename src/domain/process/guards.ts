import type { Day } from '#domain/kernel/day.ts';
import { type Guard, must } from './step.ts';

/** A term 期限 as the calendar counted it: its last day, at whose 24:00 it ends, and whether that day is provisional 未公布 (product §3). */
export type Window = { readonly last: Day; readonly provisional: boolean };

/** A window and the day on which it is asked about. */
export type InTime = { readonly window: Window; readonly today: Day };

/** Who acts, and the second person who confirmed it, as persons: never as roles or accounts (trust §2.5). */
export type TwoPersons = { readonly by: string; readonly second?: string };

/** The reason that an act gives. */
export type Reasoned = { readonly reason: string };

/** What the general meeting decided about this very matter: nothing yet, or the result of its motion. */
export type ByMotion = { readonly motion?: 'passed' | 'lost' };

/** The hearing 告知申辩 of a matter: none needed, none served yet, or its state. */
export type Heard = { readonly hearing: 'not-needed' | 'not-served' | 'told' | 'answered' | 'silent' };

/** A term is over from the day after its last, and never while its last day is provisional: nothing closes before the data is there (product §3). */
export function isPast({ window, today }: InTime): boolean {
  return !window.provisional && today > window.last;
}

/** The term must be over; what its last day is, is told. */
export function afterTerm(
  code: 'hearing.running' | 'notice.running' | 'improvement.running',
): readonly Guard<InTime>[] {
  return [
    must(
      'term.unpublished',
      ({ window }) => !window.provisional,
      ({ window }) => ({ last: window.last }),
    ),
    must(
      code,
      ({ window, today }) => today > window.last,
      ({ window }) => ({ last: window.last }),
    ),
  ];
}

/** Four eyes 双人办理: a second person confirmed it, and it is another person (trust §2.5). */
export const twoPersons: readonly Guard<TwoPersons>[] = [
  must('second.missing', ({ second }) => second !== undefined),
  must('second.same-person', ({ by, second }) => second !== by),
];

/** Four eyes where the facts call for it. */
export const twoPersonsWhere: readonly Guard<TwoPersons & { readonly twoNeeded: boolean }>[] = [
  must('second.missing', ({ twoNeeded, second }) => !twoNeeded || second !== undefined),
  must('second.same-person', ({ twoNeeded, by, second }) => !twoNeeded || second !== by),
];

/** Reasons must be given in words. */
export const reasoned: Guard<Reasoned> = must('reason.missing', ({ reason }) => reason.trim() !== '');

/** The general meeting must have passed it: more than half of all entitled members were for it (product §5.5). */
export const carried: Guard<ByMotion> = must('motion.not-passed', ({ motion }) => motion === 'passed');

/** Nothing is decided about a member who has not been told and heard (product §5.3). */
export const heard: readonly Guard<Heard>[] = [
  must('hearing.not-served', ({ hearing }) => hearing !== 'not-served'),
  must('hearing.not-over', ({ hearing }) => hearing !== 'told'),
];
