import { z } from 'zod';
import { day } from '#contract/amount.ts';
import { change, id, make } from '#contract/endpoint.ts';
import { STANDINGS } from '#domain/ledger/member.ts';

const name = z.string().min(1).max(60);
const standing = {
  standing: z.enum(STANDINGS),
  from: day,
  to: z.exactOptional(day),
  category: z.exactOptional(z.string().max(40)),
  group: z.exactOptional(z.string().max(40)),
  role: z.exactOptional(z.string().max(40)),
};
const document = {
  title: z.string().min(1).max(200),
  source: z.string().max(500_000),
  document: z.record(z.string().max(100), z.json()),
};
const motion = { motion: id };
const share = z.strictObject({ num: z.int().min(1).max(1000), den: z.int().min(1).max(1000) });
const term = z.exactOptional(z.int().min(0).max(10_000));

/** The acts of scheme, roster and settings 方案、名册与设定 (§二(一), §五(二)). */
export const files = {
  'scheme.draft': make('Drafts a scheme: its text as written and its content', document),
  'scheme.edit': change('Edits a drafted scheme', document),
  'scheme.check': change('Checks a drafted scheme', {}),
  'scheme.adopt': change('Adopts a scheme by a passed motion of the general meeting, by two persons', motion),
  'scheme.start': change('Puts an adopted scheme in force on its day', {}),
  'scheme.retire': change('Retires a scheme when the next one is in force', {}),
  'scheme.revoke': change('Takes the adoption back before the scheme is in force, by a passed motion', motion),
  'scheme.discard': change('Throws a drafted scheme away', {}),
  'setting.change': make('Changes the terms of the branch within their bounds, and where an appeal on paper is sent', {
    settings: z.strictObject({
      hearingDays: term,
      noticeDays: term,
      objectionReplyDays: term,
      questionReplyDays: term,
      appealReplyMonths: term,
      improvementMonths: term,
      quorum: z.exactOptional(share),
      majority: z.exactOptional(share),
    }),
    /** The superior and where it is found, as printed on an appeal; stays as it was where it is not told. */
    appealTo: z.exactOptional(z.strictObject({ name: z.string().max(100), address: z.string().max(200) })),
  }),
  'roster.add': make('Takes a member on the roster', { member: z.exactOptional(id), code: id, name, ...standing }),
  'roster.change': make('Adds a dated standing of a member', { member: id, ...standing }),
  'transfer.close': make('Closes the account of a member who moves to another branch', {
    member: id,
    day,
    to: z.string().min(1).max(200),
  }),
  'transfer.open': make('Opens the account of a member who came from another branch, by its closing statement', {
    member: z.exactOptional(id),
    code: id,
    name,
    ...standing,
    statement: z.string().min(1).max(200),
    openings: z.array(z.strictObject({ component: id, points: z.int().min(-1e12).max(1e12) })).max(50),
  }),
  'member.lend': make('The superior lends a member of another branch for a time', { person: id, from: day, to: day }),
} as const;
