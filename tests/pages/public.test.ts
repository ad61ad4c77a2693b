import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, start } from '#server/start.ts';
import { readStoryFiles } from '#server/story-files.ts';
import { openServices } from '#service/open.ts';
import { addBoard, addBranch } from '#store/branch.ts';
import { openStore, type Store } from '#store/database.ts';
import { addOrg } from '#store/org.ts';
import { hashOfEvent } from '#store/public.ts';

const home = join(import.meta.dirname, '..', '..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-gpu',
  '--no-first-run',
  '--disable-sync',
];
const SIZES = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } };
/** A day on which the first quarter's notice of the story runs. */
const TODAY = '2026-04-15';
/** The board of a branch that stands alone. */
const ALONE = 'a10ne'.repeat(6);
/** Where pictures go when someone wants to look at them. */
const PICTURES = process.env['PICTURES'];

let folder: string;
let running: Running;
let browser: Browser;
let store: Store;
let board: string;
let code: string;
let fingerprint: string;
let names: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-public-pages-'));
  const story = await readStoryFiles(join(home, 'examples/story-2026.yaml'));
  if ('problems' in story) throw new Error(JSON.stringify(story.problems.slice(0, 5)));
  const services = await openServices(folder);
  await services.play(story, TODAY);
  await services.close();
  const given = { port: '0', data: folder, today: TODAY };
  running = await start({ env: { LOG_LEVEL: 'silent' }, given, lang: 'zh-CN', print: () => {}, home });
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
  store = await openStore(folder);
  board = new URL(running.board ?? '').pathname.replace('/b/', '');
  const alone = { branch_id: 'C', org_id: 'O', name: '独立支部', demo: 1 as const, created_at: '2026-01-01' };
  await addOrg(store.rows, { id: 'O', parent_id: null, path: '/O/', name: '某单位', created_at: '2026-01-01' });
  await store.transaction(async (rows) => addBranch(rows, alone));
  await addBoard(store.rows, { code: ALONE, branch_id: 'C', created_at: '2026-01-01' });
  ({ code } = await store.rows.selectFrom('notice_code').select('code').executeTakeFirstOrThrow());
  const sealed = store.rows.selectFrom('document').select(['branch_id', 'seq', 'text']).where('kind', '=', 'notice');
  const { branch_id, seq, text } = await sealed.executeTakeFirstOrThrow();
  fingerprint = (await hashOfEvent(store.rows, branch_id, seq)) ?? '';
  names = (JSON.parse(text) as { members: { name: string }[] }).members.map(({ name }) => name);
  if (PICTURES !== undefined) mkdirSync(PICTURES, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await store?.close();
  rmSync(folder, { recursive: true });
});

/** Opens a page without script in a context of its own, and hears every request and complaint. */
async function open(path: string, size: keyof typeof SIZES, script = false) {
  const context = await browser.newContext({ viewport: SIZES[size], javaScriptEnabled: script });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  // Without scripts all that a page asks for is there when it is loaded.
  await page.goto(running.origin + path);
  return { page, context, requests, complaints };
}

async function violations(page: Page): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run().then((r) => JSON.stringify(r.violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 160))])))`,
    awaitPromise: true,
  });
  return JSON.parse(String(result.value));
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

const pages: [string, () => string, number?][] = [
  ['running notice', () => `/n/${code}`],
  ['dead notice', () => '/n/nothing', 404],
  ['form of fingerprints', () => '/v'],
  ['wrong fingerprint', () => '/v?print=abc', 422],
  ['known fingerprint', () => `/v/${fingerprint}`],
  ['unknown fingerprint', () => `/v/${'0'.repeat(64)}`, 404],
  ['two doors', () => `/ask/${board}`],
  ['one door without a superior', () => `/ask/${ALONE}`],
  ['two doors from a notice', () => `/ask/${board}?notice=${code}`],
];

describe.each(Object.keys(SIZES) as (keyof typeof SIZES)[])('on a %s', (size) => {
  describe.each(['zh-CN', 'en'])('in %s', (lang) => {
    test.each(pages)('the %s has no axe violation, fits, is small and runs no script', async (name, path, status) => {
      const said = path();
      const { page, context, requests, complaints } = await open(
        lang === 'en' ? `${said}${said.includes('?') ? '&' : '?'}lang=en` : said,
        size,
        true,
      );
      await picture(page, `${name.replaceAll(' ', '-')}-${size}-${lang}`);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      expect(await page.locator('script').count()).toBe(0);
      expect(await page.getAttribute('html', 'lang')).toBe(lang);
      expect(complaints.filter((text) => status === undefined || !text.includes(String(status)))).toEqual([]);
      let bytes = 0;
      for (const url of requests) {
        expect(url.startsWith(running.origin)).toBe(true);
        const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
        bytes += (await answer.arrayBuffer()).byteLength;
        expect(answer.headers.get('content-type')).not.toContain('javascript');
      }
      expect(bytes).toBeLessThanOrEqual(30 * 1024);
      await context.close();
    });
  });
});

describe('the notice behind its code (product §6)', () => {
  test('names everyone by strokes of the surname and never by points; the board does not tell its code', async () => {
    const { page, context } = await open(`/n/${code}`, 'phone');
    const shown = await page.locator('.sums tbody th span:first-child').allTextContents();
    const strokes = new Intl.Collator('zh-u-co-stroke');
    expect(shown).toEqual(names.toSorted((a, b) => strokes.compare(a, b)));
    const totals = (await page.locator('.sums tbody td:last-child').allTextContents()).map(Number);
    expect(totals).not.toEqual(totals.toSorted((a, b) => b - a));
    await page.goto(`${running.origin}/b/${board}`);
    expect(await page.content()).not.toContain(code);
    await page.getByRole('link', { name: '网上询问' }).click();
    expect(page.url()).toBe(`${running.origin}/ask/${board}#question`);
    await context.close();
  });

  test('leads to its fingerprint, and back from English', async () => {
    const { page, context } = await open(`/n/${code}?lang=en`, 'phone');
    await page.getByRole('link', { name: 'Check the fingerprint' }).click();
    await page.getByRole('heading', { name: 'The document exists' }).waitFor();
    expect(await page.textContent('body')).toContain('Not superseded');
    expect(await page.textContent('body')).toContain('10 Apr 2026');
    for (const name of names) expect(await page.content()).not.toContain(name);
    await page.getByRole('link', { name: 'Check another one' }).click();
    await page.getByLabel('Fingerprint').fill(fingerprint.slice(0, 20).toUpperCase());
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('heading', { name: 'The document exists' }).waitFor();
    await context.close();
  });
});

