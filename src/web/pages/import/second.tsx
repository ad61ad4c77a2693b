import './import.css';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { showPoints } from '#domain/kernel/points.ts';
import { useText } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { fill } from '#words/fill.ts';
import { importWords } from '#words/web/import.ts';
import { Change, Content } from './content.tsx';

/** Whether what waits for a second person is shown in its row: what has a page of its own is read there. */
export function isShownHere(action = ''): boolean {
  return /^(dossier|roster|transfer)\./.test(action);
}

/** What the second person confirms 待确认的内容, opened in the row in which it is confirmed. */
export function SecondContent({ branch, id }: { branch: string; id: string }) {
  const say = useText(importWords);
  const [open, setOpen] = useState(false);
  const query = useRead('second.show', { branch, id }, { when: open });
  return (
    <>
      <p className="acts">
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say.look}
        </button>
      </p>
      {open && <Asked query={query}>{(shown) => <Shown branch={branch} shown={shown} />}</Asked>}
    </>
  );
}

function Shown({ branch, shown }: { branch: string; shown: AnswerOf<'second.show'> }) {
  const say = useText(importWords);
  const { roster, import: imported, to, statement, openings = [] } = shown;
  return (
    <div className="import-difference">
      {imported && (
        <>
          <p>
            <b>{say.kinds[imported.kind]}</b> <span lang="zh-CN">{imported.title}</span>
          </p>
          <Content branch={branch} shown={imported} />
        </>
      )}
      {roster && (
        <p>
          <Change change={roster} say={say} />
        </p>
      )}
      {to !== undefined && <p>{fill(say.goesTo, { to })}</p>}
      {statement !== undefined && <p>{fill(say.byStatement, { statement })}</p>}
      {openings.length > 0 && (
        <ul className="import-rows">
          {openings.map(({ label, points }) => (
            <li key={label}>
              <span lang="zh-CN">{label}</span> {showPoints(points, 4)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
