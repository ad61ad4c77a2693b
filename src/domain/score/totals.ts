import { type Status, statusOn } from '#domain/ledger/member.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import type { Prepared } from './prepare.ts';
import { quickSheet, type Totals } from './quick-sheet.ts';
import type { Subject } from './setting.ts';
import type { Profile } from './worth.ts';

/** Makes the quick way to many members' totals; what it cannot add up in one pass it asks of `evaluate` (differential property). */
export function totaller(prepared: Prepared): (subject: Subject) => Totals {
  const sheets = new Map<string, ReturnType<typeof quickSheet>>();
  const single = prepared.versions.length === 1 && suits(prepared);
  return (subject) => {
    const profile = single ? steadyProfile(prepared, subject) : undefined;
    if (profile) {
      const key = `${profile.category}\u0000${profile.role}\u0000${profile.group}`;
      let sheet = sheets.get(key);
      if (sheet === undefined && !sheets.has(key)) {
        sheet = quickSheet(prepared, profile);
        sheets.set(key, sheet);
      }
      const totals = sheet?.(subject);
      if (totals) return totals;
    }
    const { total, components, vetoed } = evaluate(prepared, subject);
    return { total, components: [...components.values()], vetoed };
  };
}

/** Whether the scheme as a whole lets totals be added up in one pass. */
function suits(prepared: Prepared): boolean {
  const { cycle, vetoes = [], total } = prepared.scheme.document;
  const factor = total?.times;
  return (cycle?.year ?? 'whole') === 'whole' && vetoes.every((veto) => !veto.when) && !(factor && 'review' in factor);
}

/** The one profile that held for the member all the while; undefined where it changed or there were gaps. */
function steadyProfile(prepared: Prepared, { member }: Subject): Profile | undefined {
  if (!member) return {};
  if (member.history.length !== 1) return undefined;
  const status: Status | undefined = statusOn(member, prepared.year.from);
  return status && status.to >= prepared.year.to ? status : undefined;
}

/**
 * Scores many members for ranks and grades: without the tree where totals are enough, by `evaluate` where a grade, a warning or a veto asks for more.
 */
export function leanScorer(
  prepared: Prepared,
): (subject: Subject) => Omit<Evaluation, 'tree'> & { readonly tree?: Evaluation['tree'] } {
  const { document } = prepared.scheme;
  const { grades = [], warnings = [], components } = document;
  const whole =
    (document.cycle?.year ?? 'whole') !== 'whole' || warnings.length > 0 || grades.some((grade) => grade.requires);
  const totals = totaller(prepared);
  const ids = [
    ...new Set(
      [...components, ...prepared.versions.flatMap((version) => version.document.components)].map(({ id }) => id),
    ),
  ];
  return (subject) => {
    if (whole || ids.length !== components.length || subject.facts.some(({ item }) => item.startsWith('veto:')))
      return evaluate(prepared, subject);
    const { total, components: points, vetoed } = totals(subject);
    const named = new Map(ids.map((id, at) => [id, points[at] ?? 0]));
    return { total, components: named, vetoed, pending: [], unknown: [], periods: [] };
  };
}
