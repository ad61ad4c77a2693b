import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MemberAnswer } from '#contract/member.ts';
import { exactPoints } from '#domain/kernel/points.ts';
import { type MemberYear, scoreBranch } from '#domain/outcome/branch-year.ts';
import { check } from '#domain/scheme/check.ts';
import { prepare } from '#domain/score/prepare.ts';
import { type Running, start } from '#server/start.ts';
import { listBranches } from '#store/branch.ts';
import { openStore } from '#store/database.ts';
import { listFacts } from '#store/entry.ts';
import { listMembers } from '#store/member.ts';
import { listSchemes } from '#store/scheme.ts';

const home = join(import.meta.dirname, '..', '..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];
const SIZES = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } };

let folder: string;
let running: Running;
let browser: Browser;
let members: MemberAnswer[];
/** What the domain itself says, from the files, by roster number. */
let truth: Map<string, MemberYear>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-pages-'));
  const web = join(folder, 'web');
  const config = join(home, 'vite.config.ts');
  await build({ root: join(home, 'src/web'), configFile: config, logLevel: 'error', build: { outDir: web } });
  const given = { port: '0', data: join(folder, 'data'), demo: true };
  running = await start({ env: {}, given, lang: 'zh-CN', print: () => {}, home, web });
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
  members = (await (await fetch(`${running.origin}/api/v1/member/list`)).json()).members;

  // The facts as they stand in the ledger that was played, scored by the domain alone.
  const store = await openStore(join(folder, 'data'));
  const [branch] = await listBranches(store.rows);
  const at = branch?.branch_id ?? '';
  const [version] = await listSchemes(store.rows, at);
  const { scheme } = check(version?.document);
  if (!scheme) throw new Error('the example scheme does not pass check');
  const kept = await listMembers(store.rows, at);
  const facts = await listFacts(store.rows, at);
  await store.close();
  const codes = new Map(kept.map(({ member, code }) => [member.id, code]));
  const years = scoreBranch(
    prepare(scheme, '2026-12-31'),
    kept.map(({ member }) => member),
    facts,
  );
  truth = new Map(years.map((year) => [codes.get(year.member.id) ?? '', year]));
});
afterAll(async () => {
  await browser?.close();
  await running?.stop();
  rmSync(folder, { recursive: true });
});

