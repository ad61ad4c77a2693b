import { choose, rounded, sum, wide } from './arithmetic.ts';
import type { Frame, FrameItem } from './frame.ts';

const TAKES = ['all', 'highest', 'lowest', 'latest', 'mean'] as const;

/** Whether only one of an item's facts counts, or their mean, in some period. */
export function takesOne(frame: Frame, item: FrameItem): boolean {
  return frame.periods.some((period) => frame.takeOf(frame.current(item, period)) !== 'all');
}

/** Lets one of several facts count, or their mean 取高、取新、平均: a SELECT of units from those of `from`, other items as they are. */
export function takeUnits(frame: Frame, items: readonly FrameItem[], from: string): string {
  const code = (item: FrameItem): string => {
    const takes = frame.periods.map((period) => String(TAKES.indexOf(frame.takeOf(frame.current(item, period)))));
    const take = choose('t.p', new Map(takes.map((one, at) => [at, one])), '0');
    return frame.isSteady(item) ? take : `case when ${frame.isCurrent(item, 'mp.')} then ${take} else 0 end`;
  };
  const steady = items.every((item) => frame.isSteady(item));
  const join = steady ? '' : 'join mp on mp.m = t.m and mp.p = t.p';
  const take = choose('t.i', new Map(items.map((item) => [item.at, code(item)])), '0');
  const taken = frame.script.view(`select t.*, ${take} as take from ${from} t ${join}`);
  const part = 'partition by m, p, i';
  const main = 'case when a = 0 and n > 0 then 0 else 1 end';
  const ranked =
    frame.script.view(`select t.*, ${sum('case when a = 0 and n > 0 then 1 else 0 end', ` over (${part})`)} as facts,
    ${sum('case when a = 0 then n else 0 end', ` over (${part})`)} as times,
    ${sum('case when a = 0 then e * n else 0 end', ` over (${part})`)} as points,
    row_number() over (${part} order by ${main}, case when take = 3 then day else '' end desc,
      case when take = 1 then -abs(e) when take = 2 then abs(e) else 0 end, e desc, o) as best,
    row_number() over (${part} order by ${main}, o desc) as last from ${taken} t`);
  const whole = '(a = 1 or take = 0 or facts = 0 or (facts = 1 and times = 1))';
  const mean = rounded('points', 'case when times > 0 then times else 1 end');
  const e = `case when not ${whole} and take = 4 then ${mean} else e end`;
  return `select m, p, i, o, ${wide(e)} as e, ${wide(`case when ${whole} then n else 1 end`)} as n, a, day, ref, seq, k
    from ${ranked} t where ${whole} or case when take = 4 then last else best end = 1`;
}
