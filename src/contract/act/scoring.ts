import { z } from 'zod';
import { day } from '#contract/amount.ts';
import { change, id, make } from '#contract/endpoint.ts';
import { claimed, month, people, reason, words } from './words.ts';

const decision = { review: id, ayes: people };

/** The acts on month, declarations, hearings, review and veto 申报与初评 (§二(三), §三(一)–(二)). */
export const scoring = {
  'month.open': make('Opens a month for declarations', { month }),
  'month.confirm': change('A member has nothing to add and nothing to contest', { member: id }),
  'month.close': change('Closes a month: its preliminary scores are frozen', {}),
  'month.reopen': change('Reopens a closed month, by two persons', { reason }),
  'declaration.draft': make('Drafts a declaration about oneself or another member', {
    subject: id,
    fact: claimed,
    words: words.optional(),
  }),
  'declaration.edit': change('Edits a draft', { fact: claimed, words: words.optional() }),
  'declaration.discard': change('Throws a draft or a proposed line away', {}),
  'declaration.submit': change('Submits a draft', {}),
  'declaration.withdraw': change('Withdraws a declaration before its review', {}),
  'declaration.undo': change('Takes one’s last act on a line back within ten minutes', {}),
  'declaration.enter': make('Enters a declaration on behalf of a member, to be read back', {
    subject: id,
    fact: claimed,
    words: words.optional(),
  }),
  'declaration.batch': make('Proposes the same line for several members', {
    subjects: people,
    fact: claimed,
    words: words.optional(),
  }),
  'declaration.prefill': make('Proposes a line that is known already', { subject: id, fact: claimed }),
  'declaration.confirm': change('Confirms a proposed line after it was read back', { readBack: z.boolean() }),
  'declaration.verify': change('Verifies what was reported, as the named verifier', {}),
  'relative.declare': make('Declares a near relative in the branch', { one: id, other: id }),
  'verifier.draw': change('The superior draws the verifier of a reported line', { verifier: id }),
  'reporter.read': change('Opens a reporter’s name to the verifier, by two persons', { reason }),
  'hearing.serve': make(
    'Tells a member of what is to be heard: of a line, or that a disposition is considered and why',
    {
      line: id.optional(),
      member: id.optional(),
      cause: words.optional(),
    },
  ),
  'hearing.answer': change('Answers what one was told of', {
    answer: z.enum(['accept', 'decline', 'contest']),
    words: words.optional(),
    onBehalf: z.boolean().optional(),
  }),
  'hearing.undo': change('Takes one’s answer back within ten minutes', {}),
  'hearing.lapse': change('Records silence when the term is over', {}),
  'review.convene': make('Convenes a session of the review', { month, day }),
  'review.open': change('Opens the session with those present', { present: people }),
  'review.recuse': change('Steps back from a line', { line: id }),
  'review.close': change('Closes the session', {}),
  'review.cancel': change('Cancels the session', { reason }),
  'review.propose': make('Proposes a deduction with item, fact and evidence', {
    subject: id,
    fact: claimed,
    words: words.optional(),
  }),
  'review.serve': change('Brings a proposed deduction before the review once the member was told', {}),
  'review.take': change('Takes a line up in a session', { review: id }),
  'review.accept': change('Accepts a line as claimed; a contested opening with the reason', {
    ...decision,
    reason: z.exactOptional(reason),
  }),
  'review.adjust': change('Accepts a line otherwise than claimed, with the reason', {
    ...decision,
    fact: claimed,
    reason,
  }),
  'review.decline': change('Declines a line, with the reason', { ...decision, reason }),
  'review.refer': change('Refers a line to the general meeting', decision),
  'review.undo': change('Takes a decision back within ten minutes', {}),
  'veto.propose': make('Reports a ground of veto, without effect until a finding is cited', {
    subject: id,
    ground: id,
    words,
  }),
  'veto.cite': change('Cites the finding of the competent body', {
    finding: z.strictObject({
      body: z.string().max(200),
      number: z.string().max(100),
      day,
      year: z.int().min(1900).max(2200).optional(),
    }),
  }),
  'veto.confirm': change('Confirms the veto, by two persons', {}),
  'veto.lift': change('Lifts the veto when its finding was withdrawn, by two persons', { withdrawal: reason }),
  'veto.drop': change('Drops a veto that has no finding', { reason }),
  'second.confirm': change('Confirms as the second person what another has asked for', {}),
  'second.refuse': change('Refuses as the second person', { reason }),
} as const;
