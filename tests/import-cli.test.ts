import { existsSync, readFileSync } from 'node:fs';
import { Workbook } from '@cj-tech-master/excelts';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayOfInstant } from '#service/clock.ts';
import { openServices } from '#service/open.ts';
import { at, file, sunledger } from './cli.ts';

const data = at('import-data');
let as: readonly string[] = [];

beforeAll(async () => {
  const scheme = ['--scheme', 'schemes/primary-school.yaml'];
  const people = ['--branch', '某支部', '--superior', '某党委', '--secretary', '张大伟', '--system', '李一'];
  const more = ['--security', '王二', '--audit', '赵三', '--json'];
  const made = await sunledger('init', '--data', data, ...people, ...more, ...scheme);
  const { slips } = JSON.parse(made.out) as { slips: { role: string; login: string }[] };
  as = ['--data', data, '--as', slips.find(({ role }) => role === 'secretary')?.login ?? ''];
});

type Value = string | number;

async function sheet(name: string, rows: readonly (readonly Value[])[]): Promise<string> {
  const book = new Workbook();
  const page = book.addWorksheet('表');
  for (const row of rows) page.addRow([...row]);
  const path = at(name);
  await book.xlsx.writeFile(path);
  return path;
}

const HEADS = ['序号', '姓名', '公民身份号码', '转正日期', '人员类别', '党内职务', '现任岗位'];
const GOOD = '11010519491231002X';
/** The civil day in China, which the command line goes by: in January too it lies in the year that runs. */
const today = (): string => dayOfInstant(new Date().toISOString());
const OTHER = '公开承诺';
const imports = async (...args: readonly string[]) => await sunledger('import', ...args);

