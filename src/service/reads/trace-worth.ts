import type { Member } from '#domain/ledger/member.ts';
import { openedBy } from '#domain/process/opening.ts';
import type { Reading } from '#service/reading.ts';
import { worthAlone } from '#service/schemes.ts';
import type { LineBody } from '#store/bodies.ts';
import type { Matter } from '#store/matter.ts';

type Claim = LineBody['fact'];

/** What a claim is worth by itself to a member 单项分值, in 1/10000. */
async function worthOf(reading: Reading, member: Member | undefined, claim: Claim): Promise<number> {
  if (openedBy(claim.item) !== undefined) return claim.points ?? 0;
  const { context, rows, at } = reading;
  const prepared = await context.schemes.prepared(rows, at, claim.day);
  return member ? worthAlone(prepared, member, { ...claim, ref: claim.ref ?? '-' }) : 0;
}

/**
 * What a line counts now and what it was put down for before 现计分值、原计分值, in 1/10000, where review, meeting or finding changed it; undefined where it
 * stands as it was declared. A finding speaks last, and what it changed is what the review had made of it.
 */
export async function changedWorth(
  reading: Reading,
  { state, body }: Matter<'line'>,
  member: Member | undefined,
): Promise<{ readonly now: number; readonly before: number } | undefined> {
  const { fact, points = 0, decision, corrected } = body;
  const declined = decision?.as === 'declined';
  if (corrected && state === 'determined')
    return { now: await worthOf(reading, member, corrected), before: declined ? 0 : points };
  if (state === 'reversed' || state === 'rejected' || declined) return { now: 0, before: points };
  return decision?.fact ? { now: points, before: await worthOf(reading, member, fact) } : undefined;
}
