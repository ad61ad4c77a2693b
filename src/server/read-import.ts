import type { InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import { STANDINGS, type Standing } from '#domain/ledger/member.ts';
import { check } from '#domain/scheme/check.ts';
import { yearSpan } from '#domain/score/cycle.ts';
import { MOST_FACTS, readFactSheet } from '#intake/facts/fact-sheet.ts';
import { indexVersions } from '#intake/facts/scheme-items.ts';
import { readTables } from '#intake/read-tables.ts';
import { MOST_ROSTER_ROWS, type RosterHeading, readRoster } from '#intake/roster/read-roster.ts';
import type { RosterMapping } from '#intake/roster/roster-headings.ts';
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
  readonly mapping?: RosterMapping | undefined;
};

/** What a file came to 读取结果: the rows of an import, unless something stops it. Nothing of the file is kept. */
export type ImportRead = {
  readonly rows?: InputOf<'dossier.read'>['rows'];
  readonly headings: readonly RosterHeading[];
  readonly problems: readonly Problem[];
};

/** Reads a file that is to be imported, for who may import. @throws right.missing */
export async function readImport(services: Services, caller: Caller, asked: ImportFile): Promise<ImportRead> {
  const { kind, path, branch, today, from, mapping } = asked;
  await services.read('dossier.show', { branch, limit: 1 }, caller); // the right to see imports is that to make them
  if (kind === 'facts') return await readFacts(services, caller, asked);
  const tables = await readTables(path, { rows: MOST_ROSTER_ROWS });
  const { rows, silent, headings, problems } = readRoster(tables, { today, ...(mapping && { mapping }) });
  if (rows.length === 0) return { headings, problems };
  const roster = rows.map((row) => ({ ...row, from: row.from ?? from }));
  return { rows: { roster, silent: [...silent] }, headings, problems };
}

async function readFacts(services: Services, caller: Caller, { path, branch, today }: ImportFile): Promise<ImportRead> {
  const tables = await readTables(path, { rows: MOST_FACTS });
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
  const { rows, problems } = readFactSheet(tables, { items: indexVersions(schemes), members: known, year });
  return { ...(rows.length > 0 && { rows: { facts: rows.map((row) => ({ ...row })) } }), headings: [], problems };
}

function standingOf(text: string): Standing {
  return STANDINGS.find((known) => known === text) ?? 'full';
}
