import { plain, reads, writes } from './permission.ts';

const secretary = { secretary: 'branch' } as const;
const recorder = { recorder: 'branch' } as const;
const everyone = { member: 'branch', probationary: 'branch' } as const;

/** General meeting, motions, minutes, quarter and register 党员大会、登记表 (§三(三)). */
export const meeting = {
  'assembly.convene': plain(secretary),
  'assembly.freeze': writes(recorder),
  'assembly.attend': writes(recorder),
  'assembly.open': writes(secretary),
  'assembly.brief': writes({ ...secretary, ...recorder }),
  'assembly.close': writes(secretary),
  'assembly.lapse': writes({ ...secretary, ...recorder }),
  'assembly.cancel': plain(secretary),
  'assembly.show': reads({ ...everyone, ...secretary, ...recorder, superior: 'subtree' }),
  'assembly.follow': reads({ ...everyone, ...secretary, ...recorder, committee: 'branch', superior: 'subtree' }),
  'absence.ask': plain({ member: 'own' }),
  'absence.consent': plain({ superior: 'subtree' }),
  'absence.approve': plain(recorder),
  'motion.put': writes(secretary),
  'motion.open': writes(secretary),
  'motion.cast': writes({ member: 'own' }),
  'motion.count': writes(recorder),
  'motion.defer': writes(secretary),
  'line.determine': writes(recorder),
  'line.reject': writes(recorder),
  'line.reverse': writes(recorder),
  'minutes.draft': reads(recorder),
  'minutes.edit': writes(recorder),
  'minutes.sign': writes({ ...secretary, ...recorder }),
  'quarter.open': writes({ clock: 'subtree' }),
  'quarter.determine': writes(recorder),
  'quarter.post': writes(secretary),
  'quarter.close': writes({ clock: 'subtree' }),
  'register.draw': writes(recorder),
  'register.supplement': writes(recorder),
  'register.redraw': writes(recorder),
  'register.seal': writes(recorder),
  'register.show': reads({ ...everyone, ...secretary, ...recorder, superior: 'subtree' }),
} as const;
