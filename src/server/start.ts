import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { type Opening, openServices, type Services, YEAR_END } from '#service/open.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';
import { sayProblem } from '#words/say-problem.ts';
import { buildApp } from './app.ts';
import { type Arguments, type Config, isLoopback, readConfig } from './config.ts';
import { demoAccountLines } from './demo-accounts.ts';
import { showsMembers } from './guard.ts';
import { homeFolder } from './home.ts';
import { readPrograms } from './programs.ts';
import { startSchedule } from './schedule.ts';
import { readWeb } from './static.ts';

/** A running server: where it is, and how it ends: it answers what it has begun, then closes the database. */
export type Running = {
  readonly origin: string;
  readonly board: string | undefined;
  readonly stop: () => Promise<void>;
};

/** The server cannot start; the message is for whoever started it, one line a fault. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** How the server is started: environment, arguments, language of its messages, and where its lines go. */
export type Start = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly given: Arguments;
  readonly lang: Lang;
  readonly print: (line: string) => void;
  /** Where the project's files lie, and the built pages; found by themselves unless a test says otherwise. */
  readonly home?: string;
  readonly web?: string;
  /** The holidays 节假日 of a year that is written down but not lived yet; the published ones unless a test says otherwise. */
  readonly calendar?: Calendar;
};

/** Starts the server 启动服务 and prints its address, the board's and in a demonstration what to try. @throws CannotStart */
export async function start({ env, given, lang, print, home = homeFolder(), web, calendar }: Start): Promise<Running> {
  const words = pageWords(lang);
  const read = readConfig(env, given, home, words);
  if ('faults' in read) throw new CannotStart([words.serve.config, ...read.faults].join('\n'));
  const { config } = read;
  const built = readWeb(web ?? join(home, 'dist/web'));
  if (showsMembers(config) && !built) throw new CannotStart(words.serve.notBuilt);
  const today = config.today ?? (config.demo ? YEAR_END : undefined);
  const services = await openServices(config.database ?? config.folder, today, { ...opening(config), calendar }).catch(
    (error: unknown) => {
      // Whatever a server answers, and whether it answers, is told in one line; the address with its password is not.
      if (config.database !== undefined && error instanceof Error)
        throw new CannotStart(fill(words.serve.databaseRefused, { detail: detailOf(error) }));
      if (isCode(error, ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'SQLITE_CANTOPEN', 'SQLITE_READONLY']))
        throw new CannotStart(fill(words.serve.folderRefused, { folder: config.folder }));
      throw error;
    },
  );
  try {
    if (config.demo && (await services.isEmpty())) {
      print(words.serve.playing);
      await setUpDemo(services, config, home, lang, words);
    }
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
    const app = await buildApp({ config, services, web: built, version, programs: readPrograms(home) });
    await app.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
      throw listenFault(error, config, words) ?? error;
    });
    const schedule = startSchedule(services, app.log);
    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : config.port;
    const origin = config.publicUrl ?? `http://${hostForPeople(config.host)}:${port}`;
    const code = await services.boardCode();
    const board = code === undefined ? undefined : `${origin}/b/${code}`;
    const others = config.demo ? (await services.boards()).slice(1) : [];
    const more = others.map(({ name, code: at }) => `${words.serve.board}  ${origin}/b/${at}  ${name}`);
    for (const line of greeting(config, origin, board, words, more)) print(line);
    return {
      origin,
      board,
      stop: async () => {
        await Promise.all([schedule.stop(), app.close()]);
        await services.close();
      },
    };
  } catch (error) {
    await services.close();
    throw error;
  }
}

function opening({ limits, folder, secretsKey, accounts }: Config): Opening {
  return { limits, folder, secretsKey, accounts };
}

/** Plays the stories of the demonstration and opens its accounts; only the first start loads what that needs. */
async function setUpDemo(
  services: Services,
  config: Config,
  home: string,
  lang: Lang,
  words: PageWords,
): Promise<void> {
  const { playDemo } = await import('./demo.ts');
  const problems = await playDemo(services, config.folder, home);
  if (problems.length === 0) return;
  const detail = problems.slice(0, 20).map((problem) => sayProblem(problem, lang));
  throw new CannotStart(fill(words.serve.badExample, { detail: detail.join('\n') }));
}

function greeting(
  config: Config,
  origin: string,
  board: string | undefined,
  { serve, start, roles }: PageWords,
  more: readonly string[],
): string[] {
  const members = showsMembers(config);
  return [
    `${serve.at}  ${origin}`,
    ...(board === undefined ? [fill(serve.empty, { folder: placeOf(config) })] : [`${serve.board}  ${board}`]),
    ...more,
    ...(members ? [fill(serve.try, { my: start.my })] : []),
    ...(config.demo
      ? [...demoAccountLines(config.folder, roles, serve.accounts), fill(serve.demo, { folder: placeOf(config) })]
      : []),
    ...(!isLoopback(config.host) && config.publicUrl === undefined
      ? [fill(serve.plainLan, { host: config.host })]
      : []),
    serve.stop,
  ];
}

/** Where the data is, for people: the folder, or the server without user and password. */
function placeOf({ database, folder }: Config): string {
  if (database === undefined) return folder;
  const { protocol, host, pathname } = new URL(database);
  return `${protocol}//${host}${pathname}`;
}

function hostForPeople(host: string): string {
  if (isLoopback(host) && host !== '::1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function listenFault(error: unknown, { port, host }: Config, { serve }: PageWords): CannotStart | undefined {
  if (isCode(error, ['EADDRINUSE'])) return new CannotStart(fill(serve.portTaken, { port }));
  if (isCode(error, ['EACCES'])) return new CannotStart(fill(serve.portRefused, { port }));
  if (isCode(error, ['EADDRNOTAVAIL', 'ENOTFOUND'])) return new CannotStart(fill(serve.hostUnknown, { host }));
  return undefined;
}

/** Several addresses of one host fail with one error each. */
function detailOf(error: Error): string {
  return error instanceof AggregateError ? error.errors.map((one) => (one as Error).message).join('; ') : error.message;
}

function isCode(error: unknown, codes: readonly string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}
