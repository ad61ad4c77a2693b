import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import type { SessionAnswer } from '#contract/session.ts';
import { calendarOf } from '#domain/calendar/calendar.ts';
import { PUBLISHED_NOTICES } from '#domain/calendar/holiday-notice.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Role } from '#domain/permission/role.ts';
import { keepDemoAccounts } from '#server/demo-accounts.ts';
import { type Running, start } from '#server/start.ts';
import { readStoryFiles } from '#server/story-files.ts';
import type { DemoAccount } from '#service/account/demo-accounts.ts';
import { openServices } from '#service/open.ts';

const HOME = join(import.meta.dirname, '..', '..');
/** The pages as they are shipped; `tests/build.mjs` has built them. */
export const WEB = join(HOME, 'dist', 'web');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

/** The sizes of screens on which pages are tried. */
export const SIZES = {
  small: { width: 320, height: 640 },
  phone: { width: 360, height: 740 },
  desk: { width: 1440, height: 900 },
  wall: { width: 1920, height: 1080 },
  huge: { width: 3840, height: 2160 },
} as const;
export type Size = keyof typeof SIZES;

/** How a page is opened: as whom (a role of the demonstration, or a sign-in made by `member`), on what, in which language and size of text. */
export type Opening = {
  /** Another browser than the place's own, as `browse` makes it. */
  readonly browser?: Browser;
  readonly as?: Role | SignIn;
  readonly size?: Size;
  readonly lang?: 'en';
  readonly mode?: 'big' | 'bigger';
  readonly script?: boolean;
};

/** A page that was opened, with every request and every complaint of the browser. */
export type Opened = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly requests: string[];
  readonly complaints: string[];
};

/** Somebody who is signed in: the cookie, and who the server says it is. */
export type SignIn = { readonly cookie: string; readonly who: SessionAnswer };

/** A played branch on a running server, and a browser before it. */
export type Place = {
  readonly origin: string;
  readonly board: string;
  readonly branch: string;
  readonly browser: Browser;
  readonly folder: string;
  readonly signIn: (role: Role) => Promise<SignIn>;
  /** Signs a member of the roster in by a slip that the secretary issues. */
  readonly member: (code: string) => Promise<SignIn>;
  readonly api: (as: SignIn, path: string, body?: object, headers?: Record<string, string>) => Promise<Response>;
  readonly open: (path: string, opening?: Opening) => Promise<Opened>;
  /** Lets the calendar of the server go on to another day; pages that are open stay open and signed in. */
  readonly turnTo: (day: Day) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A browser as tests use it; with a file of pictures it sees that before its camera, and lends it without asking. */
export async function browse(camera?: string): Promise<Browser> {
  const lens = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  const args = camera === undefined ? [] : [...lens, `--use-file-for-fake-video-capture=${camera}`];
  return await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...ARGUMENTS, ...args] });
}

/** Plays a story up to a day, opens its accounts, starts the server on that day, and a browser. */
export async function openPlace({
  story: path = 'examples/story-2026.yaml',
  until = '2026-12-31',
}: {
  story?: string;
  until?: Day;
} = {}): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-place-'));
  const data = join(folder, 'data');
  const story = await readStoryFiles(join(HOME, path));
  if ('problems' in story) throw new Error(JSON.stringify(story.problems.slice(0, 5)));
  const services = await openServices(data, until);
  await services.play(story, until);
  const accounts = await services.accounts.demo();
  keepDemoAccounts(data, accounts);
  const [branch = ''] = await services.branches();
  await services.close();
  const env = { SIGN_IN_RATE: '1000', RATE_LIMIT: '1000000' };
  // What the story assumes of a year to come holds for its server too.
  const calendar = calendarOf([...PUBLISHED_NOTICES, ...story.assumed]);
  const serve = async (today: Day, port = '0'): Promise<Running> => {
    const given = { port, data, demo: true, today };
    return await start({ env, given, lang: 'zh-CN', print: () => {}, home: HOME, web: WEB, calendar });
  };
  const running = await serve(until);
  const browser = await browse();
  return placeOf({ running, serve, browser, accounts, branch, folder });
}

type Parts = {
  readonly running: Running;
  readonly serve: (today: Day, port: string) => Promise<Running>;
  readonly browser: Browser;
  readonly accounts: readonly DemoAccount[];
  readonly branch: string;
  readonly folder: string;
};

