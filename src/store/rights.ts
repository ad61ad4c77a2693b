import type { Tables } from './tables.ts';

/** What the application's role may do to the rows of a table, besides reading: only add, or add and change, or lay anew as a ballot box is. Nothing else may be taken away. */
export type Right = 'add' | 'change' | 'lay-anew';

/** The right to each table 权限; a missing table does not compile. What is chained or written once is only ever added to (product §5.2). */
export const RIGHTS: { readonly [T in keyof Tables]: Right } = {
  org: 'add',
  branch: 'add',
  board: 'add',
  scheme: 'add',
  member: 'add',
  status: 'add',
  entry: 'add',
  event: 'add',
  salt: 'add',
  head: 'change',
  matter: 'change',
  step: 'add',
  act: 'add',
  document: 'add',
  record: 'add',
  access: 'add',
  answer: 'add',
  role_grant: 'change',
  shield: 'add',
  voted: 'add',
  ballot: 'lay-anew',
  notice_code: 'add',
  paper_code: 'add',
  account: 'change',
  slip: 'change',
  session: 'change',
  token: 'change',
  attempt: 'change',
};

/** The privileges of PostgreSQL that a right comes to. */
export const PRIVILEGES: Readonly<Record<Right, readonly string[]>> = {
  add: ['SELECT', 'INSERT'],
  change: ['SELECT', 'INSERT', 'UPDATE'],
  'lay-anew': ['SELECT', 'INSERT', 'DELETE'],
};

/** Every privilege that changes or removes rows, or could: what is not granted must not be there. */
export const HARMFUL = ['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES'] as const;
