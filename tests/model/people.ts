import type { Standing } from '#domain/ledger/member.ts';
import type { Role } from '#domain/permission/role.ts';

/** The branch in which everything happens, another one beside it, and the superior of both. */
export const [B, C, S] = ['branch-b', 'branch-c', 'superior-s'];

/** The committee of the branch with its secretary; who records; the superior's people. */
export const [SECRETARY, RECORDER, DISCIPLINE] = ['m-an', 'm-er', 'm-ding'];
export const COMMITTEE = ['m-an', 'm-bo', 'm-chi', 'm-ding'] as const;
export const SUPERIORS = ['s-sun', 's-tao'] as const;

/** The nine members: ids that stand in no other text, so that a search of the rows finds them and nothing else. */
export const MEMBERS: readonly (readonly [id: string, name: string, standing: Standing])[] = [
  ['m-an', '安书记', 'full'],
  ['m-bo', '薄同志', 'full'],
  ['m-chi', '池同志', 'full'],
  ['m-ding', '丁委员', 'full'],
  ['m-er', '尔记录', 'full'],
  ['m-fang', '方同志', 'full'],
  ['m-gao', '高同志', 'full'],
  ['m-hai', '海同志', 'mobile'],
  ['m-pan', '潘同志', 'probationary'],
];

export const IDS = MEMBERS.map(([id]) => id);

export const OFFICES: readonly (readonly [person: string, role: Role])[] = [
  ['m-an', 'secretary'],
  ['m-bo', 'committee'],
  ['m-chi', 'committee'],
  ['m-ding', 'discipline'],
  ['m-ding', 'committee'],
  ['m-er', 'recorder'],
  ['adm-sys', 'system'],
  ['adm-sec', 'security'],
  ['adm-aud', 'audit'],
];

/** Who never may touch points. */
export const ADMINISTRATORS = ['adm-sys', 'adm-sec', 'adm-aud'] as const;

/** Everybody who may try something, with a member of the other branch and a stranger. */
export const ALL = [...IDS, ...SUPERIORS, ...ADMINISTRATORS, 'm-xu', 'nobody'] as const;
