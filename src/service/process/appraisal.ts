import { statusOn } from '#domain/ledger/member.ts';
import { placesOf, appraisal as step } from '#domain/process/appraisal.ts';
import { proposeGrades } from '#domain/process/appraisal-grade.ts';
import type { AssemblyState } from '#domain/process/assembly.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import type { Decided } from '#store/bodies-consequence.ts';
import type { Matter } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import { decidedBy, memberToday, refuseOwn, sealedYear } from './resting.ts';

/** Who takes part in an appraisal with which standing: those in the branch on the last day of its year and still today. */
async function standingsOf(doing: Doing, year: string): Promise<ReadonlyMap<string, string>> {
  const members = await listMembers(doing.rows, doing.at);
  const { to: last } = await doing.yearNamed(year);
  return new Map(
    members.flatMap(({ member }): [string, string][] => {
      const then = statusOn(member, last)?.standing;
      const now = statusOn(member, doing.today)?.standing;
      const gone = now === undefined || now === 'transferred' || now === 'deceased';
      return then === undefined || gone ? [] : [[member.id, now === 'probationary' ? now : then]];
    }),
  );
}

/** Writes an assessment; whoever writes anew about the same member has said something else since, and both stay. */
async function assess(
  doing: Doing,
  appraisal: Matter<'appraisal'>,
  { subject, words }: { readonly subject: string; readonly words: string },
) {
  const { id: parent, period = '' } = appraisal;
  const body = { kind: subject === doing.by ? 'self' : 'peer', by: doing.by, words } as const;
  const made = await doing.add('assessment', { state: 'given', subject, period, parent, body });
  return doing.answer(made);
}

/** The acts of the democratic appraisal 民主评议 (§四(一), product §3.11). */
export const appraisalActs: Handlers<ActsOf<'appraisal'>> = {
  'appraisal.open': async (doing, { year }) => {
    await doing.allow({});
    const [known] = await doing.list('appraisal', { period: [year] });
    const sealed = await sealedYear(doing, year);
    const notices = await doing.list('notice', { period: [year], state: ['closed', 'filed'] });
    const noticeOver = notices.some(({ body }) => body.of === 'settlement' && body.shows === sealed?.number);
    const facts = { settlementSealed: sealed !== undefined, noticeOver };
    const to = doing.decide(step, known, 'appraisal.open', facts);
    const claims = sealed?.claims ?? [];
    const graded = claims.filter(({ standing }) => standing !== null && standing !== 'probationary').length;
    const proposals = proposeGrades(claims, sealed?.base, placesOf(graded));
    const body = { settlement: sealed?.number ?? 0, proposals };
    return doing.answer(await doing.add('appraisal', { state: to, period: year, body }));
  },
  'appraisal.assess': async (doing, { id, words }) => {
    const appraisal = await doing.find('appraisal', id);
    await doing.allow({ own: [doing.by] });
    doing.decide(step, appraisal, 'appraisal.assess', {});
    return await assess(doing, appraisal, { subject: doing.by, words });
  },
  'appraisal.peers': async (doing, { id }) => {
    const appraisal = await doing.find('appraisal', id);
    await doing.allow({}, appraisal);
    return doing.answer(await doing.move(appraisal, doing.decide(step, appraisal, 'appraisal.peers', {})));
  },
  'appraisal.rate': async (doing, { id, member, words }) => {
    const appraisal = await doing.find('appraisal', id);
    await doing.allow({});
    refuseOwn(doing, member);
    doing.decide(step, appraisal, 'appraisal.rate', {});
    return await assess(doing, appraisal, { subject: await memberToday(doing, member), words });
  },
  'appraisal.ballot': async (doing, { id, assembly }) => {
    const appraisal = await doing.find('appraisal', id);
    await doing.allow({}, appraisal);
    const { state } = await doing.find('assembly', assembly);
    const to = doing.decide(step, appraisal, 'appraisal.ballot', { assembly: state as AssemblyState });
    return doing.answer(await doing.move(appraisal, to, { assembly }));
  },
  'appraisal.decide': async (doing, { id, motion, grades }) => {
    const appraisal = await doing.find('appraisal', id);
    await doing.allow({}, appraisal);
    const standings = await standingsOf(doing, appraisal.period ?? '');
    const decided = new Map(grades.map((one): [string, Decided] => [one.member, keptOf(one)]));
    if (decided.size !== grades.length || grades.some(({ member }) => !standings.has(member)))
      doing.refuse({ refused: 'thing.unknown' });
    const to = doing.decide(step, appraisal, 'appraisal.decide', {
      ...(await decidedBy(doing, motion, id)),
      appraised: [...standings.values()].filter((standing) => standing !== 'probationary').length,
      excellent: grades.filter(({ grade }) => grade === 'excellent').length,
      withoutReason: grades.filter(({ reason }) => reason.trim() === '').length,
      probationary: grades.filter(({ member }) => standings.get(member) === 'probationary').length,
      unqualifiedUnasked: await unasked(doing, [...decided.values()]),
    });
    return doing.answer(await doing.move(appraisal, to, { motion, grades: [...decided.values()] }));
  },
  'appraisal.tell': async (doing, { id }) => {
    const appraisal = await doing.find('appraisal', id);
    await doing.allow({}, appraisal);
    const to = doing.decide(step, appraisal, 'appraisal.tell', {});
    return doing.answer(await doing.move(appraisal, to, { told: doing.today }));
  },
};

function keptOf({ motion, ...one }: Omit<Decided, 'motion'> & { readonly motion?: string | undefined }): Decided {
  return { ...one, ...(motion !== undefined && { motion }) };
}

/** How many are to be 不合格 without a motion of their own, about the member and passed. */
async function unasked(doing: Doing, grades: readonly Decided[]): Promise<number> {
  let count = 0;
  for (const { member, grade, motion } of grades) {
    if (grade !== 'unqualified') continue;
    const own = motion === undefined ? {} : await decidedBy(doing, motion, member);
    if (own.motion !== 'passed') count++;
  }
  return count;
}
