import { parsePeriod, type Span, within } from '#domain/kernel/day.ts';
import type { SealedDocument } from '#store/act.ts';
import { dayOfInstant } from './clock.ts';

/** The documents of a year 年度文书: those of its periods, and of the meetings after its end in which its quarters were determined. */
export function documentsOfYear(
  all: readonly SealedDocument[],
  { name, span }: { readonly name: string; readonly span: Span },
): readonly SealedDocument[] {
  const ofPeriod = all.filter(({ period }) => period !== null && (period === name || endsIn(period, span)));
  const meetings = new Set(ofPeriod.filter(({ kind }) => kind === 'register').flatMap(assemblyOf));
  return all.filter(
    (one) =>
      ofPeriod.includes(one) ||
      assemblyOf(one).some((assembly) => meetings.has(assembly)) ||
      (one.period === null && within(dayOfInstant(one.sealed_at), span)),
  );
}

/** Whether a day, a month or a quarter is of a year: it belongs to that in which it ends. */
function endsIn(period: string, span: Span): boolean {
  return period.length > 4 && within(parsePeriod(period)?.to ?? period, span);
}

/** The meeting that a register, minutes or a roll belongs to. */
function assemblyOf({ kind, text }: SealedDocument): readonly string[] {
  if (!['register', 'minutes', 'roll'].includes(kind)) return [];
  const said = JSON.parse(text) as { readonly assembly?: string; readonly sheet?: { readonly assembly?: string } };
  const assembly = said.assembly ?? said.sheet?.assembly;
  return assembly === undefined ? [] : [assembly];
}