function placeOf({ running: first, serve, browser, accounts, branch, folder }: Parts): Place {
  const { origin } = first;
  let running = first;
  const known = new Map<string, Promise<SignIn>>();
  const keep = (key: string, make: () => Promise<SignIn>): Promise<SignIn> => {
    const sign = known.get(key) ?? make();
    known.set(key, sign);
    return sign;
  };
  const post = async (action: string, body: object): Promise<SignIn> => {
    const answer = await fetch(`${origin}/api/v1/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('sunledger=')) ?? '';
    return {
      cookie: cookie.split(';')[0]?.slice('sunledger='.length) ?? '',
      who: (await answer.json()) as SessionAnswer,
    };
  };
  const signIn = (role: Role): Promise<SignIn> =>
    keep(role, async () => {
      const account = accounts.find((one) => one.role === role);
      if (!account) throw new Error(`the demonstration has no account for ${role}`);
      return await post('session/open', { login: account.login, password: account.password });
    });
  const api: Place['api'] = async ({ cookie }, path, body, headers = {}) =>
    await fetch(`${origin}/api/v1/${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        cookie: `sunledger=${cookie}`,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
        ...headers,
      },
    });
  const member = (code: string): Promise<SignIn> =>
    keep(`#${code}`, async () => {
      const secretary = await signIn('secretary');
      const { members } = (await (await api(secretary, `member/list?branch=${branch}`)).json()) as {
        members: { id: string; code: string }[];
      };
      const id = members.find((one) => one.code === code)?.id ?? '';
      const slip = await (await api(secretary, 'account/slip', { branch, member: id })).json();
      return await post('session/join', { code: slip.told.code, password: `登录的一句话${code.padStart(4, '0')}` });
    });
  const open: Place['open'] = async (path, { as, size = 'phone', lang, mode, script = true, browser: other } = {}) => {
    const context = await (other ?? browser).newContext({ viewport: SIZES[size], javaScriptEnabled: script });
    const cookie = (name: string, value: string) => ({ name, value, url: origin });
    const sign = typeof as === 'string' ? await signIn(as) : as;
    if (sign) await context.addCookies([cookie('sunledger', sign.cookie)]);
    if (mode) await context.addCookies([cookie('sunledger-mode', mode)]);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    watch(page);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const address = origin + path + (lang ? `${path.includes('?') ? '&' : '?'}lang=${lang}` : '');
    await page.goto(address);
    await stands(page, script);
    return { page, context, requests, complaints };
  };
  return {
    origin,
    board: new URL(running.board ?? origin).pathname,
    branch,
    browser,
    folder,
    signIn,
    member,
    api,
    open,
    turnTo: async (day) => {
      await running.stop();
      running = await serve(day, new URL(origin).port);
      // Connections that were kept open ended with the server: the next request finds that out.
      for (let at = 0; at < 5; at++)
        await fetch(`${origin}/icon.svg`).then(
          (one) => one.text(),
          () => undefined,
        );
    },
    stop: async () => {
      await browser.close();
      await running.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a page is asking for, and when that last changed. */
type Watched = { readonly under: Map<Request, number>; last: number };
const watched = new WeakMap<Page, Watched>();

/** A request that has had no answer for so long is not waited for, in milliseconds. */
const HANGS = 15_000;

function watch(page: Page): Watched {
  const known = watched.get(page) ?? { under: new Map<Request, number>(), last: performance.now() };
  if (watched.has(page)) return known;
  watched.set(page, known);
  const touch = (): void => {
    known.last = performance.now();
  };
  const end = (request: Request): void => {
    known.under.delete(request);
    touch();
  };
  page.on('request', (request) => {
    known.under.set(request, performance.now());
    touch();
  });
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return known;
}

/** Waits until nothing has been asked of the server for a moment: shorter than that of the browser's driver, as ours is on this machine. */
async function quiet(page: Page): Promise<void> {
  const known = watch(page);
  const asks = (): boolean => {
    const now = performance.now();
    return now - known.last < 150 || [...known.under.values()].some((since) => now - since < HANGS);
  };
  while (asks()) await delay(25);
}

/** Waits until a page that was loaded stands: it is drawn, and what its parts asked for then has come too. */
export async function stands(page: Page, script = true): Promise<void> {
  await quiet(page);
  if (!script) return;
  await drawn(page);
  await quiet(page);
}

/** Loads a page anew, and waits until it stands. */
export async function reload(page: Page): Promise<void> {
  watch(page);
  await page.reload();
  await stands(page);
}

/** Goes to another address, and waits until its page stands. */
export async function visit(page: Page, address: string): Promise<void> {
  watch(page);
  await page.goto(address);
  await stands(page);
}

/** Waits until a page of the application stands: a machine that is busy may pause between two of its requests. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.getElementById('root') === null || (document.querySelector('h1') && !document.querySelector('.waiting')),
  );
}

/** What axe finds wrong with a page as it stands: rule and nodes; through the debugger, since the page's own policy lets no foreign script in. */
export async function violations(page: Page): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run({ resultTypes: ['violations'] }).then((r) => JSON.stringify(r.violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 160))])))`,
    awaitPromise: true,
  });
  await session.detach();
  return JSON.parse(String(result.value));
}

/** Keeps a picture of the page where SHOTS names a folder: for whoever wants to look. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** By how many pixels a page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
