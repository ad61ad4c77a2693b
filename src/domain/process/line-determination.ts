import { carried, heard, reasoned, twoPersons } from './guards.ts';
import type { LineActs, LineState } from './line.ts';
import { must, type Row } from './step.ts';

/** A determined line is taken back only on a finding that is named 认定依据. */
const byFinding = must<{ readonly finding: string }>('reversal.no-finding', ({ finding }) => finding.trim() !== '');

type Acts = 'line.determine' | 'line.reject' | 'line.reverse';

/** The rows of a line in the general meeting 评定 and after (§三(三)–(四)): only its motion makes points; only a reversal takes them back. */
export const determinationRows: { readonly [A in Acts]: Row<LineState, LineActs[A]> } = {
  'line.determine': {
    from: ['accepted', 'adjusted', 'declined', 'referred'],
    by: ['recorder'],
    guards: [...heard, must('line.not-briefed', ({ briefed }) => briefed), carried],
    to: 'determined',
  },
  'line.reject': {
    from: ['accepted', 'adjusted', 'declined', 'referred'],
    by: ['recorder'],
    guards: [carried, reasoned],
    to: 'rejected',
  },
  'line.reverse': { from: ['determined'], by: ['recorder'], guards: [byFinding, ...twoPersons], to: 'reversed' },
};
