import type { Fact } from '#domain/ledger/fact.ts';
import type { Member } from '#domain/ledger/member.ts';

/** A member with the facts of one year, made up for measuring. */
export type MemberYearFacts = { readonly member: Member; readonly facts: readonly Fact[] };

/** A small generator of repeatable numbers 0 ≤ x < 1 (mulberry32): the same year on every run and machine. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const LEVELS = ['国家级', '省级', '市级', '区级', '校级'] as const;
const ROLES = ['书记', '组织委员', '宣传委员', '纪检委员', '积分记录员'] as const;

/** One member's believable year of sixty facts under the default scheme, in no order. */
export function memberYear(id: string, next: () => number): MemberYearFacts {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const day = (month = 1 + Math.floor(next() * 12)): string =>
    `2026-${String(month).padStart(2, '0')}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`;
  const whole = (most: number): number => (1 + Math.floor(next() * most)) * 10_000;
  const share = next();
  const category = share < 0.84 ? '在职' : share < 0.93 ? '离退休' : '流动';
  const role = next() < 0.1 ? pick(ROLES) : undefined;
  const facts: Fact[] = [];
  const add = (item: string, rest: Partial<Fact> = {}): void => void facts.push({ item, day: day(), ...rest });
  for (let month = 1; month <= 12; month++) if (next() < 0.9) add('LZ-党日', { day: day(month) });
  for (let count = 0; count < 6; count++) add('LZ-志愿', { quantity: whole(4) });
  for (let count = 0; count < 6; count++) add('LZ-教研');
  for (let count = 0; count < 5; count++) add('LZ-代课', { quantity: whole(6) });
  for (let count = 0; count < 5; count++) add('LZ-帮扶');
  for (let count = 0; count < 4; count++) add('LZ-带教');
  for (const month of [6, 12]) add('LZ-岗位', { day: day(month), level: '是' });
  for (const month of [5, 11]) add('LZ-常规', { day: day(month), level: pick(['优秀', '良好', '合格']) });
  for (let count = 0; count < 2; count++) add('LZ-质量', { score: 700_000 + whole(28) });
  for (let count = 0; count < 2; count++)
    add('LZ-公开课', { level: pick(['校级', '区级', '市级']), ref: `课${Math.floor(next() * 3)}` });
  for (let count = 0; count < 2; count++) add('LZ-获奖', { level: pick(LEVELS), ref: `奖${Math.floor(next() * 4)}` });
  add('LZ-荣誉', { level: pick(LEVELS), ref: '文' });
  add('LZ-指导', { level: pick(LEVELS), ref: '指' });
  add('LZ-论文', { level: next() < 0.3 ? '市级、大会交流' : '区级', ref: '文' });
  add('LZ-承诺');
  for (let count = 0; count < 2; count++) add('LZ-践诺', { quantity: whole(2) });
  add('LZ-先锋', { points: Math.floor(next() * 7) * 5_000 });
  for (const rater of ['教职工', '教职工', '家长'])
    add('review:qunzhong', { score: 750_000 + Math.floor(next() * 250_000), rater });
  if (category === '离退休') for (let count = 0; count < 3; count++) add('LZ-余热');
  if (category === '流动') for (let count = 0; count < 3; count++) add('LZ-汇报', { level: '是' });
  if (role) for (const month of [3, 6, 9, 12]) add('LZ-支部', { day: day(month), level: '是' });
  const lapses = ['GJ3-迟到', 'GJ3-请假', 'ZZ4-材料', 'GJ4-考勤', 'GJ3-缺席', 'ZZ2-学习', '教研-缺席', '岗位-护导'];
  while (facts.length < 60) {
    if (facts.length < 55 && next() < 0.5) add('LZ-教研');
    else {
      const chance = next();
      if (chance < 0.1) add('ZZ1-言论', { points: -10_000 - Math.floor(next() * 20_001) });
      else if (chance < 0.2) add('ZZ2-笔记', { level: pick(['齐全', '缺少', '未记']) });
      else add(pick(lapses));
    }
  }
  facts.length = 60;
  for (let at = facts.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [facts[at], facts[other]] = [facts[other] as Fact, facts[at] as Fact];
  }
  const status = { from: '2020-01-01', to: '2030-12-31', standing: 'full' as const, category, ...(role && { role }) };
  return { member: { id, name: `党员${id}`, history: [status] }, facts };
}

/** So many members' years, the same for the same seed. */
export function memberYears(count: number, seed = 2026): MemberYearFacts[] {
  const next = numbers(seed);
  return Array.from({ length: count }, (_, at) => memberYear(String(at + 1).padStart(6, '0'), next));
}
