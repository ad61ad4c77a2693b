import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import type { Reading } from '#service/reading.ts';
import type { DossierBodies } from '#store/bodies-dossier.ts';
import { type Matter, readMatter } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';

/** One import with its whole difference 导入差异: `import.show`. @throws right.missing, thing.unknown */
export async function showImport(reading: Reading, { id }: InputOf<'import.show'>): Promise<AnswerOf<'import.show'>> {
  await reading.allow([], '#imports');
  const found = await readMatter(reading.rows, reading.at, 'dossier', id);
  if (!found) throw new Refusal('thing.unknown');
  return await importShown(reading, found);
}

/** An import as it is shown, to whoever was let in 导入内容. */
export async function importShown(reading: Reading, found: Matter<'dossier'>): Promise<AnswerOf<'import.show'>> {
  const { id, state, revision, changed, body } = found;
  const { kind, title, by, unchanged, roster, gone = [], facts, problems, doubts = [], lines = [], openings } = body;
  const known = new Map(
    facts.length === 0 && !openings
      ? []
      : (await listMembers(reading.rows, reading.at)).map(({ code, member }) => [
          member.id,
          { code, name: member.name },
        ]),
  );
  return {
    id,
    state,
    revision,
    kind,
    title,
    by,
    changed,
    unchanged,
    roster: roster.map(({ standings: _standings, ...change }) => change),
    gone: [...gone],
    facts: facts.map((one) => ({ ...one, ...(known.get(one.member) ?? { code: '', name: '' }) })),
    problems: problems.map(({ row, problem }) => ({ row, problem })),
    doubts: doubts.map(({ row, doubt }) => ({ row, doubt })),
    lines: [...lines],
    ...(openings && { openings: openingsShown(openings, known, await schemeOf(reading)) }),
  };
}

type Who = { readonly code: string; readonly name: string };
type Openings = NonNullable<DossierBodies['dossier']['openings']>;

async function schemeOf({ context, rows, at, today }: Reading): Promise<Scheme | undefined> {
  return await context.schemes.inForce(rows, at, today);
}

/** A sheet of openings as sent: by the scheme's components, with each member's sum. */
function openingsShown(
  { source, sheet, rows }: Openings,
  known: ReadonlyMap<string, Who>,
  scheme: Scheme | undefined,
): NonNullable<AnswerOf<'import.show'>['openings']> {
  const said = new Set(rows.flatMap(({ points }) => Object.keys(points)));
  const components = scheme?.document.components ?? [];
  return {
    source,
    ...(sheet !== undefined && { sheet }),
    components: components.filter(({ id }) => said.has(id)).map(({ id, label }) => ({ id, label })),
    missing: components.filter(({ id }) => !said.has(id)).map(({ label }) => label),
    rows: rows.map(({ row, member, points }) => ({
      row,
      member,
      ...(known.get(member) ?? { code: '', name: '' }),
      points,
      total: Object.values(points).reduce((sum, one) => sum + one, 0),
    })),
  };
}
