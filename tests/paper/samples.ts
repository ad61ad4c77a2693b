import { POINT, type Points } from '#domain/kernel/points.ts';
import type { PaperDocument } from '#paper/document.ts';
import { appealForm } from '#paper/forms/appeal.ts';
import { appealAnswerForm } from '#paper/forms/appeal-answer.ts';
import { ballotForm } from '#paper/forms/ballot.ts';
import { declarationForm } from '#paper/forms/declaration.ts';
import { exemptionForm } from '#paper/forms/exemption.ts';
import { filingForm } from '#paper/forms/filing.ts';
import { improvementForm } from '#paper/forms/improvement.ts';
import { minutesForm } from '#paper/forms/minutes.ts';
import { noticeForm } from '#paper/forms/notice.ts';
import { objectionForm } from '#paper/forms/objection.ts';
import { objectionAnswerForm } from '#paper/forms/objection-answer.ts';
import { personalForm } from '#paper/forms/personal.ts';
import { branchRegisterForm } from '#paper/forms/register-branch.ts';
import { memberRegisterForm } from '#paper/forms/register-member.ts';
import { rollForm } from '#paper/forms/roll.ts';
import { summaryForm } from '#paper/forms/summary.ts';
import { talkForm } from '#paper/forms/talk.ts';

/** Names that are hard to set: long ones of several peoples, with the middle dot, rare characters, one that a spreadsheet would compute. */
export const HARD_NAMES = [
  '阿卜杜热合曼·麦麦提吐尔孙·买买提依明',
  '古丽巴哈尔·阿不都热西提',
  '扎西多杰·仁青卓玛',
  '额尔德尼·巴图孟和·乌力吉',
  '王𬭎',
  '㐂田',
  '张䶮',
  '李𠮷',
  '欧阳喆翀',
  '=HYPERLINK("http://x.example","点")',
  '+8613800000000',
  '-周',
  '@吴',
] as const;

const ORDINARY = ['王建国', '李秀英', '张伟', '刘洋', '陈静', '杨帆', '赵敏', '黄志强', '周丽', '吴刚'];

/** A name for the n-th member: ordinary ones first, then hard ones, then numbered. */
export function nameAt(at: number, hard: boolean): string {
  const names = hard ? [...HARD_NAMES, ...ORDINARY] : ORDINARY;
  const name = names[at % names.length] ?? '';
  return at < names.length ? name : `${name}${Math.floor(at / names.length) + 1}`;
}

const p = (value: number): Points => Math.round(value * POINT);
const BRANCH = '中共曾都区实验小学支部委员会';
const SUPERIOR = '中共曾都区教育局委员会';
const sealed = {
  code: 'SL-7K4M-92QX',
  number: 12,
  fingerprint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  address: 'https://example.org/v/9f86d081884c7d659a2f',
};
const COMPONENTS = ['基础分', '履职分', '扣分'];
const WORDS = [
  '按时参加“三会一课”',
  '志愿服务2小时',
  '结对帮扶困难学生，每周辅导一次',
  '承担公开课',
  '无故缺席党员大会1次',
];

/** How large and how hard the data of a sample is. */
export type Size = { readonly members: number; readonly hard: boolean };

function linesOf(at: number) {
  return Array.from({ length: at % 5 }, (_, line) => ({
    day: `2026-0${(line % 3) + 1}-${String((at % 27) + 1).padStart(2, '0')}`,
    item: ['学习教育', '志愿服务', '岗位建功', '组织生活'][line % 4] ?? '',
    words: WORDS[(at + line) % WORDS.length] ?? '',
    points: p(line === 3 ? -2 : 1.5 + line / 2),
  }));
}

function sumsOf(at: number): Points[] {
  return [p(60), p(20 + (at % 15) + 0.25), p(-(at % 3))];
}

function totalOf(at: number): Points {
  return sumsOf(at).reduce((sum, one) => sum + one, 0);
}

const each = <T>({ members, hard }: Size, make: (at: number, name: string) => T): T[] =>
  Array.from({ length: members }, (_, at) => make(at, nameAt(at, hard)));

/** The register of a branch with so many members. */
export function registerOf(size: Size): PaperDocument {
  const members = each(size, (at, name) => ({ name, lines: linesOf(at), sums: sumsOf(at), total: totalOf(at) }));
  return branchRegisterForm({
    ...sealed,
    branch: BRANCH,
    period: '2026Q1',
    components: COMPONENTS,
    members,
    withdrawn: [17, 23],
    determinedOn: '2026-04-08',
  });
}

const FINDINGS =
  '经查阅2026年2月志愿服务签到册和活动照片，并询问组织者刘洋同志，当日服务时间为14时至18时，共4小时，原按2小时登记。\n签到册第3页有本人签名，与申报一致。';

