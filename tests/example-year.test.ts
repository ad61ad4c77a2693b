import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exactPoints, pointsOf } from '#domain/kernel/points.ts';
import { harmless } from '#domain/kernel/problem.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { type MemberYear, scoreBranch } from '#domain/outcome/branch-year.ts';
import { check } from '#domain/scheme/check.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { findNode, recompute } from '#domain/score/explanation.ts';
import { prepare } from '#domain/score/prepare.ts';
import { readFacts } from '#intake/facts/read-facts.ts';
import { indexScheme } from '#intake/facts/scheme-items.ts';
import { readMembers } from '#intake/members/read-members.ts';
import { readTables } from '#intake/read-tables.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

function defaultScheme(): Scheme {
  const { scheme } = check(parse(readFileSync(`${ROOT}/schemes/primary-school.yaml`, 'utf8')));
  if (!scheme) throw new Error('the default scheme cannot be scored');
  return scheme;
}

/** Scores the example branch from files, as `score` does; nothing that the readers say may stop it. */
async function scoreFiles(rosterFile: string, factsFile: string): Promise<readonly MemberYear[]> {
  const scheme = defaultScheme();
  const roster = readMembers(await readTables(`${ROOT}/examples/${rosterFile}`));
  const { members } = roster;
  const tables = await readTables(`${ROOT}/examples/${factsFile}`);
  const read = readFacts(tables, { items: indexScheme(scheme), members, year: YEAR });
  expect([...roster.problems, ...read.problems]).toEqual([]);
  expect(harmless(read.problems)).toBe(true);
  const facts = new Map<string, Fact[]>(members.map(({ id }) => [id, []]));
  for (const { member, place: _, ...fact } of read.facts) facts.get(member)?.push(fact);
  return scoreBranch(prepare(scheme, YEAR.to), members, facts);
}

let years: readonly MemberYear[] = [];

beforeAll(async () => {
  years = await scoreFiles('roster.xlsx', 'year-2026.xlsx');
});

function yearOf(id: string): MemberYear {
  const year = years.find(({ member }) => member.id === id);
  if (!year) throw new Error(`no ${id}`);
  return year;
}

