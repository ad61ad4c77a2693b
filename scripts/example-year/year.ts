import { Chance } from './chance.ts';
import { PEOPLE, type Person } from './people.ts';

/** One row of the example's facts as a recorder writes it: a day or a period, and what the item asks for. */
export type FactLine = {
  readonly who: string;
  readonly item: string;
  readonly on?: string;
  readonly period?: string;
  readonly quantity?: number;
  readonly level?: string;
  readonly points?: number;
  readonly score?: number;
  readonly rater?: string;
  readonly ref?: string;
  readonly note?: string;
};

/** What a member of each kind does in a year: likelihoods and choices that make the totals spread as they do in a school. */
const HABITS = {
  high: {
    present: 0.98,
    leave: 0.04,
    duty: 1,
    routine: ['优秀', '优秀', '良好'],
    test: [87.5, 90, 92.5],
    hours: [0, 2],
    lead: 1,
    kept: [2, 3],
    spirit: [1.5, 2],
    masses: [90, 95],
    visits: 1,
  },
  good: {
    present: 0.97,
    leave: 0.06,
    duty: 1,
    routine: ['优秀', '良好'],
    test: [85, 87.5],
    hours: [0, 2],
    lead: 1,
    kept: [1, 2, 2],
    spirit: [1, 1.5],
    masses: [90, 95],
    visits: 1,
  },
  fair: {
    present: 0.93,
    leave: 0.08,
    duty: 1,
    routine: ['良好', '合格'],
    test: [77.5, 80],
    hours: [0, 0, 2],
    lead: 1,
    kept: [1],
    spirit: [0.5, 1],
    masses: [85, 90],
    visits: 0,
  },
  low: {
    present: 0.85,
    leave: 0.1,
    duty: 0.5,
    routine: ['合格'],
    test: [70, 72.5],
    hours: [0],
    lead: 0,
    kept: [1],
    spirit: [0.5],
    masses: [75, 80],
    visits: 0,
  },
  poor: {
    present: 0.6,
    leave: 0.2,
    duty: 0,
    routine: ['不合格', '合格'],
    test: [60],
    hours: [0],
    lead: 0,
    kept: [0],
    spirit: [0],
    masses: [60, 65],
    visits: 0,
  },
} as const;

type Habits = (typeof HABITS)[keyof typeof HABITS];

// The fixed days of the branch's theme days: none in the two months of holidays.
const THEME_DAYS = ['01-09', '03-05', '04-10', '05-08', '06-05', '07-01', '09-11', '10-16', '11-06', '12-11'];
const THEMES = [
  '重温入党誓词',
  '学雷锋志愿服务',
  '清明祭扫革命烈士墓',
  '劳动教育进校园',
  '送教下乡',
  '庆祝建党座谈',
  '廉洁教育月',
  '敬老助老',
  '校园安全排查',
  '年度总结交流',
];

