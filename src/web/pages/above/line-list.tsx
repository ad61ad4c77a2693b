import { showPoints } from '#domain/kernel/points.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { sayDay } from '#words/my.ts';
import { aboveWords } from '#words/web/above.ts';
import type { RawLine } from './raw-lines.tsx';
import { StateTag } from './state-tag.tsx';

/** What items are called in the scheme of a branch. */
export function useItemLabels(branch: string): (item: string) => string {
  const { data } = useRead('item.list', { branch });
  return (item) =>
    data?.items.find((one) => one.id === item)?.label ??
    data?.vetoes.find((one) => `veto:${one.id}` === item)?.label ??
    item;
}

/** Lines of a member in a list 事项清单, latest first; those that may be named have a box to tick. */
export function LineList({
  branch,
  lines,
  picked,
  onPick,
}: {
  branch: string;
  lines: readonly RawLine[];
  picked?: readonly string[];
  onPick?: (line: RawLine) => void;
}) {
  const words = useWords();
  const { lines: text } = useText(aboveWords);
  const label = useItemLabels(branch);
  return (
    <ul className="matters rows">
      {lines
        .toSorted((a, b) => (a.fact.day < b.fact.day ? 1 : -1))
        .map((line) => {
          const { id, state, fact, deduction, points } = line;
          const what = (
            <>
              <b lang="zh-CN">{label(fact.item)}</b>
              {fact.level !== undefined && <span lang="zh-CN"> · {fact.level}</span>}
              {points !== undefined && ` · ${showPoints(points)}`}
              {deduction && <span className="off"> · {text.deduction}</span>}
            </>
          );
          return (
            <li key={id}>
              <div className="top-line">
                <time dateTime={fact.day}>{sayDay(fact.day, words)}</time>
                <span>{what}</span>
                <StateTag text={text.states[state] ?? text.state} />
              </div>
              {line.words !== undefined && <p lang="zh-CN">{line.words}</p>}
              {onPick && state === 'determined' && (
                <label className="tick">
                  <input type="checkbox" checked={picked?.includes(id) === true} onChange={() => onPick(line)} />
                  {text.pick}
                </label>
              )}
            </li>
          );
        })}
    </ul>
  );
}
