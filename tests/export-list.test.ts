import { read as readBook, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LISTS, type ListQuery } from '#contract/list.ts';
import { POINT } from '#domain/kernel/points.ts';
import type { List } from '#paper/list/list.ts';
import { writeListCsv } from '#paper/list/list-csv.ts';
import { writeListXlsx } from '#paper/list/list-xlsx.ts';
import { accountList } from '#paper/list/people-lists.ts';
import { exportList } from '#service/export-list.ts';
import { addGrant } from '#store/grant.ts';
import { addMembers } from '#store/member.ts';
import { listAccess } from '#store/record.ts';
import { CLOCK, openBranch, refusedWith, type TestBranch } from './process-branch.ts';
import { determined, quarter } from './process-determined.ts';

/** Names as they occur, and as somebody would type them who wants a spreadsheet to do something. */
const NAMES = [
  "=cmd|' /C calc'!A0",
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  ' =1+1',
  '古丽米热·阿不力孜',
  '钱䶮',
  '𬭎㐂',
  '王"大",力',
  '=HYPERLINK("http://example.com","点")',
  "'=1",
];

/** The cells of a file as a spreadsheet reads it: its texts and numbers, and whether anything in it is a formula. */
function cellsOf(bytes: Uint8Array): { rows: unknown[][]; formulas: number } {
  const book = readBook(bytes, { type: 'array', cellFormula: true, cellNF: true });
  const [name = ''] = book.SheetNames;
  const sheet = book.Sheets[name] ?? {};
  const formulas = Object.values(sheet).filter((cell) => typeof cell === 'object' && 'f' in cell).length;
  return { rows: utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null, raw: true }), formulas };
}

/** Reads a .csv by the rules of RFC 4180 alone. */
function csvCells(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && quoted === undefined && plain === '') continue;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

