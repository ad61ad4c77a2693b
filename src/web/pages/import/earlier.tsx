import { useText } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { sayInstant } from '#words/say-instant.ts';
import { importWords } from '#words/web/import.ts';

/** Imports of before 以前的导入; one that was applied can be taken back here while nothing of it is determined. */
export function Earlier({ branch, except }: { branch: string; except: string | undefined }) {
  const say = useText(importWords);
  const query = useRead('dossier.show', { branch, limit: 50 });
  return (
    <section className="card">
      <h2>{say.earlier}</h2>
      <Asked query={query}>
        {({ rows }) => {
          const kept = rows.filter(({ id, state }) => id !== except && state !== 'discarded' && state !== 'read');
          if (kept.length === 0) return <p className="soft">{say.earlierNone}</p>;
          return (
            <ul className="import-rows">
              {kept.map((one) => (
                <One key={one.id} branch={branch} one={one} />
              ))}
            </ul>
          );
        }}
      </Asked>
    </section>
  );
}

type Kept = {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly changed: string;
  readonly content: { readonly [key: string]: unknown };
};

function One({ branch, one }: { branch: string; one: Kept }) {
  const say = useText(importWords);
  const { run, busy, problem } = useAct();
  const { id, state, revision, changed, content } = one;
  const kinds = new Map<unknown, string>(Object.entries(say.kinds));
  const kind = kinds.get(content['kind']);
  const states = new Map<string, string>(Object.entries(say.states));
  return (
    <li>
      <b>{kind}</b> <span lang="zh-CN">{typeof content['title'] === 'string' ? content['title'] : ''}</span>{' '}
      <span className="soft">
        {states.get(state)} · {sayInstant(changed)}
      </span>
      {state === 'applied' && (
        <button
          type="button"
          className="bare"
          disabled={busy}
          onClick={() => void run('dossier.undo', { branch, id }, { revision, done: say.undone })}
        >
          {say.undo}
        </button>
      )}
      <ProblemNote problem={problem} />
    </li>
  );
}