const day = (month: number, date: number): string =>
  `2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
const monthOf = (text: string): number => Number(text.slice(5, 7));

/** Writes down the example branch's year of facts, in the order of the days. */
export function writeYear(seed: number): readonly FactLine[] {
  const chance = new Chance(seed);
  const lines = [
    ...PEOPLE.flatMap((one) => themeDays(one, chance)),
    ...PEOPLE.flatMap((one) => duties(one, chance)),
    ...PEOPLE.flatMap((one) => others(one, chance)),
    ...HONOURS,
    ...DEDUCTIONS,
  ];
  const when = (line: FactLine): string => line.on ?? endOf(line.period ?? '');
  return lines.toSorted((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0));
}

/** The last day of a period as this file writes them. */
export function endOf(period: string): string {
  const ends: Readonly<Record<string, string>> = {
    上半年: '06-30',
    下半年: '12-31',
    第一季度: '03-31',
    第二季度: '06-30',
    第三季度: '09-30',
    第四季度: '12-31',
  };
  const part = period.replace('2026年', '');
  return `2026-${ends[part] ?? '12-31'}`;
}

function habitsOf(one: Person): Habits | undefined {
  return one.year === 'retired' || one.year === 'mobile' || one.year === 'exempt' ? undefined : HABITS[one.year];
}

function takesPart(one: Person, text: string): boolean {
  return monthOf(text) >= one.months[0] && monthOf(text) <= one.months[1];
}

function themeDays(one: Person, chance: Chance): FactLine[] {
  const { present, leave } = habitsOf(one) ?? { present: 0.9, leave: 0.1 };
  return THEME_DAYS.flatMap((date, at): FactLine[] => {
    const on = `2026-${date}`;
    if (!takesPart(one, on)) return [];
    const ref = `2026年${monthOf(on)}月主题党日记录`;
    if (habitsOf(one) && chance.happens(leave))
      return [{ who: one.id, item: '组织生活请假', on, ref, note: '书面请假' }];
    if (chance.happens(present))
      return [{ who: one.id, item: '参加主题党日实践活动', on, ref, note: THEMES[at] ?? '' }];
    return habitsOf(one) ? [{ who: one.id, item: '无故缺席组织生活', on, ref, note: '未请假' }] : [];
  });
}

function duties(one: Person, chance: Chance): FactLine[] {
  const habits = habitsOf(one);
  if (!habits) return [];
  const { id: who } = one;
  const lines: FactLine[] = [];
  for (const [half, last] of [
    ['上半年', 6],
    ['下半年', 12],
  ] as const) {
    if (last > one.months[1]) continue;
    const done = chance.happens(habits.duty) || (half === '下半年' && one.year === 'low');
    lines.push({ who, item: '岗位职责完成', period: `2026年${half}`, level: done ? '是' : '否' });
    lines.push({
      who,
      item: '教学常规检查',
      on: day(last, 20),
      level: chance.pick(habits.routine),
      ref: `教导处${half}检查表`,
    });
  }
  if (one.months[1] === 12)
    lines.push({
      who,
      item: '教学质量测评',
      on: '2026-12-25',
      score: chance.pick(habits.test),
      ref: '学校教学质量通报',
    });
  for (let at = 0; at < habits.lead; at++) {
    const month = chance.pick([3, 4, 5, 6, 9, 10, 11]);
    if (month < one.months[0] || month > one.months[1]) continue;
    lines.push({ who, item: '主持或主讲教研活动', on: day(month, 4 + at * 5), ref: `${month}月教研活动记录` });
  }
  for (let at = 0; at < habits.visits; at++) {
    const month = chance.pick([3, 4, 5, 6, 9, 10, 11]);
    if (month < one.months[0] || month > one.months[1]) continue;
    lines.push({ who, item: '家访和结对帮扶学生', on: day(month, 14 + at * 3), note: `走访第${at + 1}户` });
  }
  return lines;
}

function others(one: Person, chance: Chance): FactLine[] {
  const habits = habitsOf(one);
  const { id: who } = one;
  const lines: FactLine[] = [];
  const stays = one.months[1] === 12;
  if (one.year !== 'poor')
    lines.push({ who, item: '公开承诺', on: one.months[0] === 1 ? '2026-01-09' : '2026-03-05', ref: '承诺书' });
  const kept = habits ? chance.pick(habits.kept) : one.year === 'exempt' ? 0 : 2;
  if (stays && kept > 0)
    lines.push({ who, item: '承诺事项完成', on: '2026-12-11', quantity: kept, ref: '践诺情况公示' });
  for (const month of [3, 5, 10]) {
    const hours = habits ? chance.pick(habits.hours) : one.year === 'retired' ? chance.pick([1, 2]) : 0;
    if (hours === 0 || month < one.months[0] || month > one.months[1]) continue;
    lines.push({
      who,
      item: '志愿服务',
      on: day(month, 6 + chance.whole(0, 14)),
      quantity: hours,
      note: chance.pick(['社区清洁', '护学岗', '图书整理', '防溺水巡查']),
    });
  }
  if (one.role !== undefined) {
    for (const quarter of ['一', '二', '三', '四'])
      lines.push({ who, item: '承担支部工作', period: `2026年第${quarter}季度`, level: '是' });
  }
  if (one.year === 'retired') {
    for (const month of [3, 4, 5, 6, 9, 10, 11])
      if (chance.happens(0.6))
        lines.push({
          who,
          item: '离退休党员发挥余热',
          on: day(month, 18),
          note: chance.pick(['校史讲解', '书法社团辅导', '关心下一代活动']),
        });
  }
  if (one.year === 'mobile') {
    for (const date of ['03-25', '06-24', '09-23', '12-18'])
      lines.push({ who, item: '流动党员汇报思想和工作', on: `2026-${date}`, level: '是', note: '书面汇报' });
  }
  if (!stays) return lines;
  if (habits)
    lines.push({ who, item: '先锋作用评定', on: '2026-12-18', points: chance.pick(habits.spirit), note: '支部评定' });
  const masses = habits?.masses ?? [85, 90];
  lines.push({ who, item: '评议：群众评议', on: '2026-12-16', score: chance.pick(masses), rater: '教职工' });
  lines.push({ who, item: '评议：群众评议', on: '2026-12-17', score: chance.pick(masses), rater: '家长' });
  return lines;
}

/** What only some did: lessons, guidance, awards, papers, urgent tasks. Written out, as a recorder would. */
const HONOURS: readonly FactLine[] = [
  ...[3, 4, 5, 6, 9, 10, 11, 12].map(
    (month): FactLine => ({
      who: 'D011',
      item: '带教青年教师',
      on: day(month, 28),
      ref: '师徒结对协议',
      note: '带教方雨桐',
    }),
  ),
  ...[3, 4, 5, 6].map(
    (month): FactLine => ({
      who: 'D015',
      item: '带教青年教师',
      on: day(month, 28),
      ref: '师徒结对协议',
      note: '带教卢思远',
    }),
  ),
  ...[3, 5, 9, 11].map(
    (month): FactLine => ({
      who: 'D010',
      item: '代课和课后服务',
      on: day(month, 26),
      quantity: month === 9 ? 6 : 3,
      note: '课后托管',
    }),
  ),
  ...[4, 6, 10].map(
    (month): FactLine => ({ who: 'D032', item: '代课和课后服务', on: day(month, 26), quantity: 5, note: '代同事课' }),
  ),
  { who: 'D008', item: '公开课、示范课', on: '2026-04-15', level: '校级', ref: '《圆明园的毁灭》公开课' },
  { who: 'D008', item: '公开课、示范课', on: '2026-05-20', level: '区级', ref: '《圆明园的毁灭》公开课' },
  { who: 'D011', item: '公开课、示范课', on: '2026-10-21', level: '市级', ref: '《分数的意义》示范课' },
  { who: 'D013', item: '公开课、示范课', on: '2026-04-22', level: '校级', ref: '《植树的牧羊人》公开课' },
  { who: 'D017', item: '公开课、示范课', on: '2026-11-11', level: '校级', ref: '《平移和旋转》公开课' },
  { who: 'D030', item: '公开课、示范课', on: '2026-05-13', level: '区级', ref: '《荷叶圆圆》公开课' },
  { who: 'D034', item: '公开课、示范课', on: '2026-09-24', level: '校级', ref: '《认识时间》公开课' },
  { who: 'D037', item: '公开课、示范课', on: '2026-11-18', level: '校级', ref: '《小小的船》汇报课' },
  { who: 'D001', item: '讲党课、微宣讲', on: '2026-07-01', ref: '“七一”专题党课' },
  { who: 'D002', item: '讲党课、微宣讲', on: '2026-04-10', ref: '微党课' },
  { who: 'D003', item: '讲党课、微宣讲', on: '2026-10-16', ref: '微党课' },
  { who: 'D021', item: '讲党课、微宣讲', on: '2026-09-11', ref: '老党员讲传统' },
  { who: 'D001', item: '承担急难险重任务', on: '2026-07-08', points: 2, ref: '汛期校舍值守' },
  { who: 'D019', item: '承担急难险重任务', on: '2026-07-08', points: 2, ref: '汛期校舍值守' },
  { who: 'D033', item: '承担急难险重任务', on: '2026-08-25', points: 1.5, ref: '新校区搬迁' },
  { who: 'D029', item: '承担急难险重任务', on: '2026-08-25', points: 1.5, ref: '新校区搬迁' },
  { who: 'D011', item: '荣誉称号', on: '2026-09-10', level: '区级', ref: '区教〔2026〕21号' },
  { who: 'D015', item: '荣誉称号', on: '2026-09-10', level: '校级', ref: '校发〔2026〕15号' },
  { who: 'D034', item: '荣誉称号', on: '2026-09-10', level: '校级', ref: '校发〔2026〕15号' },
  { who: 'D002', item: '荣誉称号', on: '2026-07-01', level: '校级', ref: '校党支〔2026〕6号' },
  { who: 'D002', item: '荣誉称号', on: '2026-07-01', level: '区级', ref: '区教工委〔2026〕9号' },
  { who: 'D008', item: '本人获奖', on: '2026-12-08', level: '区级', ref: '区优质课竞赛获奖文件' },
  { who: 'D008', item: '本人获奖', on: '2026-12-15', level: '市级', ref: '市优质课竞赛获奖文件' },
  { who: 'D030', item: '本人获奖', on: '2026-12-10', level: '区级', ref: '区粉笔字比赛获奖文件' },
  { who: 'D009', item: '本人获奖', on: '2026-12-10', level: '校级', ref: '校教学设计评比结果' },
  { who: 'D026', item: '本人获奖', on: '2026-12-10', level: '校级', ref: '校教学设计评比结果' },
  { who: 'D013', item: '指导学生获奖', on: '2026-12-04', level: '市级', ref: '市小学生作文比赛文件' },
  { who: 'D013', item: '指导学生获奖', on: '2026-11-20', level: '区级', ref: '市小学生作文比赛文件' },
  { who: 'D006', item: '指导学生获奖', on: '2026-12-04', level: '区级', ref: '区合唱节文件' },
  { who: 'D004', item: '指导学生获奖', on: '2026-12-04', level: '区级', ref: '区合唱节文件' },
  { who: 'D016', item: '指导学生获奖', on: '2026-10-30', level: '区级', ref: '区运动会成绩册' },
  { who: 'D015', item: '论文和课题', on: '2026-11-25', level: '市级、大会交流', ref: '市教育学会年会论文集' },
  { who: 'D034', item: '论文和课题', on: '2026-11-25', level: '区级', ref: '区教研论文评选' },
  { who: 'D005', item: '论文和课题', on: '2026-11-25', level: '校级', ref: '校本教研论文集' },
];

/** What was deducted, each with its reference, and one report that still lacks a finding. */
const DEDUCTIONS: readonly FactLine[] = [
  { who: 'D014', item: '迟缴党费', on: '2026-04-30', quantity: 1, ref: '党费收缴台账4月' },
  { who: 'D020', item: '迟缴党费', on: '2026-05-31', quantity: 1, ref: '党费收缴台账5月' },
  { who: 'D020', item: '迟缴党费', on: '2026-10-31', quantity: 1, ref: '党费收缴台账10月' },
  { who: 'D012', item: '组织生活迟到早退', on: '2026-03-05', ref: '2026年3月主题党日记录' },
  { who: 'D031', item: '组织生活迟到早退', on: '2026-05-08', ref: '2026年5月主题党日记录' },
  { who: 'D028', item: '学习笔记检查', on: '2026-03-25', level: '缺少', ref: '一季度学习检查表' },
  { who: 'D020', item: '学习笔记检查', on: '2026-06-24', level: '未记', ref: '二季度学习检查表' },
  { who: 'D035', item: '学习笔记检查', on: '2026-09-23', level: '缺少', ref: '三季度学习检查表' },
  { who: 'D018', item: '迟交材料', on: '2026-04-20', quantity: 1, ref: '支部材料收发登记' },
  { who: 'D027', item: '迟交材料', on: '2026-06-18', quantity: 1, ref: '支部材料收发登记' },
  { who: 'D031', item: '迟交材料', on: '2026-11-20', quantity: 2, ref: '支部材料收发登记' },
  { who: 'D033', item: '迟交材料', on: '2026-11-20', quantity: 1, ref: '支部材料收发登记' },
  { who: 'D035', item: '上班迟到早退', on: '2026-05-29', quantity: 4, ref: '学校考勤通报5月' },
  { who: 'D014', item: '上班迟到早退', on: '2026-10-30', quantity: 3, ref: '学校考勤通报10月' },
  { who: 'D036', item: '课堂巡查发现问题', on: '2026-04-16', ref: '课堂巡查记录第8期' },
  { who: 'D010', item: '值日护导缺岗', on: '2026-09-17', ref: '护导检查记录9月' },
  { who: 'D028', item: '值日护导缺岗', on: '2026-11-12', ref: '护导检查记录11月' },
  { who: 'D020', item: '家长投诉查证属实', on: '2026-11-03', ref: '支部核查报告〔2026〕2号' },
  { who: 'D035', item: '教学事故', on: '2026-10-13', level: '一般', ref: '校教〔2026〕18号' },
  { who: 'D016', item: '无故不参加业务培训', on: '2026-08-20', ref: '暑期培训考勤表' },
  { who: 'D012', item: '一票否决：工作纪律', on: '2026-11-24', note: '收到反映，正在核实，尚无认定' },
];
