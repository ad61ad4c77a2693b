import type { AnswerOf } from '#contract/api.ts';
import type { Matter } from '#store/matter.ts';

type Import = Matter<'dossier'>;
type Kind = Import['body']['kind'];
type Second = Matter<'second'>;

/** The states of an import that was applied once; that it was taken back says nothing against how its headings were read. */
const ADOPTED: ReadonlySet<string> = new Set(['applied', 'withdrawn', 'reversed']);

/** An import in a list 导入: what it was, how much it holds, and which step of it waits for a second person; the whole difference is `import.show`. */
export function importHead(
  { noun, id, state, revision, body, changed }: Import,
  asked: Second | undefined,
): AnswerOf<'dossier.show'>['rows'][number] {
  const { kind, title, by, roster, gone = [], facts, unchanged, problems, lines = [] } = body;
  const counts = {
    changes: roster.length,
    gone: gone.length,
    facts: facts.length,
    unchanged,
    problems: problems.length,
    lines: lines.length,
  };
  return { noun, id, state, revision, content: { kind, title, by, ...counts, ...secondIn(asked, state) }, changed };
}

/** The step that was asked of a second person last 待第二人确认 and is still not done: who asked, and why the second person refused. */
function secondIn(asked: Second | undefined, state: string) {
  if (!asked || asked.state === 'confirmed') return {};
  const { action, by, reason } = asked.body;
  if (state !== (action === 'dossier.apply' ? 'read' : 'applied')) return {};
  const second = { action, state: asked.state, by, ...(reason !== undefined && { reason }) };
  return { second };
}

/** How the branch's imports of a kind read the headings that a person explained 对应方式; what was said later of a heading holds. */
export function rememberedIn(imports: readonly Import[], kind: Kind): { heading: string; field: string }[] {
  const adopted = imports.filter(({ state, body }) => body.kind === kind && ADOPTED.has(state));
  const said = new Map(
    adopted.flatMap(({ body }) => (body.mapping ?? []).map((one) => [one.heading, one.field] as const)),
  );
  return [...said].map(([heading, field]) => ({ heading, field }));
}
