const NAMES = [
  'LZ-党日',
  'LZ-志愿',
  'LZ-教研',
  'LZ-代课',
  'LZ-帮扶',
  'LZ-带教',
  'LZ-岗位',
  'LZ-常规',
  'LZ-质量',
  'LZ-公开课',
  'LZ-获奖',
  'LZ-荣誉',
  'LZ-指导',
  'LZ-论文',
  'LZ-承诺',
  'LZ-践诺',
  'LZ-先锋',
  'review:qunzhong',
  'LZ-余热',
  'LZ-汇报',
  'LZ-支部',
  'GJ3-迟到',
  'GJ3-请假',
  'ZZ4-材料',
  'GJ4-考勤',
  'GJ3-缺席',
  'ZZ2-学习',
  '教研-缺席',
  '岗位-护导',
  'ZZ1-言论',
  'ZZ2-笔记',
  'LZ-急难',
  'LZ-宣讲',
  'ZZ4-任务',
  'ZZ3-培训',
  'GJ3-党费',
  'GJ4-巡查',
  'GJ1-通报',
  'GJ2-普法',
  'DD2-投诉',
  'DD2-师德',
  'DD1-失信',
  'DD3-公德',
  'DD4-家庭',
  '岗位-事故',
  '践诺-未履行',
] as const;
/** The place of each name in the switch. */
export const INDEX = new Map<string, number>(NAMES.map((name, at) => [name, at]));

/** Open lessons 公开课 by level. */
export const CLASS: Record<string, number> = { 校级: 10_000, 区级: 20_000, 市级: 30_000 };
/** Routine checks 教学常规 by level. */
export const CHECK: Record<string, number> = { 优秀: 20_000, 良好: 15_000, 合格: 10_000, 不合格: 0 };
/** Own awards 获奖 by level. */
export const AWARD: Record<string, number> = { 国家级: 50_000, 省级: 40_000, 市级: 30_000, 区级: 20_000, 校级: 10_000 };
/** Titles 荣誉 by level. */
export const HONOUR: Record<string, number> = {
  国家级: 60_000,
  省级: 50_000,
  市级: 40_000,
  区级: 30_000,
  校级: 20_000,
};
/** Pupils’ awards 指导 by level. */
export const GUIDE: Record<string, number> = { 国家级: 25_000, 省级: 20_000, 市级: 15_000, 区级: 10_000, 校级: 5_000 };
/** Papers 论文 by level. */
export const PAPER: Record<string, number> = { 省级: 20_000, 市级: 15_000, 区级: 10_000, 校级: 5_000 };
/** Branch offices 支部工作 by role. */
export const OFFICE: Record<string, number> = {
  书记: 10_000,
  组织委员: 7_500,
  宣传委员: 7_500,
  纪检委员: 7_500,
  积分记录员: 5_000,
};
/** Study notes 学习笔记 by level. */
export const NOTES: Record<string, number> = { 齐全: 0, 缺少: -5_000, 未记: -10_000 };
/** Accidents 教学事故 by level. */
export const ACCIDENT: Record<string, number> = { 一般: -20_000, 较大: -40_000, 重大: -60_000 };