describe('import roster on the command line (contracts)', () => {
  test('shows the difference in words and numbers, and with --dry-run changes nothing', async () => {
    const path = await sheet('roster.xlsx', [
      HEADS,
      [1, '张大伟', GOOD, '', '正式党员', '书记', '教师'],
      [2, '王秀英', '110105194912310021', '', '预备党员', '', '教师'],
    ]);
    const saved = at('mapping.json');
    const shown = await imports('roster', path, ...as, '--dry-run', '--save-mapping', saved);
    expect(shown.status).toBe(0);
    expect(shown.out).toContain('新增 1 人\n  2 王秀英  预备党员 · 自 ');
    expect(shown.out).toContain('变动 1 人\n  1 张大伟  党内职务 无 → 书记');
    expect(shown.out).toContain('不认识的表头，没有读取：现任岗位（G）');
    expect(shown.out).toContain('没有采用');
    expect(shown.err).toContain('第 3 行 C 列：公民身份号码（末两位 21）的校验码不对');
    expect(shown.out + shown.err).not.toMatch(/\d{15}/);
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({ 现任岗位: '', 姓名: '姓名' });
    const again = await imports('roster', path, ...as, '--dry-run', '--json', '--mapping', saved);
    expect(JSON.parse(again.out)).toMatchObject({
      outcome: 'dry',
      counts: { joins: 1, changes: 1, gone: 0, unchanged: 0, suspicious: 1, problems: 0 },
    });
  });

  test('is applied as one step and taken back as one', async () => {
    const path = await sheet('join.xlsx', [
      ['姓名', '人员类别'],
      ['王秀英', '预备党员'],
    ]);
    const done = await imports('roster', path, ...as, '--json', '--from', '2026-01-01');
    const { id, outcome, gone } = JSON.parse(done.out) as { id: string; outcome: string; gone: object[] };
    expect([done.status, outcome, gone.length]).toEqual([0, 'applied', 1]);
    const twice = await imports('roster', path, ...as, '--from', '2026-01-01');
    expect(twice.out).toContain('没有差别');
    expect(await imports('undo', id, ...as)).toMatchObject({ status: 0, out: expect.stringContaining('已撤回') });
    expect(await imports('undo', id, ...as)).toMatchObject({ status: 1 });
    const vote = await sheet('vote.xlsx', [
      ['姓名', '人员类别'],
      ['李强', '正式党员'],
    ]);
    expect(JSON.parse((await imports('roster', vote, ...as, '--json')).out)).toMatchObject({ outcome: 'waits' });
  });

  test('what a heading was said to be is kept with the branch once it is applied, and told; it can be said otherwise', async () => {
    const rows = [
      ['姓名', '人员类别', '现任', '片区'],
      ['张大伟', '正式党员', '书记', '东片'],
    ];
    const path = await sheet('local.xlsx', rows);
    const said = file('said.json', '{"现任":"党内职务","片区":"党小组"}');
    expect((await imports('roster', path, ...as, '--dry-run')).out).toContain(
      '不认识的表头，没有读取：现任（C）、片区（D）',
    );
    expect((await imports('roster', path, ...as, '--mapping', said)).status).toBe(0);
    const next = await imports('roster', path, ...as, '--dry-run');
    expect(next.out).toContain(
      '按上次的对应方式读取：现任 → 党内职务、片区 → 党小组。如需改动，请用 --mapping 另行指明。',
    );
    expect(next.out).toContain('没有差别');
    const otherwise = file('otherwise.json', '{"片区":""}');
    const changed = await imports('roster', path, ...as, '--dry-run', '--mapping', otherwise);
    expect(changed.out).toContain('按上次的对应方式读取：现任 → 党内职务。');
    expect(changed.out).toContain('没有读取：片区（D）');
  });

  test('problems end with 1 and change nothing, words that are not understood with 2', async () => {
    const bad = await sheet('bad.xlsx', [
      ['姓名', '人员类别'],
      ['甲', '发展对象'],
    ]);
    const refused = await imports('roster', bad, ...as);
    expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('第 2 行 B 列') });
    const printed = await imports('roster', bad, ...as, '--json');
    expect(JSON.parse(printed.out)).toMatchObject({ problems: [{ code: 'intake.roster-unknown-kind' }] });
    expect((await imports('roster', file('m.xlsm', 'x'), ...as)).status).toBe(1);
    expect((await imports('roster', at('none.xlsx'), ...as)).status).toBe(1);
    expect((await imports('roster', ...as)).status).toBe(2);
    expect((await imports('roster', bad, '--data', data)).status).toBe(2);
    expect((await imports('roster', bad, ...as, '--from', '2026-13-01')).status).toBe(2);
    expect((await imports('roster', bad, ...as, '--branch', 'x')).status).toBe(1);
    expect((await imports('roster', bad, ...as, '--mapping', file('m.json', '[]'))).status).toBe(1);
  });

  test('empty tables are handed out: text cells, one line that explains them', async () => {
    for (const kind of ['roster', 'facts']) {
      const out = at(`${kind}-template.xlsx`);
      expect((await imports(kind, '--template', out)).status).toBe(0);
      expect(existsSync(out)).toBe(true);
    }
  });

  test('five thousand rows are read and compared (issue 5; how quickly is the bench’s)', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [at, `党员${at}`, '', '2006.07', '正式党员', '', '教师']);
    const path = await sheet('large.xlsx', [HEADS, ...rows]);
    const services = await openServices(data);
    const { status, out } = await imports('roster', path, ...as, '--dry-run', '--json');
    await services.close();
    expect([status, (JSON.parse(out) as { counts: { joins: number } }).counts.joins]).toEqual([0, 5000]);
  });
});

