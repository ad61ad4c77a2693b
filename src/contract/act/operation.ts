import { z } from 'zod';
import { day } from '#contract/amount.ts';
import { change, id, make } from '#contract/endpoint.ts';

const label = z.string().min(1).max(100);
const name = z.string().trim().min(1).max(100);

/** The roles that the security administrator gives; what a member is comes from the roster, a lent member from the superior, a verifier is drawn. */
export const GIVEN_ROLES = [
  'committee',
  'secretary',
  'recorder',
  'discipline',
  'superior',
  'system',
  'security',
  'audit',
] as const;

/** The acts on accounts, tokens and rights 账号与授权 (product §2): `branch` is a branch or a superior organisation; slips and tokens are told once. */
export const operation = {
  'account.create': make('Makes an account: for a member of the roster, or for a person who is none; tells its slip', {
    person: id.optional(),
    name: name.optional(),
  }),
  'account.slip': make('The secretary issues a slip to a member, whose account is made when there is none', {
    member: id,
  }),
  'account.reset': change('The system administrator issues a slip to an account that cannot be opened any more', {}),
  'account.lock': change('Locks an account and ends its sessions and tokens, or opens it again', { lock: z.boolean() }),
  'right.grant': make('Gives a role for a time', {
    person: id,
    role: z.enum(GIVEN_ROLES),
    from: day,
    to: day.optional(),
  }),
  'right.end': change('Ends a role with its last day', { last: day }),
  'token.make': make('Makes a token with which a script acts in the own name; asks for the password', {
    label,
    days: z.int().min(1).max(366),
  }),
  'token.end': change('Ends a token of one’s own', {}),
} as const;
