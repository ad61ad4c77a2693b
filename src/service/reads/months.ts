import type { AnswerOf, InputOf } from '#contract/api.ts';
import { quarterText } from '#domain/kernel/period.ts';
import type { Reading } from '#service/reading.ts';
import { listMatters } from '#store/matter.ts';

/**
 * The months of a year with their quarters 月度、季度一览: one's own lines counted, or the branch's for the office: `month.list`.
 * Where no year is named, this one's, and of earlier years what is still open: December is declared and reviewed in January. @throws right.missing
 */
export async function listMonths(
  reading: Reading,
  { year: named }: InputOf<'month.list'>,
): Promise<AnswerOf<'month.list'>> {
  const { rows, at, by } = reading;
  const office = reading.holds(['committee', 'secretary', 'recorder']);
  await reading.allow([by], '#months');
  const year = named ?? reading.today.slice(0, 4);
  const months = (await listMatters(rows, at, 'month')).filter(
    ({ id, state }) => id.startsWith(year) || (named === undefined && (state === 'open' || state === 'reopened')),
  );
  const quarters = new Map((await listMatters(rows, at, 'quarter')).map((one) => [one.id, one]));
  const period = months.map(({ id }) => id);
  const lines =
    period.length === 0
      ? []
      : await listMatters(rows, at, 'line', { period, notState: ['draft'], ...(!office && { subject: by }) });
  const counts = new Map<string, Record<string, number>>();
  for (const { period: month = '', state } of lines) {
    const own = counts.get(month) ?? {};
    own[state] = (own[state] ?? 0) + 1;
    counts.set(month, own);
  }
  return {
    year,
    months: months.map(({ id, state, revision, body: { confirmed } }) => {
      const quarter = quarters.get(quarterText(`${id}-01`));
      return {
        id,
        state,
        revision,
        ...(quarter && { quarter: { id: quarter.id, state: quarter.state, revision: quarter.revision } }),
        confirmed: confirmed.includes(by),
        ...(office && { confirmations: confirmed.length }),
        lines: counts.get(id) ?? {},
      };
    }),
  };
}
