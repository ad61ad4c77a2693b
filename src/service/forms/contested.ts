import type { Claim } from '#domain/outcome/claim.ts';
import { sayGiven, sayLineAlone, sayThing, sayTotal, sayYearly } from '#paper/say.ts';
import { dayOfInstant } from '#service/clock.ts';
import type { Asking } from './asking.ts';

/** What is contested 异议、申诉事项: a line, or the total of a year, and since when. */
type Contested = {
  readonly member: string;
  readonly line?: string | undefined;
  readonly year: string;
  readonly start?: string | undefined;
};

/** What is contested in words, and what had been determined when it was. */
type Said = { readonly about: string; readonly current?: string };

/** Says what is contested 异议事项, as far as whoever asks may read the line; of one that may not be read, that it is one. */
export async function sayContested(asking: Asking, contested: Contested): Promise<Said> {
  return contested.line === undefined ? await sayYear(asking, contested) : await sayLine(asking, contested);
}

async function sayLine(asking: Asking, { line: id = '', start = '9999' }: Contested): Promise<Said> {
  const shown = await asking.askIfMay('line.show', { id });
  if (!shown) return { about: sayLineAlone() };
  const { line, item, steps } = shown;
  const { day } = line.decision?.fact ?? line.fact;
  const about = sayThing(day, item?.label);
  const before = steps.filter((one) => one.day <= start);
  const entry = before.findLast(({ step }) => step === 'entered');
  // What it came to is known as it was claimed; where the review or a finding changed that, the ledger says it.
  const changed = line.decision?.fact !== undefined || before.some(({ step }) => step === 'corrected');
  const current = sayGiven(changed ? undefined : line.points, entry?.step === 'entered' ? entry.entry : undefined);
  return { about, ...(current !== '' && { current }) };
}

async function sayYear(asking: Asking, { member, year, start = '9999' }: Contested): Promise<Said> {
  const about = sayTotal(year);
  const shown = await asking.askIfMay('settlement.show', { period: year });
  const sealed = shown?.documents.findLast((one) => one.kind === 'settlement' && dayOfInstant(one.sealed) <= start);
  if (!sealed) return { about };
  const { members } = JSON.parse(sealed.text) as { readonly members: readonly { readonly claim: Claim }[] };
  const total = members.find(({ claim }) => claim.member === member)?.claim.total;
  if (total === undefined) return { about };
  return { about, current: sayYearly(total, sealed.number) };
}
