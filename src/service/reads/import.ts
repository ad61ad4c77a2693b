import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { Reading } from '#service/reading.ts';
import { readMatter } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';

/** One import with its whole difference 导入差异: `import.show`. @throws right.missing, thing.unknown */
export async function showImport(reading: Reading, { id }: InputOf<'import.show'>): Promise<AnswerOf<'import.show'>> {
  await reading.allow([], '#imports');
  const found = await readMatter(reading.rows, reading.at, 'dossier', id);
  if (!found) throw new Refusal('thing.unknown');
  const { state, revision, changed, body } = found;
  const { kind, title, by, unchanged, roster, gone = [], facts, problems, doubts = [], lines = [] } = body;
  const known = new Map(
    facts.length === 0
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
  };
}