/** Every form by its name, with data of a size. */
export function samples(size: Size): Readonly<Record<string, PaperDocument>> {
  const { hard } = size;
  const one = nameAt(0, hard);
  const [two, three] = [nameAt(4, hard), nameAt(5, hard)];
  const member = { name: one, standing: '正式党员', group: '第一党小组', joined: '2008-07-01' };
  const totals = each(size, (at, name) => ({ name, sums: sumsOf(at), total: totalOf(at), rank: at + 1 }));
  const sums = COMPONENTS.map((component, at) => ({ component, points: sumsOf(0)[at] ?? 0 }));
  const notice = {
    ...sealed,
    branch: BRANCH,
    period: '2026Q1',
    scheme: '曾都区实验小学党支部党员积分制管理工作实施方案',
    determinedOn: '2026-04-08',
    from: '2026-04-10',
    to: '2026-04-16',
    days: 5,
    terms: { question: 10, objection: 15, appeal: 3 },
    superior: true,
    open: true,
    contact: { who: two, how: '0722-0000000' },
    components: COMPONENTS,
    members: totals.map(({ name, ...rest }, at) => ({ ...rest, ...(at !== 3 && { name }), front: at % 3 === 0 })),
  };
  return {
    declaration: declarationForm({
      code: 'SB-3F7A-11KD',
      branch: BRANCH,
      month: '2026-03',
      declarant: one,
      group: '第一党小组',
      own: linesOf(4).map((line) => ({ ...line, claimed: line.points, proof: '签到册' })),
      about: [
        { who: two, day: '2026-03-12', item: '志愿服务', words: '主动清扫积雪', proof: '照片2张', claimed: p(1) },
      ],
    }),
    'declaration-empty': declarationForm({ branch: BRANCH, month: '2026-03' }),
    roll: rollForm({
      ...sealed,
      branch: BRANCH,
      day: '2026-04-08',
      place: '三楼会议室',
      lines: each(size, (at, name) => ({
        name,
        standing: at % 9 === 8 ? '预备党员' : '正式党员',
        entitled: at % 9 !== 8,
      })),
    }),
    ballot: ballotForm({
      branch: BRANCH,
      day: '2026-04-08',
      motions: [
        { title: '2026年第一季度党员积分（无异议事项，共38项）' },
        { title: `${three}：2月14日志愿服务4小时，拟记2分` },
        { title: '修改积分方案第3条' },
      ],
      codes: each({ members: Math.min(size.members, 12), hard: false }, (at) => `PX-${1000 + at}-Q7`),
    }),
    'register-branch': registerOf(size),
    'register-member': memberRegisterForm({
      ...sealed,
      branch: BRANCH,
      period: '2026',
      member,
      lines: each(size, (at) => ({
        ...(linesOf(4)[at % 4] ?? { day: '2026-01-01', item: '学习教育' }),
        claimed: p(3),
        reviewed: p(2.5),
        given: p(2.5),
        determined: '2026-04-08',
        entry: 100 + at,
      })),
      sums,
      total: totalOf(0),
    }),
    minutes: minutesForm({
      ...sealed,
      branch: BRANCH,
      chair: two,
      recorder: three,
      text: [
        `${BRANCH}党员大会会议记录`,
        '时间：2026年4月8日',
        '地点：三楼会议室',
        `主持人：${two}`,
        `记录人：${three}`,
        `应到会有表决权的党员 ${size.members} 人，实到 ${size.members} 人。`,
        `到会：${each(size, (_, name) => name).join('、')}`,
        '缺席：无',
        '议程：',
        '1. 通报第一季度支委会初评情况',
        '2. 评定第一季度党员积分',
        '会议通报了 1 件异议、申诉的处理结果。',
        '表决：',
        '1. 2026年第一季度党员积分（38 项）：举手表决，应到 40 人，实到 36 人，赞成 36，反对 0，弃权 0，通过。',
        '2. 修改积分方案第3条：无记名投票，应到 40 人，实到 36 人，赞成 30，反对 4，弃权 2，发出 36 张，收回 36 张，无效 0 张，通过。',
      ].join('\n'),
    }),
    notice: noticeForm({ ...notice, sheet: 'a4' }),
    'notice-a3': noticeForm({ ...notice, sheet: 'a3', text: '本次公示同时在活动室公示栏张贴。' }),
    'summary-quarter': summaryForm({
      ...sealed,
      branch: BRANCH,
      period: '2026Q1',
      columns: ['1月', '2月', '3月'],
      members: each(size, (at, name) => ({
        name,
        category: '在职',
        figures: [p(2), at % 4 === 0 ? undefined : p(1.25), p(3)],
        total: totalOf(at),
      })),
    }),
    'summary-year': summaryForm({
      ...sealed,
      branch: BRANCH,
      period: '2026',
      columns: COMPONENTS,
      members: totals.map(({ sums: figures, ...rest }) => ({ ...rest, category: '在职', figures, grade: '好' })),
    }),
    filing: filingForm({
      ...sealed,
      branch: BRANCH,
      superior: SUPERIOR,
      year: '2026',
      settlement: 31,
      counts: { members: size.members, ranked: size.members - 2, exempt: 1, vetoed: 1 },
      average: p(85.6275),
      spread: [
        { label: '80分以上', members: 30 },
        { label: '70—80分', members: 8 },
        { label: '60—70分', members: 1 },
        { label: '不足60分', members: 1 },
      ],
      notice: { from: '2027-01-05', to: '2027-01-11', days: 5, outcome: { objections: 1, questions: 2 } },
      materials: ['党员年度积分表', '党员大会会议记录4份', '公示及反馈材料'],
      rounds: [
        { day: '2027-01-13', did: 'sent' },
        { day: '2027-01-15', did: 'returned', reason: '第17号分录佐证不足' },
        { day: '2027-01-18', did: 'sent' },
      ],
      components: COMPONENTS,
      members: totals,
    }),
    personal: personalForm({
      ...sealed,
      branch: BRANCH,
      year: '2026',
      member,
      sums,
      total: totalOf(0),
      quarters: [1, 2, 3, 4].map((at) => ({ quarter: `2026Q${at}`, gained: p(5), soFar: p(60 + at * 5) })),
      lines: each({ members: Math.min(size.members, 60), hard }, (at) => ({
        ...(linesOf(4)[at % 4] ?? { day: '2026-01-01', item: '学习教育' }),
        determined: '2026-04-08',
      })),
      rank: { rank: 3, of: 38 },
      grade: '好',
      uses: ['推荐为优秀共产党员'],
      objections: ['2026年4月10日异议：志愿服务时数，部分成立，已冲正'],
    }),
    exemption: exemptionForm({
      code: sealed.code,
      branch: BRANCH,
      member: { ...member, sex: '男', born: '1948年3月' },
      from: '2026-01-01',
      to: '2026-12-31',
      reason: '年满78周岁，长期卧床，行动不便，由家属陪护，不能参加组织生活。',
      branchView: '经支委会研究，同意免考核。',
    }),
    talk: talkForm({
      ...sealed,
      branch: BRANCH,
      admonition: false,
      subject: one,
      talker: two,
      recorder: three,
      time: '2026年7月2日15时',
      place: '书记办公室',
      cause: '上半年积分靠后，无故缺席党员大会2次。',
      content: '谈话人指出存在的问题，询问缺席原因，要求按时参加组织生活。'.repeat(hard ? 60 : 6),
      attitude: '接受批评，认真整改。',
    }),
    improvement: improvementForm({
      code: sealed.code,
      branch: BRANCH,
      member: one,
      helper: two,
      from: '2026-07-05',
      to: '2026-10-05',
      problems: '参加组织生活不经常，学习笔记不完整。',
      measures: [{ text: '按时参加党员大会和党小组会', due: '2026-08-01' }, { text: '补齐学习笔记' }],
    }),
    objection: objectionForm({
      code: 'YY-5T2C-08RB',
      branch: BRANCH,
      member: one,
      about: '2026年2月14日志愿服务，记1分',
      current: '第一季度评定1分（分录17）',
      words: '当日实际服务4小时，只登记了2小时，请核实签到册。',
      day: '2026-04-10',
    }),
    'objection-empty': objectionForm({ branch: BRANCH }),
    'objection-answer': objectionAnswerForm({
      ...sealed,
      branch: BRANCH,
      superior: SUPERIOR,
      member: one,
      raised: '2026-04-10',
      about: '2026年2月14日志愿服务分值',
      investigator: three,
      findings: FINDINGS,
      result: 'upheld',
      entries: [41, 42],
      day: '2026-04-17',
    }),
    appeal: appealForm({
      superior: SUPERIOR,
      branch: BRANCH,
      member: one,
      about: '2026年度积分合计',
      words: '对党支部异议答复仍有不同意见，理由如下。',
    }),
    'appeal-answer': appealAnswerForm({
      ...sealed,
      superior: SUPERIOR,
      branch: BRANCH,
      member: one,
      lodged: '2026-05-06',
      about: '2026年2月14日志愿服务分值',
      investigator: two,
      findings: FINDINGS,
      result: 'partly',
      day: '2026-05-20',
    }),
  };
}
