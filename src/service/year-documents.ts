import type { SealedDocument } from '#store/act.ts';
import { dayOfInstant } from './clock.ts';

/** The documents of a year 年度文书: those of its periods, and of the meetings after its end in which its quarters were determined. */
export function documentsOfYear(all: readonly SealedDocument[], year: string): readonly SealedDocument[] {
  const ofPeriod = all.filter(({ period }) => period?.startsWith(year) === true);
  const meetings = new Set(ofPeriod.filter(({ kind }) => kind === 'register').flatMap(assemblyOf));
  return all.filter(
    (one) =>
      ofPeriod.includes(one) ||
      assemblyOf(one).some((assembly) => meetings.has(assembly)) ||
      (one.period === null && dayOfInstant(one.sealed_at).startsWith(year)),
  );
}

/** The meeting that a register, minutes or a roll belongs to. */
function assemblyOf({ kind, text }: SealedDocument): readonly string[] {
  if (!['register', 'minutes', 'roll'].includes(kind)) return [];
  const said = JSON.parse(text) as { readonly assembly?: string; readonly sheet?: { readonly assembly?: string } };
  const assembly = said.assembly ?? said.sheet?.assembly;
  return assembly === undefined ? [] : [assembly];
}
