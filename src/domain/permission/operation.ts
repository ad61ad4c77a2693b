import { plain } from './permission.ts';

const anyone = {
  member: 'own',
  probationary: 'own',
  committee: 'own',
  secretary: 'own',
  recorder: 'own',
  discipline: 'own',
  verifier: 'own',
  lent: 'own',
  superior: 'own',
  system: 'own',
  security: 'own',
  audit: 'own',
} as const;
const system = { system: 'subtree' } as const;
const security = { security: 'subtree' } as const;
const audit = { audit: 'subtree' } as const;

/**
 * Accounts, rights, keys, logs and operation 三员 (trust §2.2). None of it reads or writes points: a backup is moved whole and sealed,
 * a check of the chain answers with counts and numbers of entries.
 */
export const operation = {
  'session.open': plain({ ...anyone, observer: 'own' }),
  'session.end': plain(anyone),
  'password.change': plain(anyone),
  'factor.set': plain(anyone),
  'token.make': plain(anyone),
  'token.end': plain(anyone),
  'account.create': plain(system),
  'account.lock': plain(system),
  'account.reset': plain(system),
  'account.slip': plain({ secretary: 'branch' }),
  'account.list': plain({ secretary: 'branch' }),
  'person.list': plain({ ...system, ...security, ...audit }),
  'backup.make': plain(system),
  'backup.restore': plain(system),
  'database.migrate': plain(system),
  'operation.show': plain(system),
  'notification.set': plain(system),
  'right.grant': plain(security),
  'right.end': plain(security),
  'right.show': plain({ ...security, ...audit }),
  'member.lend': plain({ superior: 'subtree' }),
  'policy.set': plain(security),
  'key.rotate': plain(security),
  'record.read': plain(audit),
  'record.export': plain(audit),
  'chain.verify': plain({ ...audit, member: 'branch', secretary: 'branch', superior: 'subtree' }),
} as const;
