import { mkdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { writeDocx } from '#paper/docx.ts';
import { writePdf } from '#paper/pdf.ts';
import { writeXlsx } from '#paper/xlsx.ts';
import { byOffice, cellsOf, dense, pdfPages, pictures } from './read-back.ts';
import { samples } from './samples.ts';

const all = samples({ members: 40, hard: true });

/** Pages of the forms that fit on one sheet, or on two where a second belongs to them. */
const PAGES: Readonly<Record<string, number>> = {
  declaration: 2,
  'declaration-empty': 2,
  exemption: 1,
  improvement: 1,
  objection: 1,
  'objection-empty': 1,
  'objection-answer': 1,
  appeal: 1,
  'appeal-answer': 2,
};

describe('an office opens what was written', () => {
  test('LibreOffice opens every .docx and finds every text', async () => {
    const files: Record<string, Buffer> = {};
    for (const [name, document] of Object.entries(all)) files[`${name}.docx`] = await writeDocx(document);
    const opened = byOffice(files);
    expect([...opened.keys()].toSorted()).toEqual(Object.keys(files).toSorted());
    for (const [name, document] of Object.entries(all)) {
      const text = dense(pdfPages(opened.get(`${name}.docx`) ?? Buffer.alloc(0)).join(''));
      const short = cellsOf(document).filter((one) => one.text.length < 5);
      expect(
        short.filter((one) => !text.includes(dense(one.text))),
        name,
      ).toEqual([]);
    }
  });

  test('LibreOffice opens every .xlsx and repeats the heads on each page', async () => {
    const files: Record<string, Buffer> = {};
    for (const [name, document] of Object.entries(all)) {
      const data = await writeXlsx(document);
      if (data) files[`${name}.xlsx`] = data;
    }
    const opened = byOffice(files);
    expect([...opened.keys()].toSorted()).toEqual(Object.keys(files).toSorted());
    const pages = pdfPages(opened.get('register-branch.xlsx') ?? Buffer.alloc(0));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('累计积分');
  });
});

describe('the pages as pictures', () => {
  for (const [name, document] of Object.entries(all)) {
    test(`${name}: no page is empty, nothing stands in the outer margins`, async () => {
      const data = await writePdf(document);
      const images = pictures(data, 50);
      const pages = PAGES[name];
      if (pages !== undefined) expect(images).toHaveLength(pages);
      const folder = new URL('../../.cache/paper/', import.meta.url);
      mkdirSync(folder, { recursive: true });
      for (const [at, image] of images.entries()) {
        writeFileSync(new URL(`${name}-${at + 1}.png`, folder), image); // to be looked at
        const { data: grey, info } = await sharp(image).greyscale().raw().toBuffer({ resolveWithObject: true });
        const dark = [...grey.entries()].filter(([, value]) => value < 128).map(([place]) => place);
        expect(dark.length, `page ${at + 1}`).toBeGreaterThan(200);
        const edge = Math.floor(50 * (12 / 25.4));
        const outside = dark.filter((place) => {
          const [x, y] = [place % info.width, Math.floor(place / info.width)];
          return x < edge || y < edge || x >= info.width - edge || y >= info.height - edge;
        });
        expect(outside, `page ${at + 1}`).toEqual([]);
      }
    });
  }
});