/** Opens a page in a context of its own, and hears every request and every complaint of the browser. */
async function open(path: string, size: keyof typeof SIZES, options: { script?: boolean } = {}) {
  const context: BrowserContext = await browser.newContext({
    viewport: SIZES[size],
    javaScriptEnabled: options.script ?? true,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(running.origin + path, { waitUntil: 'networkidle' });
  return { page, context, requests, complaints };
}

async function violations(page: Page): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  // Through the debugger, since the page's own policy lets no foreign script in.
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run().then((r) => JSON.stringify(r.violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 160))])))`,
    awaitPromise: true,
  });
  return JSON.parse(String(result.value));
}

async function overflow(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

const boardPath = () => new URL(running.board ?? '').pathname;
const myPath = () => `/my/${members[3]?.id}`;
const pages: [string, () => string][] = [
  ['start', () => '/'],
  ['board', boardPath],
  ['choice of a member', () => '/my'],
  ['own page', myPath],
];

describe.each(Object.keys(SIZES) as (keyof typeof SIZES)[])('on a %s', (size) => {
  describe.each(['', '?lang=en'])('in the language of "%s"', (lang) => {
    test.each(pages)('the %s has no axe violation, fits, and asks nobody else', async (_, path) => {
      const { page, context, requests, complaints } = await open(path() + lang, size);
      for (const node of await page.locator('details').all())
        await node.evaluate((one: HTMLDetailsElement) => (one.open = true));
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(requests.filter((url) => !url.startsWith(running.origin))).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await page.getAttribute('html', 'lang')).toBe(lang === '' ? 'zh-CN' : 'en');
      expect(await page.textContent('body')).toContain(lang === '' ? '演示' : 'Demo');
      await context.close();
    });
  });
});

describe('the board as the masses see it (product §6)', () => {
  test('needs no script and at most 30 KB, all files together', async () => {
    const { page, context, requests } = await open(boardPath(), 'phone', { script: false });
    expect(await page.textContent('h1')).toBe('演示小学党支部');
    let bytes = 0;
    for (const url of requests) {
      const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
      bytes += (await answer.arrayBuffer()).byteLength;
      expect(answer.headers.get('content-type')).not.toContain('javascript');
    }
    await context.close();
    expect(bytes).toBeLessThanOrEqual(30 * 1024);
  });

  test('holds no name of a member, opens none, and shows no bar of fewer than three', async () => {
    for (const lang of ['', '?lang=en']) {
      const text = await (await fetch(running.origin + boardPath() + lang)).text();
      const named = members.filter(({ id, name }) => text.includes(name) || text.includes(id));
      expect(named).toEqual([]);
      expect(text).not.toContain('/my');
    }
    const { page, context } = await open(boardPath(), 'desk');
    const counts = await page.locator('.bars tbody td.n').allTextContents();
    expect(counts.map((text) => Number.parseInt(text, 10)).every((count) => count >= 3)).toBe(true);
    await context.close();
  });

  test('leads to English and back without losing its place', async () => {
    const { page, context } = await open(boardPath(), 'phone');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: "The year's calendar" }).waitFor();
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByRole('heading', { name: '全年日程' }).waitFor();
    expect(page.url()).toBe(running.origin + boardPath());
    await context.close();
  });

  test('fits a wall of 4K and prints on A4', async () => {
    const { page, context } = await open(boardPath(), 'desk');
    await page.setViewportSize({ width: 3840, height: 2160 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))).toBeGreaterThan(24);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(sheets).toBeLessThanOrEqual(3);
    await context.close();
  });
});

describe('the member’s own page (issue 2, item 6)', () => {
  test('shows for every member the total, rank and grade that the domain computes', async () => {
    const { page, context } = await open('/my', 'phone');
    expect(members).toHaveLength(truth.size);
    for (const { id, code, name } of members) {
      const year = truth.get(code);
      await page.goto(`${running.origin}/my/${id}`);
      await page.getByText(name).first().waitFor();
      expect(await page.locator('[data-total]').getAttribute('data-total'), code).toBe(
        exactPoints(year?.evaluation.total ?? NaN),
      );
      const said = await page.locator('.standing .said').allTextContents();
      expect(said, code).toEqual([
        year?.rank ? `第${year.rank.rank}名` : '不参加排名',
        year?.proposal.grade ?? '未拟定',
      ]);
    }
    await context.close();
  });

  test('is reached and opened with the keyboard alone, down to a fact', async () => {
    const { page, context } = await open('/my', 'desk');
    await page.getByLabel('按姓名或编号查找').fill('D001');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '这分怎么来的' }).waitFor();
    const depth = () => page.evaluate(() => document.querySelectorAll('details[open]').length);
    for (let steps = 0; steps < 40 && (await depth()) < 3; steps++) {
      await page.keyboard.press('Tab');
      const opens = await page.evaluate(() => {
        const at = document.activeElement;
        const inside = document.querySelectorAll('details[open]').length === 0 || at?.closest('details[open]') !== null;
        return at?.tagName === 'SUMMARY' && inside && at.parentElement?.querySelector('.fact') !== null;
      });
      if (opens) await page.keyboard.press('Enter');
    }
    expect(await depth()).toBe(3);
    expect(await page.locator('.fact time:visible').count()).toBeGreaterThan(0);
    await context.close();
  });

  test('adds up at every level: opening, parts and adjustments make the number shown', async () => {
    for (const { id } of members) {
      const answer = await (await fetch(`${running.origin}/api/v1/score/show?member=${id}`)).json();
      const faults: string[] = [];
      const walk = (node: typeof answer.explanation): void => {
        if (['fact', 'pool', 'missing', 'transfer'].includes(node.kind)) return;
        const parts = [
          node.opens,
          ...node.children.map((one: typeof node) => one.points),
          ...node.adjustments.map((one: { delta: object }) => one.delta),
        ];
        const sum = parts.reduce((all, one) => all + Math.round(Number(one?.exact ?? 0) * 10_000), 0);
        if (sum !== Math.round(Number(node.points.exact) * 10_000)) faults.push(node.id);
        node.children.forEach(walk);
      };
      walk(answer.explanation);
      expect(faults).toEqual([]);
    }
  });

  test('keeps English in its address from page to page', async () => {
    const { page, context } = await open('/my?lang=en', 'phone');
    await page.getByRole('link', { name: members[0]?.name ?? '' }).click();
    await page.getByRole('heading', { name: 'Where the points come from' }).waitFor();
    expect(new URL(page.url()).search).toBe('?lang=en');
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByRole('heading', { name: '这分怎么来的' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await context.close();
  });

  test('says in kind words what is missing, and what to do when nothing answers', async () => {
    const { page, context } = await open('/my/nobody', 'phone');
    await page.getByRole('heading', { name: '没有找到这名党员' }).waitFor();
    await page.goto(`${running.origin}/my`);
    await page.getByLabel('按姓名或编号查找').fill('无此人');
    expect(await page.getByRole('status').textContent()).toContain('没有找到“无此人”');
    await page.route('**/api/**', (route) => route.abort());
    await page.goto(`${running.origin}${myPath()}`);
    await page.getByRole('button', { name: '再试一次' }).waitFor();
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('heading', { name: '这分怎么来的' }).waitFor();
    await context.close();
  });
});
