import type { AnswerOf } from '#contract/api.ts';
import { useText } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { importWords } from '#words/web/import.ts';
import { Content, isEmpty } from './content.tsx';

type Shown = AnswerOf<'import.show'>;

type Given = {
  branch: string;
  /** Whether it waits for a second person: then there is nothing to be done to it here. */
  waits?: boolean;
  end: (applied: boolean) => void;
};

/** The whole difference of an import 变动内容, and the step that applies it or leaves it. */
export function Difference({ id, ...given }: Given & { id: string }) {
  const { branch } = given;
  const query = useRead('import.show', { branch, id });
  return <Asked query={query}>{(shown) => (shown.state === 'read' ? <Open {...given} shown={shown} /> : null)}</Asked>;
}

function Open({ branch, waits = false, shown, end }: Given & { shown: Shown }) {
  const say = useText(importWords);
  const { run, busy, problem } = useAct();
  const { id, revision, kind, problems } = shown;
  const nothing = isEmpty(shown);
  const apply = async (): Promise<void> => {
    const done = fill(say.applied, { what: `${say.kinds[kind]} ${shown.title}` });
    const undo = (answer: { readonly revision: number; readonly waits?: true | undefined }) =>
      answer.waits ? undefined : { action: 'dossier.undo' as const, input: { branch, id }, revision: answer.revision };
    const answer = await run('dossier.apply', { branch, id, seen: true }, { revision, done, undo });
    if (answer) end(!answer.waits);
  };
  const leave = async (): Promise<void> => {
    if (await run('dossier.discard', { branch, id }, { revision, done: say.discarded })) end(false);
  };
  return (
    <section className="card import-difference">
      <h2>{say.difference}</h2>
      <Content branch={branch} shown={shown} />
      {!nothing && <ListLinks branch={branch} list="difference" of={id} />}
      <ProblemNote problem={problem} />
      {waits ? (
        <p className="waits-note">{say.waits['dossier.apply']}</p>
      ) : (
        <p className="acts">
          <button
            type="button"
            className="main"
            disabled={busy || nothing || problems.length > 0}
            onClick={() => void apply()}
          >
            {say.apply}
          </button>
          <button type="button" disabled={busy} onClick={() => void leave()}>
            {say.discard}
          </button>
        </p>
      )}
    </section>
  );
}
