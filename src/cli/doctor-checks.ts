import { existsSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PUBLISHED_NOTICES } from '#domain/calendar/holiday-notice.ts';
import { systemClock } from '#service/clock.ts';
import { KEY_FILE } from '#service/secrets.ts';
import { DATABASE_FILE, openStore, PATIENT } from '#store/database.ts';
import { examine, type Health } from '#store/health.ts';
import { saidBy } from './data-folder.ts';
import { verifyStore } from './verify-store.ts';

/** What was looked at 检查项: its name, whether it is well, what was found in both languages, and the same as data. */
export type Check = {
  readonly name: string;
  readonly ok: boolean;
  readonly zh: string;
  readonly en: string;
  readonly data?: unknown;
};

/** Less than this is free: the next backup, or the next day, may not fit. */
const LEAST_FREE = 200 * 1024 * 1024;

/** How far the clocks of this machine and of a database server may be apart, in milliseconds. */
const APART = 5000;

/** Node: the version that runs; the oldest is that of package.json. */
export function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { name: 'node', ok, zh: `Node ${process.version}`, en: `Node ${process.version}`, data: process.version };
}

/** The data folder: there, for its owner alone, with the key in it or in SECRETS_KEY, and with room left on its disk. */
export async function checkFolder(folder: string, env: NodeJS.ProcessEnv): Promise<readonly Check[]> {
  const path = resolve(folder);
  const there = await stat(path).catch(() => undefined);
  if (!there?.isDirectory())
    return [{ name: 'folder', ok: false, zh: `数据目录 ${path} 不存在`, en: `the data folder ${path} is not there` }];
  const checks: Check[] = [];
  const file = join(path, DATABASE_FILE);
  for (const [name, one] of [
    ['folder', path],
    ['file', file],
    ['key', join(path, KEY_FILE)],
  ] as const) {
    const found = await stat(one).catch(() => undefined);
    if (!found) continue;
    const mode = (found.mode & 0o777).toString(8);
    const ok = process.platform === 'win32' || (found.mode & 0o077) === 0;
    checks.push({
      name,
      ok,
      zh: `${one} 权限 ${mode}${ok ? '' : '：其他用户可以进入或读取，请收回'}`,
      en: `${one} mode ${mode}${ok ? '' : ': others may enter or read it; take that away'}`,
      data: { path: one, mode },
    });
  }
  const elsewhere = env['SECRETS_KEY'] !== undefined && env['SECRETS_KEY'] !== '';
  if (elsewhere || !existsSync(join(path, KEY_FILE)))
    checks.push({
      name: 'key',
      ok: true,
      zh: elsewhere ? '密钥来自 SECRETS_KEY' : '还没有密钥，首次需要时生成',
      en: elsewhere ? 'the key is that of SECRETS_KEY' : 'there is no key yet; it is made when first needed',
    });
  const { bavail, bsize } = await statfs(path);
  const free = bavail * bsize;
  const gigabytes = (free / 2 ** 30).toFixed(1);
  const ok = free >= LEAST_FREE;
  checks.push({ name: 'disk', ok, zh: `剩余磁盘 ${gigabytes} GiB`, en: `${gigabytes} GiB of disk free`, data: free });
  return checks;
}

/** The database: what it says of itself, and when all is well, every chain verified. */
export async function checkDatabase(at: string): Promise<readonly Check[]> {
  let health: Health | undefined;
  try {
    health = await examine(at);
  } catch (error) {
    const said = saidBy(error);
    return [{ name: 'database', ok: false, zh: `数据库打不开：${said}`, en: `the database cannot be opened: ${said}` }];
  }
  if (!health)
    return [{ name: 'database', ok: false, zh: '数据目录里还没有数据库', en: 'the data folder has no database yet' }];
  const { engine, version, settings, migrations, missing, role, tooMuch, now, branches = 0 } = health;
  const list = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const checks: Check[] = [
    {
      name: 'database',
      ok: true,
      zh: `${engine} ${version}：${list.join('，')}`,
      en: `${engine} ${version}: ${list.join(', ')}`,
      data: { engine, version, settings },
    },
    {
      name: 'migrations',
      ok: missing.length === 0,
      zh:
        missing.length === 0
          ? `数据库的表已是最新（${migrations.length}）`
          : `缺少 ${missing.join('、')}：请运行 migrate`,
      en:
        missing.length === 0
          ? `the tables are up to date (${migrations.length})`
          : `missing ${missing.join(', ')}: run migrate`,
      data: { migrations, missing },
    },
  ];
  if (role !== undefined)
    checks.push({
      name: 'rights',
      ok: tooMuch === undefined && missing.length === 0,
      zh:
        tooMuch === undefined
          ? `角色 ${role}：${missing.length === 0 ? '权限恰当' : '权限未能核对'}`
          : `角色 ${role} 权限过大：${tooMuch}`,
      en:
        tooMuch === undefined
          ? `role ${role}: ${missing.length === 0 ? 'rights as they should be' : 'rights could not be checked'}`
          : `role ${role} may too much: ${tooMuch}`,
      data: { role, ...(tooMuch !== undefined && { tooMuch }) },
    });
  if (now !== undefined) {
    const apart = Math.abs(Date.parse(now) - Date.parse(systemClock().now()));
    const seconds = (apart / 1000).toFixed(1);
    checks.push({
      name: 'server-clock',
      ok: apart <= APART,
      zh: `与数据库服务器的时钟相差 ${seconds} 秒`,
      en: `the clock of the database server is ${seconds} s apart`,
      data: apart,
    });
  }
  if (checks.some(({ ok }) => !ok)) return checks;
  return [...checks, await checkChains(at, branches)];
}

async function checkChains(at: string, branches: number): Promise<Check> {
  const store = await openStore(at, PATIENT);
  try {
    const { chains, events, unsound } = await verifyStore(store);
    const ok = unsound.length === 0;
    return {
      name: 'chains',
      ok,
      zh: `支部 ${branches} 个；链 ${chains} 条、链上事件 ${events} 个${ok ? '，全部相符' : `；核对不符：${unsound.join(' ')}`}`,
      en: `${branches} branches; ${chains} chains with ${events} events${ok ? ': everything fits' : `; do not fit: ${unsound.join(' ')}`}`,
      data: { branches, chains, events, unsound },
    };
  } finally {
    await store.close();
  }
}

/** The clock, and the working-day calendar: which years are published, and whether the next one is. */
export function checkTime(): readonly Check[] {
  const { now, today } = systemClock();
  const day = today();
  const years = PUBLISHED_NOTICES.map(({ year }) => year);
  const year = Number(day.slice(0, 4));
  const [current, next] = [years.includes(year), years.includes(year + 1)];
  const list = [...new Set(years)];
  return [
    {
      name: 'clock',
      ok: true,
      zh: `${now()}，北京时间 ${day}`,
      en: `${now()}, in Asia/Shanghai ${day}`,
      data: { now: now(), day },
    },
    {
      name: 'calendar',
      // The next year comes out in autumn; until then terms that touch it are provisional.
      ok: current,
      zh: `已收录节假日安排 ${list.join('、')}；${current ? '' : `${year} 年未公布；`}${year + 1} 年${next ? '已公布' : '未公布'}`,
      en: `holiday notices of ${list.join(', ')}; ${current ? '' : `${year} not published; `}${year + 1} ${next ? 'published' : 'not published'}`,
      data: { years: list, next: { year: year + 1, published: next } },
    },
  ];
}
