import type { Day } from '#domain/kernel/day.ts';
import { POINT } from '#domain/kernel/points.ts';
import type { Claimed } from '#store/bodies.ts';
import type { Chance } from './chance.ts';

type Kind = (chance: Chance, day: Day) => Omit<Claimed, 'day'>;

const LEVELS = ['校级', '区级', '市级'] as const;

/** What a member at work declares 申报事项, under the items of the example scheme. */
const AT_WORK: readonly [Kind, ...Kind[]] = [
  () => ({ item: 'LZ-教研' }),
  (chance, day) => ({ item: 'LZ-公开课', level: chance.one(LEVELS), ref: `公开课${day}` }),
  () => ({ item: 'LZ-带教', quantity: POINT }),
  (chance) => ({ item: 'LZ-代课', quantity: chance.between(1, 6) * POINT }),
  (chance) => ({ item: 'LZ-志愿', quantity: chance.between(2, 6) * POINT }),
  () => ({ item: 'LZ-帮扶' }),
  (chance, day) => ({ item: 'LZ-急难', points: chance.between(1, 3) * POINT, ref: `任务${day}` }),
  () => ({ item: 'LZ-宣讲' }),
  (chance, day) => ({ item: 'LZ-获奖', level: chance.one(LEVELS), ref: `获奖证书${day}` }),
  (chance, day) => ({ item: 'LZ-论文', level: chance.one(LEVELS), ref: `论文${day}` }),
];

const ELSEWHERE: Readonly<Record<string, readonly [Kind, ...Kind[]]>> = {
  离退休: [() => ({ item: 'LZ-余热' }), (chance) => ({ item: 'LZ-志愿', quantity: chance.between(2, 4) * POINT })],
  流动: [() => ({ item: 'LZ-汇报' })],
};

/** What the committee proposes 拟扣事项; one of them is large enough to need two persons. */
const FAILURES: readonly [Kind, ...Kind[]] = [
  () => ({ item: 'GJ3-缺席' }),
  () => ({ item: 'GJ3-迟到' }),
  () => ({ item: 'ZZ4-材料' }),
  () => ({ item: 'GJ4-巡查' }),
  () => ({ item: '岗位-护导' }),
  () => ({ item: 'DD2-投诉' }),
  () => ({ item: '岗位-事故', level: '重大' }),
];

/** A fact that a member of a category declares of a day. */
export function factOf(chance: Chance, category: string, day: Day): Claimed {
  return { ...chance.one(ELSEWHERE[category] ?? AT_WORK)(chance, day), day };
}

/** A failure of a day that the committee proposes. */
export function failureOf(chance: Chance, day: Day): Claimed {
  return { ...chance.one(FAILURES)(chance, day), day, note: '支委会记录' };
}
