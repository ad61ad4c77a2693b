import { must, NONE, type Step } from './step.ts';

/** The states of the scan of a signed sheet 签字扫描件. */
export type ScanState = 'kept' | 'superseded';

/** What a scan can belong to: a sealed document by its kind, a talk, a line, or a general meeting with its ballots. */
export const SCANNED = [
  'roll',
  'minutes',
  'register',
  'notice',
  'settlement',
  'filing',
  'talk',
  'line',
  'assembly',
] as const;

/** One of these. */
export type Scanned = (typeof SCANNED)[number];

/** What must be known to keep a scan: whether what was signed is there to be signed, and whether a shield holds who reported it. */
export type ScanActs = {
  'scan.keep': { readonly stands: boolean; readonly shielded: boolean };
  'scan.supersede': object;
};

/**
 * The scan of a signed sheet 签字扫描件 (§五(二), product §7): kept beside what was signed, with its digest on the chain; a better one takes its place, none
 * is removed. The slip of a reporter bears the reporter's name, so no scan is kept of it (product §3.3).
 */
export const scan: Step<ScanState, ScanActs> = {
  noun: 'scan',
  term: '签字扫描件',
  clause: '§五(二)',
  stages: [['kept'], ['superseded']],
  aside: [],
  final: ['superseded'],
  blocked: 'scan.not-now',
  rows: {
    'scan.keep': {
      from: [NONE],
      by: ['secretary', 'recorder'],
      guards: [must('scan.not-signed', ({ stands }) => stands), must('scan.of-report', ({ shielded }) => !shielded)],
      to: 'kept',
    },
    'scan.supersede': { from: ['kept'], by: ['secretary', 'recorder'], to: 'superseded' },
  },
};
