import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlace, type Place, SIZES, WEB } from './place.ts';

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly isDynamicEntry?: boolean };

let place: Place;
let manifest: Readonly<Record<string, Chunk>>;

beforeAll(async () => {
  place = await openPlace({ until: '2026-09-25' });
  manifest = JSON.parse(readFileSync(join(WEB, '.vite/manifest.json'), 'utf8'));
}, 300_000);
afterAll(async () => await place?.stop());

/** The scripts that a page asked for, as names in the manifest. */
function scriptsOf(requests: readonly string[]): string[] {
  const files = requests.map((url) => new URL(url).pathname.slice(1)).filter((path) => path.endsWith('.js'));
  return Object.keys(manifest).filter((name) => files.includes(manifest[name]?.file ?? ''));
}

/** A chunk with everything that it imports at once. */
function closure(name: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const other of manifest[name]?.imports ?? []) closure(other, seen);
  return seen;
}

test('a member’s home takes at most 130 KB of script, compressed (issue 4, budgets)', async () => {
  const { context, requests } = await place.open('/my', { as: 'member' });
  await context.close();
  const bytes = scriptsOf(requests).map((name) => gzipSync(readFileSync(join(WEB, manifest[name]?.file ?? ''))).length);
  expect(bytes.length).toBeGreaterThan(0);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(130 * 1024);
});

/** A slow phone on a slow network: what was seen when, and what moved. */
async function slowVisit(): Promise<{ readable: number; usable: number; shift: number }> {
  const sign = await place.signIn('member');
  const context = await place.browser.newContext({ viewport: SIZES.phone });
  await context.addCookies([{ name: 'sunledger', value: sign.cookie, url: place.origin }]);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = { readable: 0, shift: 0, used: Number.POSITIVE_INFINITY };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        // What the person's own choice moves afterwards is meant to move.
        if (!hadRecentInput && entry.startTime < seen.used) seen.shift += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    const look = (): void => {
      const total = document.querySelector('[data-total]');
      // Painted, not only parsed: styles are there and the frame was drawn.
      if (total && total.getClientRects().length > 0 && document.styleSheets.length > 0)
        requestAnimationFrame(() => (seen.readable ||= performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 562,
    downloadThroughput: (1.44 * 1024 * 1024) / 8,
    uploadThroughput: (0.675 * 1024 * 1024) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(`${place.origin}/my`, { waitUntil: 'commit' });
  // Usable: the page does what is asked of it.
  await page.locator('.size select').waitFor();
  await page.evaluate(() => {
    (window as unknown as { seen: { used: number } }).seen.used = performance.now();
  });
  await page.locator('.size select').selectOption('big');
  await page.waitForFunction(() => document.documentElement.dataset['mode'] === 'big');
  const usable = await page.evaluate(() => performance.now());
  await page.waitForTimeout(300);
  const { readable, shift } = await page.evaluate(
    () => (window as unknown as { seen: { readable: number; shift: number } }).seen,
  );
  await context.close();
  return { readable, usable, shift };
}

test('on a slow phone and network the own total is read within 2.5 s and the page used within 4 s, and nothing jumps', async () => {
  // Another program on the machine may disturb one visit; three are enough to see what the page itself takes.
  const visits = [await slowVisit(), await slowVisit(), await slowVisit()];
  console.log(JSON.stringify(visits));
  expect(Math.min(...visits.map(({ readable }) => readable))).toBeLessThanOrEqual(2500);
  expect(Math.min(...visits.map(({ usable }) => usable))).toBeLessThanOrEqual(4000);
  expect(Math.max(...visits.map(({ shift }) => shift))).toBeLessThanOrEqual(0.05);
});

test('no page loads a chunk that it does not use: its frame, its own, and what these import', async () => {
  const own = closure(Object.keys(manifest).find((name) => name.endsWith('index.html')) ?? '');
  const paths: [path: string, role: 'member' | 'secretary'][] = [
    ['/my', 'member'],
    ['/my/score', 'member'],
    [`/desk/${place.branch}`, 'secretary'],
    [`/desk/${place.branch}/review`, 'secretary'],
    [`/desk/${place.branch}/roster`, 'secretary'],
    [`/meeting/${place.branch}`, 'secretary'],
  ];
  for (const [path, role] of paths) {
    const { context, requests } = await place.open(path, { as: role, size: 'desk' });
    await context.close();
    const more = scriptsOf(requests).filter((name) => !own.has(name));
    const entries = more.filter((name) => manifest[name]?.isDynamicEntry);
    const reached = new Set(entries.flatMap((name) => [...closure(name)]));
    expect(entries.length, `${path}: ${entries.join(', ')}`).toBeLessThanOrEqual(2);
    expect(
      more.filter((name) => !reached.has(name)),
      path,
    ).toEqual([]);
  }
});

test.each([
  ['/my', 'member', 'phone'],
  ['/my/score', 'member', 'phone'],
  ['/my/lines', 'member', 'phone'],
  ['/my/more', 'member', 'phone'],
  ['/desk/$branch', 'secretary', 'desk'],
  ['/desk/$branch/months', 'secretary', 'desk'],
  ['/meeting/$branch', 'secretary', 'desk'],
] as const)('nothing jumps while %s comes over a slow network (issue 4, budgets)', async (path, role, size) => {
  const { cookie } = await place.signIn(role);
  const context = await place.browser.newContext({ viewport: SIZES[size] });
  await context.addCookies([{ name: 'sunledger', value: cookie, url: place.origin }]);
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { shift: number }).shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const session = await context.newCDPSession(page);
  const slow = { offline: false, latency: 300, downloadThroughput: 180_000, uploadThroughput: 80_000 };
  await session.send('Network.emulateNetworkConditions', slow);
  await page.goto(place.origin + path.replace('$branch', place.branch), { waitUntil: 'networkidle' });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThanOrEqual(0.05);
  await context.close();
});
