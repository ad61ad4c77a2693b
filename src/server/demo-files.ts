import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { harmless, type Problem } from '#domain/kernel/problem.ts';
import { check } from '#domain/scheme/check.ts';
import { factsByMember, reachMembers, withAddressees } from '#intake/facts/addressed.ts';
import { readFacts } from '#intake/facts/read-facts.ts';
import { indexScheme } from '#intake/facts/scheme-items.ts';
import { readMembers } from '#intake/members/read-members.ts';
import { readDocument } from '#intake/read-document.ts';
import { readTables } from '#intake/read-tables.ts';
import type { BranchFiles } from '#service/seed-demo.ts';

/** The example files of the demonstration 演示文件, below the folder of the project; the first that is there is read. */
const FILES = {
  scheme: ['schemes/primary-school.yaml'],
  roster: ['examples/roster.xlsx', 'examples/roster.csv', 'examples/roster.json'],
  year: ['examples/year-2026.xlsx', 'examples/year-2026.csv', 'examples/year-2026.json'],
};

/** Reads the demonstration branch: scheme, roster and a year's facts; or everything that is wrong with the files. */
export async function readDemoFiles(home: string): Promise<BranchFiles | { readonly problems: readonly Problem[] }> {
  const [schemeFile, rosterFile, yearFile] = Object.values(FILES).map((names) => pick(home, names));
  const written = await readDocument(schemeFile ?? '');
  const { scheme, problems } = check(written.value);
  if (!scheme || !harmless(written.problems)) return { problems: [...written.problems, ...problems] };
  const roster = readMembers(await readTables(rosterFile ?? ''));
  const tables = await readTables(yearFile ?? '');
  const rows = readFacts(tables, { items: indexScheme(scheme), members: withAddressees(roster.members) });
  const reached = reachMembers(rows.facts, roster.members, scheme);
  const found = [...roster.problems, ...rows.problems, ...reached.problems];
  if (!harmless(found)) return { problems: found };
  const { document } = scheme;
  return {
    organisation: document.organisation ?? document.title,
    scheme: {
      version: document.version ?? 1,
      effective: document.effective ?? '2026-01-01',
      source: await readFile(schemeFile ?? '', 'utf8'),
      document: written.value,
    },
    members: roster.members,
    facts: factsByMember(reached.facts),
  };
}

function pick(home: string, names: readonly string[]): string {
  const paths = names.map((name) => join(home, name));
  return paths.find((path) => existsSync(path)) ?? paths[0] ?? home;
}
