import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statusOn } from '#domain/ledger/member.ts';
import { mappingOf, readMapping } from '#intake/mapping.ts';
import { readIdentity } from '#intake/roster/identity-number.ts';
import { readPartyDay } from '#intake/roster/party-day.ts';
import { ROSTER_HEADINGS } from '#intake/roster/roster-headings.ts';
import { masked } from '#intake/text/masked.ts';
import { importTemplate } from '#server/import-template.ts';
import { read } from '#service/services.ts';
import { listMembers } from '#store/member.ts';
import { codes, folder, GOOD, person, roster, said, sheet, TODAY } from './import-sheets.ts';
import { openBranch, type TestBranch } from './process-branch.ts';
import { HEADS } from './roster-heads.ts';

describe('a roster with the columns of the national collection (product §3.13)', () => {
  test('is read under its title, in any order, with months, serials and names that are spread', async () => {
    const path = await sheet('plain.xlsx', [
      ['甲支部党员名册'],
      ['填表日期', '2026.4'],
      HEADS,
      person({ 出生日期: '1949.12', 公民身份号码: GOOD, 入党日期: '198506', 转正日期: '1986年6月', 党内职务: '无' }),
      person({ 姓名: '李　强', 人员类别: '预备党员', 入党日期: 20250310, 党内职务: '书记', 民族: '汉族' }),
    ]);
    const read = await roster(path);
    expect(read.problems).toEqual([]);
    expect(read.rows).toEqual([
      { row: 4, name: '王秀英', standing: 'full', confirmed: '1986-06-01' },
      { row: 5, name: '李强', standing: 'probationary', role: '书记' },
    ]);
    expect(read.silent).toEqual(['standing', 'category', 'group', 'to']);
    const uses = Object.fromEntries(read.headings.map(({ heading, use }) => [heading, use]));
    expect(uses).toMatchObject({ 姓名: 'kept', 公民身份号码: 'checked', 家庭住址: 'dropped' });
  });

  test('under local headings asks for those that nobody knows, and remembers what they were said to be', async () => {
    const rows = [
      ['支书核对', '党员姓名', '政治面貌', '现任', '所属小组'],
      ['', '王秀英', '中共党员', '组织委员', '一组'],
    ];
    const path = await sheet('local.xlsx', rows);
    const first = await roster(path);
    expect(first.rows).toEqual([{ row: 2, name: '王秀英', standing: 'full' }]);
    expect(first.headings.filter(({ use }) => use === 'unknown').map(({ column }) => column)).toEqual(['A', 'D', 'E']);
    const corrected = JSON.stringify({ ...mappingOf(first.headings), 现任: '党内职务', 所属小组: '党小组' });
    const { mapping, problems } = readMapping(corrected, 'm.json', ROSTER_HEADINGS);
    expect(problems).toEqual([]);
    expect((await roster(path, { mapping })).rows[0]).toMatchObject({ role: '组织委员', group: '一组' });
    expect(readMapping('{"甲":"乙"}', 'm.json', ROSTER_HEADINGS).problems).toMatchObject([
      { code: 'intake.mapping-unknown' },
    ]);
    expect(readMapping('[1]', 'm.json', ROSTER_HEADINGS).problems).toMatchObject([{ code: 'intake.mapping-form' }]);
  });

  test('as .xls and .et, as older office programs write them', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([[...HEADS], person({ 公民身份号码: GOOD, 入党日期: '1985.06' })]),
      '名册',
    );
    for (const name of ['old.xls', 'old.et']) {
      writeFileSync(join(folder, name), write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer);
      expect((await roster(join(folder, name))).rows).toMatchObject([{ row: 2, name: '王秀英', standing: 'full' }]);
    }
  });

  test('as .csv in GB18030 and as the empty table that is handed out is understood as well', async () => {
    const csv = join(folder, 'gb.csv');
    // 姓名,人员类别 / 王秀英,正式党员
    writeFileSync(csv, Buffer.from('d0d5c3fb2cc8cbd4b1c0e0b1f00d0acdf5d0e3d3a22cd5fdcabdb5b3d4b10d0a', 'hex'));
    expect((await roster(csv)).rows).toMatchObject([{ name: '王秀英', standing: 'full' }]);
    const empty = join(folder, 'template.xlsx');
    writeFileSync(empty, await importTemplate('roster'));
    expect(codes(await roster(empty))).toEqual(['intake.no-entries']);
  });
});

