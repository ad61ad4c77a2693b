import { plain, reads, writes } from './permission.ts';

const self = { member: 'own', probationary: 'own' } as const;
const committee = { committee: 'branch', secretary: 'branch' } as const;
const office = { secretary: 'branch', recorder: 'branch' } as const;
const reviewers = { committee: 'branch', lent: 'branch', superior: 'subtree' } as const;
const investigators = { committee: 'own', lent: 'own', superior: 'own' } as const;
const superior = { superior: 'subtree' } as const;

/** Notice, objection, appeal, questions and concerns 公示与监督 (§三(四), §五(三)). An appeal is no matter of the branch until it was served. */
export const supervision = {
  'notice.draft': reads({ ...office, committee: 'branch' }),
  'notice.edit': reads({ ...office, committee: 'branch' }),
  'notice.review': writes(reviewers),
  'notice.return': writes(reviewers),
  'notice.post': writes({ secretary: 'branch' }),
  'notice.feedback': writes(office),
  'notice.close': writes({ clock: 'subtree' }),
  'notice.withdraw': writes({ secretary: 'branch' }),
  'notice.file': writes(office),
  'notice.mask': writes(self),
  'notice.show': reads({
    member: 'branch',
    probationary: 'branch',
    lent: 'branch',
    observer: 'branch',
    superior: 'subtree',
  }),
  'board.show': reads({ observer: 'branch' }),
  'objection.raise': writes({ ...self, recorder: 'branch' }),
  'objection.assign': writes({ secretary: 'branch', superior: 'subtree' }),
  'objection.find': writes(investigators),
  'objection.answer': writes({ ...investigators, secretary: 'branch' }),
  'objection.report': writes(office),
  'objection.withdraw': writes(self),
  'objection.show': reads({ ...self, ...office, committee: 'own', lent: 'own', superior: 'subtree' }),
  'appeal.lodge': writes(self),
  'appeal.assign': writes(superior),
  'appeal.serve': writes(superior),
  'appeal.find': writes(superior),
  'appeal.answer': writes(superior),
  'appeal.report': writes(office),
  'appeal.withdraw': writes(self),
  'appeal.show': reads({ ...self, ...superior }),
  'appeal.served': reads({ ...office, committee: 'branch' }),
  'question.raise': plain({ observer: 'branch' }),
  'question.admit': plain(committee),
  'question.forward': plain(committee),
  'question.decline': plain(committee),
  'question.answer': reads(committee),
  'question.show': plain({ secretary: 'branch' }),
  'question.list': plain({ ...office, committee: 'branch' }),
  'term.list': plain({ ...office, committee: 'branch' }),
  'concern.raise': plain({ observer: 'branch' }),
  'concern.take': reads(superior),
  'concern.serve': reads(superior),
  'concern.answer': reads(superior),
  'concern.decline': reads(superior),
  'concern.list': reads(superior),
  'concern.follow': plain({ observer: 'branch' }),
} as const;
