import type { AnswerOf } from '#contract/api.ts';
import type { Matter } from '#store/matter.ts';

type Import = Matter<'dossier'>;
type Kind = Import['body']['kind'];

/** The states of an import that was applied once; that it was taken back says nothing against how its headings were read. */
const ADOPTED: ReadonlySet<string> = new Set(['applied', 'withdrawn', 'reversed']);

/** An import in a list 导入: what it was and how much it holds; the whole difference is `import.show`. */
export function importHead({
  noun,
  id,
  state,
  revision,
  body,
  changed,
}: Import): AnswerOf<'dossier.show'>['rows'][number] {
  const { kind, title, by, roster, gone = [], facts, unchanged, problems, lines = [] } = body;
  const counts = {
    changes: roster.length,
    gone: gone.length,
    facts: facts.length,
    unchanged,
    problems: problems.length,
    lines: lines.length,
  };
  return { noun, id, state, revision, content: { kind, title, by, ...counts }, changed };
}

/** How the branch's imports of a kind read the headings that a person explained 对应方式; what was said later of a heading holds. */
export function rememberedIn(imports: readonly Import[], kind: Kind): { heading: string; field: string }[] {
  const adopted = imports.filter(({ state, body }) => body.kind === kind && ADOPTED.has(state));
  const said = new Map(
    adopted.flatMap(({ body }) => (body.mapping ?? []).map((one) => [one.heading, one.field] as const)),
  );
  return [...said].map(([heading, field]) => ({ heading, field }));
}
