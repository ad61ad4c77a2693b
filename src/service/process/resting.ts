import type { Points } from '#domain/kernel/points.ts';
import { statusOn } from '#domain/ledger/member.ts';
import type { Claim } from '#domain/outcome/claim.ts';
import type { Proposal } from '#domain/process/consequence.ts';
import type { ByMotion } from '#domain/process/guards.ts';
import { isRunning, type ObjectionState } from '#domain/process/objection.ts';
import { baseOf } from '#domain/scheme/base.ts';
import type { Doing } from '#service/doing.ts';
import { readMember } from '#store/member.ts';
import { latestSealed } from './settlement.ts';

/** What a consequence is proposed about, as it was asked for. */
export type Given = {
  readonly member: string;
  readonly year: string;
  readonly rule: string;
  readonly words?: string | undefined;
};

/** What of a proposal is kept: on what it rests, and who proposed it. */
export function restingOf(doing: Doing, { year, rule, words }: Given) {
  return { year, rule, by: doing.by, ...(words !== undefined && { words }) };
}

/**
 * Whether something is still contested on which a consequence of a year rests 异议未结: an objection of the member, or an appeal that the branch was
 * served. One that it was not served stays nothing, for that would tell of it (product §3.8, §5.7).
 */
export async function objectionRunning(doing: Doing, member: string, year: string): Promise<boolean> {
  const sought = { subject: member, period: [year] };
  const objections = await doing.list('objection', sought);
  const served = await doing.list('appeal', { ...sought, state: ['served', 'found'] });
  return objections.some(({ state }) => isRunning(state as ObjectionState)) || served.length > 0;
}

/** The facts of a proposal: the rule that it cites, and whether it is stayed. */
export async function proposalOf(doing: Doing, { member, year, rule }: Omit<Given, 'words'>): Promise<Proposal> {
  return { rule, objectionRunning: await objectionRunning(doing, member, year) };
}

/** A member who belongs to the branch today; nothing follows for who has left. @throws thing.unknown */
export async function memberToday(doing: Doing, id: string): Promise<string> {
  const kept = await readMember(doing.rows, doing.at, id);
  const standing = kept && statusOn(kept.member, doing.today)?.standing;
  if (standing === undefined || standing === 'transferred' || standing === 'deceased')
    doing.refuse({ refused: 'thing.unknown' });
  return id;
}

/** What the general meeting decided by a motion about this very matter 大会决议; a motion about anything else, or one used before, decides nothing here. */
export async function decidedBy(
  doing: Doing,
  motion: string,
  about: string,
  used: readonly (string | undefined)[] = [],
): Promise<ByMotion> {
  const { state, body } = await doing.find('motion', motion);
  const own = state === 'counted' && body.kind === 'other' && body.about === about && !used.includes(motion);
  return own && body.result !== undefined ? { motion: body.result } : {};
}

/** Nobody judges what is about itself. @throws review.recused */
export function refuseOwn(doing: Doing, subject: string | undefined): void {
  if (subject === doing.by) doing.refuse({ refused: 'review.recused' });
}

/** A year as it was sealed 年度积分: the number of the document, each member's claim, and what the scheme opens with as base. */
export async function sealedYear(
  doing: Doing,
  year: string,
): Promise<
  { readonly number: number; readonly claims: readonly Claim[]; readonly base: Points | undefined } | undefined
> {
  const document = await latestSealed(doing, year);
  if (!document) return undefined;
  const { members } = JSON.parse(document.text) as { readonly members: readonly { readonly claim: Claim }[] };
  const scheme = await doing.context.schemes.inForce(doing.rows, doing.at, `${year}-12-31`);
  const base = scheme && baseOf(scheme);
  return { number: document.number, claims: members.map(({ claim }) => claim), base };
}
