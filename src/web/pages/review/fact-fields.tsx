import { parsePeriod } from '#domain/kernel/day.ts';
import { useLang, useMarks, useText } from '#web/lang.ts';
import { Field } from '#web/ui/field.tsx';
import { fill } from '#words/fill.ts';
import { unitName } from '#words/unit-name.ts';
import { reviewWords } from '#words/web/review.ts';
import type { FactFault, FactForm } from './fact-form.ts';
import type { ItemAnswer } from './item.ts';

/** The fields of a fact 事实填写: the item where it is still to be chosen, then what that item asks for. */
export function FactFields({
  items,
  form,
  change,
  fault,
  choose = true,
  month = '',
}: {
  items: readonly ItemAnswer[];
  form: FactForm;
  change: (part: Partial<FactForm>) => void;
  fault?: FactFault | undefined;
  choose?: boolean;
  /** The month in which the day lies, where that is known beforehand. */
  month?: string | undefined;
}) {
  const words = useText(reviewWords);
  const marks = useMarks();
  const lang = useLang();
  const item = items.find(({ id }) => id === form.item);
  const wrong = (part: FactFault): string | undefined => (fault === part ? words.fill[part] : undefined);
  const groups = new Map<string, ItemAnswer[]>();
  for (const one of items) {
    const label = one.group ?? one.component.label;
    groups.set(label, [...(groups.get(label) ?? []), one]);
  }
  const least = item?.from?.shown;
  const most = item?.to?.shown;
  return (
    <>
      {choose && (
        <Field label={words.item} error={wrong('item')}>
          {(props) => (
            <select
              {...props}
              lang="zh-CN"
              value={form.item}
              onChange={(event) => change({ item: event.target.value, amount: '', level: '' })}
            >
              <option value="" />
              {[...groups].map(([label, inside]) => (
                <optgroup key={label} label={label}>
                  {inside.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.label}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={words.day} error={wrong('day')}>
        {(props) => (
          <input
            {...props}
            {...daysOf(month)}
            type="date"
            value={form.day}
            onChange={(event) => change({ day: event.target.value })}
          />
        )}
      </Field>
      {item && ['quantity', 'points', 'score'].includes(item.asks) && (
        <Field
          label={
            item.asks === 'points'
              ? words.points
              : item.asks === 'score'
                ? words.scored
                : fill(words.amountOf, { unit: unitName(item.unit ?? '次', lang) })
          }
          {...(least !== undefined &&
            most !== undefined && { hint: fill(words.worthRange, { from: least, to: most }) })}
          error={wrong('amount')}
        >
          {(props) => (
            <input
              {...props}
              inputMode="decimal"
              autoComplete="off"
              className="short"
              value={form.amount}
              onChange={(event) => change({ amount: event.target.value })}
            />
          )}
        </Field>
      )}
      {item?.asks === 'level' && (
        <Field label={words.level} error={wrong('level')}>
          {(props) => (
            <select
              {...props}
              lang="zh-CN"
              value={form.level}
              onChange={(event) => change({ level: event.target.value })}
            >
              <option value="" />
              {(item.levels ?? []).map(({ label, worth }) => (
                <option key={label} value={label}>
                  {label + marks.open + worth.shown + marks.close}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}

/** The days of a month, so that the calendar of the browser opens in it. */
function daysOf(month: string): { readonly min?: string; readonly max?: string } {
  const days = parsePeriod(month);
  return days ? { min: days.from, max: days.to } : {};
}
