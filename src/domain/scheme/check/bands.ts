import { POINT } from '#domain/kernel/points.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import type { Grade, SchemeDocument } from '#domain/scheme/document.ts';
import { isEmpty, overlaps, type Range, rangeOf, without } from './range.ts';
import { reachOfTotal } from './reach.ts';
import { problem, type Rule } from './rule.ts';
import { shown } from './steps.ts';

type Band = { readonly grade: Grade; readonly at: number; readonly range: Range };

/** The sets of bands that some members are graded by: those without category, and those of each category named. */
function sets(grades: readonly Grade[]): { readonly category: string | undefined; readonly bands: readonly Band[] }[] {
  const bands = grades.map((grade, at) => ({ grade, at, range: rangeOf(grade) }));
  const named = new Set(grades.flatMap((grade) => grade.for ?? []));
  const general = bands.filter(({ grade }) => !grade.for);
  return [
    { category: undefined, bands: general },
    ...[...named].map((category) => ({ category, bands: bands.filter(({ grade }) => grade.for?.includes(category)) })),
  ].filter((set) => set.bands.length > 0);
}

const plain = ({ grade }: Band): boolean => grade.rank === undefined && grade.requires === undefined;

/** Bands 等次 give every total one grade: no gap, no overlap, no shared end, nothing out of reach, and holes are pointed out. */
export const checkBands: Rule = (document) => {
  const problems: Problem[] = [];
  const told = new Set<string>();
  for (const { category, bands } of sets(document.grades ?? [])) {
    if (bands.some(({ range }) => isEmpty(range))) continue;
    for (const found of [...pairs(bands), ...reached(document, bands, category), ...holes(document, bands, category)]) {
      const key = JSON.stringify([found.code, found.path, found.params]);
      if (!told.has(key)) problems.push(found);
      told.add(key);
    }
  }
  return problems;
};

function pairs(bands: readonly Band[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [index, { grade, at, range }] of bands.entries()) {
    const before = bands.slice(0, index);
    const place = { ...grade, path: `grades[${at}]` };
    if (
      without(
        range,
        before.filter(plain).map((one) => one.range),
      ).length === 0
    ) {
      problems.push(problem('warning', 'band-unreachable', place, { label: grade.label }));
      continue;
    }
    for (const earlier of before) {
      const both = overlaps(earlier.range, range);
      // Bands that also ask for a rank or more may lie over one another: the first that fits wholly is taken.
      if (!both || !(plain(earlier) && plain({ grade, at, range }))) continue;
      const code = both.high - both.low === 1 ? 'band-shared-end' : 'band-overlap';
      problems.push(
        problem('warning', code, place, { label: grade.label, earlier: earlier.grade.label, ...shown(both) }),
      );
    }
  }
  return problems;
}

function reached(document: SchemeDocument, bands: readonly Band[], category: string | undefined): readonly Problem[] {
  if (document.components.length === 0) return [];
  const { most } = reachOfTotal(document, category);
  return bands
    .filter(({ range }) => range.low > most && Number.isFinite(most))
    .map(({ grade, at }) =>
      problem(
        'warning',
        'band-out-of-reach',
        { ...grade, path: `grades[${at}]` },
        { label: grade.label, most: most / POINT },
      ),
    );
}

function holes(document: SchemeDocument, bands: readonly Band[], category: string | undefined): readonly Problem[] {
  const { least, most } = reachOfTotal(document, category);
  // A veto makes the total 0 even where nothing else could.
  const vetoed = document.vetoes?.some((veto) => veto.effect === 'zero') === true;
  const possible: Range = { low: vetoed ? Math.min(0, least) : least, high: Math.max(0, most) + 1 };
  const ranges = bands.map((band) => band.range);
  const low = Math.min(...ranges.map((range) => range.low));
  const high = Math.max(...ranges.map((range) => range.high));
  const at = { path: 'grades' };
  const problems: Problem[] = [];
  for (const gap of without(possible, ranges)) {
    const between = gap.low >= low && gap.high <= high;
    // 60–69 and 70–79 in whole points: nothing is missing but what lies between two whole points.
    const code = !between ? 'bands-not-all' : gap.high - gap.low < POINT ? 'band-whole-points' : 'band-gap';
    problems.push(
      problem('warning', code, at, shown(code === 'band-whole-points' ? { low: gap.low - 1, high: gap.high } : gap)),
    );
  }
  const firm = bands.filter(plain).map((band) => band.range);
  for (const { grade, at: index, range } of bands) {
    if (plain({ grade, at: index, range })) continue;
    for (const hole of without(range, firm))
      problems.push(
        problem('warning', 'band-hole', { ...grade, path: `grades[${index}]` }, { label: grade.label, ...shown(hole) }),
      );
  }
  return problems;
}

/** Rank words 靠前/靠后 have a number, and the front and the rear do not overlap (issue: rank words without numbers). */
export const checkRank: Rule = (document) => {
  const { rank, grades = [] } = document;
  const problems: Problem[] = [];
  for (const [at, grade] of grades.entries())
    if (grade.rank !== undefined && rank?.[grade.rank] === undefined)
      problems.push(
        problem('warning', 'rank-without-number', { ...grade, path: `grades[${at}].rank` }, { label: grade.label }),
      );
  const parts = [rank?.front, rank?.rear].map((share) => (share ? share.num / share.den : 0));
  if ((parts[0] ?? 0) + (parts[1] ?? 0) > 1 + 1e-9)
    problems.push(problem('error', 'rank-over-whole', { path: 'rank' }));
  return problems;
};
