import { addMonths, type Day } from '#domain/kernel/day.ts';
import type { Proposal } from '#domain/process/consequence.ts';
import {
  type DispositionActs,
  type DispositionState,
  type Legal,
  MONTHS_AWAY,
  disposition as step,
} from '#domain/process/disposition.ts';
import type { ImprovementState } from '#domain/process/improvement.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { superiorOf } from '#service/nameless.ts';
import type { Rung } from '#store/bodies-consequence.ts';
import type { Matter } from '#store/matter.ts';
import { decidedBy, type Given, memberToday, proposalOf, restingOf, sealedYear } from './resting.ts';

type Asked = { readonly rule: string; readonly motion: string; readonly approval?: string | undefined };

/** The hearing of a member on its disposition 告知申辩 that no rung has used yet: each legal step is told anew. */
async function freshHearing(doing: Doing, subject: string, used: readonly (string | undefined)[]) {
  const served = await doing.list('hearing', { subject });
  return served.findLast(({ id, body }) => body.about === 'disposition' && !used.includes(id));
}

/** The number under which the superior approved a rung: its own record where it is in the installation, else what the paper says. */
async function approvalOf(
  doing: Doing,
  { body }: Matter<'disposition'>,
  rung: DispositionState,
  told: string | undefined,
): Promise<string> {
  if (!(await superiorOf(doing.rows, doing.branch))) return told ?? '';
  return body.approvals.findLast((one) => one.rung === rung)?.number ?? '';
}

function usedBy(body: Matter<'disposition'>['body'], what: 'motion' | 'hearing'): readonly (string | undefined)[] {
  return body.rungs.map((rung) => rung[what]);
}

async function proposal(doing: Doing, { subject = '', body }: Matter<'disposition'>, rule: string): Promise<Proposal> {
  return await proposalOf(doing, { member: subject, year: body.year, rule });
}

/** What a legal rung rests on, as facts, and as it is kept. */
async function legalOf(
  doing: Doing,
  found: Matter<'disposition'>,
  rung: DispositionState,
  { rule, motion, approval: told }: Asked,
): Promise<{ readonly facts: Proposal & Legal; readonly kept: Omit<Rung, 'state'> }> {
  const { id, subject = '', body } = found;
  const hearing = await freshHearing(doing, subject, usedBy(body, 'hearing'));
  const approval = await approvalOf(doing, found, rung, told);
  const facts = {
    ...(await proposal(doing, found, rule)),
    ...(await decidedBy(doing, motion, id, usedBy(body, 'motion'))),
    hearing: (hearing?.state ?? 'not-served') as Legal['hearing'],
    approval,
  };
  const kept = { day: doing.today, rule, motion, approval, ...(hearing && { hearing: hearing.id }) };
  return { facts, kept };
}

async function taken(
  doing: Doing,
  found: Matter<'disposition'>,
  to: DispositionState,
  kept: Omit<Rung, 'state'>,
  patch: Partial<Matter<'disposition'>['body']> = {},
) {
  const rungs = [...found.body.rungs, { state: to, ...kept }];
  return doing.answer(await doing.move(found, to, { rungs, ...patch }));
}

/** A rung that needs no meeting. */
async function plainRung(
  doing: Doing,
  action: 'disposition.remind' | 'disposition.criticise',
  { id, rule }: { readonly id: string; readonly rule: string },
) {
  const found = await doing.find('disposition', id);
  await doing.allow({}, found);
  const facts: DispositionActs[typeof action] = await proposal(doing, found, rule);
  return await taken(doing, found, doing.decide(step, found, action, facts), { day: doing.today, rule });
}

/** How an improvement went, as the ladder asks: what is not judged yet runs. */
async function improvementOf(doing: Doing, id: string | undefined): Promise<'running' | 'met' | 'missed'> {
  const state = id === undefined ? undefined : ((await doing.find('improvement', id)).state as ImprovementState);
  return state === 'met' || state === 'missed' ? state : 'running';
}

/** Whole months since a day 连续月数, as far as the law asks. */
function monthsSince(away: Day, today: Day): number {
  let months = 0;
  while (months < MONTHS_AWAY && addMonths(away, months + 1) <= today) months++;
  return months;
}

