import { describe, expect, test } from 'vitest';
import { heads, label, type PaperDocument, type Row, row } from '#paper/document.ts';
import { writeDocx } from '#paper/docx.ts';
import { declarationForm } from '#paper/forms/declaration.ts';
import { personalForm } from '#paper/forms/personal.ts';
import { branchRegisterForm } from '#paper/forms/register-branch.ts';
import { memberRegisterForm } from '#paper/forms/register-member.ts';
import { summaryForm } from '#paper/forms/summary.ts';
import { writePdf } from '#paper/pdf.ts';
import { writeXlsx } from '#paper/xlsx.ts';
import { cellsOf, dense, docxTexts, paragraphsOf, partOf, pdfFonts, pdfPages, xlsxValues } from './read-back.ts';
import { HARD_NAMES, registerOf, samples } from './samples.ts';

const sizes = [
  { words: 'ordinary data', size: { members: 12, hard: false } },
  { words: 'hard names and a long branch', size: { members: 300, hard: true } },
];

/** A page without its running head and number, which are drawn last. */
function withoutMargins(page: string, { running, numbered }: PaperDocument): string {
  const head = running ? dense(running.left + running.right) : '';
  const plain = numbered ? page.replace(/—\d+—$/, '') : page;
  return plain.endsWith(head) ? plain.slice(0, plain.length - head.length) : plain;
}

for (const { words, size } of sizes) {
  describe(`every form with ${words}`, () => {
    for (const [name, document] of Object.entries(samples(size))) {
      test(`${name}: every text and every place stands in the .docx`, async () => {
        const texts = docxTexts(await writeDocx(document));
        const known = new Set(texts);
        const wanted = [...cellsOf(document).map(({ text }) => text), ...paragraphsOf(document)];
        expect(wanted.filter((one) => !known.has(one))).toEqual([]);
      });

      test(`${name}: every text and every place stands in the PDF`, async () => {
        const pdf = pdfPages(await writePdf(document))
          .map((page) => withoutMargins(dense(page), document))
          .join('');
        // A long place that goes over a page has the table's head in it: its ends are looked for.
        const ends = (text: string): string[] => (text.length > 200 ? [text.slice(0, 20), text.slice(-20)] : [text]);
        const wanted = [...cellsOf(document).map(({ text }) => text), ...paragraphsOf(document)].flatMap(ends);
        expect(wanted.filter((one) => !pdf.includes(dense(one)))).toEqual([]);
      });

      test(`${name}: a spreadsheet of it keeps text as text, numbers as numbers and no formula`, async () => {
        const data = await writeXlsx(document);
        const cells = cellsOf(document);
        if (!data) return expect(cells).toEqual([]);
        const { texts, numbers, formulas } = xlsxValues(data);
        expect(formulas).toBe(0);
        const known = new Set(texts.flatMap((one) => [one, one.split('\n')[0] ?? '']));
        const wanted = cells.filter(({ value, foot }) => value === undefined && foot === undefined);
        expect(wanted.map(({ text }) => text).filter((one) => !known.has(one))).toEqual([]);
        const values = new Set(numbers);
        expect(cells.flatMap(({ value }) => (value === undefined || values.has(value) ? [] : [value]))).toEqual([]);
      });
    }
  });
}

