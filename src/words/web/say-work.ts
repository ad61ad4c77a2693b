import { fill } from '#words/fill.ts';
import type { Marks } from '#words/marks.ts';
import { sayMonth, sayQuarter } from './review.ts';
import type { ReviewWords } from './review.zh-CN.ts';
import type { WorkWords } from './work.zh-CN.ts';

/** A row of the work list, as far as it is said. */
type Owed = {
  readonly kind: keyof WorkWords['kinds'];
  readonly title?: string | undefined;
  readonly period?: string | undefined;
  readonly count?: number | undefined;
  readonly who?: string | undefined;
  readonly action?: string | undefined;
};

/** What a row of the work list says 待办表述: the whole sentence, and of what waits for a second person the act. */
export function sayWork(
  { kind, title = '', period = '', count = 0, who, action = '' }: Owed,
  {
    work,
    review,
    marks,
    name,
  }: { readonly work: WorkWords; readonly review: ReviewWords; readonly marks: Marks; readonly name: string },
): { readonly sentence: string; readonly what: string } {
  const said = period.includes('Q')
    ? sayQuarter(period, review)
    : period.includes('-')
      ? sayMonth(period, review)
      : period !== '' && (kind.startsWith('notice-') || kind === 'second-confirm')
        ? fill(work.ofYear, { year: period })
        : period;
  const about = [...(said === '' ? [] : [said]), ...(who === undefined ? [] : [name])].join(marks.comma);
  const what = `${work.seconds[action] ?? work.secondsElse}${about === '' ? '' : marks.open + about + marks.close}`;
  const pattern = title === '' ? work.kinds[kind].replace('“{title}”', work.untitled) : work.kinds[kind];
  return { sentence: fill(pattern, { title, period: said, count, who: name, what }), what };
}
