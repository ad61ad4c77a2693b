import { files } from './files.ts';
import { meeting } from './meeting.ts';
import { operation } from './operation.ts';
import type { Permission } from './permission.ts';
import { scoring } from './scoring.ts';
import { supervision } from './supervision.ts';
import { year } from './year.ts';

/** The chapters of the permission table, in the order of docs/permissions.md. */
export const CHAPTERS = { scoring, meeting, supervision, year, files, operation } as const;

/** Every action 事项 `noun.verb` and who may do it 权限表: read by perform(), by the menu and by the docs, walked by the matrix test. */
export const PERMISSIONS = {
  ...scoring,
  ...meeting,
  ...supervision,
  ...year,
  ...files,
  ...operation,
} as const satisfies Readonly<Record<string, Permission>>;

/** The name of an action, `noun.verb`. */
export type Action = keyof typeof PERMISSIONS;

/** The names of all actions, in the order of the table. */
export const ACTIONS = Object.keys(PERMISSIONS) as readonly Action[];

/** The row of an action. */
export function permissionOf(action: Action): Permission {
  return PERMISSIONS[action];
}
