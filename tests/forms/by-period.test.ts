import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonalRecord } from '#paper/forms/personal.ts';
import type { BranchRegister } from '#paper/forms/register-branch.ts';
import type { SummarySheet } from '#paper/forms/summary.ts';
import { docxTexts, pdfPages, xlsxValues } from '#tests/paper/read-back.ts';
import { openPlayed, type Played } from './played.ts';

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples');
let at: Played;
let folder: string;

/** The small branch, whose year is the mean of its months, without categories and grades. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-by-period-'));
  for (const name of ['story-small.yaml', 'story-small-roster.csv', 'story-small-lender.csv'])
    copyFileSync(join(EXAMPLES, name), join(folder, name));
  const scheme = readFileSync(join(EXAMPLES, 'story-small-scheme.yaml'), 'utf8');
  const changed = scheme.replace('period: quarter, year: whole', 'period: month, year: mean');
  expect(changed).not.toBe(scheme);
  writeFileSync(join(folder, 'story-small-scheme.yaml'), changed);
  at = await openPlayed('2027-01-28', join(folder, 'story-small.yaml'));
});
afterAll(async () => {
  await at.stop();
  rmSync(folder, { recursive: true });
});

test('where each month is scored by itself, a yearly record has the points of each, and says how the year comes from them', async () => {
  const member = await at.member('V3');
  const asked = { form: 'personal', member, period: '2026' } as const;
  const { periods = [], quarters, total, cycle } = await at.data<PersonalRecord>(at.holder('secretary'), asked);
  expect(quarters).toEqual([]);
  const sum = periods.reduce((all, { points }) => all + points, 0);
  expect(total).toBe(Math.round(sum / periods.length));
  expect(cycle).toContain('年度积分为各期积分的平均值');
  const texts = docxTexts(await at.file(at.holder('secretary'), { ...asked, format: 'docx' }));
  expect(texts).toContain('2026年12月');
  expect(texts.join()).not.toContain('本季度评定');
});

test('a register and a summary of such a branch say so instead of 累计, and leave no column empty', async () => {
  const secretary = at.holder('secretary');
  const { cycle, members } = await at.data<BranchRegister>(secretary, { form: 'registerBranch', period: '2026Q4' });
  expect(cycle).toContain('按月考核');
  for (const { lines } of members) expect(lines.map(({ day }) => day)).toEqual(lines.map(({ day }) => day).toSorted());
  for (const form of ['registerBranch', 'summary'] as const) {
    const pages = pdfPages(await at.file(secretary, { form, format: 'pdf', period: '2026Q4' })).join('');
    expect(pages).toContain('积分合计');
    expect(pages).not.toContain('累计积分');
  }
  const year = await at.data<SummarySheet>(secretary, { form: 'settlement' });
  expect(year.members.map(({ grade }) => grade).filter((one) => one !== undefined)).toEqual([]);
  const { texts, numbers } = xlsxValues(await at.file(secretary, { form: 'settlement', format: 'xlsx' }));
  expect(texts).not.toContain('拟定等次');
  // Sums have the one decimal that the scheme shows; a spreadsheet keeps them exactly.
  const [table = ''] = pdfPages(await at.file(secretary, { form: 'settlement', format: 'pdf' }));
  expect(table).toMatch(/\d\.\d/);
  expect(table).not.toMatch(/\d\.\d\d/);
  for (const { total } of year.members) expect(numbers).toContain(total / 10_000);
  expect(year.members.some(({ total }) => total % 1000 !== 0)).toBe(true);
});
