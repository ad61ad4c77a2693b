import { canonical, type Json, parseCanonical } from '#domain/ledger/canonical.ts';
import { type Claim, claimOf } from '#domain/outcome/claim.ts';
import { scoreRows } from '#service/branch-scores.ts';
import { B } from './people.ts';
import { holds, type Outcome, type Run, readDocuments } from './run.ts';

/** 6: what was sealed is remembered as it was sealed. 10: a sealed settlement says what the scores say at that head. */
export async function checkLedger(run: Run, { kind, before, after, effective }: Outcome): Promise<void> {
  if (kind !== 'done') return;
  if (before['document'] !== after['document']) await readDocuments(run);
  if (effective?.action !== 'settlement.seal') return;
  const id = 'id' in effective.input ? effective.input.id : '';
  const number = run.scene.read('settlement', id)?.body.document ?? 0;
  const row = JSON.parse(run.documents.get(`${B} settlement ${number}`) ?? '{}') as { text: string };
  const sealed = parseCanonical(row.text) as {
    readonly year: string;
    readonly members: readonly { readonly claim: Claim }[];
  };
  const { members } = await scoreRows(run.world.rows, B, `${sealed.year}-12-31`);
  const claims = members.map(({ year }) => JSON.parse(JSON.stringify(claimOf(year))) as Json);
  const same = canonical(claims) === canonical(sealed.members.map(({ claim }) => claim as unknown as Json));
  holds(10, same, () => `settlement ${number} says other totals, ranks or grades than the scores of its head`);
}
