import { plain, reads, writes } from './permission.ts';

const secretary = { secretary: 'branch' } as const;
const committee = { committee: 'branch', ...secretary } as const;
const recorder = { recorder: 'branch' } as const;
const self = { member: 'own', probationary: 'own' } as const;
const superior = { superior: 'subtree' } as const;

/** Settlement, filing, appraisal and what follows 年度积分、备案、民主评议、积分运用 (§三(五), §四). */
export const year = {
  'settlement.preview': reads({ ...secretary, ...recorder }),
  'settlement.amend': writes(secretary),
  'settlement.seal': writes(secretary),
  'settlement.supersede': writes(secretary),
  'settlement.show': reads({ member: 'branch', probationary: 'branch', ...committee, ...recorder, ...superior }),
  'settlement.draw': reads({ ...committee, ...recorder }),
  'filing.draft': reads(secretary),
  'filing.send': writes(secretary),
  'filing.approve': writes(superior),
  'filing.return': writes(superior),
  'filing.archive': writes(superior),
  'filing.show': reads({ ...secretary, ...superior }),
  'appraisal.open': writes(secretary),
  'appraisal.assess': writes(self),
  'appraisal.peers': writes(secretary),
  'appraisal.rate': writes({ member: 'branch', probationary: 'branch' }),
  'appraisal.ballot': writes(secretary),
  'appraisal.decide': writes(recorder),
  'appraisal.tell': reads(secretary),
  'commendation.propose': writes(committee),
  'commendation.bar': writes(committee),
  'commendation.approve': writes(recorder),
  'commendation.end': writes({ clock: 'subtree' }),
  'commendation.drop': writes(committee),
  'talk.propose': writes({ ...committee, ...superior }),
  'talk.order': writes(superior),
  'talk.hold': writes({ ...secretary, ...superior }),
  'talk.sign': writes({ ...self, ...recorder }),
  'talk.drop': writes({ ...committee, ...superior }),
  'improvement.propose': writes(committee),
  'improvement.start': writes(secretary),
  'improvement.extend': writes(secretary),
  'improvement.meet': writes(committee),
  'improvement.miss': writes(committee),
  'improvement.drop': writes(committee),
  'disposition.list': writes(secretary),
  'disposition.remind': writes(secretary),
  'disposition.criticise': writes(secretary),
  'disposition.improve': writes(secretary),
  'disposition.urge': writes(secretary),
  'disposition.remove': writes(secretary),
  'disposition.leave': writes(secretary),
  'disposition.end': writes(secretary),
  'disposition.approve': writes(superior),
  'consequence.list': reads({ ...committee, ...recorder, ...superior }),
  'reminder.choose': plain(self),
} as const;
