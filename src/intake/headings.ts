import { clean, labelKey } from './text/clean.ts';

/** The columns that a roster 名册 can have. */
export type MemberField = 'id' | 'name' | 'category' | 'from' | 'to' | 'standing' | 'group' | 'role' | 'lastTotal';

/** The columns that a table of facts 积分事实 can have. */
export type FactField =
  | 'member'
  | 'id'
  | 'name'
  | 'item'
  | 'on'
  | 'period'
  | 'quantity'
  | 'level'
  | 'points'
  | 'score'
  | 'rater'
  | 'ref'
  | 'note';

/** The headings 表头 under which people write each column, in Chinese or English; the first is the one that messages name. */
export type Headings<F extends string> = Readonly<Record<F, readonly string[]>>;

const ID = ['编号', 'id', '工号', '党员编号', '党员工号', '人员编号', '成员编号'];
const NAME = ['姓名', 'name', '党员姓名', '成员姓名'];

/** The headings of a roster. */
export const MEMBER_HEADINGS: Headings<MemberField> = {
  id: ID,
  name: NAME,
  category: ['类别', 'category', '人员类别', '党员类别'],
  from: ['起', 'from', '开始日期', '起始日期', '开始', '自', '生效日期', '起日'],
  to: ['止', 'to', '结束日期', '截止日期', '终止日期', '结束', '至', '止日'],
  standing: ['党籍状态', 'standing', '状态', '党员状态', '组织状态'],
  group: ['党小组', 'group', '班组', '小组', '所在党小组'],
  role: ['党内职务', 'role', '职务'],
  lastTotal: ['上年总分', 'lasttotal', '上年度积分', '上年积分', '上年度总分', '去年总分', 'last_total'],
};

/** The headings of a table of facts. */
export const FACT_HEADINGS: Headings<FactField> = {
  member: ['党员', 'member', '成员'],
  id: ID,
  name: NAME,
  item: ['项目', 'item', '积分项目', '事项', '积分事项', '项目名称', '积分项目名称', '指标'],
  on: ['日期', 'on', 'day', 'date', '发生日期', '活动日期', '时间', '日'],
  period: ['期间', 'period', '月份', '季度', '周期', '月度', '所属期'],
  quantity: ['数量', 'quantity', '次数', '件数'],
  level: ['级别', 'level', '等级', '档次', '等次'],
  points: ['评定分', 'points', '得分', '分值', '评分'],
  score: ['成绩', 'score', '外部得分', '原始分'],
  rater: ['评议人', 'rater', '评分人'],
  ref: ['依据', 'ref', '佐证', '文号', '佐证材料', '证明材料'],
  note: ['备注', 'note', '说明'],
};

/** The form of a heading that is compared: without spaces, marks of a required column, and what stands in brackets at its end. */
export function headingKey(text: string): string {
  return labelKey(text)
    .replace(/^\*|\*$|[:]$/g, '')
    .replace(/(?<=.)\([^()]*\)$/, '');
}

/** The columns of a table by the compared form of every heading under which they are written. */
export function lookup<F extends string>(headings: Headings<F>): ReadonlyMap<string, F> {
  const fields = Object.keys(headings) as F[];
  return new Map(fields.flatMap((field) => headings[field].map((name) => [headingKey(name), field] as const)));
}

/** Roster headings by their compared form. */
export const MEMBER_FIELDS: ReadonlyMap<string, MemberField> = lookup(MEMBER_HEADINGS);

/** Fact headings by their compared form. */
export const FACT_FIELDS: ReadonlyMap<string, FactField> = lookup(FACT_HEADINGS);

/** Whether a cell's text is a heading of any table that this room reads. */
export function isHeading(text: string): boolean {
  if (text.length > 40) return false;
  const key = headingKey(clean(text));
  return FACT_FIELDS.has(key) || MEMBER_FIELDS.has(key);
}
