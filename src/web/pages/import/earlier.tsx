import { textOf } from '#web/content.ts';
import { useText } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { sayImportState, secondOf } from '#words/say-import.ts';
import { sayInstant } from '#words/say-instant.ts';
import { importWords } from '#words/web/import.ts';

/** An import of before whose changes are looked at, and whether it waits for a second person. */
export type Looked = { readonly id: string; readonly waits: boolean };

/** Imports of before 以前的导入, the latest first; what is not applied yet can be looked at, what was applied taken back while nothing of it is determined. */
export function Earlier({
  branch,
  except,
  look,
}: {
  branch: string;
  except: string | undefined;
  /** Absent while a file is under way, which stands in the same place. */
  look: ((one: Looked) => void) | undefined;
}) {
  const say = useText(importWords);
  const query = useRead('dossier.show', { branch, limit: 50 });
  return (
    <section className="card">
      <h2>{say.earlier}</h2>
      <Asked query={query}>
        {({ rows }) => {
          const kept = rows.filter(({ id, state }) => id !== except && state !== 'discarded');
          if (kept.length === 0) return <p className="soft">{say.earlierNone}</p>;
          return (
            <>
              <ul className="import-rows">
                {kept.map((one) => (
                  <One key={one.id} branch={branch} one={one} look={look} />
                ))}
              </ul>
              <ListLinks branch={branch} list="imports" />
            </>
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

function One({ branch, one, look }: { branch: string; one: Kept; look: ((one: Looked) => void) | undefined }) {
  const say = useText(importWords);
  const { run, busy, problem } = useAct();
  const { id, state, revision, changed, content } = one;
  const kinds = new Map<unknown, string>(Object.entries(say.kinds));
  const kind = kinds.get(content['kind']);
  const waits = secondOf(one)?.state === 'waiting';
  return (
    <li>
      <b>{kind}</b> <span lang="zh-CN">{textOf(content['title'])}</span>{' '}
      <span className="soft">
        {sayImportState(one, say)} · {sayInstant(changed)}
      </span>
      {state === 'read' && look && (
        <button type="button" className="bare" onClick={() => look({ id, waits })}>
          {say.look}
        </button>
      )}
      {state === 'applied' && !waits && (
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