describe('what is suspicious is named with its cell, and no number of a person is shown', () => {
  test('identity numbers: form, check digit, day, digits lost to a number; sex and birth that do not fit', async () => {
    const path = await sheet('doubts.xlsx', [
      HEADS,
      person({ 姓名: '甲', 公民身份号码: '110105194912310021' }),
      person({ 姓名: '乙', 公民身份号码: '11010519491331002X' }),
      person({ 姓名: '丙', 公民身份号码: '1101051949' }),
      person({ 姓名: '丁', 公民身份号码: Number('430104198506151234') }),
      person({ 姓名: '戊', 公民身份号码: GOOD, 性别: '男', 出生日期: '1950.01' }),
      person({ 姓名: '己', 公民身份号码: '4.2E+17' }),
    ]);
    const read = await roster(path);
    expect(read.problems.map(({ code, place }) => [code, place?.column, place?.row])).toEqual([
      ['intake.roster-identity-check', 'G', 2],
      ['intake.roster-identity-born', 'G', 3],
      ['intake.roster-identity-form', 'G', 4],
      ['intake.roster-identity-lost', 'G', 5],
      ['intake.roster-gender-differs', 'C', 6],
      ['intake.roster-born-differs', 'F', 6],
      ['intake.roster-identity-lost', 'G', 7],
    ]);
    expect(read.rows).toHaveLength(6);
    expect(said(read)).toContain('末两位 21');
    expect(said(read)).not.toMatch(/\d{9}/);
  });

  test('the check digit of GB 11643, and what a message may show', () => {
    expect(readIdentity({ kind: 'text', text: ' 11010519491231002x ' })).toMatchObject({
      born: '1949-12-31',
      gender: '女',
    });
    expect(masked('13812345678、11010519491231002X、1985-06-31')).toBe('…78、…2X、1985-06-31');
  });

  test('days: impossible ones, 1985.10 kept as a number, joined too young, confirmed before joining, to come', async () => {
    expect(readPartyDay({ kind: 'number', text: '1985.1' }, false)).toEqual({ day: '1985-01-01', ambiguous: true });
    expect(readPartyDay({ kind: 'text', text: '1985.10' }, false)).toEqual({ day: '1985-10-01', ambiguous: false });
    for (const text of ['1985.13', '1985', '198500', '不详', '19850631'])
      expect(readPartyDay({ kind: 'text', text }, false)).toBeUndefined();
    const path = await sheet('days.xlsx', [
      HEADS,
      person({ 姓名: '甲', 出生日期: '1990.01', 入党日期: '2006.01' }),
      person({ 姓名: '乙', 入党日期: '2006.07', 转正日期: '2005.07' }),
      person({ 姓名: '丙', 入党日期: '2062.07' }),
      person({ 姓名: '丁', 出生日期: '1985.13', 转正日期: '2007.06' }),
      person({ 姓名: '戊', 人员类别: '预备党员', 转正日期: '2025.06' }),
    ]);
    expect(codes(await roster(path))).toEqual([
      'intake.roster-too-young',
      'intake.roster-day-order',
      'intake.roster-future-day',
      'intake.roster-not-a-day',
      'intake.roster-confirmed-already',
    ]);
    const kept = await roster(await sheet('kept-day.xlsx', [HEADS, person({ 转正日期: '2007.31' })]));
    expect([kept.rows, codes(kept)]).toEqual([[], ['intake.roster-not-a-day']]);
  });

  test('persons who stand twice, another branch, an unknown kind, a number that is private stop the import', async () => {
    const path = await sheet('twice.xlsx', [
      [...HEADS, '编号'],
      [...person({ 公民身份号码: GOOD }), 'D1'],
      [...person({ 公民身份号码: GOOD }), 'D2'],
      [...person({ 姓名: '李强', 公民身份号码: GOOD }), 'D3'],
      [...person({ 姓名: '赵四' }), 'D1'],
      [...person({ 姓名: '钱五', 所在党支部: '乙支部' }), 'D5'],
      [...person({ 姓名: '孙六', 人员类别: '发展对象' }), 'D6'],
      [...person({ 姓名: '周七' }), '13812345678'],
      [...person({ 姓名: '吴八', 人员类别: null }), 'D8'],
    ]);
    const read = await roster(path);
    expect([...codes(read)].toSorted()).toEqual([
      'intake.roster-branches',
      'intake.roster-code-private',
      'intake.roster-code-twice',
      'intake.roster-identity-shared',
      'intake.roster-no-kind',
      'intake.roster-person-twice',
      'intake.roster-unknown-kind',
    ]);
    expect(read.rows).toEqual([]);
    const namesakes = await roster(await sheet('names.xlsx', [HEADS, person(), person()]));
    expect(codes(namesakes)).toEqual(['intake.name-twice']);
  });
});