describe('the example year from three kinds of files', () => {
  for (const [roster, facts] of [
    ['roster.csv', 'year-2026.csv'],
    ['roster.xlsx', 'year-2026-gb18030.csv'],
  ] as const) {
    test(`${roster} and ${facts} give all thirty-eight members the same result as the workbooks, to the last leaf`, async () => {
      const others = await scoreFiles(roster, facts);
      expect(others).toHaveLength(38);
      expect(others).toEqual(years);
    });
  }

  test('every one of the 908 facts arrives, and only the report without a finding is pending', () => {
    const text = readFileSync(`${ROOT}/examples/year-2026.csv`, 'utf8');
    expect(text.trimEnd().split('\r\n')).toHaveLength(1 + 908);
    expect(years.flatMap(({ evaluation }) => evaluation.pending).map(({ item }) => item)).toEqual(['veto:工作纪律']);
    expect(years.flatMap(({ evaluation }) => evaluation.unknown)).toEqual([]);
  });

  test('the generator writes the files that stand in the folder, always the same', () => {
    const folder = mkdtempSync(`${tmpdir()}/sunledger-example-`);
    try {
      const env = { ...process.env, OUT: folder };
      execFileSync(process.execPath, ['--import', 'tsx', 'scripts/make-example-year.ts'], { cwd: ROOT, env });
      for (const file of ['roster.xlsx', 'roster.csv', 'year-2026.xlsx', 'year-2026.csv', 'year-2026-gb18030.csv']) {
        const same = readFileSync(`${folder}/${file}`).equals(readFileSync(`${ROOT}/examples/${file}`));
        expect(same, file).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Three members' years added up by hand from the rows of examples/year-2026.xlsx: points by item, each with its sum in words. */
const BY_HAND: Readonly<Record<string, Readonly<Record<string, readonly [points: number, sum: string]>>>> = {
  // 汪玉洁: the group of her post just at its cap of 20, one leave that is free.
  D011: {
    JC: [60, '3 × 20'],
    'LZ-岗位': [6, '3 + 3'],
    'LZ-常规': [3, '良好 1.5 + 良好 1.5'],
    'LZ-质量': [3.5, '4 × 87.5 ÷ 100'],
    'LZ-教研': [0.5, '1 × 0.5'],
    'LZ-公开课': [3, '市级 3'],
    'LZ-带教': [4, '8 × 0.5'],
    LZ1: [20, '6 + 3 + 3.5 + 0.5 + 3 + 4'],
    'LZ-承诺': [1, '1'],
    'LZ-践诺': [3, '3 件'],
    LZ2: [4, '1 + 3'],
    'LZ-志愿': [1, '2 小时 ÷ 2'],
    'LZ-帮扶': [0.5, '1 × 0.5'],
    'LZ-党日': [2.25, '9 × 0.25'],
    LZ3: [3.75, '1 + 0.5 + 2.25'],
    'LZ-荣誉': [3, '区级 3'],
    'LZ-先锋': [2, '2'],
    'LZ-群众': [3.6, '4 × (90 + 90) ÷ 2 ÷ 100'],
    'LZ-全勤': [0, '9 次不足 10 次'],
    LZ4: [8.6, '3 + 2 + 3.6'],
    LZ: [36.35, '20 + 4 + 3.75 + 8.6'],
    'GJ3-请假': [0, '1 次免扣'],
    KF: [0, '0'],
    total: [96.35, '60 + 36.35'],
  },
  // 万晓蓉: mobile from February on, so that her January theme day is still worth 0.25.
  D024: {
    JC: [60, '3 × 20'],
    LZ1: [0, '0'],
    'LZ-承诺': [1, '1'],
    'LZ-践诺': [2, '2 件'],
    LZ2: [3, '1 + 2'],
    'LZ-党日': [2.5, '0.25 + 8 × 0.5 = 4.25, cap 2.5'],
    'LZ-汇报': [8, '4 × 2'],
    LZ3: [10.5, '2.5 + 8'],
    'LZ-群众': [3.5, '4 × (85 + 90) ÷ 2 ÷ 100'],
    LZ4: [3.5, '3.5'],
    LZ: [17, '3 + 10.5 + 3.5'],
    KF: [0, '0'],
    total: [77, '60 + 17'],
  },
  // 黎振东: deductions under four items.
  D035: {
    JC: [60, '3 × 20'],
    'LZ-岗位': [3, '0 + 3'],
    'LZ-常规': [2, '合格 1 + 合格 1'],
    'LZ-质量': [2.9, '4 × 72.5 ÷ 100'],
    LZ1: [7.9, '3 + 2 + 2.9'],
    LZ2: [2, '1 + 1'],
    'LZ-党日': [1.5, '6 × 0.25'],
    LZ3: [1.5, '1.5'],
    'LZ-先锋': [0.5, '0.5'],
    'LZ-群众': [3.1, '4 × (80 + 75) ÷ 2 ÷ 100'],
    LZ4: [3.6, '0.5 + 3.1'],
    LZ: [15, '7.9 + 2 + 1.5 + 3.6'],
    'KF-GJ3': [-4, '4 × −1'],
    'KF-ZZ2': [-0.5, '缺少 −0.5'],
    'KF-GJ4': [-1, '4 次中满 3 次 × −1'],
    'KF-岗位': [-2, '一般 −2'],
    KF: [-7.5, '−4 − 0.5 − 1 − 2'],
    total: [67.5, '60 + 15 − 7.5'],
  },
};

describe('three years added up by hand', () => {
  for (const [id, sums] of Object.entries(BY_HAND)) {
    test(`${id} comes to the same points at every item (§三(五))`, () => {
      const { tree } = yearOf(id).evaluation;
      const found = Object.keys(sums).map((node) => [node, exactPoints(findNode(tree, node)?.points ?? Number.NaN)]);
      const wanted = Object.entries(sums).map(([node, [points]]) => [
        node,
        exactPoints(pointsOf(points) ?? Number.NaN),
      ]);
      expect(found).toEqual(wanted);
      expect(recompute(tree)).toBe(tree.points);
    });
  }
});

const totals = (): number[] => years.map(({ evaluation }) => evaluation.total / 10_000);

describe('a believable year', () => {
  test('most members have 75 to 95 points, a few less, one is below the base score (§四(一))', () => {
    expect(totals().filter((total) => total >= 75 && total <= 95).length).toBeGreaterThanOrEqual(26);
    expect(totals().filter((total) => total < 60)).toEqual([59.4]);
  });

  test('the borders of front and rear are both tied: all of the tie come to the front, none of it to the rear (product §4)', () => {
    const placed = years.flatMap(({ member, rank }) => (rank ? [{ id: member.id, ...rank }] : []));
    expect(placed).toHaveLength(36);
    expect(placed.filter(({ rank }) => rank === 12).map(({ id, position }) => `${id} ${position}`)).toEqual([
      'D029 front',
      'D037 front',
    ]);
    expect(placed.filter(({ rank }) => rank === 24).map(({ id, position }) => `${id} ${position}`)).toEqual([
      'D016 middle',
      'D018 middle',
    ]);
  });

  test('an exempt member is scored and not ranked, one who left is neither ranked nor graded (product §4)', () => {
    expect(yearOf('D022').unranked).toBe('exempt');
    expect(yearOf('D038').unranked).toBe('not-member');
    expect(yearOf('D038').proposal.grade).toBe(null);
  });

  test('a reported breach without a finding changes nothing (product §3.5)', () => {
    const { evaluation } = yearOf('D012');
    expect(evaluation.vetoed).toBe(false);
    expect(evaluation.pending).toHaveLength(1);
    expect(evaluation.total).toBeGreaterThan(0);
  });
});
