import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { at, boundSunledger, file, type Ran, SCHEME, sunledger } from './cli.ts';
import { type Part, rowXml, sheetXml, workbook, zip } from './intake/workbook-builder.ts';

const ROSTER = 'examples/roster.csv';
const HEAD = ['编号', '项目', '日期', '数量'];
const GOOD = ['D001', '志愿服务', '2026-03-05', '2'];

/** A workbook of one sheet with these rows under a row of headings. */
function book(rows: readonly (readonly (string | number)[])[], after = ''): Buffer {
  const all = [HEAD, ...rows];
  return workbook({
    sheets: [{ name: '三月', xml: sheetXml(all.map((row, at) => rowXml(at + 1, row)).join(''), after) }],
  });
}

function csv(...rows: readonly (readonly string[])[]): string {
  return [HEAD, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

/** What is always so when something stops the work: status 1, nothing printed, a last line that counts. Answers the problems. */
function refused({ status, out, err }: Ran): readonly string[] {
  const lines = err.trimEnd().split('\n');
  expect({ status, out, counted: lines.at(-1) }).toEqual({
    status: 1,
    out: '',
    counted: expect.stringMatching(/^共 [1-9]\d* 处错误、\d+ 处不予采用、\d+ 处提示/),
  });
  expect(err).not.toMatch(/^\s+at |node:internal|Error:/m);
  return lines.slice(0, -1);
}

async function scoring(facts: string, ...more: string[]): Promise<Ran> {
  return await sunledger('score', '--scheme', SCHEME, '--members', ROSTER, '--facts', facts, ...more);
}

/** Brings a file of facts, asks for a result in a file, and answers the problems; neither an old result nor the lack of one has changed. */
async function problemsOf(name: string, content: Buffer | string): Promise<readonly string[]> {
  const facts = file(name, content);
  const old = file('old.json', 'last year');
  const said = await scoring(facts, '--json', '--out', old);
  expect(readFileSync(old, 'utf8')).toBe('last year');
  expect(said).toMatchObject({ status: 1, err: '' });
  expect(JSON.parse(said.out)).toMatchObject({
    problems: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]),
  });
  const fresh = at('fresh.csv');
  const problems = refused(await scoring(facts, '--format', 'csv', '--out', fresh));
  expect(existsSync(fresh)).toBe(false);
  return problems;
}

describe('a workbook that cannot be read', () => {
  const sheet = { name: '三月', xml: sheetXml([HEAD, GOOD].map((row, at) => rowXml(at + 1, row)).join('')) };
  const zeros = (claimedSize?: number) =>
    workbook({
      sheets: [{ name: '三月', xml: Buffer.alloc(300 * 1024 * 1024) }],
      replace: (part: Part) =>
        part.name.includes('sheet1') && claimedSize !== undefined ? { ...part, claimedSize } : part,
    });
  const cases: readonly (readonly [what: string, name: string, content: () => Buffer | string, says: string])[] = [
    ['garbage', 'a.xlsx', () => Buffer.from('504b0304aaaaaaaaaaaa', 'hex'), '已损坏或被改动过'],
    ['a text file', 'text.xlsx', () => csv(GOOD), '的内容是文本，不是 Excel 工作簿'],
    ['an empty file', 'empty.xlsx', () => '', '是空的'],
    [
      'one with a password',
      'locked.xlsx',
      () => zip([{ name: '[Content_Types].xml', data: 'x', flags: 1 }]),
      '设有密码',
    ],
    ['one with macros', 'macros.xlsm', () => workbook({ sheets: [sheet] }), '带有宏'],
    ['one over 20 MB', 'large.xlsx', () => Buffer.alloc(20 * 1024 * 1024 + 1), '超过 20 MB'],
    ['one that unpacks to over 200 MB', 'bomb.xlsx', () => zeros(), '展开后超过 200 MB'],
    ['a zip bomb whose directory lies about its size', 'liar.xlsx', () => zeros(1000), '已损坏或被改动过'],
  ];
  for (const [what, name, content, says] of cases) {
    test(`${what} is one problem that names the file and what to do`, async () => {
      const problems = await problemsOf(name, content());
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(`【错误】${name}：`);
      expect(problems[0]).toContain(says);
      expect(problems[0]).toMatch(/请.+。$/);
    });
  }

  test('one giant merged range and two cells at opposite corners cost nothing, and the facts are read', async () => {
    const merged = '<mergeCells count="1"><mergeCell ref="A4:XFD1048576"/></mergeCells>';
    expect(await scoring(file('merged.xlsx', book([GOOD], merged)), '--json')).toMatchObject({ status: 0, err: '' });
    const corner = '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const xml = sheetXml([HEAD, GOOD].map((row, at) => rowXml(at + 1, row)).join('') + corner);
    const corners = file('corner.xlsx', workbook({ sheets: [{ name: '三月', xml }] }));
    expect(await scoring(corners, '--json')).toEqual(await scoring(at('merged.xlsx'), '--json'));
  });

  test('a wrong sheet is named with its headings and those that are needed', async () => {
    const xml = sheetXml(rowXml(1, ['校历', '周次']) + rowXml(2, ['开学', 1]));
    const [problem] = await problemsOf('calendar.xlsx', workbook({ sheets: [{ name: '校历', xml }] }));
    expect(problem).toContain('calendar.xlsx 表“校历”：没有找到表头');
    expect(problem).toContain('找到的是：校历、周次');
  });
});

