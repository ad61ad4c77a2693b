import { ONCE } from '#domain/kernel/points.ts';
import { ONE, timesRatio as ratioTimes } from '#domain/kernel/ratio.ts';
import type { Condition } from '#domain/scheme/condition.ts';
import type { ReviewSetting } from '#domain/scheme/document.ts';
import { isAmong, num, rounded, sum, wide } from './arithmetic.ts';
import { type Codes, saysYes } from './facts.ts';
import type { Frame } from './frame.ts';

/** What the facts of a member's period say beside their items: columns of `marks` by which conditions 条件 and reviews 测评 are read. */
export type Marks = {
  /** A condition on the quantity or number of an item's facts, over a row of `marks`. */
  readonly holds: (condition: Condition, row: string) => string;
  /** The mean result of a review held to its full marks, over a row of `marks`, with the day of its last rating; null without ratings. */
  readonly review: (
    id: string,
    row: string,
  ) => { readonly num: string; readonly den: string; readonly day: string } | undefined;
  /** The names of the columns. */
  readonly columns: readonly string[];
};

/** Every condition on facts that the scheme asks about a member: of items under any version, and of grounds. */
export function factConditions(frame: Frame): readonly Condition[] {
  const own = frame.slots().flatMap(({ value }) => (value.kind === 'meets' ? value.when : []));
  const vetoes = (frame.prepared.scheme.document.vetoes ?? []).flatMap((veto) => veto.when ?? []);
  return [...own, ...vetoes.filter((one) => (one.measure ?? 'points') !== 'points')];
}

/** Whether a number lies in a condition's or row's range. */
export function inRange(
  on: string,
  { from, to, upTo }: { readonly from?: number; readonly to?: number; readonly upTo?: number },
): string {
  const tests = [
    ...(from === undefined ? [] : [`${on} >= ${num(from)}`]),
    ...(to === undefined ? [] : [`${on} < ${num(to)}`]),
    ...(upTo === undefined ? [] : [`${on} <= ${num(upTo)}`]),
  ];
  return tests.length === 0 ? '1 = 1' : `(${tests.join(' and ')})`;
}

/** Adds `marks`: each member's period (all of `mp`) with the numbers its conditions and reviews look at. */
export function addMarks(frame: Frame, codes: Codes): Marks {
  const { script, byPeriod, prepared } = frame;
  const asked = new Map<string, { column: string; sql: string; year: boolean }>();
  const keyOf = ({ of, measure, over }: Condition): string =>
    `${measure === 'quantity' ? 'quantity' : 'count'} ${byPeriod && over === 'year' ? 'year' : 'period'} ${of}`;
  const looked = new Set<number>();
  for (const condition of factConditions(frame)) {
    const key = keyOf(condition);
    const name = codes.asked.get(condition.of);
    if (asked.has(key) || !name) continue;
    looked.add(name.i);
    const yes = condition.measure === 'quantity' ? '' : ` and ${saysYes(script, '')}`;
    const size = `case when q is null then ${ONCE} when q > 0 then q else 0 end`;
    const sql = sum(`case when i = ${name.i} and x = ${name.x}${yes} then ${size} else 0 end`);
    asked.set(key, { column: `d${asked.size}`, sql, year: key.includes(' year ') });
  }
  const columns: string[] = [];
  const joins: string[] = [];
  if (asked.size > 0) {
    const list = [...asked.values()];
    script.keep(
      'measured',
      `select m, p, ${list.map(({ column, sql }) => `${sql} as ${column}`).join(', ')} from f
      where here = 1 and ${isAmong('i', [...looked])} group by m, p`,
    );
    joins.push('left join measured on measured.m = mp.m and measured.p = mp.p');
    for (const { column, year } of list)
      columns.push(
        year
          ? `${sum(`measured.${column}`, ' over (partition by mp.m order by mp.p)')} as ${column}`
          : `coalesce(measured.${column}, 0) as ${column}`,
      );
  }
  const reviews = new Map<string, { column: string; day: string; den: number }>();
  for (const [at, review] of (prepared.scheme.document.reviews ?? []).entries()) {
    const name = `rated${at}`;
    addReview(frame, name, codes.review(at), review);
    joins.push(`left join ${name} on ${name}.m = mp.m and ${name}.p = mp.p`);
    columns.push(`${name}.result as v${at}`, `${name}.day as vday${at}`);
    reviews.set(review.id, { column: `v${at}`, day: `vday${at}`, den: review.of ?? 100 * ONCE });
  }
  script.keep(
    'marks',
    `select mp.m, mp.p, mp.c, mp.r, mp.g, mp.lt${frame.countsMonths ? ', mp.months' : ''}${columns.map((one) => `, ${one}`).join('')} from mp ${joins.join(' ')}`,
  );
  return {
    columns: columns.map((one) => one.slice(one.lastIndexOf(' ') + 1)),
    holds: (condition, row) => {
      const found = asked.get(keyOf(condition));
      return inRange(found ? `${row}${found.column}` : '0', condition);
    },
    review: (id, row) => {
      const found = reviews.get(id);
      return found && { num: `${row}${found.column}`, den: num(found.den), day: `${row}${found.day}` };
    },
  };
}

/** One review: the mean of each kind of rater, then their weighted mean; each rounds to 1/10000 (reviewShare). */
function addReview(frame: Frame, name: string, i: number, review: ReviewSetting): void {
  const { script } = frame;
  const full = review.of ?? 100 * ONCE;
  const held = (result: string): string =>
    `case when ${result} < 0 then 0 when ${result} > ${num(full)} then ${num(full)} else ${result} end`;
  const all = script.view(
    `select m, p, rater, coalesce(score, pts) as mark, max(day) over (partition by m, p) as day from f where i = ${i}`,
  );
  const rows = `select m, p, rater, mark, day from ${all} t where mark is not null`;
  const mean = `${wide(rounded(wide('sum(mark)'), wide('count(mark)')))} as result, max(day) as day`;
  if (!review.raters) {
    script.keep(
      name,
      `select m, p, day, ${held('result')} as result from ${script.view(`select m, p, ${mean} from ${script.view(rows)} t group by m, p`)} t`,
    );
    return;
  }
  const weights = review.raters.map(({ id, weight = ONE }) => ({ id, share: ratioTimes(1_000_000, weight) }));
  const share = `case rater ${weights.map((one) => `when ${script.text(one.id)} then ${num(one.share)}`).join(' ')} end`;
  const each = `select m, p, ${mean}, ${wide(`max(${share})`)} as share from ${script.view(rows)} t where ${share} is not null group by m, p, rater`;
  const weighed = `select m, p, ${wide('sum(result * share)')} as marks, ${wide('sum(share)')} as shares, max(day) as day from ${script.view(each)} t group by m, p`;
  script.keep(
    name,
    `select m, p, day, ${held('result')} as result from ${script.view(`select m, p, day, ${rounded('marks', 'shares')} as result from ${script.view(weighed)} t where shares > 0`)} t`,
  );
}
