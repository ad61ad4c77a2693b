import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTables } from '#intake/read-tables.ts';
import { answer, at, chineseOfOurs, file, memberOf, SCHEME, score, shell, sunledger, YEAR } from './cli.ts';

const CSV = ['score', '--scheme', SCHEME, '--members', 'examples/roster.xlsx', '--facts', 'examples/year-2026.csv'];

describe('score --json', () => {
  test('prints the scheme, the day and each member with points, rank, proposed grade and explanation (contracts)', async () => {
    const all = answer(await sunledger(...YEAR, '--json'));
    expect(all).toMatchObject({ scheme: 'primary-school', asOf: '2026-12-31' });
    expect(all.members).toHaveLength(38);
    const keys = ['id', 'name', 'category', 'total', 'components', 'rank', 'grade', 'vetoed', 'explanation', 'exact'];
    for (const member of all.members) {
      expect(Object.keys(member)).toEqual(expect.arrayContaining(keys));
      expect(member.explanation).toMatchObject({ kind: 'total', points: Number(member.exact.total) });
      expect(member.total).toBe(Number(member.exact.total));
    }
    expect(memberOf(all, 'D011')).toMatchObject({
      name: '汪玉洁',
      category: '在职',
      total: 96.35,
      components: { JC: 60, LZ: 36.35, KF: 0 },
      rank: 2,
      grade: '好',
      gradeReason: 'band',
      vetoed: false,
      exact: { total: '96.3500', components: { JC: '60.0000', LZ: '36.3500', KF: '0.0000' } },
    });
  });

  test('in a hole of the bands the grade is null and the reason stands beside it; who is not ranked has rank null', async () => {
    const { members } = answer(await sunledger(...YEAR, '--json'));
    const hole = members.filter(({ gradeReason }) => gradeReason === 'not-front');
    expect(hole.length).toBeGreaterThan(0);
    for (const one of hole) expect(one.grade).toBe(null);
    const unranked = members.filter(({ rank }) => rank === null);
    expect(unranked.length).toBeGreaterThan(0);
    for (const one of unranked) expect(one.unranked).toMatch(/^(not-member|probationary|exempt|vetoed|category)$/);
  });

  test('points are rounded by the display rule of the scheme, and the exact ones stand beside them', async () => {
    const facts = [{ member: '甲', item: '折一', on: '2026-03-01' }];
    const { members } = answer(await score('third', ['schemes/arithmetic.yaml'], facts));
    expect(members[0]).toMatchObject({ total: 30.33, components: { XS: 0.33 } });
    expect(members[0]?.exact).toMatchObject({ total: '30.3333', components: { XS: '0.3333' } });
  });

  test('a veto with its finding makes the total 0 and takes the rank; one without is pending', async () => {
    const facts = [
      { member: '甲', item: 'veto:违纪', on: '2026-05-01', ref: '县纪委〔2026〕3号' },
      { member: '乙', item: 'veto:违纪', on: '2026-05-01' },
    ];
    const all = answer(await score('veto', ['schemes/arithmetic.yaml'], facts));
    expect(memberOf(all, '甲')).toMatchObject({ total: 0, vetoed: true, rank: null, unranked: 'vetoed' });
    expect(memberOf(all, '乙')).toMatchObject({ total: 30, vetoed: false, rank: 1, pendingVetoes: ['veto:违纪'] });
  });

  test('where periods are scored by themselves their totals are printed, rounded and exact', async () => {
    const facts = [{ member: '甲', item: '会议', on: '2026-02-01' }];
    const scheme = file(
      'thirds.yaml',
      'scheme: thirds\ntitle: 分季\ncycle: { period: quarter, year: mean }\ntotal: { floor: 0 }\ncomponents:\n' +
        '  - { id: A, label: 甲类, source: example, times: "1/3", items: [{ id: 会议, label: 会议, basis: attendance, each: 1 }] }\n',
    );
    const { members } = answer(await score('periods', [scheme], facts, undefined, '--as-of', '2026-06-30'));
    expect(members[0]).toMatchObject({ periods: { '2026Q1': 0.33, '2026Q2': 0 }, total: 0.17 });
    expect(members[0]?.exact).toMatchObject({ periods: { '2026Q1': '0.3333', '2026Q2': '0.0000' }, total: '0.1667' });
  });

  test('the same year in .xlsx, .csv in UTF-8 and GB18030, and .json gives the same bytes', async () => {
    const { tables } = await readTables('examples/year-2026.csv');
    const [head, ...rows] = tables[0]?.rows ?? [];
    const headings = new Map(head?.cells.map(({ column, text }) => [column, text]));
    const records = rows.map(({ cells }) =>
      Object.fromEntries(cells.map(({ column, text }) => [headings.get(column), text])),
    );
    const json = file('year.json', JSON.stringify({ facts: records }));
    const files = ['examples/year-2026.xlsx', 'examples/year-2026.csv', 'examples/year-2026-gb18030.csv', json];
    const rosters = ['examples/roster.xlsx', 'examples/roster.csv'];
    const said = await Promise.all(
      files.flatMap((facts) =>
        rosters.map((members) =>
          sunledger('score', '--scheme', SCHEME, '--members', members, '--facts', facts, '--json'),
        ),
      ),
    );
    expect(said.map(({ status, err }) => ({ status, err }))).toEqual(said.map(() => ({ status: 0, err: '' })));
    expect(new Set(said.map(({ out }) => out)).size).toBe(1);
  });
});

