import type { AnswerOf, InputOf } from '#contract/api.ts';
import { canonical, type Json } from '#domain/ledger/canonical.ts';
import type { Reading } from '#service/reading.ts';
import { showBoth } from './matters.ts';

/** The offices before which the ranks of everybody stand anyway. */
const OFFICES = ['secretary', 'recorder', 'committee', 'discipline'] as const;

type Settled = {
  readonly [field: string]: Json;
  readonly members: readonly { readonly claim: { readonly member: string } }[];
};

/** The annual settlements 年度积分 of a branch with their snapshots; a member reads its own row of them, as nobody but the office reads the ranks of all (product §6). @throws right.missing */
export async function showSettlements(
  reading: Reading,
  query: InputOf<'settlement.show'>,
): Promise<AnswerOf<'settlement.show'>> {
  await reading.allow([], '#settlements');
  const both = await showBoth(reading, ['settlement'], ['settlement'], query);
  if (reading.holds(OFFICES) || reading.holdsAbove(['superior'])) return both;
  return { ...both, documents: both.documents.map((one) => ({ ...one, text: ownRow(one.text, reading.by) })) };
}

function ownRow(text: string, person: string): string {
  const settled = JSON.parse(text) as Settled;
  return canonical({ ...settled, members: settled.members.filter(({ claim }) => claim.member === person) });
}
