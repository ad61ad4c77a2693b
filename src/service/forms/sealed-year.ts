import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Claim } from '#domain/outcome/claim.ts';
import type { Explanation } from '#domain/score/explanation.ts';
import type { Asking } from './asking.ts';
import { documentMeant, type SealedAnswer } from './sealed.ts';

/** A year as it was settled 年度积分快照: every member's claim with the tree that explains it. */
export type SealedYear = {
  readonly document: SealedAnswer;
  readonly year: string;
  readonly asOf: Day;
  readonly members: readonly { readonly name: string; readonly claim: Claim; readonly tree: Explanation }[];
};

/** The sealed settlement that is meant: by the id of its matter, else that of the year asked for, else the latest. @throws form.none, thing.unknown */
export async function sealedYear(asking: Asking): Promise<SealedYear> {
  const { of, period } = asking.query;
  const { matters, documents } = await asking.ask('settlement.show', {});
  const matter = matters.find(({ noun, id }) => noun === 'settlement' && id === of);
  if (of !== undefined && !matter) throw new Refusal('thing.unknown');
  const document = matter
    ? documents.find(({ number }) => number === matter.content['document'])
    : documentMeant(documents, { kind: 'settlement', period });
  if (!document) throw new Refusal('form.none');
  const content = JSON.parse(document.text) as Omit<SealedYear, 'document'>;
  return { ...content, document };
}

/** A settled year with everybody's row: a member reads its own alone (product §6). @throws form.none, thing.unknown, right.missing */
export async function wholeYear(asking: Asking): Promise<SealedYear> {
  const settled = await sealedYear(asking);
  const { year } = settled;
  const may = (await asking.askIfMay('rank.show', { year, limit: 1 })) ?? (await asking.askIfMay('filing.show', {}));
  if (!may) throw new Refusal('right.missing');
  return settled;
}
