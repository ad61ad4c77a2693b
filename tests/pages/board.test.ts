import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BoardPlace, openBoardPlace, shifted, tooSmall, transferred } from './board-place.ts';
import { overflow, violations } from './place.ts';

/** The screens on which every page is tried, the narrowest and the widest among them. */
const WIDTHS = [320, 360, 768, 1440, 3840];
/** On these axe looks as well. */
const LOOKED: readonly number[] = [360, 1440];
const PHONE = { width: 360, height: 800 };
/** The rotation of the board, then that of the notice. */
const TV = [1, 2, 3, 4];

let place: BoardPlace;
let folder: string;
/** The code of a slip that nobody has used. */
let slip: string;

beforeAll(async () => {
  place = await openBoardPlace();
  folder = mkdtempSync(join(tmpdir(), 'sunledger-sheets-'));
});
afterAll(async () => {
  await place?.stop();
  rmSync(folder, { recursive: true });
});

async function withPage<T>(use: (page: Page) => Promise<T>, size = PHONE): Promise<T> {
  const context = await place.browser.newContext({ viewport: size });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

const also = (path: string, params: string): string =>
  params === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${params}`;

/** A page as it must be on every screen, in every language and size. */
async function isSound(page: Page, address: string): Promise<void> {
  await page.setViewportSize(PHONE);
  await page.goto(address);
  expect(await shifted(page), 'layout shift').toBe(0);
  expect(await page.locator('script').count()).toBe(0);
  // The same elements stand on every width; they are laid out anew on a phone, and in large letters everywhere as on a phone.
  const looked = address.includes('big=') || address.includes('lang=en') ? LOOKED.slice(0, 1) : LOOKED;
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: Math.round((width * 9) / 16) });
    expect(await overflow(page), `${address} at ${width}`).toBeLessThanOrEqual(0);
    if (looked.includes(width)) expect(await violations(page), `${address} at ${width}`).toEqual([]);
    if (address.includes('big=') && !address.includes('tv='))
      expect(await tooSmall(page), `${address} at ${width}`).toEqual([]);
  }
}

const pages: [string, () => string][] = [
  ['start page', () => '/'],
  ['board', () => `/b/${place.board}`],
  ['board without a superior', () => `/b/${place.alone}`],
  ['running notice', () => `/n/${place.notice}`],
  ['dead notice', () => '/n/nothing'],
  ['form of fingerprints', () => '/v'],
  ['fingerprint', () => `/v/${place.fingerprint}`],
  ['two doors', () => `/ask/${place.board}?notice=${place.notice}`],
  ['one door', () => `/ask/${place.alone}`],
  ['page that is not there', () => '/nothing'],
  ['sign-in page', () => '/sign-in'],
  ...TV.map((n): [string, () => string] => [`board on a wall, page ${n}`, () => `/b/${place.board}?tv=${n}`]),
  ...TV.slice(0, 3).map((n): [string, () => string] => [
    `notice on a wall, page ${n}`,
    () => `/n/${place.notice}?tv=${n}`,
  ]),
];

describe('every public page, from 320 px to 4K (product §7, issue 4 §6)', () => {
  describe.each(['', 'lang=en'])('in "%s"', (lang) => {
    test.each(pages)(
      'the %s has no axe violation, fits, does not move, in ordinary and large letters',
      async (_, path) => {
        await withPage(async (page) => {
          await isSound(page, place.origin + also(path(), lang));
          await isSound(page, place.origin + also(also(path(), lang), 'big=2'));
          await page.goto(place.origin + also(also(path(), lang), 'big=1'));
          expect(await overflow(page)).toBeLessThanOrEqual(0);
          if (!path().includes('tv=')) expect(await tooSmall(page)).toEqual([]);
        });
      },
    );
  });

  test('so have the first use, its slips, and the page to which a slip leads', async () => {
    await withPage(async (page) => {
      for (const params of ['', 'lang=en', 'big=2'])
        for (const path of ['/', '/init']) await isSound(page, place.empty + also(path, params));
      await page.goto(`${place.empty}/init?big=1`);
      await page.getByRole('button').click(); // the browser itself holds back what is not filled in
      for (const [name, value] of Object.entries({ branch: '某支部', secretary: '甲', system: '乙', security: '丙' }))
        await page.locator(`[name=${name}]`).fill(value);
      await page.locator('[name=audit]').fill(' ');
      await page.getByRole('button').click();
      await page.getByRole('alert').waitFor();
      expect(await page.locator('[name=branch]').inputValue()).toBe('某支部');
      expect(await page.locator('[aria-invalid]').getAttribute('name')).toBe('audit');
      expect(await violations(page)).toEqual([]);
      await page.locator('[name=audit]').fill('丁');
      await page.getByRole('button').click();
      await page.getByRole('heading', { name: '党支部已建立' }).waitFor();
      expect(new URL(page.url()).searchParams.get('big')).toBe('1');
      expect(await violations(page)).toEqual([]);
      expect(await tooSmall(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      slip = (await page.locator('.slip b').nth(1).textContent()) ?? '';
    });
    await withPage(async (page) => {
      for (const params of ['', 'lang=en', 'big=2', 'lang=en&big=2'])
        await isSound(page, place.empty + also(`/join/${slip}`, params));
      await page.goto(`${place.empty}/join/${slip}?big=1`);
      await page.getByLabel('密码').first().fill('我在山里教书二十多年了');
      await page.getByLabel('再输入一次').fill('我在山里教书三十多年了');
      await page.getByRole('button').click();
      await page.getByText('两次输入的密码不一致').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await tooSmall(page)).toEqual([]);
    });
  });
});

describe('large letters (product §7)', () => {
  test('a link turns them on; they stay in links and forms, and are turned off again', async () => {
    await withPage(async (page) => {
      await page.goto(`${place.origin}/b/${place.board}`);
      await page.getByRole('link', { name: '大字版' }).click();
      expect(await page.getAttribute('html', 'class')).toBe('big');
      await page.getByRole('link', { name: 'English' }).click();
      await page.getByRole('link', { name: 'Ask online' }).click();
      await page.getByLabel('Your question').fill('一个问题');
      await page.getByRole('button', { name: 'Send the question' }).click();
      await page.getByRole('link', { name: /Back/ }).click();
      expect(await page.getAttribute('html', 'class')).toBe('big');
      expect(await page.getAttribute('html', 'lang')).toBe('en');
      await page.getByRole('link', { name: 'Check a fingerprint' }).click();
      await page.getByLabel('Fingerprint').fill(place.fingerprint.slice(0, 20));
      await page.getByRole('button', { name: 'Check' }).click();
      await page.getByRole('heading', { name: 'The document exists' }).waitFor();
      expect(new URL(page.url()).search).toBe('?lang=en&big=1');
      await page.getByRole('link', { name: 'Standard text' }).click();
      expect(await page.getAttribute('html', 'class')).toBeNull();
    });
  });

  test('the size that the signed-in pages keep holds here too, unless the address says another', async () => {
    await withPage(async (page) => {
      await page.context().addCookies([{ name: 'sunledger-mode', value: 'bigger', url: place.origin }]);
      await page.goto(`${place.origin}/b/${place.board}`);
      expect(await page.getAttribute('html', 'class')).toBe('big bigger');
      expect(await page.getByRole('link', { name: '网上询问' }).getAttribute('href')).not.toContain('big=');
      await page.getByRole('link', { name: '标准字' }).click();
      expect(await page.getAttribute('html', 'class')).toBeNull();
      expect(await page.getByRole('link', { name: '网上询问' }).getAttribute('href')).toContain('big=0');
    });
  });
});

describe('the board and the notice (product §6)', () => {
  test.each(['', 'lang=en', 'big=2', 'print=a3', 'tv=1'])(
    'are at most 30 KB on the wire and run no script ("%s")',
    async (params) => {
      // Each in a window of its own: nothing of it is kept from before.
      for (const path of [`/b/${place.board}`, `/n/${place.notice}`])
        await withPage(async (page) => {
          const { bytes, types } = await transferred(page, place.origin + also(path, params));
          expect(bytes).toBeGreaterThan(1000);
          expect(bytes).toBeLessThanOrEqual(30 * 1024);
          expect(new Set(types)).toEqual(new Set(['text/html', 'image/svg+xml']));
        });
    },
  );

  test('the board is named by its branch, tells what is posted and until when, and names nobody anywhere', async () => {
    await withPage(async (page) => {
      await page.goto(`${place.origin}/b/${place.board}`);
      expect(await page.textContent('h1')).toBe(place.branch);
      expect(await page.title()).toContain(place.branch);
      expect(await page.locator('.live').textContent()).toContain('2026年4月10日至2026年4月17日');
      for (const params of ['', 'print=a3', ...TV.map((n) => `tv=${n}`)]) {
        await page.goto(place.origin + also(`/b/${place.board}`, params));
        const content = await page.content();
        for (const name of place.names) expect(content).not.toContain(name);
        expect(content).not.toContain(place.notice);
      }
    });
  });

  test('where no superior is connected the board says so and leads to the form on paper', async () => {
    await withPage(async (page) => {
      await page.goto(`${place.origin}/b/${place.alone}`);
      expect(await page.locator('.doors').textContent()).toContain('没有接入上级党组织');
      await page.getByRole('link', { name: '打印意见单' }).click();
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByText('致：上级党组织').isVisible()).toBe(true);
    });
  });
});

describe('on a wall (issue 4 §4)', () => {
  test.each([
    [1920, 1080],
    [3840, 2160],
    [1366, 768],
  ])('every page fills %i × %i without scrolling, in both languages', async (width, height) => {
    await withPage(
      async (page) => {
        const boards = [place.board, place.alone].flatMap((code) => TV.map((n) => `/b/${code}?tv=${n}`));
        for (const path of [...boards, ...TV.map((n) => `/n/${place.notice}?tv=${n}`)])
          for (const lang of ['', 'lang=en']) {
            await page.goto(place.origin + also(path, lang));
            const beyond = await page.evaluate(() => {
              const main = document.querySelector('main') ?? document.body;
              const least = Math.min(
                ...[...document.querySelectorAll('td, li, p')].map((one) => parseFloat(getComputedStyle(one).fontSize)),
              );
              const { scrollHeight, scrollWidth } = document.documentElement;
              return {
                main: main.scrollHeight - main.clientHeight,
                page: scrollHeight - innerHeight,
                wide: scrollWidth - innerWidth,
                small: least < innerHeight / 50,
              };
            });
            expect(beyond, path + lang).toEqual({ main: 0, page: 0, wide: 0, small: false });
          }
      },
      { width, height },
    );
  });

  test('the notice names everyone exactly once over its pages, by strokes of the surname', async () => {
    await withPage(async (page) => {
      await page.goto(`${place.origin}/n/${place.notice}?tv=1&pause=1`);
      const shown: string[] = [];
      do {
        shown.push(...(await page.locator('.sums tbody th span:first-child').allTextContents()));
        await page.getByRole('link', { name: '下一页' }).click();
      } while (new URL(page.url()).searchParams.get('tv') !== '1');
      const strokes = new Intl.Collator('zh-u-co-stroke');
      expect(shown).toEqual(place.names.toSorted((a, b) => strokes.compare(a, b)));
    });
  });

  test('turns by itself from page to page and from the last to the first, without script, until it is stopped by the keyboard', async () => {
    const context = await place.browser.newContext({ javaScriptEnabled: false });
    const [first, last, held] = [await context.newPage(), await context.newPage(), await context.newPage()];
    await held.goto(`${place.origin}/b/${place.board}?tv=2&lang=en`);
    for (let steps = 0; steps < 10 && !held.url().includes('pause=1'); steps++) {
      await held.keyboard.press('Tab');
      const { label } = await held.evaluate(() => ({ label: document.activeElement?.textContent }));
      if (label !== 'Pause') continue;
      await Promise.all([held.waitForURL(/pause=1/), held.keyboard.press('Enter')]);
    }
    expect(held.url()).toContain('tv=2&pause=1');
    await first.goto(`${place.origin}/b/${place.board}?tv=1`);
    await last.goto(`${place.origin}/n/${place.notice}?tv=3`);
    await Promise.all([first.waitForURL(/tv=2/, { timeout: 30_000 }), last.waitForURL(/tv=1/, { timeout: 30_000 })]);
    expect(held.url()).toContain('tv=2&pause=1');
    await held.getByRole('link', { name: 'Continue' }).click();
    await held.getByRole('link', { name: 'Stop rotating' }).click();
    expect(held.url()).toBe(`${place.origin}/b/${place.board}?lang=en`);
    await context.close();
  });
});

/** The sheets that a page prints, each as text, and the size of the first in points. */
async function sheets(page: Page, path: string): Promise<{ texts: string[]; size: string }> {
  await page.goto(place.origin + path);
  const file = join(folder, 'sheet.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const texts = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  const size = /Page size:\s+(\d+)[.\d]* x (\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }));
  return { texts, size: `${size?.[1]} × ${size?.[2]}` };
}

describe('on paper (product §7)', () => {
  test.each([
    ['a4', '594 × 841', 3, 2],
    ['a3', '841 × 1191', 3, 2],
  ])(
    'on %s the sheets have their size and number, the table repeats its head, the code can be scanned',
    async (paper, size, most, names) => {
      await withPage(async (page) => {
        const board = await sheets(page, `/b/${place.board}?print=${paper}`);
        expect(board.size).toBe(size);
        expect(board.texts.length).toBeLessThanOrEqual(most);
        const notice = await sheets(page, `/n/${place.notice}?print=${paper}`);
        expect(notice.size).toBe(size);
        expect(notice.texts).toHaveLength(names);
        for (const [at, text] of notice.texts.entries()) {
          expect(text).toMatch(/姓名.*合计/);
          expect(text).toContain('2026年第1季度党员积分公示');
          expect(text).toMatch(new RegExp(`\\b${at + 1}\\s*/\\s*${names}\\s*$`));
        }
        const all = notice.texts.join('');
        for (const name of place.names) expect(all).toContain(name);
        expect(all.replaceAll(' ', '')).toContain(place.fingerprint);
        expect(all).toContain(`${place.origin}/v`);
        expect(all).toContain(`${place.origin}/n/${place.notice}`);
        expect(all).not.toContain('网上询问');
        await page.emulateMedia({ media: 'print' });
        const wide = await page.locator('.qr').evaluate((one) => one.getBoundingClientRect().width);
        expect(wide).toBeGreaterThanOrEqual((35 / 25.4) * 96);
      });
    },
  );
});