describe('a table with mistakes', () => {
  const formula = '<c><f>1+1</f><v>2</v></c>';
  const rows = [
    ['D001', '自愿服务', '2026-03-05', '2'],
    ['D999', '志愿服务', '2026-03-05', '2'],
    ['刘桂芳', '志愿服务', '2026-03-05', '2'],
    ['D001', '志愿服务', '2025-12-31', '2'],
    ['D001', '志愿服务', '2026-03-06', '-2'],
    ['D001', '志愿服务', '2026-03-07', '2000000'],
    ['D001', '志愿服务', '2026年13月1日', '2'],
    GOOD,
  ];
  const expected: readonly (readonly [number, string, string])[] = [
    [2, 'B', '方案中没有项目“自愿服务”，相近的有：志愿服务'],
    [3, 'A', '名册中没有“D999”'],
    [4, 'A', '刘桂芳：2 人同名，请写编号。'],
    [5, 'C', '日期 2025-12-31 不在本年度（2026-01-01 至 2026-12-31）内'],
    [6, 'D', '“数量”写的“-2”是负数'],
    [7, 'D', '“数量”写的“2000000”超过一百万'],
    [8, 'C', '“日期”写的“2026年13月1日”不是日期'],
  ];

  test('every mistake is in one list with sheet, row, column and what to do, the same from a workbook and a CSV', async () => {
    const ofWorkbook = await problemsOf('mistakes.xlsx', book([...rows, ['D001', '志愿服务', '2026-03-08', formula]]));
    const ofCsv = await problemsOf('mistakes.csv', csv(...rows));
    for (const [at, [row, column, says]] of expected.entries()) {
      expect(ofWorkbook[at]).toMatch(new RegExp(`^【错误】mistakes.xlsx 表“三月”第 ${row} 行 ${column} 列：.*。$`));
      expect(ofWorkbook[at]).toContain(says);
      expect(ofCsv[at]).toBe(ofWorkbook[at]?.replace('mistakes.xlsx 表“三月”', 'mistakes.csv '));
    }
    expect(ofWorkbook.slice(expected.length)).toEqual([
      '【错误】mistakes.xlsx 表“三月”第 10 行 D 列：单元格 D10（数量）是公式。请复制后选择性粘贴为数值。',
    ]);
    expect(ofCsv).toHaveLength(expected.length);
  });

  test('a quote that is never closed is named with its row', async () => {
    const [problem, ...more] = await problemsOf('quote.csv', `${csv(GOOD)}D001,"志愿服务,2026-03-05,2\n`);
    expect(problem).toContain('quote.csv 第 3 行：这一行有引号没有成对');
    expect(more).toEqual([]);
  });

  test('UTF-16 is read by its mark and refused without it', async () => {
    const bytes = Buffer.from(csv(GOOD), 'utf16le');
    const marked = await scoring(file('marked.csv', Buffer.concat([Buffer.from('fffe', 'hex'), bytes])), '--json');
    const plain = await scoring(file('plain.csv', csv(GOOD)), '--json');
    expect(marked).toEqual(plain);
    const [problem] = await problemsOf('unmarked.csv', bytes);
    expect(problem).toContain('请另存为“CSV UTF-8”');
  });

  test('JSON of the wrong shape is named with how it should be', async () => {
    const wrong = [
      ['number.json', '3', '应当是对象的列表'],
      ['object.json', '{"a":1}', '应当是对象的列表'],
      ['broken.json', '[\n{"member":', '不符合 JSON 格式'],
      ['rows.json', '[1]', '列表的这一项不是对象'],
      ['nested.json', '[{"编号":"D001","项目":["志愿服务"],"日期":"2026-03-05"}]', '“项目”的值不能是列表或对象'],
    ] as const;
    for (const [name, content, says] of wrong) expect((await problemsOf(name, content))[0]).toContain(says);
  });

  test('of thousands of mistakes two hundred are shown and all are counted', async () => {
    const many = csv(...Array.from({ length: 3000 }, () => ['D999', '志愿服务', '2026-03-05', '2']));
    const { err } = await scoring(file('many.csv', many), '--format', 'csv');
    expect(err.trimEnd().split('\n')).toHaveLength(201);
    expect(err).toMatch(/处提示（只列出前 200 处）\n$/);
  });

  test('a roster with mistakes and a facts file with mistakes are told together', async () => {
    const roster = file('roster.csv', '编号,姓名,类别\n1,甲,在职\n1,乙,在职\n');
    const facts = file('both.xlsx', 'x');
    const said = await sunledger('score', '--scheme', SCHEME, '--members', roster, '--facts', facts);
    expect(refused(said).map((line) => line.split('：')[0])).toEqual(
      expect.arrayContaining([expect.stringContaining('roster.csv'), expect.stringContaining('both.xlsx')]),
    );
  });
});

