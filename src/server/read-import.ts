import type { InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import { STANDINGS, type Standing } from '#domain/ledger/member.ts';
import { check } from '#domain/scheme/check.ts';
import { yearSpan } from '#domain/score/cycle.ts';
import { MOST_FACTS, readFactSheet } from '#intake/facts/fact-sheet.ts';
import { FACTS } from '#intake/facts/read-facts.ts';
import { indexVersions } from '#intake/facts/scheme-items.ts';
import { FACT_HEADINGS, type Headings } from '#intake/headings.ts';
import { type Mapping, mappingFrom, type ReadHeading, saidOf } from '#intake/mapping.ts';
import { unlessOther } from '#intake/other-kind.ts';
import { readTables } from '#intake/read-tables.ts';
import { MOST_ROSTER_ROWS, readRoster, rosterUnder } from '#intake/roster/read-roster.ts';
import { ROSTER_HEADINGS } from '#intake/roster/roster-headings.ts';
import type { Caller } from '#service/caller.ts';
import type { Services } from '#service/open.ts';
import type { ImportKind } from './import-template.ts';

/** Which file is read for which branch; `from` is the day from which changes hold where a row names none. */
export type ImportFile = {
  readonly kind: ImportKind;
  readonly path: string;
  readonly branch: string;
  readonly today: Day;
  readonly from: Day;
  /** What the person says of headings now; it goes before what was said at an earlier import. */
  readonly mapping?: Mapping | undefined;
};

/** Rows of a sheet around its entries: titles, headings, notes. */
const FRAME = 100;

/** So many headings are kept as a person explained them. */
const MOST_MAPPED = 200;

/** What a file came to 读取结果: the rows of an import, unless something stops it. Nothing of the file is kept. */
export type ImportRead = {
  readonly rows?: InputOf<'dossier.read'>['rows'];
  readonly headings: readonly ReadHeading[];
  readonly problems: readonly Problem[];
};

/** Reads a file that is to be imported, for who may import. @throws right.missing */
export async function readImport(services: Services, caller: Caller, asked: ImportFile): Promise<ImportRead> {
  const { kind, branch, mapping: given = {} } = asked;
  // The right to see imports is that to make them.
  const { mapping: kept } = await services.read('dossier.show', { branch, limit: 1 }, caller);
  const remembered = mappingFrom(kept?.[kind] ?? []);
  const mapping = { ...remembered, ...given };
  const read = kind === 'facts' ? await readFacts(services, caller, asked, mapping) : await readPeople(asked, mapping);
  const { headings, pairs } = saidOf(read.headings, IMPORT_HEADINGS[kind], { given, remembered });
  const { rows, problems } = read;
  return {
    headings,
    problems,
    ...(rows && { rows: { ...rows, ...(pairs.length > 0 && { mapping: pairs.slice(0, MOST_MAPPED) }) } }),
  };
}

/** The columns of what can be imported, and the headings under which they are known. */
export const IMPORT_HEADINGS: Readonly<Record<ImportKind, Headings<string>>> = {
  roster: ROSTER_HEADINGS,
  facts: FACT_HEADINGS,
};

async function readPeople({ path, today, from }: ImportFile, mapping: Mapping): Promise<ImportRead> {
  const tables = await readTables(path, { rows: MOST_ROSTER_ROWS, frame: FRAME });
  const { rows, silent, headings, problems } = readRoster(tables, { today, mapping });
  if (rows.length === 0) return { headings, problems: unlessOther(problems, tables, FACTS, 'intake.looks-like-facts') };
  const roster = rows.map((row) => ({ ...row, from: row.from ?? from }));
  return { rows: { roster, silent: [...silent] }, headings, problems };
}

async function readFacts(
  services: Services,
  caller: Caller,
  { path, branch, today }: ImportFile,
  mapping: Mapping,
): Promise<ImportRead> {
  const tables = await readTables(path, { rows: MOST_FACTS, frame: FRAME });
  const current = await services.read('scheme.text', { branch }, caller);
  const documents = [current.document];
  for (const { version } of current.versions)
    if (version !== current.version)
      documents.push((await services.read('scheme.text', { branch, version }, caller)).document);
  const schemes = documents.flatMap((document) => check(document).scheme ?? []);
  const [inForce] = schemes;
  if (!inForce) throw new Refusal('month.no-scheme');
  const { members } = await services.read('roster.show', { branch }, caller);
  const known = members.map(({ code, name, history }) => ({
    id: code,
    name,
    history: history.map(({ from, to, standing, group }) => ({
      from,
      to,
      standing: standingOf(standing),
      ...(group !== undefined && { group }),
    })),
  }));
  const year = yearSpan(inForce.document.cycle, today);
  const context = { items: indexVersions(schemes), members: known, year };
  const { rows, headings, problems } = readFactSheet(tables, context, mapping);
  if (rows.length === 0)
    return { headings, problems: unlessOther(problems, tables, rosterUnder({}), 'intake.looks-like-roster') };
  return { rows: { facts: rows.map((row) => ({ ...row })) }, headings, problems };
}

function standingOf(text: string): Standing {
  return STANDINGS.find((known) => known === text) ?? 'full';
}
