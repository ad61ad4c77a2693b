import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import { type Member, STANDINGS, type Standing } from '#domain/ledger/member.ts';
import { check } from '#domain/scheme/check.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { yearSpan } from '#domain/score/cycle.ts';
import { MOST_FACTS, readFactSheet } from '#intake/facts/fact-sheet.ts';
import { FACTS } from '#intake/facts/read-facts.ts';
import { indexVersions } from '#intake/facts/scheme-items.ts';
import { FACT_HEADINGS, type Headings } from '#intake/headings.ts';
import { type Mapping, mappingFrom, type ReadHeading, saidOf } from '#intake/mapping.ts';
import { unlessOther } from '#intake/other-kind.ts';
import { type PointsColumn, type PointsPart, pointsHeadings, pointsUnder } from '#intake/points/points-columns.ts';
import { MOST_POINTS, readPoints } from '#intake/points/read-points.ts';
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
  /** Of opening points: up to which day they were counted, and who kept the sheet. */
  readonly until?: Day | undefined;
  readonly keeper?: string | undefined;
};

/** Around the entries of a sheet stand so many rows of titles, headings, notes; and nobody's list has more cells: what the server holds at once stays small. */
const AROUND = { frame: 100, cells: 500_000 } as const;

/** So many headings are kept as a person explained them. */
const MOST_MAPPED = 200;

/** What a file came to 读取结果: the rows of an import, unless something stops it. Nothing of the file is kept. */
export type ImportRead = {
  readonly rows?: InputOf<'dossier.read'>['rows'];
  readonly headings: readonly ReadHeading[];
  readonly problems: readonly Problem[];
  /** The columns that a heading can be; those of a roster where nothing else is told. */
  readonly fields?: readonly string[];
};

/** Reads a file that is to be imported, for who may import. @throws right.missing */
export async function readImport(services: Services, caller: Caller, asked: ImportFile): Promise<ImportRead> {
  const { kind, branch, mapping: given = {} } = asked;
  // The right to see imports is that to make them.
  const { mapping: kept } = await services.read('dossier.show', { branch, limit: 1 }, caller);
  const remembered = mappingFrom(kept?.[kind] ?? []);
  const mapping = { ...remembered, ...given };
  const { known, ...read } = await readKind(services, caller, asked, mapping);
  const { headings, pairs } = saidOf(read.headings, known ?? IMPORT_HEADINGS[kind] ?? {}, { given, remembered });
  const { rows, problems, fields } = read;
  return {
    headings,
    problems,
    ...(fields && { fields }),
    ...(rows && { rows: { ...rows, ...(pairs.length > 0 && { mapping: pairs.slice(0, MOST_MAPPED) }) } }),
  };
}

/** The columns of what can be imported, and the headings under which they are known; those of opening points are the scheme's, known once it is read. */
export const IMPORT_HEADINGS: Readonly<Record<ImportKind, Headings<string> | undefined>> = {
  roster: ROSTER_HEADINGS,
  facts: FACT_HEADINGS,
  points: undefined,
};

/** What a file came to, with the headings of its kind where only the scheme has them. */
type Reading = ImportRead & { readonly known?: Headings<string> };

async function readKind(services: Services, caller: Caller, asked: ImportFile, mapping: Mapping): Promise<Reading> {
  if (asked.kind === 'facts') return await readFacts(services, caller, asked, mapping);
  if (asked.kind === 'points') return await readOpenings(services, caller, asked, mapping);
  return await readPeople(asked, mapping);
}