describe('a file that is not there for us', () => {
  const takes: readonly (readonly [string, (path: string) => readonly string[]])[] = [
    ['--facts', (path) => ['score', '--scheme', SCHEME, '--facts', path]],
    ['--facts of a stream', (path) => ['score', '--scheme', SCHEME, '--facts', path, '--format', 'csv']],
    ['--members', (path) => ['score', '--scheme', SCHEME, '--facts', ROSTER, '--members', path]],
    ['--scheme', (path) => ['score', '--scheme', path, '--facts', 'examples/year-2026.csv']],
    ['scheme check', (path) => ['scheme', 'check', path]],
    ['scheme explain', (path) => ['scheme', 'explain', path]],
    ['scheme diff', (path) => ['scheme', 'diff', SCHEME, path]],
    ['scheme try', (path) => ['scheme', 'try', path, '--facts', 'examples/year-2026.csv']],
  ];
  for (const [what, args] of takes) {
    test(`${what}: a missing file, a folder, an empty file and one without permission are named`, async () => {
      mkdirSync(at('folder.csv'), { recursive: true });
      if (!existsSync(at('secret.csv'))) chmodSync(file('secret.csv', csv(GOOD)), 0);
      const said = await Promise.all([
        sunledger(...args(at('nowhere.csv'))),
        sunledger(...args(at('folder.csv'))),
        sunledger(...args(file('nothing.csv', ''))),
        boundSunledger(...args(at('secret.csv'))),
      ]);
      const words = ['找不到文件', '是文件夹或设备', '是空的', '没有权限读取文件'];
      for (const [index, one] of said.entries()) expect(refused(one).join('\n')).toContain(words[index]);
    });
  }

  test('facts in a format that is not known are refused', async () => {
    expect(await problemsOf('facts.pdf', '%PDF')).toEqual([
      expect.stringContaining('文件“facts.pdf”是 PDF，不能作为表格读取'),
    ]);
  });
});