/** Lists a member: the first rung, decided by the meeting about the member itself. */
async function list(doing: Doing, given: Given & { readonly motion: string }) {
  await doing.allow({});
  const { member, motion, year, rule } = given;
  const subject = await memberToday(doing, member);
  const before = await doing.list('disposition', { subject });
  const used = before.flatMap(({ body }) => body.rungs);
  const hearing = await freshHearing(
    doing,
    subject,
    used.map((one) => one.hearing),
  );
  const sealed = await sealedYear(doing, year);
  const total = sealed?.claims.find((claim) => claim.member === subject)?.total;
  const decided = await decidedBy(
    doing,
    motion,
    subject,
    used.map((one) => one.motion),
  );
  const to = doing.decide(step, before.find(isOpen), 'disposition.list', {
    ...(await proposalOf(doing, given)),
    ...decided,
    belowBase: total !== undefined && sealed?.base !== undefined && total < sealed.base,
    hearing: (hearing?.state ?? 'not-served') as Legal['hearing'],
  });
  const rung = { state: to, day: doing.today, rule, motion, ...(hearing && { hearing: hearing.id }) };
  const body = { ...restingOf(doing, given), rungs: [rung], approvals: [] };
  return doing.answer(await doing.add('disposition', { state: to, subject, period: year, body }));
}

function isOpen({ state }: Matter<'disposition'>): boolean {
  return !step.final.some((final) => final === state);
}

/** The acts of the ladder for the unqualified 组织处置 (§四(四), product §3.12): no rung is skipped. */
export const dispositionActs: Handlers<ActsOf<'disposition'>> = {
  'disposition.list': list,
  'disposition.remind': async (doing, asked) => await plainRung(doing, 'disposition.remind', asked),
  'disposition.criticise': async (doing, asked) => await plainRung(doing, 'disposition.criticise', asked),
  'disposition.improve': async (doing, { id, improvement, ...asked }) => {
    const found = await doing.find('disposition', id);
    await doing.allow({}, found);
    const { facts, kept } = await legalOf(doing, found, 'improving', asked);
    const to = doing.decide(step, found, 'disposition.improve', facts);
    const plan = await doing.find('improvement', improvement);
    if (plan.subject !== found.subject) doing.refuse({ refused: 'thing.unknown' });
    if (plan.state !== 'proposed' && plan.state !== 'running') doing.refuse({ refused: 'improvement.not-now' });
    return await taken(doing, found, to, kept, { improvement });
  },
  'disposition.urge': async (doing, { id, ...asked }) => {
    const found = await doing.find('disposition', id);
    await doing.allow({}, found);
    const { facts, kept } = await legalOf(doing, found, 'urged', asked);
    const improvement = await improvementOf(doing, found.body.improvement);
    const to = doing.decide(step, found, 'disposition.urge', { ...facts, improvement });
    return await taken(doing, found, to, kept);
  },
  'disposition.remove': async (doing, { id, ...asked }) => {
    const found = await doing.find('disposition', id);
    await doing.allow({}, found);
    const { facts, kept } = await legalOf(doing, found, 'removed', asked);
    return await taken(doing, found, doing.decide(step, found, 'disposition.remove', facts), kept);
  },
  'disposition.leave': async (doing, { id, away, ...asked }) => {
    const found = await doing.find('disposition', id);
    await doing.allow({}, found);
    const { facts, kept } = await legalOf(doing, found, 'left', asked);
    const monthsAway = monthsSince(away, doing.today);
    const to = doing.decide(step, found, 'disposition.leave', { ...facts, monthsAway });
    return await taken(doing, found, to, kept, { away });
  },
  'disposition.end': async (doing, { id, reason }) => {
    const found = await doing.find('disposition', id);
    await doing.allow({}, found);
    return doing.answer(await doing.move(found, doing.decide(step, found, 'disposition.end', { reason }), { reason }));
  },
  'disposition.approve': async (doing, { id, rung, number }) => {
    const found = await doing.find('disposition', id);
    await doing.allow({}, found);
    if (!isOpen(found)) doing.refuse({ refused: 'disposition.skips' });
    const approvals = [...found.body.approvals, { rung, number, by: doing.by }];
    return doing.answer(await doing.move(found, found.state, { approvals }));
  },
};
