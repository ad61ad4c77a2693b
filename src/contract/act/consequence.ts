import { z } from 'zod';
import { day } from '#contract/amount.ts';
import { change, id, make } from '#contract/endpoint.ts';
import { APPRAISAL_GRADES } from '#domain/process/appraisal-grade.ts';
import { reason, words } from './words.ts';

const year = z.string().regex(/^\d{4}$/);
/** The rule of the scheme that is cited; that it must not be blank is a rule of the process. */
const rule = z.string().max(200);
const title = z.string().min(1).max(200);
const number = z.string().max(100);
const about = { member: id, year, rule, words: words.optional() };
const rung = { rule };
const legal = { rule, motion: id, approval: number.optional() };

/** The acts of appraisal and consequences 民主评议、积分运用 (§四, product §3.11–3.12). */
export const consequence = {
  'appraisal.open': make('Opens the appraisal of a year once its settlement was on notice', { year }),
  'appraisal.assess': change('A member writes its self-assessment', { words }),
  'appraisal.peers': change('Ends self-assessment; members now assess each other', {}),
  'appraisal.rate': change('A member assesses another in words', { member: id, words }),
  'appraisal.ballot': change('Takes the appraisal into an open general meeting', { assembly: id }),
  'appraisal.decide': change('Records the grades that the meeting decided, each with its reason', {
    motion: id,
    grades: z
      .array(z.strictObject({ member: id, grade: z.enum(APPRAISAL_GRADES), reason, motion: id.optional() }))
      .max(2000),
  }),
  'appraisal.tell': change('Records that every member was told', {}),
  'commendation.propose': make('Proposes a member for commendation', { ...about, title }),
  'commendation.bar': make('Proposes that a member is not recommended until a day', { ...about, ends: day }),
  'commendation.approve': change('Records that the meeting approved the proposal', { motion: id }),
  'commendation.end': change('Ends what was set until a day', {}),
  'commendation.drop': change('Drops a proposal', { reason }),
  'talk.propose': make('Proposes a talk with a member', about),
  'talk.order': change('The superior orders that the talk is an admonition', { number }),
  'talk.hold': change('Records a talk by who held it', {
    recorder: z.string().max(64),
    time: z.string().max(100),
    place: z.string().max(200),
    cause: z.string().max(2000),
    content: z.string().max(10_000),
    admonition: z.boolean().optional(),
  }),
  'talk.sign': change('The member has read the record of the talk and signs it', { onBehalf: z.boolean().optional() }),
  'talk.drop': change('Drops a proposed talk', { reason }),
  'improvement.propose': make('Proposes an improvement with a deadline', about),
  'improvement.start': change('Starts the improvement: plan, helper, last day', {
    plan: z.string().max(5000),
    helper: z.string().max(64),
    last: day,
  }),
  'improvement.extend': change('Extends the deadline, with the reason', { last: day, reason }),
  'improvement.meet': change('Records that the member improved, with the reason', { reason }),
  'improvement.miss': change('Records that the member did not improve in time, with the reason', { reason }),
  'improvement.drop': change('Drops a proposed improvement', { reason }),
  'disposition.list': make('Lists a member below base as unqualified, by the meeting', { ...about, motion: id }),
  'disposition.remind': change('Reminds the member', rung),
  'disposition.criticise': change('Criticises and helps the member', rung),
  'disposition.improve': change('Sets an improvement, by the meeting and with approval', { ...legal, improvement: id }),
  'disposition.urge': change('Urges the member to leave, by the meeting and with approval', legal),
  'disposition.remove': change('Removes the member, by the meeting and with approval', legal),
  'disposition.leave': change('Holds the member to have left by itself', { ...legal, away: day }),
  'disposition.end': change('Ends the disposition, with the reason', { reason }),
  'disposition.approve': change('The superior approves the next rung under a number', {
    rung: z.enum(['improving', 'urged', 'removed', 'left']),
    number: number.min(1),
  }),
} as const;