describe('a scheme with mistakes', () => {
  const good = readFileSync('schemes/arithmetic.yaml', 'utf8');

  const nodes = (cap: string, each: string) => `scheme: wrong
title: 有错的方案
clause: §二
components:
  - id: JC
    label: 基础分
    cap: ${cap}
    items:
      - { id: A, label: 甲, clause: §二(一), basis: act, each: ${each} }
      - { id: A, label: 乙, each: 1 }
      - { id: B, label: 丙, clause: §二(二), basis: application, each: 1 }
      - { id: C, label: 丁, basis: act, each: 1, once: 2 }
`;
  const where = (lines: readonly string[]) => lines.map((line) => line.slice(0, line.indexOf('：'))).toSorted();

  test('mistakes of form and of rule are told at once with file, line, path and clause', async () => {
    const path = file('form.yaml', `${nodes('十', '1.23456')}rank: { within: everywhere }\ngrade: []\n`);
    const problems = refused(await sunledger('scheme', 'check', path));
    expect(where(problems)).toEqual([
      `【不予采用】${path} 第 11 行，components[0].items[2]（§二(二)）`,
      `【错误】${path} 第 10 行，components[0].items[1]（§二）`,
      `【错误】${path} 第 10 行，components[0].items[1]（§二）`,
      `【错误】${path} 第 12 行，components[0].items[3]（§二）`,
      `【错误】${path} 第 13 行，rank.within（§二）`,
      `【错误】${path} 第 14 行，grade（§二）`,
      `【错误】${path} 第 7 行，components[0].cap（§二）`,
      `【错误】${path} 第 9 行，components[0].items[0].each（§二(一)）`,
    ]);
    const scored = await sunledger('score', '--scheme', path, '--facts', 'examples/year-2026.csv');
    expect(refused(scored)).toEqual(problems);
  });

  test('every mistake in what it says is told at once with file, line, path and clause', async () => {
    const path = file('rules.yaml', nodes('10', '1'));
    expect(where(refused(await sunledger('scheme', 'check', path)))).toEqual([
      `【不予采用】${path} 第 11 行，components[0].items[2]（§二(二)）`,
      `【错误】${path} 第 10 行，components[0].items[1]（§二）`,
      `【错误】${path} 第 10 行，components[0].items[1]（§二）`,
      `【错误】${path} 第 12 行，components[0].items[3]（§二）`,
    ]);
  });

  const documents: readonly (readonly [string, string, RegExp])[] = [
    ['indented with tabs', good.replace('\n  - id: JC', '\n\t- id: JC'), /第 1\d 行：.*制表符/],
    ['with a key written twice', `${good}title: 又一个\n`, /第 \d+ 行：.*相同的键/],
    [
      'whose references multiply',
      `a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefgh'
        .split('')
        .map((key, index) => `${key}: &${key} [${`*${'abcdefgh'[index]},`.repeat(9)}]\n`)
        .join('')}`,
      /引用（\* 和 &）过多/,
    ],
    ['with a tag', good.replace('title: ', 'title: !!js/function '), /不允许使用标签/],
    ['of several documents', `${good}---\n${good}`, /多份文档/],
    ['that is a list', '- 1\n- 2\n', /【错误】/],
  ];
  for (const [what, content, says] of documents) {
    test(`a document ${what} is refused`, async () => {
      const path = file('document.yaml', content);
      expect(refused(await sunledger('scheme', 'check', path)).join('\n')).toMatch(says);
    });
  }

  test('a document that scores no member, and a file of worked examples, are told apart from mistakes', async () => {
    const facts = ['--facts', 'examples/year-2026.csv'];
    const readOnly = 'schemes/secretary-clawback-formula.yaml';
    for (const args of [
      ['score', '--scheme', readOnly, ...facts],
      ['scheme', 'try', readOnly, ...facts],
    ])
      expect(refused(await sunledger(...args))[0]).toContain(
        `${readOnly}：方案“党支部目标管理考核：书记扣奖”只供查阅和说明`,
      );
    const examples = 'schemes/primary-school.examples.yaml';
    for (const args of [
      ['score', '--scheme', examples, ...facts],
      ['scheme', 'check', examples],
      ['scheme', 'explain', examples],
    ])
      expect(refused(await sunledger(...args))).toEqual([
        `【错误】${examples}：这是算例文件，不是方案。请改用方案文件“primary-school.yaml”。`,
      ]);
  });

  test('two schemes are no versions of each other, nor are two of one day', async () => {
    const versions = async (second: string) =>
      refused(await sunledger('score', '--scheme', SCHEME, second, '--facts', 'examples/year-2026.csv'));
    expect((await versions('schemes/kinds.yaml'))[0]).toContain('不是同一方案的不同版本');
    expect((await versions(SCHEME))[0]).toContain('有两个版本都从 2026-01-01 起施行');
  });
});
