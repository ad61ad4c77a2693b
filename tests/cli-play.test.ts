import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { at, file, HOME, sunledger } from './cli.ts';

beforeAll(() => {
  cpSync(join(HOME, 'examples/story-small-scheme.yaml'), at('scheme.yaml'));
  cpSync(join(HOME, 'examples/story-small-roster.csv'), at('roster.csv'));
});

const BRANCH =
  '{ key: 小, name: 试支部, scheme: scheme.yaml, roster: roster.csv, offices: [{ code: V1, role: secretary }] }';

/** A story of one branch with these steps, on lines from the fifth on. */
function story(name: string, steps: readonly string[], branch = BRANCH, head: readonly string[] = []): string {
  return file(
    name,
    ['story: 试', ...head, 'branches:', `  - ${branch}`, 'steps:', ...steps.map((step) => `  - ${step}`)].join('\n'),
  );
}

/** Plays what must go wrong: status 1 or 2, nothing printed, no stack; answers the lines said. */
async function wrong(path: string): Promise<readonly string[]> {
  const { status, out, err } = await sunledger('play', path, '--data', at('data'));
  expect([1, 2]).toContain(status);
  expect(out).toBe('');
  expect(err).not.toMatch(/^\s+at |node:internal|Error:/m);
  return err
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('共 '));
}

const CLOSE = 'do: month.close, with: { id: 2026-10 }';

describe('a story that cannot be played says so in one clear line', () => {
  test('a file that is missing, is no YAML, or is no story', async () => {
    expect(await wrong('none.yaml')).toEqual([expect.stringContaining('找不到文件“none.yaml”')]);
    expect(await wrong(file('bad.yaml', 'story: [\n'))).toEqual([expect.stringContaining('bad.yaml 第 2 行')]);
    expect(await wrong(file('form.yaml', 'story: x\nbranches: []\nsteps: []\n'))).toEqual([
      expect.stringContaining('form.yaml 第 2 行：情节脚本中“branches”的写法不对'),
    ]);
    expect(await wrong(story('day.yaml', ['{ on: 2026-13-08, branch: 小, by: clock, do: tick }']))).toEqual([
      expect.stringContaining('day.yaml 第 5 行'),
    ]);
  });

  test('a file beside it that is missing, a superior that is not named, an office of nobody on the roster', async () => {
    const steps = ['{ on: 2026-10-08, branch: 小, by: clock, do: tick }'];
    const gone = BRANCH.replace('roster.csv', 'gone.csv');
    expect((await wrong(story('gone.yaml', steps, gone))).join()).toContain('gone.csv');
    const above = BRANCH.replace('name:', 'superior: 无此党委, name:');
    expect(await wrong(story('above.yaml', steps, above))).toEqual([expect.stringContaining('无此党委')]);
    const office = BRANCH.replace('code: V1', 'code: V8');
    expect(await wrong(story('office.yaml', steps, office))).toEqual([expect.stringContaining('V8')]);
  });

  test.each([
    ['an unknown branch', `{ on: 2026-10-08, branch: 大, by: V1, ${CLOSE} }`, '没有组织“大”'],
    ['an unknown action', '{ on: 2026-10-08, branch: 小, by: V1, do: month.shut }', '没有这种办理事项'],
    ['a day that goes back', '{ on: 2026-10-07, branch: 小, by: clock, do: tick }', '日期早于上一步的 2026-10-08'],
    ['an unknown person', `{ on: 2026-10-08, branch: 小, by: V9, ${CLOSE} }`, '“小”没有“V9”这个人'],
    [
      'a name that no step has',
      '{ on: 2026-10-08, branch: 小, by: V1, do: month.close, with: { id: $无 } }',
      '没有起名“无”',
    ],
    [
      'a content that the act has not',
      '{ on: 2026-10-08, branch: 小, by: V1, do: month.close, with: { nr: 1 } }',
      'id ',
    ],
    ['a step that a rule refuses', `{ on: 2026-10-08, branch: 小, by: V1, ${CLOSE} }`, 'month.not-over'],
    [
      'a step that is refused otherwise than written',
      `{ on: 2026-10-08, branch: 小, by: V1, ${CLOSE}, refused: right.missing }`,
      'month.not-over',
    ],
    [
      'a step that should be refused and is not',
      '{ on: 2026-10-08, branch: 小, by: V1, do: review.convene, with: { month: 2026-10, day: 2026-11-03 }, refused: right.missing }',
      '却办成了',
    ],
  ])('%s, with file and line', async (name, step, says) => {
    const path = story(`${name.replaceAll(' ', '-')}.yaml`, [
      '{ on: 2026-10-08, branch: 小, by: clock, do: tick }',
      step,
    ]);
    expect(await wrong(path)).toEqual([expect.stringMatching(/\.yaml:6：.*没有按脚本办成：/)]);
    expect((await wrong(path)).join()).toContain(says);
  });

  test('holidays that are published cannot be assumed to be others (product §3)', async () => {
    const steps = '{ on: 2026-10-08, branch: 小, by: clock, do: tick }';
    const path = file(
      'assumed.yaml',
      `story: 试\nassumed: [{ year: 2026, holidays: [] }]\nbranches:\n  - ${BRANCH}\nsteps:\n  - ${steps}\n`,
    );
    expect(await wrong(path)).toEqual([expect.stringContaining('assumed.yaml 第 2 行')]);
  });

  test('a story that goes well says how much was done, and how much was refused as written', async () => {
    const step = `{ on: 2026-10-08, branch: 小, by: V1, ${CLOSE}, refused: month.not-over }`;
    const above = ['superiors: [{ key: 上, name: 试党委, reviewers: [审阅人] }]'];
    const path = story('well.yaml', [step], BRANCH.replace('name:', 'superior: 上, name:'), above);
    const { status, out, err } = await sunledger('play', path, '--data', at('well'));
    expect([status, err]).toEqual([0, '']);
    const [title, done, accounts, ...logins] = out.split('\n');
    expect([title, done]).toEqual(['试', '办理 2 项，按脚本不予办理 1 项，组织 2 个']);
    expect(accounts).toBe('演示账号（职务、姓名、登录名、密码）');
    // Whoever goes on from there acts as one of them.
    const loginOf = (office: string) => logins.find((line) => line.includes(office))?.split(/ {2}/)[3] ?? '';
    const listed = async (list: string, office: string, ...more: readonly string[]) => {
      const as = ['--as', loginOf(office), '--out', at(`${list}.csv`), '--data', at('well')];
      const answer = await sunledger('export', 'list', '--list', list, ...as, ...more);
      return [answer.status, answer.err];
    };
    expect(await listed('roster', '书记', '--branch', '试支部')).toEqual([0, '']);
    // A superior's lists are of its own organisation, which need not be named where it is the only one.
    expect(await listed('rollup', '上级党组织')).toEqual([0, '']);
    expect(await listed('filings', '上级党组织', '--branch', '试党委')).toEqual([0, '']);
  });
});
