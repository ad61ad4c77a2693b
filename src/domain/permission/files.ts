import { plain, reads, writes } from './permission.ts';

const secretary = { secretary: 'branch' } as const;
const recorder = { recorder: 'branch' } as const;
const office = { ...secretary, ...recorder } as const;
const lent = { lent: 'branch' } as const;
const self = { member: 'own', probationary: 'own' } as const;
const superior = { superior: 'subtree' } as const;
const everybody = { member: 'branch', probationary: 'branch', observer: 'branch', superior: 'subtree' } as const;

const members = { member: 'branch', probationary: 'branch', committee: 'branch', discipline: 'branch' } as const;
const inside = { ...members, ...office, ...lent, ...superior } as const;

/** Roster, files and what is read of scores 档案与查询 (§五(二)–(三)). A superior opens raw lines only with a reason, which the branch sees. */
export const files = {
  'branch.show': plain(everybody),
  'scheme.show': plain(everybody),
  'scheme.text': plain(inside),
  'setting.show': plain(everybody),
  'setting.change': writes(secretary),
  'roster.show': plain({ ...office, committee: 'branch', ...superior }),
  'roster.add': writes(office),
  'roster.change': writes(office),
  'identity.show': plain(office),
  'relative.list': plain(office),
  'absence.list': plain({ ...office, ...superior }),
  'transfer.close': writes(office),
  'transfer.open': writes(office),
  'dossier.read': reads(office),
  'dossier.apply': writes(office),
  'dossier.undo': writes(office),
  'dossier.reverse': writes(secretary),
  'dossier.discard': reads(office),
  'dossier.show': reads({ ...self, ...office }),
  'import.show': reads(office),
  'import.read': plain(office),
  'import.template': plain(office),
  'paper.find': plain(office),
  'scan.keep': writes(office),
  'scan.supersede': writes(office),
  'scan.list': reads({ ...self, committee: 'branch', ...office, ...superior }),
  'scan.show': reads({ ...self, committee: 'branch', ...office, ...superior }),
  'member.list': plain(inside),
  'item.list': plain(inside),
  'month.list': plain(inside),
  'score.brief': reads({ ...self, committee: 'branch', ...office }),
  'score.course': reads({ ...self, committee: 'branch', ...office }),
  'score.show': reads({ ...self, committee: 'branch', ...office }),
  'rank.show': reads({ ...self, committee: 'branch', ...office }),
  'ledger.show': reads({ ...self, committee: 'branch', ...office }),
  'line.open': reads(superior),
  'line.show': reads({
    ...self,
    committee: 'branch',
    ...office,
    verifier: 'own',
    lent: 'own',
    superior: 'own',
  }),
  'work.list': reads({
    ...self,
    committee: 'branch',
    ...office,
    discipline: 'branch',
    lent: 'branch',
    ...superior,
  }),
  'access.show': reads(self),
  'rollup.show': reads(superior),
  'archive.export': reads({ ...office, ...superior }),
  'archive.package': reads({ ...office, ...superior }),
  'dossier.export': reads(self),
} as const;
