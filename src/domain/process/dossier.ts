import { type TwoPersons, twoPersons, twoPersonsWhere } from './guards.ts';
import { type Guard, must, NONE, type Plain, type Step } from './step.ts';

/** The states of an import into roster and files 档案导入. */
export type DossierState = 'read' | 'applied' | 'withdrawn' | 'reversed' | 'discarded';

/** What each act on an import must know: problems found, whether it alters a vote (`twoNeeded`), how many of its lines are determined by now. */
export type DossierActs = {
  'dossier.read': Plain;
  'dossier.apply': TwoPersons & { readonly problems: number; readonly seen: boolean; readonly twoNeeded: boolean };
  'dossier.undo': { readonly determined: number };
  'dossier.reverse': TwoPersons & { readonly determined: number };
  'dossier.discard': Plain;
};

/** An import 档案导入 (§五(二), product §3.13): read, its difference seen and approved, applied as one; undone by withdrawal while nothing of it is determined, by reversal afterwards. */
export const dossier: Step<DossierState, DossierActs> = {
  noun: 'dossier',
  term: '档案导入',
  clause: '§五(二)',
  stages: [['read'], ['applied'], ['withdrawn', 'reversed']],
  aside: ['discarded'],
  final: ['withdrawn', 'reversed', 'discarded'],
  blocked: 'dossier.not-now',
  rows: {
    'dossier.read': { from: [NONE], by: ['secretary', 'recorder'], to: 'read' },
    'dossier.apply': {
      from: ['read'],
      by: ['secretary', 'recorder'],
      guards: [
        must(
          'dossier.has-problems',
          ({ problems }) => problems === 0,
          ({ problems }) => ({ problems }),
        ),
        must('dossier.not-seen', ({ seen }) => seen),
        ...twoPersonsWhere,
      ],
      to: 'applied',
    },
    'dossier.undo': {
      from: ['applied'],
      by: ['secretary', 'recorder'],
      guards: [
        must(
          'dossier.determined',
          ({ determined }) => determined === 0,
          ({ determined }) => ({ determined }),
        ),
      ],
      to: 'withdrawn',
    },
    'dossier.reverse': {
      from: ['applied'],
      by: ['secretary'],
      guards: [must('dossier.not-determined', ({ determined }) => determined > 0), ...twoPersons],
      to: 'reversed',
    },
    'dossier.discard': { from: ['read'], by: ['secretary', 'recorder'], to: 'discarded' },
  },
};

/** A person stands on the roster once 名册不重复, under one number. */
export const oncePerRoster: Guard<{ readonly alike: number }> = must('roster.twice', ({ alike }) => alike === 0);
