import { Link } from '@tanstack/react-router';
import type { ExplanationAnswer, FactAnswer } from '#contract/explanation.ts';
import { isSheetRef, openedBy } from '#domain/process/opening.ts';
import { useWords } from '#web/lang.ts';
import { minus } from '#web/ui/minus.ts';
import { Mixed } from '#web/ui/mixed.tsx';
import { Points } from '#web/ui/points.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import type { MyWords } from '#words/my.zh-CN.ts';
import { sayAdjustment, sayKey, sayPeriod } from './say-adjustment.ts';
import { sayNote } from './say-note.ts';

/** A fact 事项 or what stands in the place of one: the day, what was determined, its reference, and what the limits left of its points. */
export function FactLine({ leaf, item }: { leaf: ExplanationAnswer; item: ExplanationAnswer }) {
  const words = useWords();
  const { my } = words;
  const { fact, kept, points, children, adjustments } = leaf;
  const isCut = kept !== undefined && kept.exact !== points.exact;
  return (
    <div className="line fact">
      <span className="name">
        {fact ? (
          <FactText fact={fact} label={leaf.label === item.label ? undefined : leaf.label} />
        ) : (
          <b>{sayLeaf(leaf, words)}</b>
        )}
        {leaf.kind === 'transfer' && !isSheetRef(fact?.ref ?? '') && <span className="more">{my.transfer}</span>}
        {adjustments.map((one) => (
          <span className="more" key={one.kind}>
            {sayAdjustment(one, words)}
          </span>
        ))}
        {children.length > 0 && (
          <ul className="pooled">
            {children.map((child, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the tree of one answer never changes its order
              <li key={at}>{child.fact && <FactText fact={child.fact} label={undefined} />}</li>
            ))}
          </ul>
        )}
      </span>
      <span className="worth">
        <Points amount={points} />
        {isCut && (
          <span className="kept">{kept.shown === 0 ? my.notCounted : fill(my.counted, { n: minus(kept.shown) })}</span>
        )}
      </span>
    </div>
  );
}

function sayLeaf({ kind, label }: ExplanationAnswer, words: MyWords): string {
  const { my } = words;
  if (kind === 'missing') return my.missingFact;
  return /^(\d{4}-\d{2}(-\d{2})?|Q[1-4]|H[12]|year)$/.test(label)
    ? fill(my.pool, { key: sayKey(label, words) })
    : my.poolAll;
}

function FactText({ fact, label }: { fact: FactAnswer; label: string | undefined }) {
  const words = useWords();
  const { my } = words;
  const { item, day, period, quantity, level, points, score, rater, ref, note, line } = fact;
  const said = [
    level !== undefined && level !== '是' && (level === '否' ? level : fill(my.level, { level })),
    quantity !== undefined && fill(my.quantity, { n: quantity.shown }),
    points !== undefined && openedBy(item) === undefined && fill(my.judged, { n: minus(points.shown) }),
    score !== undefined && fill(my.score, { n: score.shown }),
    rater !== undefined && fill(my.rater, { rater }),
    note !== undefined && sayNote(note, words),
  ].filter((one): one is string => typeof one === 'string' && one !== '');
  return (
    <>
      <time dateTime={day}>{period === undefined ? sayDay(day, words) : sayPeriod(period, words)}</time>
      {label !== undefined && <b lang="zh-CN"> {label}</b>}
      {said.length > 0 && (
        <span className="what">
          {' '}
          <Mixed text={said.join(' · ')} />
        </span>
      )}
      {ref !== undefined && (
        <span className="more">
          <Mixed text={fill(my.ref, { ref: sayNote(ref, words) })} />
        </span>
      )}
      {line !== undefined && (
        <Link className="more source" to="/my/line/$id" params={{ id: line }}>
          {my.source}
        </Link>
      )}
    </>
  );
}