describe('score --explain', () => {
  test('prints one member’s year for a person to read, asked for by id or by a name that only one has', async () => {
    const [byId, byName] = await Promise.all([
      sunledger(...YEAR, '--explain', 'D011'),
      sunledger(...YEAR, '--explain', '汪玉洁'),
    ]);
    expect(byId).toMatchObject({ status: 0, err: '' });
    expect(byName).toEqual(byId);
    for (const part of ['汪玉洁', '总分：96.35', '第2名 共36人参加排名（靠前）', '（§四(一)）', '基础分　60分'])
      expect(byId.out).toContain(part);
    expect(byId.out).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  test('a name that two members share is answered with their ids', async () => {
    const { status, out, err } = await sunledger(...YEAR, '--explain', '刘桂芳');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('D006, D007');
  });

  test('who is not there is named, and with --json the list of problems is JSON', async () => {
    const plain = await sunledger(...YEAR, '--explain', '无此人');
    expect(plain).toMatchObject({ status: 1, out: '' });
    expect(plain.err).toContain('没有党员“无此人”');
    const json = await sunledger(...YEAR, '--explain', '无此人', '--json');
    expect(json).toMatchObject({ status: 1, err: '' });
    expect(JSON.parse(json.out)).toMatchObject({ problems: [{ code: 'intake.explain-unknown' }] });
  });

  test('with --json it is the one member of the whole answer', async () => {
    const [all, one] = await Promise.all([
      sunledger(...YEAR, '--json'),
      sunledger(...YEAR, '--json', '--explain', 'D011'),
    ]);
    expect(answer(one).members).toEqual([memberOf(answer(all), 'D011')]);
  });
});

describe('score for many', () => {
  for (const format of ['csv', 'jsonl']) {
    test(`${format} streamed from a CSV equals that of the workbook line by line, with a roster and without`, async () => {
      const without = ['score', '--scheme', SCHEME, '--format', format, '--facts'];
      const [whole, streamed, bare, bareStreamed] = await Promise.all([
        sunledger(...YEAR, '--format', format),
        sunledger(...CSV, '--format', format),
        sunledger(...without, 'examples/year-2026.xlsx'),
        sunledger(...without, 'examples/year-2026.csv'),
      ]);
      expect(whole).toMatchObject({ status: 0, err: '' });
      expect(whole.out.split('\n')).toHaveLength(format === 'csv' ? 40 : 39);
      expect(streamed.out.split('\n')).toEqual(whole.out.split('\n'));
      expect(bareStreamed).toEqual({ ...bare, err: bareStreamed.err });
      expect(bare.status).toBe(0);
    });
  }

  test('JSON lines say of each member what --json says, without the explanation; CSV is in order of rank with its mark', async () => {
    const [json, lines, csv] = await Promise.all([
      sunledger(...YEAR, '--json'),
      sunledger(...YEAR, '--format', 'jsonl'),
      sunledger(...YEAR, '--format', 'csv'),
    ]);
    const said = lines.out.trimEnd().split('\n');
    const expected = answer(json).members.map((member) => ({ ...member, explanation: undefined }));
    expect(said.map((line): unknown => JSON.parse(line))).toEqual(expected);
    expect(csv.out.startsWith('\uFEFF位次,编号,姓名,类别,基础分,履职分,扣分,总分,拟定等次\r\n1,D001,')).toBe(true);
  });

  test('text is the default, and --format json is --json', async () => {
    const [text, json, short] = await Promise.all([
      sunledger(...YEAR),
      sunledger(...YEAR, '--format', 'json'),
      sunledger(...YEAR, '--json'),
    ]);
    expect(text.out).toMatch(/^党员积分制管理实施方案 截至 2026-12-31\n\n位次 {2}编号/);
    expect(json).toEqual(short);
  });

  test('--out writes the same to a file, replaces what was there and leaves nothing beside it', async () => {
    const path = file('out.json', 'old');
    const [printed, written] = await Promise.all([
      sunledger(...YEAR, '--json'),
      sunledger(...YEAR, '--json', '--out', path),
    ]);
    expect(written).toEqual({ status: 0, out: '', err: '' });
    expect(readFileSync(path, 'utf8')).toBe(printed.out);
    expect((await shell(`ls '${at('')}' | grep part || true`)).out).toBe('');
  });

  test('a file that cannot be written is named', async () => {
    for (const path of [at('nowhere/out.json'), at('')]) {
      const { status, out, err } = await sunledger(...YEAR, '--json', '--out', path);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(err).toContain('不能写入文件');
    }
  });

  test('a link such as /dev/stdout is written through', async () => {
    const said = await shell(`$sunledger ${YEAR.join(' ')} --json --out /dev/stdout | cat`);
    expect(answer(said).members).toHaveLength(38);
  });

  test('a reader that has seen enough ends it quietly', async () => {
    for (const line of [
      `$sunledger ${YEAR.join(' ')} --json`,
      `$sunledger ${CSV.join(' ')} --format jsonl`,
      `$sunledger scheme explain ${SCHEME}`,
    ])
      expect(await shell(`${line} | head -c 1`)).toMatchObject({ status: 0, err: '' });
  });
});

describe('which year, which version, whom', () => {
  test('--as-of leaves out what came later and the periods not yet begun', async () => {
    const facts = [
      { member: '甲', item: '小事', on: '2026-06-30', quantity: 3 },
      { member: '甲', item: '小事', on: '2026-07-01', quantity: 50 },
    ];
    const half = answer(await score('as-of', ['schemes/arithmetic.yaml'], facts, undefined, '--as-of', '2026-06-30'));
    expect(half.asOf).toBe('2026-06-30');
    expect(half.members[0]?.components['LZ']).toBe(0.3);
    const year = answer(await score('as-of', ['schemes/arithmetic.yaml'], facts));
    expect(year.asOf).toBe('2026-12-31');
    expect(year.members[0]?.components['LZ']).toBe(5.3);
  });

  test('worth follows the version of the day, caps the last one, in whatever order the versions are listed (product §4)', async () => {
    const versions = ['schemes/arithmetic.yaml', 'schemes/arithmetic-2.yaml'];
    const facts = [
      { member: '甲', item: '小事', on: '2026-03-01', quantity: 10 },
      { member: '甲', item: '小事', on: '2026-08-01', quantity: 10 },
      { member: '甲', item: '宣讲', on: '2026-03-01' },
    ];
    const [listed, turned] = await Promise.all([
      score('versions', versions, facts),
      score('versions-turned', versions.toReversed(), facts),
    ]);
    expect(answer(listed).members[0]?.components['LZ']).toBe(9);
    expect(turned).toEqual(listed);
  });

  test('a fact under an item that the version of its day has not earns nothing and is told, streamed too', async () => {
    const versions = ['schemes/arithmetic-2.yaml', 'schemes/arithmetic.yaml'];
    const facts = file('dropped.csv', '党员,项目,日期\n甲,宣讲,2026-03-01\n甲,宣讲,2026-08-01\n甲,宣讲,2026-09-01\n');
    for (const format of ['json', 'jsonl']) {
      const args = ['--scheme', ...versions, '--facts', facts, '--format', format];
      const { status, out, err } = await sunledger('score', ...args);
      expect(status).toBe(0);
      expect(out).toMatch(/"LZ": ?3,/);
      expect(err).toContain('2026-07-01 起施行的方案中没有项目“宣讲”，这一期间的 2 条记录不计分');
    }
  });

  const crew = [
    { id: '1', name: '甲', category: '在职', group: '一班', role: '书记' },
    { id: '2', name: '乙', category: '在职', group: '一班' },
    { id: '3', name: '丙', category: '在职', group: '二班' },
  ];
  const together = [
    { member: '一班', item: '班组违章', on: '2026-03-01' },
    { member: '支部', item: '支部考核不达标', on: '2026-04-01' },
    { member: '支部', item: '班组违章', on: '2026-05-01' },
  ];

  test('a fact addressed to a group reaches its members, one to the branch everyone or who holds the role', async () => {
    const { members } = answer(await score('reach', ['schemes/kinds.yaml'], together, crew));
    expect(members.map(({ components }) => components['LD'])).toEqual([-14, -4, -2]);
  });

  test('a CSV with such facts gives the same lines as the whole way', async () => {
    const roster = file(
      'crew.csv',
      '编号,姓名,类别,党小组,党内职务\n1,甲,在职,一班,书记\n2,乙,在职,一班,\n3,丙,在职,二班,\n',
    );
    const rows = together.map(({ member, item, on }) => `${member},${item},${on}\n`);
    const facts = file('reach.csv', `党员,项目,日期\n${rows.join('')}`);
    const args = ['score', '--scheme', 'schemes/kinds.yaml', '--members', roster, '--facts'];
    const [csv, json] = await Promise.all([
      sunledger(...args, facts, '--format', 'jsonl'),
      sunledger(...args, file('reach-too.json', JSON.stringify(together)), '--format', 'jsonl'),
    ]);
    expect(csv.out).toContain('"LD":-14');
    expect(csv).toEqual(json);
  });
});

describe('every command', () => {
  const commands = [
    '',
    'score',
    'scheme',
    'scheme check',
    'scheme explain',
    'scheme diff',
    'scheme try',
    'serve',
    'migrate',
  ];

  test('has --help', async () => {
    for (const command of commands) {
      const { status, out, err } = await sunledger(...command.split(' ').filter(Boolean), '--help');
      expect({ command, status, err }).toEqual({ command, status: 0, err: '' });
      expect(out).toContain(`Usage: sunledger ${command}`.trimEnd());
    }
  });

  test('answers what it does not understand with exit status 2', async () => {
    const wrong = [
      [],
      ['score'],
      ['scheme'],
      ['scheme', 'check'],
      ['nothing'],
      [...YEAR, 'more'],
      [...YEAR, '--as-of', '2026-13-01'],
      [...YEAR, '--format', 'pdf'],
      [...YEAR, '--lang', 'fr'],
      [...YEAR, '--json', '--format', 'csv'],
      [...YEAR, '--explain', 'D001', '--format', 'csv'],
    ];
    const said = await Promise.all(wrong.map((args) => sunledger(...args)));
    expect(said.map(({ status, out }) => ({ status, out }))).toEqual(wrong.map(() => ({ status: 2, out: '' })));
    for (const { err } of said) expect(err).not.toBe('');
  });

  test('speaks English when asked, with no Chinese words but those of the scheme and the files', async () => {
    const written = [SCHEME, 'examples/roster.csv', 'examples/year-2026.csv'].map((name) => readFileSync(name, 'utf8'));
    const bad = file('en.csv', 'member,item,on,quantity\nD001,没有的项目,2026-01-09,-1\n');
    for (const args of [
      YEAR,
      [...YEAR, '--explain', 'D011'],
      [...YEAR, '--explain', 'Nobody'],
      [...YEAR, '--format', 'csv'],
      ['score', '--scheme', SCHEME, '--facts', bad],
      ['score', '--scheme', 'schemes/secretary-clawback-formula.yaml', '--facts', bad],
      ['score', '--scheme', 'schemes/primary-school.examples.yaml', '--facts', bad],
      ['scheme', 'check', 'schemes/secretary-clawback-formula.yaml', 'schemes/primary-school.examples.yaml'],
    ]) {
      const { out, err } = await sunledger(...args, '--lang', 'en');
      const clawback = readFileSync('schemes/secretary-clawback-formula.yaml', 'utf8');
      expect(chineseOfOurs(out + err, [...written, clawback, readFileSync(bad, 'utf8')].join('\n'))).toEqual([]);
    }
  });
});