async function readPeople({ path, today, from }: ImportFile, mapping: Mapping): Promise<ImportRead> {
  const tables = await readTables(path, { rows: MOST_ROSTER_ROWS, ...AROUND });
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
  const tables = await readTables(path, { rows: MOST_FACTS, ...AROUND });
  const current = await services.read('scheme.text', { branch }, caller);
  const documents = [current.document];
  for (const { version } of current.versions)
    if (version !== current.version)
      documents.push((await services.read('scheme.text', { branch, version }, caller)).document);
  const schemes = documents.flatMap((document) => check(document).scheme ?? []);
  const [inForce] = schemes;
  if (!inForce) throw new Refusal('month.no-scheme');
  const known = await rosterOf(services, caller, branch);
  const year = yearSpan(inForce.document.cycle, today);
  const context = { items: indexVersions(schemes), members: known, year };
  const { rows, headings, problems } = readFactSheet(tables, context, mapping);
  if (rows.length === 0) {
    const roster = unlessOther(problems, tables, rosterUnder({}), 'intake.looks-like-roster');
    const points = pointsUnder(inForce.document.components);
    return { headings, problems: unlessOther(roster, tables, points, 'intake.looks-like-points') };
  }
  return { rows: { facts: rows.map((row) => ({ ...row })) }, headings, problems };
}

/** Reads a sheet of opening points; the file is told apart from every other by its digest. @throws month.no-scheme, request.not-valid */
async function readOpenings(
  services: Services,
  caller: Caller,
  { path, branch, until, keeper = '' }: ImportFile,
  mapping: Mapping,
): Promise<Reading> {
  if (until === undefined || keeper.trim() === '') throw new Refusal('request.not-valid', { detail: 'until, keeper' });
  const { components, parts, year } = await schemeOf(services, caller, branch, until);
  const tables = await readTables(path, { rows: MOST_POINTS, ...AROUND });
  const members = await rosterOf(services, caller, branch);
  const { rows, headings, problems } = readPoints(tables, {
    components,
    parts,
    members,
    mapping,
    cut: { until, year },
  });
  const read = { headings, problems, fields: components.map(({ label }) => label), known: pointsHeadings(components) };
  if (rows.length === 0) return read;
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  const source = { file: basename(path).slice(0, 200), sha256, keeper: keeper.trim() };
  const points = rows.map((row) => ({ ...row, points: row.points.map((one) => ({ ...one })) }));
  return { ...read, rows: { until, source, points } };
}

/** The components of the scheme in force 组成部分. @throws month.no-scheme */
export async function componentsOf(
  services: Services,
  caller: Caller,
  branch: string,
): Promise<readonly PointsColumn[]> {
  return (await schemeOf(services, caller, branch, FIRST)).components;
}

/** Any day, where the year of the scheme does not matter. */
const FIRST = '2000-01-01';

/** The components of the scheme in force, and its year around a day. @throws month.no-scheme */
async function schemeOf(services: Services, caller: Caller, branch: string, day: Day) {
  const { document } = await services.read('scheme.text', { branch }, caller);
  const { scheme } = check(document);
  if (!scheme) throw new Refusal('month.no-scheme');
  const { components, cycle } = scheme.document;
  return {
    components: components.map(({ id, label }) => ({ id, label })),
    parts: partsOf(scheme),
    year: yearSpan(cycle, day),
  };
}

/** The groups and items into which a scheme parts its components, each under its component. */
function partsOf(scheme: Scheme): readonly PointsPart[] {
  const root = (id: string): string => {
    const parent = scheme.nodes.get(id)?.parent;
    return parent === undefined ? id : root(parent);
  };
  return [...scheme.nodes.values()].flatMap(({ kind, node }) =>
    kind === 'item' || kind === 'group' ? [{ component: root(node.id), label: node.label }] : [],
  );
}

/** The roster under its numbers. */
async function rosterOf(services: Services, caller: Caller, branch: string): Promise<readonly Member[]> {
  const { members } = await services.read('roster.show', { branch }, caller);
  return members.map(({ code, name, history }) => ({
    id: code,
    name,
    history: history.map(({ from, to, standing, group }) => ({
      from,
      to,
      standing: standingOf(standing),
      ...(group !== undefined && { group }),
    })),
  }));
}

function standingOf(text: string): Standing {
  return STANDINGS.find((known) => known === text) ?? 'full';
}
