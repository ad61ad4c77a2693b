import { useLang, useText } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Choice, Field } from '#web/ui/field.tsx';
import { fill } from '#words/fill.ts';
import { eachOf, unitName } from '#words/unit-name.ts';
import { linesWords } from '#words/web/my-lines.ts';
import type { ListedItem } from './items.ts';
import type { Typed, Wrong } from './typed-claim.ts';

/** What an item asks 填写内容: day, then quantity, level, points or result, then where it can be found, and own words. */
export function ClaimFields({
  item,
  typed,
  wrong,
  onType,
}: {
  item: ListedItem;
  typed: Typed;
  wrong: Wrong;
  onType: (part: Partial<Typed>) => void;
}) {
  const { declare } = useText(linesWords);
  const { today } = useSession();
  const lang = useLang();
  const { asks, unit = '', per, worth, from, to, levels = [] } = item;
  const numbers = {
    quantity: {
      label: fill(declare.quantity, { unit: unitName(unit, lang) }),
      hint: worth && fill(declare.quantityHint, { per: eachOf(per?.shown, unit, lang), worth: worth.shown }),
    },
    points: {
      label: declare.points,
      hint: from && to ? fill(declare.pointsHint, { from: from.shown, to: to.shown }) : declare.pointsHintOpen,
    },
    score: { label: declare.score, hint: undefined },
  };
  const number = asks === 'quantity' || asks === 'points' || asks === 'score' ? numbers[asks] : undefined;
  return (
    <>
      <Field label={declare.day} error={wrong.day}>
        {(field) => (
          <input
            {...field}
            type="date"
            max={today}
            value={typed.day}
            onChange={(event) => onType({ day: event.target.value })}
          />
        )}
      </Field>
      {number && (
        <Field label={number.label} hint={number.hint} error={wrong.number}>
          {(field) => (
            <input
              {...field}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              className="number-input"
              value={typed.number}
              placeholder={asks === 'quantity' ? '1' : undefined}
              onChange={(event) => onType({ number: event.target.value })}
            />
          )}
        </Field>
      )}
      {asks === 'level' && (
        <Choice
          label={declare.level}
          value={typed.level === '' ? undefined : typed.level}
          options={levels.map(({ label, worth: each }) => ({
            value: label,
            label: <span lang="zh-CN">{label}</span>,
            more: fill(declare.levelMore, { n: each.shown }),
          }))}
          onChange={(level) => onType({ level })}
          error={wrong.level}
        />
      )}
      <Field label={declare.ref} hint={declare.refHint} error={wrong.ref}>
        {(field) => (
          <input
            {...field}
            type="text"
            maxLength={500}
            value={typed.ref}
            onChange={(event) => onType({ ref: event.target.value })}
          />
        )}
      </Field>
      <Field label={declare.words} hint={declare.wordsHint}>
        {(field) => (
          <textarea
            {...field}
            maxLength={2000}
            value={typed.words}
            onChange={(event) => onType({ words: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
