import type { z } from 'zod';
import type { claimed } from '#contract/act/words.ts';
import { showPoints } from '#domain/kernel/points.ts';
import { useLang, useWords } from '#web/lang.ts';
import { sayNote } from '#web/pages/score/say-note.ts';
import { minus } from '#web/ui/minus.ts';
import { Mixed } from '#web/ui/mixed.tsx';
import { Points } from '#web/ui/points.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { withUnit } from '#words/unit-name.ts';
import { useItems } from './items.ts';

/** A fact as it goes over the wire. */
export type Claim = z.infer<typeof claimed>;

/** What a claimed fact says 申报内容 beside its item: day, quantity, level, points, reference. */
export function ClaimText({ claim, item = true }: { claim: Claim; item?: boolean }) {
  const words = useWords();
  const { find, name } = useItems();
  const { my } = words;
  const { day, quantity, level, points, score, ref, note } = claim;
  const lang = useLang();
  const unit = find(claim.item)?.unit;
  const said = [
    quantity !== undefined &&
      fill(my.quantity, {
        n: unit === undefined ? showPoints(quantity, 4) : withUnit(showPoints(quantity, 4), unit, lang),
      }),
    level !== undefined && level !== '是' && fill(my.level, { level }),
    // Nobody judged opening points; they stand beside it.
    points !== undefined && find(claim.item)?.opening !== true && fill(my.judged, { n: minus(showPoints(points)) }),
    score !== undefined && fill(my.score, { n: showPoints(score) }),
    note !== undefined && sayNote(note, words),
  ].filter((one): one is string => typeof one === 'string' && one !== '');
  return (
    <>
      {item && (
        <b className="claim-item" lang="zh-CN">
          {name(claim.item)}
        </b>
      )}
      <span className="soft">
        <time dateTime={day}>{sayDay(day, words)}</time>
        {said.map((one) => (
          <span key={one}>
            {' · '}
            <Mixed text={one} />
          </span>
        ))}
      </span>
      {ref !== undefined && (
        <span className="more">
          <Mixed text={fill(my.ref, { ref: sayNote(ref, words) })} />
        </span>
      )}
    </>
  );
}

/** Points of the process 分值, integers of 1/10000, as people read them. */
export function Worth({ points }: { points: number }) {
  return <Points amount={{ exact: '', shown: Number(showPoints(points)) }} signed />;
}
