import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BranchAnswer } from '#contract/branch.ts';
import { termsOf } from '#domain/process/terms.ts';
import { check } from '#domain/scheme/check.ts';
import { readDocument } from '#intake/read-document.ts';
import { boardRotation } from '#server/board/tv.ts';
import { tvPage } from '#server/tv-frame.ts';

const SCHEMES = join(import.meta.dirname, '..', '..', 'schemes');
const files = readdirSync(SCHEMES).filter((name) => name.endsWith('.yaml') && !name.endsWith('.examples.yaml'));

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
});
afterAll(async () => await browser?.close());

/** What a large branch shows: totals over 65 points, so thirteen bars. */
function answerOf(title: string): BranchAnswer {
  const points = (n: number) => ({ exact: `${n}.0000`, shown: n });
  const bins = Array.from({ length: 13 }, (_, at) => ({
    from: points(95 - at * 5),
    to: points(100 - at * 5),
    count: 9,
  }));
  return {
    name: '某某镇中心小学党支部',
    demo: true,
    board: '/b/code',
    asOf: '2026-12-31',
    year: { from: '2026-01-01', to: '2026-12-31' },
    scheme: { title, version: 2, effective: '2026-01-01' },
    members: 117,
    categories: [],
    distribution: { state: 'expected', bins },
  };
}

test.each(files)('the board of %s fits a wall, also for a large branch without a superior', async (file) => {
  const { value } = await readDocument(join(SCHEMES, file));
  const { scheme } = check(value);
  if (!scheme) return; // kept to prove that the language can say it; no branch can adopt it
  const { title, terms } = scheme.document;
  const standing = { terms: termsOf(terms), superior: false, notices: [] };
  for (const lang of ['zh-CN', 'en'] as const) {
    const content = { answer: answerOf(title), scheme, standing, origin: 'http://localhost:8080' };
    const rotation = boardRotation(content, lang);
    for (const [at] of rotation.slides.entries()) {
      await page.setContent(tvPage(rotation, { asked: at + 1, paused: true }, { lang }).text);
      const beyond = await page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight);
      expect(beyond, `page ${at + 1} in ${lang}`).toBe(0);
    }
  }
});