describe('a register of 300 members', () => {
  const document = registerOf({ members: 300, hard: true });

  test('its PDF repeats the heads on every page, embeds its fonts cut to what it uses, and numbers the pages', async () => {
    const data = await writePdf(document);
    const pages = pdfPages(data);
    expect(pages.length).toBeGreaterThan(20);
    // Signatures never stand on a page without the table.
    for (const [at, page] of pages.entries()) {
      for (const head of ['序号', '姓名', '累计积分', '积分项目']) expect(page, `page ${at + 1}`).toContain(head);
      expect(page).toContain(`— ${at + 1} —`);
    }
    for (const font of pdfFonts(data)) expect(font).toMatch(/^[A-Z]{6}\+.*CID.*yes yes yes/);
    expect(data.length).toBeLessThan(1_000_000);
  });

  test('a member whose lines go over a page is named again on the next', async () => {
    const lines = Array.from({ length: 90 }, (_, at) => ({ day: '2026-01-05', item: `第${at + 1}项` }));
    const one = { name: '古丽巴哈尔·阿不都热西提', lines, sums: [600_000], total: 600_000 };
    const form = branchRegisterForm({ branch: '支部', period: '2026Q1', components: ['基础分'], members: [one] });
    const pages = pdfPages(await writePdf(form)).filter((page) => page.includes('项\n'));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(dense(page)).toContain(one.name);
  });

  test('its .docx says that the heads repeat and that rows stay whole', async () => {
    const xml = partOf(await writeDocx(document), 'word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThan(300);
    expect(xml).toContain('w:eastAsia="仿宋_GB2312"');
  });

  test('its .xlsx repeats the heads in print and keeps a name like a formula as text', async () => {
    const data = (await writeXlsx(document)) ?? Buffer.alloc(0);
    expect(partOf(data, 'xl/workbook.xml')).toMatch(/Print_Titles[^<]*<?[^<]*\$3:\$4/);
    const { texts } = xlsxValues(data);
    for (const name of HARD_NAMES) expect(texts).toContain(name);
    expect(partOf(data, 'xl/styles.xml')).toContain('numFmtId="49"');
  });
});

describe('places that are hard to set', () => {
  const table = (rows: readonly Row[], head: readonly Row[] = []): PaperDocument => ({
    title: '表',
    sheet: 'a4',
    numbered: false,
    blocks: [{ kind: 'table', name: '表', columns: [{ width: 1 }, { width: 3 }], head, rows }],
  });

  test('a place of several pages goes on from page to page and loses nothing', async () => {
    const text = Array.from({ length: 1500 }, (_, at) => `${at}。`).join('');
    const pages = pdfPages(
      await writePdf(table([row([label('内容'), { text, foot: '（盖章）' }])], [heads(['甲', '乙'])])),
    );
    expect(pages.length).toBeGreaterThan(2);
    const all = pages.map((page) => dense(page).replace('甲乙', '').replace('内容', '')).join('');
    expect(all.replace('（盖章）', '')).toBe(text);
    expect(all.split('（盖章）')).toHaveLength(2);
  });

  test('a head higher than a page, an empty table and a name without end are set and come to an end', async () => {
    const high = row(['甲', '很高'.repeat(3000)]);
    expect(pdfPages(await writePdf(table([row(['一', '二']), row(['三', '四'])], [high]))).length).toBeLessThan(10);
    expect(pdfPages(await writePdf(table([]))).length).toBe(1);
    const name = '阿'.repeat(200);
    expect(dense(pdfPages(await writePdf(table([row([name, 'x'.repeat(400)])])))[0] ?? '')).toContain(name);
  });
});

describe('what belongs together', () => {
  const name = '买买提·阿布都热西提·吐尔逊江·艾力尼亚孜·卡德尔';
  const branch = '中共察布查尔锡伯自治县第一小学支部委员会';
  const lines = (n: number) =>
    Array.from({ length: n }, (_, at) => ({ day: '2026-01-05', item: `第${at + 1}项`, points: 10_000 }));
  const sums = [{ component: '基础分', points: 600_000 }];

  test('wherever a table ends, its last row has the signatures with it, and no heading is parted from its table', async () => {
    for (const n of [3, 5, 6, 7, 8, 14, 16]) {
      const member = { name, standing: '正式党员' };
      const whole = { branch, member, sums, total: 600_000, code: '144M-GGXV-1V3Y' };
      const record = personalForm({ ...whole, year: '2026', lines: lines(n), quarters: [] });
      const register = memberRegisterForm({ ...whole, period: '2026', lines: lines(n) });
      for (const [form, last] of [
        [record, '异议和申诉'],
        [register, '分值'],
      ] as const) {
        const pages = pdfPages(await writePdf(form));
        for (const text of [last, '以上内容本人已经核对']) expect(pages.at(-1), `${form.title} ${n}`).toContain(text);
        for (const page of pages) expect(page).not.toMatch(/(积分构成|积分|事项|结果)\n[^\n]*\n?(— \d — ?\n?)?$/);
      }
    }
  });

  test('a long branch and a long name leave the control code and the day to sign readable', async () => {
    const member = { name, standing: '正式党员' };
    const whole = { branch, member, sums, total: 600_000, code: '144M-GGXV-1V3Y' };
    const [page = ''] = pdfPages(await writePdf(personalForm({ ...whole, year: '2026', lines: [], quarters: [] })));
    expect(page).toMatch(/卡德尔 2026年度 中共.*… 校验码 144M-GGXV-1V3Y/);
    expect(page).toMatch(/^年 月 日$/m);
  });

  test('of a scheme of many components no number is broken', async () => {
    const components = ['固定分', '结转分', '满分起扣', '加分', '倒扣', '按职务', '连带', '扣分', '达到条件'];
    const points = components.map((_, at) => -666_700 - at);
    const one = { name, lines: lines(2), sums: points, total: -6_000_300 };
    const form = branchRegisterForm({ branch, period: '2026Q1', components, members: [one] });
    expect(pdfPages(await writePdf(form))[0]?.match(/-66\.67/g)).toHaveLength(9);
    const member = { name, category: '在职', figures: points, total: -6_000_300, rank: 12 };
    const sheet = summaryForm({ branch, period: '2026', columns: components, members: [member] });
    expect(pdfPages(await writePdf(sheet))[0]?.match(/-66\.67/g)).toHaveLength(18);
  });

  test('the slip of a long name is still two pages', async () => {
    const slip = declarationForm({ branch, month: '2026-05', declarant: name, code: 'E9GT-KBNG-YDJ5' });
    expect(pdfPages(await writePdf(slip))).toHaveLength(2);
  });
});

describe('fonts and characters', () => {
  test('a Word file names 仿宋 and what may stand for it, and a theme without missing fonts', async () => {
    const { minutes } = samples({ members: 3, hard: true });
    const data = await writeDocx(minutes ?? registerOf({ members: 1, hard: false }));
    expect(partOf(data, 'word/fontTable.xml')).toContain('w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong');
    expect(partOf(data, 'word/theme/theme1.xml')).not.toMatch(/Calibri|等线|Cambria/);
  });

  test('a character that no font has is marked, and the sheet says so; the Word file has it', async () => {
    const base = registerOf({ members: 1, hard: false });
    const document = {
      ...base,
      blocks: [...base.blocks, { kind: 'paragraph', style: 'plain', text: '王\u{f1234}' } as const],
    };
    const text = dense(pdfPages(await writePdf(document)).join(''));
    expect(text).toContain('王〓');
    expect(text).toContain('共1处');
    expect(docxTexts(await writeDocx(document))).toContain('王\u{f1234}');
  });

  test('controls and marks of direction, which would break a file, are left out', async () => {
    const base = registerOf({ members: 1, hard: false });
    const text = '王\u0000\u0008\u202e五\ud800<&>"';
    const document = {
      ...base,
      title: text,
      blocks: [{ kind: 'paragraph', style: 'plain', text } as const, ...base.blocks],
    };
    expect(docxTexts(await writeDocx(document))[0]).toBe('王五<&>"');
    expect(xlsxValues((await writeXlsx(document)) ?? Buffer.alloc(0)).texts).toContain('王五<&>"');
    expect(pdfPages(await writePdf(document))[0]).toContain('王五<&>"');
  });
});