describe('import facts on the command line', () => {
  test('under headings of the branch’s own: no known one is asked for, what is said is kept with the branch', async () => {
    const day = today();
    const rows = [
      ['同志', '做了什么', '哪一天'],
      ['张大伟', '参加主题党日实践活动', day],
    ];
    const path = await sheet('own.xlsx', rows);
    const asked = at('facts-mapping.json');
    const unknown = await imports('facts', path, ...as, '--save-mapping', asked);
    expect([unknown.status, unknown.out]).toEqual([
      1,
      expect.stringContaining('不认识的表头，没有读取：同志（A）、做了什么（B）、哪一天（C）'),
    ]);
    expect(JSON.parse(readFileSync(asked, 'utf8'))).toEqual({ 同志: '', 做了什么: '', 哪一天: '' });
    const said = file('facts-said.json', '{"同志":"党员","做了什么":"项目","哪一天":"日期"}');
    expect((await imports('facts', path, ...as, '--mapping', said)).status).toBe(0);
    const again = await imports('facts', path, ...as, '--dry-run');
    expect(again.out).toContain('按上次的对应方式读取：同志 → 党员、做了什么 → 项目、哪一天 → 日期。');
  });

  test('makes proposals of facts, says what is wrong with rows, and takes a sheet of totals for what it is', async () => {
    const rows = [
      ['党员', '项目', '日期'],
      ['张大伟', OTHER, today()],
    ];
    const done = await imports('facts', await sheet('facts.xlsx', rows), ...as, '--json');
    expect([done.status, done.err]).toEqual([0, '']);
    expect(JSON.parse(done.out)).toMatchObject({ outcome: 'applied', counts: { facts: 1, problems: 0 } });
    const again = await imports('facts', await sheet('again.xlsx', rows), ...as, '--json', '--dry-run');
    expect(JSON.parse(again.out)).toMatchObject({ suspicious: [{ row: 2, code: 'line-there' }] });
    const wrong = await sheet('wrong.xlsx', [...rows, ['某某', OTHER, today()]]);
    expect(await imports('facts', wrong, ...as)).toMatchObject({
      status: 1,
      err: expect.stringContaining('第 3 行 A 列'),
    });
    const people = await sheet('people.xlsx', [
      ['姓名', '人员类别'],
      ['张大伟', '正式党员'],
    ]);
    expect((await imports('facts', people, ...as)).err).toContain('这张表像是党员名册');
    expect((await imports('roster', wrong, ...as)).err).toContain('这张表像是积分事实');
    const totals = await sheet('totals.xlsx', [
      ['姓名', '总积分'],
      ['张大伟', 87],
    ]);
    expect(await imports('facts', totals, ...as)).toMatchObject({
      status: 1,
      err: expect.stringContaining('请按“启用前积分表”导入'),
    });
  });
});

describe('import points on the command line (decision 022)', () => {
  const sheetOf = async (name: string, rows: readonly (readonly Value[])[]) =>
    await sheet(name, [['姓名', '基础分', '履职得分', '扣分', '合计'], ...rows]);
  const until = `${today().slice(0, 4)}-01-01`;
  const given = ['--until', until, '--keeper', '组织委员'];

  test('names the sheet’s source, asks for a heading, shows each member’s row and makes lines that wait for answers', async () => {
    const path = await sheetOf('points.xlsx', [['张大伟', 60, 12.5, -1, 71.5]]);
    expect((await imports('points', path, ...as)).status).toBe(2);
    expect((await imports('facts', path, ...as)).err).toContain('请按“启用前积分表”导入');
    const first = await imports('points', path, ...as, ...given, '--dry-run');
    expect(first.out).toContain('不认识的表头，没有读取：履职得分（C）');
    expect(first.err).toContain('合计写的是“71.5”，各组成部分相加是 59');
    const mapping = file('points.json', JSON.stringify({ 履职得分: '履职分' }));
    const shown = await imports('points', path, ...as, ...given, '--mapping', mapping, '--dry-run');
    expect([shown.status, shown.err]).toEqual([0, '']);
    expect(shown.out).toContain('张大伟  基础分 60，履职分 12.5，扣分 -1，合计 71.5');
    expect(shown.out).toContain('来源：points.xlsx，组织委员保存');
    const done = await imports('points', path, ...as, ...given, '--mapping', mapping, '--json');
    const { id, outcome, counts } = JSON.parse(done.out) as { id: string; outcome: string; counts: object };
    expect([outcome, counts]).toMatchObject(['applied', { openings: 1, suspicious: 0, problems: 0 }]);
    expect((await imports('undo', id, ...as)).status).toBe(0);
  });

  test('its empty table has the components of the scheme', async () => {
    const out = at('points-template.xlsx');
    expect((await imports('points', '--template', out, ...as)).status).toBe(0);
    const book = new Workbook();
    await book.xlsx.readFile(out);
    const row = book.worksheets[0]?.getRow(2);
    expect([1, 2, 3, 4, 5, 6].map((column) => row?.getCell(column).text)).toEqual([
      '编号',
      '*姓名',
      '*基础分',
      '*履职分',
      '*扣分',
      '合计',
    ]);
  });
});