describe('the two doors (product §3.8, trust §2.4)', () => {
  test('a question about the notice and a concern go through the forms; the case is followed; the database knows no more than the day', async () => {
    const before = await everyRow();
    const { page, context } = await open(`/n/${code}`, 'phone');
    await page.getByRole('link', { name: '网上询问' }).click();
    await page.getByLabel('您的问题').fill('志愿服务每次计几分？');
    await page.getByRole('button', { name: '提交询问' }).click();
    await page.getByRole('heading', { name: '已收到您的询问' }).waitFor();
    expect(await page.textContent('main')).toContain('2026年4月29日');
    await picture(page, 'question-done');

    await page.getByRole('link', { name: '返回询问和反映页面' }).click();
    await page.getByLabel('您要反映的内容').fill('支部负责人的一件事\n第二行');
    await page.getByRole('button', { name: '提交反映' }).click();
    await page.getByRole('heading', { name: '已收到您的反映' }).waitFor();
    const number = (await page.textContent('.code')) ?? '';
    await picture(page, 'concern-done');

    await page.getByRole('link', { name: '返回询问和反映页面' }).click();
    await page.getByLabel('查询码').fill(number);
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByRole('heading', { name: '办理情况' }).waitFor();
    expect(await page.textContent('main')).toContain('等待办理');
    await page.getByRole('link', { name: '返回询问和反映页面' }).click();
    await page.getByLabel('查询码').fill('0000 1111');
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByText('没有查到').waitFor();
    expect(await page.getByLabel('查询码').inputValue()).toBe('0000 1111');
    await picture(page, 'follow-unknown');
    expect(await context.cookies()).toEqual([]);
    await context.close();

    const left = (await everyRow()).filter((row) => !before.includes(row));
    expect(left.some((row) => row.includes('志愿服务每次计几分？'))).toBe(true);
    for (const row of left) {
      expect(row, row).not.toMatch(/\d\d:\d\d/); // no time of day
      expect(row, row).not.toMatch(/127\.0\.0\.1|Mozilla|Chrome|第二行/);
      expect(row, row).not.toContain(number.replaceAll(' ', ''));
      // No id in which an instant stands (UUIDv7) is new.
      for (const [id] of row.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f-]{17}/g))
        expect(
          before.some((old) => old.includes(id)),
          `${id} in ${row}`,
        ).toBe(true);
    }
  });

  test('an error stands beside its field with what was typed, and the page is as easy to read', async () => {
    const { page, context } = await open(`/ask/${board}`, 'phone', true);
    await page.getByLabel('您要反映的内容').fill('一件事');
    const [request] = await Promise.all([
      page.waitForRequest((one) => one.method() === 'POST'),
      page.getByRole('button', { name: '提交反映' }).click(),
    ]);
    await page.getByRole('heading', { name: '已收到您的反映' }).waitFor();
    expect(request.headers()['referer'] ?? '').not.toContain('notice');
    await page.reload();
    await page.getByText('本页已经提交过').waitFor();
    expect(await page.getByLabel('您要反映的内容').inputValue()).toBe('一件事');
    expect(await page.getByLabel('您要反映的内容').getAttribute('aria-invalid')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'spent-phone');
    await context.close();
  });
});

/** Every row of every table, as text. */
async function everyRow(): Promise<string[]> {
  const tables = await store.rows.introspection.getTables();
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const all = await store.rows
        .selectFrom(name as 'matter')
        .selectAll()
        .execute();
      return all.map((row) => `${name} ${JSON.stringify(row)}`);
    }),
  );
  return rows.flat();
}
