import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const HOME = join(import.meta.dirname, '..', '..');

/** The day of the meeting. */
export const MEETING_DAY = '2027-01-08';
/** A branch and its quarter: how many have a vote and how many are probationary, whose deduction is contested, whose credit is referred, and whether its meeting is convened. */
export type Quarter = {
  readonly voters: number;
  readonly probationary: number;
  readonly contested: readonly number[];
  readonly referred: readonly number[];
  readonly convened: boolean;
};

/** Forty members, six contested lines. */
export const FORTY: Quarter = {
  voters: 40,
  probationary: 2,
  contested: [10, 11, 12, 13],
  referred: [20, 21],
  convened: true,
};
/** Ten members with a vote and two contested lines, whose meeting is still to be convened. */
export const TEN: Quarter = { voters: 10, probationary: 1, contested: [7, 8], referred: [], convened: false };

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛';
const GIVEN = ['建国', '秀英', '志强', '丽华', '文斌', '晓燕', '永福', '桂兰'];

/** The number of a member in the roster. */
export const code = (n: number): string => `M${String(n).padStart(3, '0')}`;
/** The name of a member. */
export const nameOf = (n: number): string => `${SURNAMES[n - 1] ?? '王'}${GIVEN[n % GIVEN.length] ?? ''}`;

function roster({ voters, probationary }: Quarter): string {
  const lines = Array.from({ length: voters + probationary }, (_, at) => {
    const n = at + 1;
    const post = n === 1 ? '书记' : n <= 4 ? '委员' : '';
    const standing = n > voters ? '预备' : '正式';
    return `${code(n)},${nameOf(n)},在职,2012-07-01,,${standing},,${post}`;
  });
  return ['编号,姓名,类别,起,止,党籍状态,党小组,党内职务', ...lines, ''].join('\n');
}

type Step = Readonly<Record<string, unknown>>;

function steps({ voters, contested, referred, convened }: Quarter): Step[] {
  const found: Step[] = [];
  const step = (on: string, by: string, action: string, given: Step = {}, more: Step = {}): void => {
    found.push({ on, branch: '中心校', by, do: action, with: given, ...more });
  };
  const declare = (n: number, item: string, as: string, more: Step = {}): void => {
    const fact = { item, day: '2026-12-08', ref: '活动记录', ...more };
    step('2026-12-10', code(n), 'declaration.draft', { subject: `@${code(n)}`, fact }, { as });
    step('2026-12-10', code(n), 'declaration.submit', { id: `$${as}` });
  };
  found.push({ on: '2026-10-08', branch: '中心校', by: 'clock', do: 'tick' });
  for (const month of ['2026-10', '2026-11']) {
    const day = month === '2026-10' ? '2026-11-03' : '2026-12-02';
    step(day, code(1), 'month.close', { id: month });
  }
  for (let n = 1; n <= voters; n++) if (!referred.includes(n)) declare(n, 'LZ-家访', `家访${n}`);
  for (const n of referred) declare(n, 'LZ-急难', `急难${n}`, { points: 20_000 });
  for (const n of contested) {
    const fact = { item: 'KF-缺席', day: '2026-12-04', ref: '签到表' };
    step(
      '2026-12-10',
      code(2),
      'review.propose',
      { subject: `@${code(n)}`, fact, words: '签到表没有名字' },
      { as: `缺席${n}` },
    );
    step('2026-12-10', code(2), 'hearing.serve', { line: `$缺席${n}` }, { as: `告知${n}` });
    step('2026-12-10', code(n), 'hearing.answer', {
      id: `^缺席${n}`,
      answer: 'contest',
      words: `当天在医院，第${n}号说明`,
    });
    step('2026-12-10', code(2), 'review.serve', { id: `$缺席${n}` });
  }
  const present = ['@M001', '@M003', '@M004'];
  step('2027-01-04', code(1), 'review.convene', { month: '2026-12', day: '2027-01-04' }, { as: '初评' });
  step('2027-01-04', code(1), 'review.open', { id: '$初评', present });
  for (const n of referred) {
    step('2027-01-04', code(1), 'review.take', { id: `$急难${n}`, review: '$初评' });
    step('2027-01-04', code(1), 'review.refer', { id: `$急难${n}`, review: '$初评', ayes: [] });
  }
  step('2027-01-04', code(1), 'review.close', { id: '$初评' });
  step('2027-01-05', code(1), 'scene.review', { month: '2026-12', present }, { second: code(3) });
  step('2027-01-05', code(1), 'month.close', { id: '2026-12' });
  if (convened)
    step(
      '2027-01-06',
      code(1),
      'assembly.convene',
      {
        day: MEETING_DAY,
        place: '三楼会议室',
        chair: '@M001',
        recorder: '@M005',
        items: ['评定2026年第四季度积分'],
        quarter: '2026Q4',
      },
      { as: '大会' },
    );
  return found;
}

/** Writes a story of a branch with a quarter to be determined, up to the day of its meeting; answers with its path from the root. */
export function writeMeetingStory(quarter: Quarter): string {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-story-'));
  copyFileSync(join(HOME, 'examples', 'story-small-scheme.yaml'), join(folder, 'scheme.yaml'));
  writeFileSync(join(folder, 'roster.csv'), roster(quarter));
  const offices = [
    { code: code(1), role: 'secretary' },
    ...[2, 3, 4].map((n) => ({ code: code(n), role: 'committee' })),
    { code: code(4), role: 'discipline' },
    { code: code(5), role: 'recorder' },
  ];
  const story = {
    story: '季度大会',
    assumed: [{ year: 2027, holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }] }],
    superiors: [{ key: '镇党委', name: '演示镇党委', reviewers: ['田委员'] }],
    branches: [
      {
        key: '中心校',
        name: '演示中心校党支部',
        superior: '镇党委',
        scheme: 'scheme.yaml',
        roster: 'roster.csv',
        offices,
      },
    ],
    steps: steps(quarter),
  };
  const path = join(folder, 'story.yaml');
  writeFileSync(path, JSON.stringify(story, null, 1));
  return relative(HOME, path);
}
