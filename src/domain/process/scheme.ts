import type { Day } from '#domain/kernel/day.ts';
import { type ByMotion, carried, type TwoPersons, twoPersons } from './guards.ts';
import { must, NONE, type Plain, type Step } from './step.ts';

/** The states of a scheme 方案. */
export type SchemeState = 'draft' | 'checked' | 'adopted' | 'in-force' | 'retired' | 'discarded';

/** What each act on a scheme must know: problems that `check` found, the day of the resolution, the first day of effect. */
export type SchemeActs = {
  'scheme.draft': Plain;
  'scheme.edit': Plain;
  'scheme.check': { readonly errors: number; readonly byApplication: boolean };
  'scheme.adopt': ByMotion & TwoPersons & { readonly resolved: Day; readonly effective: Day };
  'scheme.start': { readonly today: Day; readonly effective: Day };
  'scheme.retire': { readonly successor: boolean };
  'scheme.revoke': ByMotion & TwoPersons;
  'scheme.discard': Plain;
};

/** The scheme 方案 (product §3.1): drafted, checked, adopted by a recorded resolution, in force, retired; never changed once adopted, never retroactive. */
export const scheme: Step<SchemeState, SchemeActs> = {
  noun: 'scheme',
  term: '方案',
  clause: '§二(一)',
  stages: [['draft'], ['checked'], ['adopted'], ['in-force'], ['retired']],
  aside: ['discarded'],
  final: ['retired', 'discarded'],
  blocked: 'scheme.not-now',
  blockedIn: { adopted: 'scheme.adopted', 'in-force': 'scheme.adopted', retired: 'scheme.adopted' },
  rows: {
    'scheme.draft': { from: [NONE], by: ['secretary', 'committee'], to: 'draft' },
    'scheme.edit': { from: ['draft', 'checked'], by: ['secretary', 'committee'], to: 'draft' },
    'scheme.check': {
      from: ['draft'],
      by: ['secretary', 'committee'],
      guards: [
        must(
          'scheme.has-errors',
          ({ errors }) => errors === 0,
          ({ errors }) => ({ errors }),
        ),
        must('scheme.by-application', ({ byApplication }) => !byApplication),
      ],
      to: 'checked',
    },
    'scheme.adopt': {
      from: ['checked'],
      by: ['secretary'],
      guards: [
        carried,
        must(
          'scheme.retroactive',
          ({ resolved, effective }) => effective >= resolved,
          ({ resolved }) => ({ resolved }),
        ),
        ...twoPersons,
      ],
      to: 'adopted',
    },
    'scheme.start': {
      from: ['adopted'],
      by: ['clock'],
      guards: [
        must(
          'scheme.not-yet',
          ({ today, effective }) => today >= effective,
          ({ effective }) => ({ effective }),
        ),
      ],
      to: 'in-force',
    },
    'scheme.retire': {
      from: ['in-force'],
      by: ['clock'],
      guards: [must('scheme.no-successor', ({ successor }) => successor)],
      to: 'retired',
    },
    'scheme.revoke': { from: ['adopted'], by: ['secretary'], guards: [carried, ...twoPersons], to: 'discarded' },
    'scheme.discard': { from: ['draft', 'checked'], by: ['secretary', 'committee'], to: 'discarded' },
  },
};
