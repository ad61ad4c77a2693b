import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Running, start } from '#server/start.ts';
import { readStoryFiles } from '#server/story-files.ts';
import { openServices } from '#service/open.ts';
import { addBoard, addBranch } from '#store/branch.ts';
import { openStore } from '#store/database.ts';
import { addOrg } from '#store/org.ts';
import { hashOfEvent } from '#store/public.ts';

const HOME = join(import.meta.dirname, '..', '..');
const ARGUMENTS = ['--no-sandbox', '--disable-background-networking', '--disable-gpu', '--no-first-run'];
/** A day on which the first quarter's notice of the story runs. */
const TODAY = '2026-04-15';
/** The board of a branch without a superior. */
const ALONE = 'a10ne'.repeat(6);

/** The public pages of a played branch, and those of an installation where nothing is yet. */
export type BoardPlace = {
  readonly browser: Browser;
  readonly origin: string;
  readonly empty: string;
  /** The codes of board and running notice, the board of a branch without a superior, the fingerprint of the notice. */
  readonly board: string;
  readonly notice: string;
  readonly alone: string;
  readonly fingerprint: string;
  readonly branch: string;
  /** Who stands on the notice. */
  readonly names: readonly string[];
  readonly stop: () => Promise<void>;
};

/** Plays the written year up to the first notice, starts a server on it and one on an empty folder, and a browser. */
export async function openBoardPlace(): Promise<BoardPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-board-'));
  const [data, nothing] = [join(folder, 'data'), join(folder, 'nothing')];
  const story = await readStoryFiles(join(HOME, 'examples/story-2026.yaml'));
  if ('problems' in story) throw new Error(JSON.stringify(story.problems.slice(0, 5)));
  const services = await openServices(data);
  await services.play(story, TODAY);
  await services.close();
  const serve = (at: string): Promise<Running> => {
    const env = { LOG_LEVEL: 'silent', RATE_LIMIT: '1000000' };
    return start({ env, given: { port: '0', data: at, today: TODAY }, lang: 'zh-CN', print: () => {}, home: HOME });
  };
  const [running, empty] = [await serve(data), await serve(nothing)];
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
  const stop = async () => {
    await browser.close();
    await Promise.all([running.stop(), empty.stop()]);
    rmSync(folder, { recursive: true });
  };
  const board = new URL(running.board ?? '').pathname.replace('/b/', '');
  const { origin } = running;
  return { browser, origin, empty: empty.origin, board, alone: ALONE, stop, ...(await readPlace(data)) };
}

/** Adds a branch that stands alone, and reads what the pages are tried with. */
async function readPlace(data: string): Promise<Pick<BoardPlace, 'notice' | 'fingerprint' | 'names' | 'branch'>> {
  const store = await openStore(data);
  const { rows } = store;
  const scheme = await rows.selectFrom('scheme').selectAll().executeTakeFirstOrThrow();
  await addOrg(rows, { id: 'O', parent_id: null, path: '/O/', name: '某单位', created_at: '2026-01-01' });
  await store.transaction((all) =>
    addBranch(all, { branch_id: 'C', org_id: 'O', name: '独立支部', demo: 1, created_at: '2026-01-01' }),
  );
  await rows
    .insertInto('scheme')
    .values({ ...scheme, branch_id: 'C' })
    .execute();
  await addBoard(rows, { code: ALONE, branch_id: 'C', created_at: '2026-01-01' });
  const { code } = await rows.selectFrom('notice_code').select('code').executeTakeFirstOrThrow();
  const sealed = rows.selectFrom('document').select(['branch_id', 'seq', 'text']).where('kind', '=', 'notice');
  const { branch_id, seq, text } = await sealed.executeTakeFirstOrThrow();
  const { name } = await rows
    .selectFrom('branch')
    .select('name')
    .where('branch_id', '=', branch_id)
    .executeTakeFirstOrThrow();
  const fingerprint = (await hashOfEvent(rows, branch_id, seq)) ?? '';
  const { members } = JSON.parse(text) as { readonly members: readonly { readonly name: string }[] };
  await store.close();
  return { notice: code, fingerprint, branch: name, names: members.map((one) => one.name) };
}

/** How far the page has moved under the reader's eyes since it began to show (CLS). */
export async function shifted(page: Page): Promise<number> {
  return await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 100);
      }),
  );
}

/** What is harder to read or to press than elder mode allows (product §7): text below 18 px, lines below 1.5, targets below 60 px. */
export async function tooSmall(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const faults = new Set<string>();
    for (const one of document.querySelectorAll<HTMLElement>('body, body *:not(svg, svg *)')) {
      const box = one.getBoundingClientRect();
      if (box.width === 0 || box.right < 0) continue;
      const name = `${one.tagName}.${one.className} ${(one.textContent ?? '').trim().slice(0, 20)}`;
      const { fontSize, lineHeight } = getComputedStyle(one);
      const size = Number.parseFloat(fontSize);
      const written = [...one.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
      if (written && size < 17.99) faults.add(`${name}: ${fontSize}`);
      if (written && Number.parseFloat(lineHeight) < size * 1.499) faults.add(`${name}: line ${lineHeight}`);
      const target = one.matches('a, button, input:not([type=hidden]), textarea');
      if (target && !one.matches('.skip') && (box.height < 59.9 || box.width < 59.9))
        faults.add(`${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`);
    }
    return [...faults];
  });
}

/** What a page weighs on the wire, all its files, compressed as a browser asks for them, and of which kinds they are. */
export async function transferred(page: Page, address: string): Promise<{ bytes: number; types: string[] }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  const types: string[] = [];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  session.on('Network.responseReceived', ({ response }) => types.push(response.mimeType));
  await page.goto(address, { waitUntil: 'networkidle' });
  await session.detach();
  return { bytes, types };
}
