import type { SessionAnswer } from '#contract/session.ts';
import type { Role } from '#domain/permission/role.ts';
import { type Action, permissionOf } from '#domain/permission/table.ts';
import type { DeskWords } from '#words/web/desk.zh-CN.ts';

/** An entry of the menu 栏目: shown to whoever may do one of its actions. */
type Entry = { readonly to: string; readonly label: keyof DeskWords['menu']; readonly actions: readonly Action[] };

/** An entry as it is shown: where it leads, and its words. */
export type MenuEntry = Pick<Entry, 'to' | 'label'>;

/** What is done in a branch. */
const BRANCH: readonly Entry[] = [
  { to: '/desk/$branch', label: 'work', actions: ['declaration.list', 'second.confirm'] },
  { to: '/desk/$branch/months', label: 'months', actions: ['month.close', 'quarter.determine'] },
  { to: '/desk/$branch/review', label: 'review', actions: ['review.take', 'review.convene'] },
  { to: '/desk/$branch/deductions', label: 'deductions', actions: ['review.propose', 'veto.propose'] },
  { to: '/desk/$branch/batch', label: 'batch', actions: ['declaration.batch', 'declaration.enter'] },
  { to: '/desk/$branch/forms', label: 'forms', actions: ['roster.add'] },
  { to: '/desk/$branch/paper', label: 'paper', actions: ['paper.find'] },
  { to: '/meeting/$branch', label: 'meeting', actions: ['motion.put', 'motion.count'] },
  { to: '/desk/$branch/registers', label: 'registers', actions: ['register.draw', 'minutes.sign'] },
  { to: '/desk/$branch/notices', label: 'notices', actions: ['notice.draft', 'notice.review'] },
  { to: '/desk/$branch/supervision', label: 'supervision', actions: ['objection.find', 'question.answer'] },
  { to: '/desk/$branch/year', label: 'year', actions: ['settlement.preview'] },
  { to: '/desk/$branch/appraisal', label: 'appraisal', actions: ['appraisal.open', 'talk.propose'] },
  { to: '/desk/$branch/roster', label: 'roster', actions: ['roster.add'] },
  { to: '/desk/$branch/import', label: 'import', actions: ['dossier.apply'] },
  { to: '/desk/$branch/slips', label: 'slips', actions: ['account.slip'] },
  { to: '/desk/$branch/scheme', label: 'scheme', actions: ['scheme.draft'] },
  { to: '/desk/$branch/settings', label: 'settings', actions: ['setting.change'] },
];

/** What a superior does. */
const ABOVE: readonly Entry[] = [
  { to: '/above', label: 'work', actions: ['filing.approve'] },
  { to: '/above/filings', label: 'filings', actions: ['filing.approve'] },
  { to: '/above/appeals', label: 'appeals', actions: ['appeal.assign'] },
  { to: '/above/concerns', label: 'concerns', actions: ['concern.take'] },
  { to: '/above/tree', label: 'tree', actions: ['rollup.show'] },
];

/** What the three administrators do, each alone. */
const ADMIN: readonly Entry[] = [
  { to: '/admin/accounts', label: 'accounts', actions: ['account.reset'] },
  { to: '/admin/operation', label: 'operation', actions: ['operation.show'] },
  { to: '/admin/rights', label: 'rights', actions: ['right.grant'] },
  { to: '/admin/records', label: 'records', actions: ['record.read'] },
];

/** The desks of a person in other branches 其他支部的工作台: whoever holds offices in several goes from one to the other. */
export function desksBeside(places: SessionAnswer['places'], at: string): SessionAnswer['places'] {
  const office = (role: string): boolean => role !== 'member' && role !== 'probationary';
  return places.filter(({ id, kind, roles }) => kind === 'branch' && id !== at && roles.some(office));
}

/** The menu of a person at a place, as far as the permission table lets the roles held there. */
export function menuOf(places: SessionAnswer['places'], at: string): readonly MenuEntry[] {
  const place = places.find(({ id }) => id === at);
  const held = (place?.roles ?? []) as readonly Role[];
  const above = places.filter(({ kind }) => kind !== 'branch').flatMap(({ roles }) => roles) as Role[];
  const may = (roles: readonly Role[], { actions }: Entry): boolean =>
    actions.some((action) => roles.some((role) => permissionOf(action).roles[role] !== undefined));
  const branch = place?.kind === 'branch' ? BRANCH.filter((entry) => may(held, entry)) : [];
  return [
    ...branch,
    ...ABOVE.filter((entry) => may(above, entry)).map((entry) =>
      // Beside the branch's own list it is told apart.
      branch.length > 0 && entry.label === 'work' ? { ...entry, label: 'workAbove' as const } : entry,
    ),
    ...ADMIN.filter((entry) => may(above, entry)),
  ].map(({ to, label }) => ({ to: to.replace('$branch', at), label }));
}