describe('a list as a file', () => {
  const list: List = {
    title: '=清单/[1]',
    columns: [
      { head: '姓名', kind: 'text' },
      { head: '积分', kind: 'points' },
      { head: '日期', kind: 'day' },
      { head: '人数', kind: 'number' },
    ],
    rows: [
      ...NAMES.map((name, at) => [name, (at + 1) * POINT + 5000, '2026-03-05', at]),
      ['', -12_345, '1899-01-01', null],
      ['长'.repeat(40_000), 0, null, 0],
    ],
  };

  test('.xlsx: texts stay texts, points and days are numbers, nothing is a formula', async () => {
    const bytes = await writeListXlsx(list);
    const { rows, formulas } = cellsOf(bytes);
    expect(formulas).toBe(0);
    expect(rows[0]).toEqual(['姓名', '积分', '日期', '人数']);
    // A tab shows as a space, a return not at all.
    const shown = NAMES.map((name) => name.replaceAll('\t', ' ').replaceAll('\r', ''));
    expect(rows.slice(1, -2)).toEqual(
      shown.map((name, at) => [name, at + 1.5, new Date('2026-03-05T00:00:00.000Z'), at]),
    );
    expect(rows.at(-2)?.slice(1)).toEqual([-1.2345, '1899-01-01', null]);
    expect(String(rows.at(-1)?.[0])).toHaveLength(32_001);
    const sheet = Object.values(readBook(bytes, { type: 'array', cellNF: true, cellStyles: true }).Sheets)[0];
    expect([sheet?.['A2']?.t, sheet?.['A2']?.z, sheet?.['C2']?.w]).toEqual(['s', '@', '2026-03-05']);
  });

  test('.csv: UTF-8 with its mark, CRLF, an apostrophe before what could be a formula', () => {
    const text = writeListCsv(list);
    expect(text.startsWith('\uFEFF姓名,积分,日期,人数\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\t]/);
    const rows = csvCells(text.slice(1));
    expect(rows.slice(1, 1 + NAMES.length).map(([name]) => name)).toEqual([
      "'=cmd|' /C calc'!A0",
      "'+1",
      "'-2+3",
      "'@SUM(A1)",
      "' =1+1",
      "'=1+1",
      "'＝1+1",
      "' =1+1",
      '古丽米热·阿不力孜',
      '钱䶮',
      '𬭎㐂',
      '王"大",力',
      `'=HYPERLINK("http://example.com","点")`,
      "'=1",
    ]);
    expect(rows[1]?.slice(1)).toEqual(['1.5', '2026-03-05', '0']);
    expect(rows.at(-2)).toEqual(['', '-1.2345', '1899-01-01', '']);
    expect(cellsOf(new TextEncoder().encode(text)).formulas).toBe(0);
  });
});

test('the day on which a slip was issued is the civil day, also after midnight in China', () => {
  const slip = { issued: '2026-03-01T17:00:00.000Z', state: 'open' };
  const { columns, rows } = accountList('zh-CN', [{ member: 'm', state: 'new', slip }], new Map());
  expect(rows[0]?.[columns.findIndex(({ kind }) => kind === 'day')]).toBe('2026-03-02');
});

describe('who has which list (product §6)', () => {
  let at: TestBranch;
  const caller = (person: string) => ({ person, kind: 'person', password: true }) as const;
  const had = async (person: string, list: ListQuery['list'], more: Partial<ListQuery> = {}) => {
    const query = { branch: 'B', list, format: 'xlsx', ...more } as const;
    return cellsOf((await exportList(at.context, caller(person), query)).bytes).rows;
  };

  beforeAll(async () => {
    at = await openBranch();
    const history = [{ from: '2020-01-01', to: '9999-12-31', standing: 'full' as const }];
    const hostile = NAMES.slice(0, 2).map((name, index) => ({
      code: `x${index}`,
      member: { id: `x${index}`, name, history },
    }));
    await addMembers(at.store.rows, 'B', hostile, '2026-01-01T00:00:00.000Z');
    const days = { from_day: '2026-01-01', to_day: '9999-12-31', given_by: 'system' };
    const grant = { org_id: 'B', grant_id: 'aud', person_id: 'aud', role: 'audit' as const, ...days };
    await addGrant(at.store.rows, { ...grant, created_at: '2026-01-01T00:00:00.000Z' });
    await at.act(CLOCK, 'month.open', { month: '2026-03' });
    const fact = { item: 'quexi', day: '2026-03-06' };
    const report = await at.act('g', 'declaration.draft', { subject: 'h', fact, words: '=反映的原话' });
    await at.act('g', 'declaration.submit', { id: report.id });
    await determined(at, { id: 'L2', subject: 'f', fact: { item: 'huojiang', day: '2026-03-08', level: '区级' } });
    await quarter(at, '2026Q1', 'closed');
    await at.act('f', 'objection.raise', { concerns: 'f', about: 'line', line: 'L2', reason: '级别有误' });
  });
  afterAll(async () => await at.close());

  test('the roster for the office, with hostile names as they are', async () => {
    const rows = await had('a', 'roster');
    expect(rows[0]).toEqual(['编号', '姓名', '党籍状态', '类别', '党小组', '职务', '自', '至']);
    expect(rows.map((row) => row[1])).toEqual(expect.arrayContaining(NAMES.slice(0, 2)));
    expect((await had('a', 'roster', { lang: 'en' }))[1]?.[2]).toBe('full member');
  });

  test('lines without the reporter; ranks with names; objections; the audit record', async () => {
    const lines = await had('a', 'lines', { year: '2026' });
    const reported = lines.find((row) => row.includes('=反映的原话'));
    expect(reported).toContain('由党员反映');
    expect(JSON.stringify(reported)).not.toContain('"g"');
    expect(lines.some((row) => row.includes('获奖') && row.includes('区级') && row.includes('已评定'))).toBe(true);
    expect(await had('a', 'lines', { year: '2025' })).toHaveLength(1);
    const ranks = await had('a', 'ranks', { year: '2026' });
    expect(ranks).toHaveLength(11);
    expect(ranks.find((row) => row[0] === 'f')?.[2]).toBe(65);
    expect((await had('a', 'objections')).at(-1)).toEqual(
      expect.arrayContaining(['2026', '事项', '级别有误', '待指定调查人']),
    );
    const record = await had('aud', 'record');
    expect(record.length).toBeGreaterThan(3);
    // Who cannot be named is not named by an id either.
    expect(record.slice(1).filter(([, actor]) => !/党员|自动|其他组织|公众|本机|不显示/.test(String(actor)))).toEqual(
      [],
    );
    expect(await had('aud', 'record', { action: 'month.open' })).toEqual(
      record.filter((row, at) => at === 0 || row[2] === 'month.open'),
    );
    expect(await had('a', 'notices')).toHaveLength(1);
    expect((await had('sup', 'rollup', { branch: 'S' }))[0]?.[0]).toBe('支部');
  });

  test('a member has its own, and of others nothing', async () => {
    const own = await had('h', 'lines', { member: 'h' });
    expect(own.slice(1).every((row) => row[1] === 'h')).toBe(true);
    expect((await had('f', 'ranks', { member: 'f' })).slice(1).map((row) => row[0])).toEqual(['f']);
    expect((await had('f', 'access'))[0]).toEqual(['时间（北京时间）', '查阅人', '动作代码', '查阅范围', '理由']);
    expect((await had('f', 'objections')).length).toBe(2);
    expect((await had('g', 'objections')).length).toBe(1);
    const refused: readonly (readonly [string, ListQuery['list'], Partial<ListQuery>?])[] = [
      ['f', 'roster'],
      ['f', 'lines'],
      ['f', 'lines', { member: 'h' }],
      ['f', 'ranks'],
      ['f', 'ranks', { member: 'h' }],
      ['f', 'access', { member: 'h' }],
      ['a', 'access', { member: 'h' }],
      ['f', 'record'],
      ['a', 'record'],
      ['f', 'rollup'],
      ['aud', 'roster'],
      ['aud', 'lines'],
      ['aud', 'ranks'],
      ['nobody', 'notices'],
    ];
    for (const [person, list, more] of refused)
      expect([person, list, await refusedWith(had(person, list, more))]).toEqual([person, list, 'right.missing']);
  });

  test('sessions, months, meetings, registers, versions and work as on their pages, each to who may read it', async () => {
    const heads = async (list: ListQuery['list'], more: Partial<ListQuery> = {}) =>
      (await had('a', list, more))[0]?.[0];
    expect(await heads('work')).toBe('支部');
    const [, month] = await had('a', 'months', { year: '2026' });
    expect(month?.slice(0, 2)).toEqual(['2026-03', '开放申报']);
    expect((await had('a', 'schemes'))[1]).toEqual([1, '办理试验方案', '施行中', new Date('2026-01-01'), null]);
    expect((await had('a', 'totals', { year: '2026' })).length).toBeGreaterThan(5);
    const [, one] = await had('a', 'registers');
    expect(one?.slice(0, 2)).toEqual(['2026年第1季度', '已公示']);
    for (const list of ['reviews', 'meetings', 'imports', 'scans', 'filings', 'deductions', 'entered', 'file'] as const)
      expect(await heads(list)).toBeTruthy();
    expect((await had('sup', 'filings', { branch: 'S' }))[0]?.[0]).toBe('支部');
    const opened = await had('sup', 'opened', { member: 'f', reason: '核对备案' });
    expect(opened.some((row) => row.includes('区级'))).toBe(true);
    const refused: readonly (readonly [string, ListQuery['list'], Partial<ListQuery>, string])[] = [
      ['f', 'imports', {}, 'right.missing'],
      ['f', 'deductions', {}, 'right.missing'],
      ['f', 'file', { member: 'h' }, 'right.missing'],
      ['f', 'totals', {}, 'right.missing'],
      ['f', 'filings', {}, 'right.missing'],
      ['aud', 'appraisal', {}, 'right.missing'],
      ['f', 'opened', { member: 'h', reason: '想看' }, 'right.missing'],
      ['sup', 'opened', { member: 'f' }, 'reason.missing'],
      ['a', 'reviewed', {}, 'thing.unknown'],
      ['a', 'trial', { of: 'none' }, 'thing.unknown'],
      ['a', 'difference', { of: 'none' }, 'thing.unknown'],
    ];
    for (const [person, list, more, code] of refused)
      expect([person, list, await refusedWith(had(person, list, more))]).toEqual([person, list, code]);
    const seen = await listAccess(at.store.rows, 'B', 'f');
    expect(seen.find(({ action }) => action === 'line.open')?.reason).toBe('核对备案');
  });

  test('whatever is asked for by whomever is a file or a refusal', async () => {
    const ends = [];
    for (const list of LISTS)
      for (const [person, branch] of [
        ['a', 'B'],
        ['sup', 'S'],
        ['aud', 'B'],
      ] as const)
        ends.push(await refusedWith(had(person, list, { branch, of: 'none', format: 'csv' })));
    expect(new Set(ends)).toEqual(new Set([undefined, 'right.missing', 'thing.unknown', 'member.unknown']));
  });

  test('leaves the trace that reading it on the page leaves', async () => {
    await had('b', 'ranks');
    const seen = await listAccess(at.store.rows, 'B', 'h');
    expect(
      seen.some(({ viewer, action, subject }) => viewer === 'b' && action === 'rank.show' && subject === '#ranks'),
    ).toBe(true);
  });
});