describe('the difference is whole (product §3.13)', () => {
  let at: TestBranch;
  beforeAll(async () => {
    at = await openBranch();
    at.day = TODAY;
  });
  afterAll(async () => await at.close());

  const show = async (id: string) =>
    await read(at.context, 'import.show', { branch: 'B', id }, { person: 'e', kind: 'person' });
  const take = async (path: string) => {
    const { rows, silent } = await roster(path);
    const given = { roster: rows.map((row) => ({ ...row, from: row.from ?? TODAY })), silent: [...silent] };
    return await at.act('e', 'dossier.read', { title: '名册.xlsx', rows: given });
  };

  test('who is new, what changes from what to what, who is missing; what the file does not know stays', async () => {
    await at.act('e', 'roster.change', { member: 'g', standing: 'mobile', from: '2026-02-01', category: '在职' });
    await at.act('e', 'roster.change', {
      member: 'f',
      standing: 'full',
      from: '2026-02-01',
      category: '退休',
      group: '一组',
    });
    const rows = [
      ['姓名', '人员类别', '党内职务'],
      ['党员f', '正式党员', ''],
      ['党员g', '正式党员', '组织委员'],
      ['新来的', '正式党员', ''],
    ];
    const { id, told } = await take(await sheet('difference.xlsx', rows));
    expect(told).toMatchObject({ joins: '1', changes: '1', gone: '6', unchanged: '1', problems: '0' });
    const shown = await show(id);
    expect(shown.roster).toEqual([
      expect.objectContaining({
        row: 3,
        code: 'g',
        joins: false,
        before: expect.objectContaining({ standing: 'mobile', category: '在职' }),
        status: expect.objectContaining({ standing: 'mobile', category: '在职', role: '组织委员', from: TODAY }),
      }),
      expect.objectContaining({ row: 4, code: 'D001', name: '新来的', joins: true }),
    ]);
    expect(shown.gone.map(({ code }) => code)).toEqual(['a', 'b', 'c', 'd', 'e', 'h']);
    await at.act('e', 'dossier.discard', { id });
  });

  test('who was probationary is a full member from the day of confirmation; applied and taken back as one', async () => {
    await at.act('e', 'dossier.discard', { id: (await take(await sheet('x.xlsx', [HEADS, person()]))).id });
    const probationary = { code: 'p', name: '预备甲', standing: 'probationary' as const, from: '2025-03-10' };
    const added = await at.act('e', 'roster.add', probationary);
    const rows = [
      ['姓名', '人员类别', '转正日期'],
      ['预备甲', '正式党员', '2026-03-10'],
    ];
    const { id } = await take(await sheet('confirmed.xlsx', rows));
    expect((await show(id)).roster).toMatchObject([
      { code: 'p', before: { standing: 'probationary' }, status: { standing: 'full', from: '2026-03-10' } },
    ]);
    const asked = await at.act('e', 'dossier.apply', { id, seen: true });
    expect(asked).toMatchObject({ waits: true });
    await at.act('b', 'second.confirm', { id: asked.id });
    const standing = async (day: string) => {
      const kept = (await listMembers(at.store.rows, 'B')).find(({ member }) => member.id === added.id);
      return kept && statusOn(kept.member, day)?.standing;
    };
    expect([await standing('2026-03-09'), await standing('2026-03-10')]).toEqual(['probationary', 'full']);
    const back = await at.act('e', 'dossier.undo', { id });
    await at.act('b', 'second.confirm', { id: back.id });
    expect(await standing(TODAY)).toBe('probationary');
  });

  test('somebody who stands in the roster under another number is not taken in twice', async () => {
    const rows = [
      ['编号', '姓名', '人员类别'],
      ['Z9', '党员h', '正式党员'],
    ];
    const { id, told } = await take(await sheet('number.xlsx', rows));
    expect(told).toMatchObject({ joins: '0', problems: '1' });
    expect((await show(id)).problems).toEqual([{ row: 2, problem: 'other-number' }]);
  });

  test('nobody but the office sees an import', async () => {
    const caller = { person: 'f', kind: 'person' as const };
    await expect(read(at.context, 'import.show', { branch: 'B', id: 'x' }, caller)).rejects.toMatchObject({
      code: 'right.missing',
    });
  });
});
