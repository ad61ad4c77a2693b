import { type Guard, must } from './step.ts';

/** The acts that can be taken back 撤销: declarations, answers, review decisions (product §7). Imports have their own rows, dossier.undo and dossier.reverse. */
export const UNDOABLE: ReadonlySet<string> = new Set([
  'declaration.submit',
  'declaration.confirm',
  'declaration.withdraw',
  'declaration.discard',
  'hearing.answer',
  'review.accept',
  'review.adjust',
  'review.decline',
  'review.refer',
]);

/** The minutes within which an act can be taken back. */
export const UNDO_MINUTES = 10;

/** An act to be taken back: what it was, by whom, how many minutes ago, and whether someone else has acted on the thing since. */
export type Undo = {
  readonly action: string;
  readonly actor: string;
  readonly by: string;
  readonly minutes: number;
  readonly actedOn: boolean;
};

/** Who did it may take it back within ten minutes, until someone else has acted on it; the thing returns to the state it had (product §7). */
export const undo: readonly Guard<Undo>[] = [
  must('undo.not-here', ({ action }) => UNDOABLE.has(action)),
  must('undo.not-yours', ({ actor, by }) => actor === by),
  must(
    'undo.too-late',
    ({ minutes }) => minutes <= UNDO_MINUTES,
    () => ({ minutes: UNDO_MINUTES }),
  ),
  must('undo.acted-on', ({ actedOn }) => !actedOn),
];
