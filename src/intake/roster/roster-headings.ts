import type { Headings } from '#intake/headings.ts';
import type { ColumnUse } from '#intake/mapping.ts';

/** The columns that a roster 名册 of an office has: those of the national collection, and what a branch adds of its own. */
export type RosterField =
  | 'code'
  | 'name'
  | 'kind'
  | 'standing'
  | 'confirmed'
  | 'from'
  | 'to'
  | 'category'
  | 'group'
  | 'role'
  | 'branch'
  | 'gender'
  | 'born'
  | 'identity'
  | 'joined'
  | 'nation'
  | 'native'
  | 'education'
  | 'worked'
  | 'post'
  | 'phone'
  | 'address'
  | 'note'
  | 'serial';

/** The headings of a roster; the first of each is the one that messages, mappings and the template name. */
export const ROSTER_HEADINGS: Headings<RosterField> = {
  name: ['姓名', 'name', '党员姓名', '成员姓名'],
  code: ['编号', 'id', '工号', '党员编号', '党员工号', '人员编号', '成员编号', '花名册编号', '名册编号'],
  gender: ['性别', 'gender', 'sex'],
  nation: ['民族', 'ethnicgroup'],
  native: ['籍贯', '出生地'],
  born: ['出生日期', '出生年月', '出生年月日', '生日', 'born'],
  identity: ['公民身份号码', '身份证号', '身份证号码', '公民身份证号码', '身份证', '身份号码', '证件号码'],
  education: ['学历', '文化程度', '最高学历', '学历学位'],
  worked: ['参加工作日期', '参加工作时间', '参加工作年月', '工作时间'],
  joined: ['入党日期', '入党时间', '入党年月', '加入党组织日期', '加入党组织时间', '加入中共组织的时间', '入党年月日'],
  confirmed: ['转正日期', '转正时间', '转为正式党员日期', '转为正式党员的时间', '转正年月'],
  kind: ['人员类别', '党员类别', '党员类型', '政治面貌', '是否正式党员'],
  role: ['党内职务', 'role', '职务', '党内任职'],
  branch: ['所在党支部', '所属党支部', '党支部', '党支部名称', '所属支部', '所在支部', '支部名称', '组织名称'],
  post: ['工作岗位', '岗位', '行政职务', '单位及职务', '工作单位及职务', '工作单位', '职业'],
  phone: ['联系电话', '手机', '手机号', '手机号码', '电话', '联系方式', '移动电话'],
  address: ['家庭住址', '住址', '现居住地', '居住地', '家庭地址', '户籍地址'],
  note: ['备注', 'note', '说明'],
  serial: ['序号', '序', '行号', 'no', 'no.'],
  standing: ['党籍状态', 'standing', '状态', '党员状态', '组织状态'],
  category: ['积分类别', 'category', '类别', '考核类别', '积分分类'],
  group: ['党小组', 'group', '小组', '所在党小组', '所属党小组', '班组'],
  from: ['生效日期', 'from', '变动日期', '起', '起日', '开始日期', '起始日期', '转入日期', '转入时间', '进入支部日期'],
  to: ['止', 'to', '止日', '结束日期', '截止日期', '终止日期'],
};

const KEPT: ReadonlySet<RosterField> = new Set([
  'code',
  'name',
  'kind',
  'standing',
  'confirmed',
  'from',
  'to',
  'category',
  'group',
  'role',
]);
const CHECKED: ReadonlySet<RosterField> = new Set(['branch', 'gender', 'born', 'identity', 'joined']);

/** What becomes of what stands in a column of a roster. */
export function rosterUse(field: RosterField | undefined): ColumnUse {
  if (field === undefined) return 'unknown';
  if (KEPT.has(field)) return 'kept';
  return CHECKED.has(field) ? 'checked' : 'dropped';
}
