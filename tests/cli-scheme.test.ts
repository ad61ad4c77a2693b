import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answer, chineseOfOurs, file, printed, SCHEME, score, shell, sunledger, YEAR } from './cli.ts';

describe('scheme', () => {
  test('check says of each document whether it can be scored; warnings alone and historical refusals exit 0', async () => {
    const files = ['primary-school', 'foreign-affairs-office-60-open', 'secretary-clawback-formula'];
    const { status, out, err } = await sunledger('scheme', 'check', ...files.map((name) => `schemes/${name}.yaml`));
    expect(status).toBe(0);
    expect(out.split('\n')).toEqual([
      'schemes/primary-school.yaml：可以计分',
      'schemes/foreign-affairs-office-60-open.yaml：可以计分；属历史方案，不得采用',
      'schemes/secretary-clawback-formula.yaml：只供查阅，不用来计分',
      '',
    ]);
    expect(err).toContain('【不予采用】schemes/foreign-affairs-office-60-open.yaml 第 46 行');
  });

  test('check of the whole folder leaves the worked examples out and finds every document sound', async () => {
    const { status, err } = await shell('$sunledger scheme check schemes/*.yaml');
    expect(status).toBe(0);
    expect(err).toMatch(/\d+ 个示例文件不是方案，未检查/);
  });

  test('check --json gives each document with its problems and their words', async () => {
    const name = 'schemes/foreign-affairs-office-60-open.yaml';
    const said = printed(await sunledger('scheme', 'check', name, '--json'));
    const message = expect.stringContaining('第 46 行');
    const problems = expect.arrayContaining([expect.objectContaining({ severity: 'refusal', message })]);
    expect(said).toEqual([{ file: name, historical: true, sound: true, problems }]);
  });

  test('a historical document can be scored', async () => {
    const facts = [{ member: '甲', item: 'HD1', on: '2026-03-01', points: 1 }];
    const { status, out } = await score('historical', ['schemes/foreign-affairs-office-60-open.yaml'], facts);
    expect(status).toBe(0);
    expect(out).toContain('"total"');
  });

  test('explain prints the scheme in plain Chinese, and in English without a Chinese word of ours', async () => {
    const [zh, en] = await Promise.all([
      sunledger('scheme', 'explain', SCHEME),
      sunledger('scheme', 'explain', SCHEME, '--lang', 'en'),
    ]);
    expect(zh).toMatchObject({ status: 0, err: '' });
    expect(zh.out).toMatch(/^党员积分制管理实施方案\n/);
    expect(en).toMatchObject({ status: 0, err: '' });
    expect(chineseOfOurs(en.out, readFileSync(SCHEME, 'utf8'))).toEqual([]);
  });

  test('diff names what changed, by number for a person or as JSON, and says when nothing did', async () => {
    const pair = ['schemes/arithmetic.yaml', 'schemes/arithmetic-2.yaml'];
    const [zh, en, json, same] = await Promise.all([
      sunledger('scheme', 'diff', ...pair),
      sunledger('scheme', 'diff', ...pair, '--lang', 'en'),
      sunledger('scheme', 'diff', ...pair, '--json'),
      sunledger('scheme', 'diff', SCHEME, SCHEME),
    ]);
    expect(zh.out).toContain('宣讲');
    expect(en.out).toContain('component “履职分”: cap from “40 points” to “25 points”.');
    expect(printed(json)).toContainEqual(expect.objectContaining({ kind: 'removed', id: '宣讲' }));
    expect(same).toEqual({ status: 0, out: '两个方案没有差别。\n', err: '' });
  });

  test('try scores an earlier year under a draft and says what the draft has no place for', async () => {
    const facts = ['--facts', 'examples/year-2026.xlsx', '--members', 'examples/roster.xlsx'];
    const [own, draft] = await Promise.all([
      sunledger('scheme', 'try', SCHEME, ...facts),
      sunledger('scheme', 'try', 'schemes/kinds.yaml', ...facts),
    ]);
    expect(own).toEqual(await sunledger(...YEAR));
    expect(draft.status).toBe(0);
    expect(draft.err).toContain('方案中没有项目“参加主题党日实践活动”，319 条记录未计入试算');
  });

  test('try --against puts both schemes side by side, as a table or as JSON', async () => {
    const facts = ['--facts', file('try.json', JSON.stringify([{ member: '甲', item: '小事', on: '2026-03-01' }]))];
    const pair = ['scheme', 'try', 'schemes/arithmetic-2.yaml', '--against', 'schemes/arithmetic.yaml', ...facts];
    const [table, json, alone] = await Promise.all([
      sunledger(...pair, '--as-of', '2026-12-31'),
      sunledger(...pair, '--json'),
      sunledger('scheme', 'try', 'schemes/arithmetic-2.yaml', ...facts, '--json'),
    ]);
    expect(table.out).toMatch(/姓名 {2}原方案 {2}本方案 {2}增减.*\n.*\n甲 +30\.1 +30\.5 +\+0\.4/);
    expect(printed(json)).toMatchObject({
      scheme: 'arithmetic',
      against: 'arithmetic',
      members: [{ id: '甲', change: 0.4, before: { total: 30.1 }, draft: { total: 30.5, rank: 1 } }],
    });
    expect(answer(alone).members[0]?.total).toBe(30.5);
  });
});
