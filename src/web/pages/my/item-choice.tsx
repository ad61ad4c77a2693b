import { useId, useState } from 'react';
import { useLang, useText, useWords } from '#web/lang.ts';
import { Points } from '#web/ui/points.tsx';
import { fill } from '#words/fill.ts';
import { eachOf } from '#words/unit-name.ts';
import { linesWords } from '#words/web/my-lines.ts';
import type { ListedItem } from './items.ts';

/** Chooses an item 选择事项: the usual ones first, then all by component, or those that a word finds. */
export function ItemChoice({
  items,
  usual,
  error,
  onChoose,
}: {
  items: readonly ListedItem[];
  usual: readonly string[];
  error: string | undefined;
  onChoose: (id: string) => void;
}) {
  const id = useId();
  const { declare } = useText(linesWords);
  const [typed, setTyped] = useState('');
  const word = typed.trim();
  const found = items.filter(({ label, group = '', component }) =>
    `${label} ${group} ${component.label}`.includes(word),
  );
  const known = usual.flatMap((one) => items.find((item) => item.id === one) ?? []);
  const components = [...new Map(items.map(({ component }) => [component.id, component.label]))];
  return (
    <fieldset className={error === undefined ? 'choice items' : 'choice items wrong'}>
      <legend>{declare.item}</legend>
      {error !== undefined && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
      <label className="find" htmlFor={id}>
        {declare.find}
      </label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="hint" role="status">
        {word !== '' && fill(found.length === 0 ? declare.noneFound : declare.found, { text: word, n: found.length })}
      </p>
      {word !== '' && found.length > 0 && <Items items={found} onChoose={onChoose} />}
      {(word === '' || found.length === 0) && (
        <>
          {known.length > 0 && (
            <>
              <h2>{declare.usual}</h2>
              <Items items={known} onChoose={onChoose} />
            </>
          )}
          {components.map(([component, label]) => (
            <details key={component} open={known.length === 0}>
              <summary>
                <span lang="zh-CN">{label}</span>
                <span className="soft">{items.filter((one) => one.component.id === component).length}</span>
              </summary>
              <Items items={items.filter((one) => one.component.id === component)} onChoose={onChoose} />
            </details>
          ))}
        </>
      )}
    </fieldset>
  );
}

function Items({ items, onChoose }: { items: readonly ListedItem[]; onChoose: (id: string) => void }) {
  return (
    <ul className="item-list">
      {items.map((item) => (
        <li key={item.id}>
          <button type="button" onClick={() => onChoose(item.id)}>
            <span lang="zh-CN">{item.label}</span>
            <ItemWorth item={item} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What an item is worth 分值, as short as it can be said. */
export function ItemWorth({ item: { asks, worth, per, unit, from, to } }: { item: ListedItem }) {
  const { ui } = useWords();
  const lang = useLang();
  if (asks === 'points')
    return from && to ? <span className="soft">{fill(ui.points, { n: `${from.shown}–${to.shown}` })}</span> : null;
  if (!worth || asks === 'score') return null;
  return (
    <span className="soft worth-of">
      <Points amount={worth} signed />
      {asks === 'quantity' && unit !== undefined && ` / ${eachOf(per?.shown, unit, lang)}`}
    </span>
  );
}
