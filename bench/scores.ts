import { evaluate } from '#domain/score/evaluate.ts';
import { totaller } from '#domain/score/totals.ts';
import { type BulkMeasured, measureBulk } from './bulk.ts';
import { compare } from './compare.ts';
import { defaultScheme } from './default-scheme.ts';
import { memberYears } from './member-year.ts';
import { referenceScore } from './reference-score.ts';

// Ratios in one run (issue, Speed): a slower machine slows both sides alike.
const LIMITS = { totals: 4, explanation: 12, seconds: 60, megabytes: 1536 } as const;

/** Measures the evaluator against the scheme written out by hand, and the command line on a whole file; answers with what is slower than it should be. */
export async function measureScores(): Promise<readonly string[]> {
  const prepared = defaultScheme();
  const years = memberYears(2000);
  const totals = totaller(prepared);

  const reference = (year: (typeof years)[number]): number => {
    const [status] = year.member.history;
    return referenceScore(year.facts, status?.category ?? '', status?.role);
  };
  for (const year of years) {
    const [hand, quick, whole] = [reference(year), totals(year).total, evaluate(prepared, year).total];
    if (hand !== quick || hand !== whole)
      throw new Error(`${year.member.id}: by hand ${hand}, totals ${quick}, evaluate ${whole}`);
  }
  console.log(`${years.length} member-years of 60 facts: by hand, totals and evaluate agree on every total`);

  let kept = 0;
  const each = (work: (year: (typeof years)[number]) => number) => (): void => {
    for (const year of years) kept += work(year);
  };
  const measured = compare([
    { name: 'by hand', work: each(reference) },
    { name: 'totals', work: each((year) => totals(year).total) },
    { name: 'with explanation', work: each((year) => evaluate(prepared, year).total) },
  ]);
  if (!Number.isFinite(kept)) throw new Error('a total is no number');
  for (const { name, milliseconds, ratio } of measured) {
    const micro = (milliseconds * 1000) / years.length;
    console.log(
      `${name.padEnd(18)} ${micro.toFixed(2).padStart(8)} µs a member-year  ${ratio.toFixed(2).padStart(6)}×`,
    );
  }
  const [, quick, whole] = measured;
  const failures: string[] = [];
  if ((quick?.ratio ?? Infinity) > LIMITS.totals) failures.push(`totals above ${LIMITS.totals}×`);
  if ((whole?.ratio ?? Infinity) > LIMITS.explanation) failures.push(`with explanation above ${LIMITS.explanation}×`);

  const bulk: BulkMeasured = await measureBulk(Number(process.env['BENCH_MEMBERS'] ?? 100_000));
  console.log(
    `${bulk.members} member-years (${bulk.megabytesOfCsv.toFixed(0)} MB of CSV, rows in any order) to totals and ranks: ${bulk.seconds.toFixed(1)} s, peak ${bulk.peakMegabytes.toFixed(0)} MB`,
  );
  if (bulk.seconds > LIMITS.seconds) failures.push(`bulk above ${LIMITS.seconds} s`);
  if (bulk.peakMegabytes > LIMITS.megabytes) failures.push(`bulk above ${LIMITS.megabytes} MB`);
  return failures;
}
