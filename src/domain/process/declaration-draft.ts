import type { LineActs, LineState, Submitted } from './line.ts';
import { notCovered } from './opening.ts';
import { isRecused } from './recusal.ts';
import { type Guard, must, NONE, type Row } from './step.ts';

/** What may be submitted: a fact of a past day under an item open to declarations, in a month that is open (product §3.2). */
const submittable: readonly Guard<Submitted>[] = [
  must('declaration.item-unknown', ({ item }) => item !== 'unknown'),
  must('declaration.item-not-open', ({ item }) => item !== 'not-open'),
  must('declaration.future-day', ({ today, day }) => day <= today),
  notCovered,
  must('month.not-open', ({ month }) => month !== 'none'),
  must('month.closed', ({ month }) => month !== 'closed'),
  must('quarter.determined', ({ month, supplement }) => month !== 'sealed' || supplement),
];

type Acts =
  | 'declaration.draft'
  | 'declaration.edit'
  | 'declaration.discard'
  | 'declaration.submit'
  | 'declaration.withdraw'
  | 'declaration.enter'
  | 'declaration.batch'
  | 'declaration.prefill'
  | 'declaration.confirm'
  | 'declaration.verify'
  | 'review.propose'
  | 'review.serve';

/** The rows of a line before the review 申报 (§三(一)): what a member declares, what others propose and is read back, and the verifier's check of what was reported. */
export const draftRows: { readonly [A in Acts]: Row<LineState, LineActs[A]> } = {
  'declaration.draft': { from: [NONE], by: ['declarant'], to: 'draft' },
  'declaration.edit': { from: ['draft'], by: ['declarant'], to: 'draft' },
  'declaration.discard': { from: ['draft', 'proposed'], by: ['declarant', 'recorder', 'committee'], to: 'withdrawn' },
  'declaration.submit': { from: ['draft'], by: ['declarant'], guards: submittable, to: 'submitted' },
  'declaration.withdraw': { from: ['submitted'], by: ['declarant'], to: 'withdrawn' },
  'declaration.enter': { from: [NONE], by: ['recorder'], to: 'proposed' },
  'declaration.batch': { from: [NONE], by: ['recorder', 'committee'], to: 'proposed' },
  'declaration.prefill': { from: [NONE], by: ['recorder', 'clock'], to: 'proposed' },
  'declaration.confirm': {
    from: ['proposed'],
    by: ['declarant', 'recorder'],
    guards: [...submittable, must('declaration.not-read-back', ({ readBack }) => readBack)],
    to: 'submitted',
  },
  'declaration.verify': {
    from: ['submitted'],
    by: ['verifier'],
    guards: [
      must('verifier.not-named', ({ by, verifier }) => by === verifier),
      must('review.recused', ({ by, concerned }) => !isRecused(by, concerned)),
    ],
    to: 'same',
  },
  'review.propose': {
    from: [NONE],
    by: ['committee', 'secretary'],
    guards: [must('review.no-citation', ({ cites }) => cites), notCovered],
    to: 'proposed',
  },
  'review.serve': {
    from: ['proposed'],
    by: ['committee', 'secretary'],
    guards: [must('hearing.not-served', ({ hearing }) => hearing !== 'not-served')],
    to: 'submitted',
  },
};
