import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Day } from '#domain/kernel/day.ts';
import { ACCOUNT_LIMITS, type AccountLimits } from '#service/account/limits.ts';
import { fill } from '#words/fill.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** What an environment variable that was not understood is told with; the words stand under `serve`. */
type Fault = keyof PageWords['serve'];

const whole = (from: number, to: number, otherwise: number, fault: Fault = 'configNumber') =>
  z
    .string()
    .regex(/^\d{1,9}$/, fault)
    .transform(Number)
    .refine((value) => value >= from && value <= to, fault)
    .default(otherwise)
    .meta({ from, to });

const flag = z.enum(['1'], 'configFlag').optional();

/** The environment 环境变量 of the server: one schema, checked once at start. Every limit has a safe default. */
export const environment = z.object({
  PORT: whole(0, 65_535, 8080, 'configPort'),
  HOST: z.string().min(1).max(255).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'configUrl')
    .transform((url) => new URL(url).origin)
    .optional(),
  ALLOW_PLAIN_LAN: flag,
  DATABASE_URL: z.string().refine(isDatabaseUrl, 'configDatabase').optional(),
  DATABASE_POOL: whole(1, 1000, 10),
  STATEMENT_TIMEOUT: whole(1, 3_600_000, 30_000),
  LOCK_TIMEOUT: whole(1, 3_600_000, 5_000),
  SESSION_IDLE: whole(1, 1440, ACCOUNT_LIMITS.idle),
  SESSION_ABSOLUTE: whole(1, 44_640, ACCOUNT_LIMITS.absolute),
  SLIP_DAYS: whole(1, 60, ACCOUNT_LIMITS.slip),
  SIGN_IN_TRIES: whole(3, 100, ACCOUNT_LIMITS.tries),
  SIGN_IN_WAIT: whole(1, 86_400, ACCOUNT_LIMITS.wait),
  SIGN_IN_RATE: whole(1, 1_000_000, 20),
  METRICS_TOKEN: z.string().min(16).max(1000).optional(),
  TRUSTED_PROXY: z.string().max(2000).default(''),
  SECRETS_KEY: z.string().min(32).max(1000).optional(),
  LOG_LEVEL: z.enum(LEVELS, 'configLevel').default('warn'),
  RATE_LIMIT: whole(1, 1_000_000, 6000),
  BODY_LIMIT: whole(1, 100_000_000, 1_000_000),
  EVIDENCE_LIMIT: whole(1, 100_000_000, 10_000_000),
  EVIDENCE_PIXELS: whole(1, 500_000_000, 50_000_000),
  REQUEST_TIMEOUT: whole(1, 600_000, 30_000),
});

/** What the command line adds to the environment; it wins. */
export type Arguments = {
  readonly port?: string | undefined;
  readonly data?: string | undefined;
  readonly demo?: boolean | undefined;
  /** The day as which a written year is shown; only in a demonstration or on loopback. */
  readonly today?: Day | undefined;
};

/** How the server is to run. `database` is the server of DATABASE_URL, else the one in `folder` is used; `limits` are those of its connections. `publicUrl` is the origin under which people reach it through TLS; `rateLimit` counts requests a minute and caller. */
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly folder: string;
  readonly database: string | undefined;
  readonly limits: DatabaseLimits;
  /** The installation's key, where it does not lie in the data folder. */
  readonly secretsKey: string | undefined;
  /** Limits of sessions, slips and failed sign-ins. */
  readonly accounts: AccountLimits;
  /** Sign-ins, and guesses at codes, a minute and caller. */
  readonly signInRate: number;
  readonly metricsToken: string | undefined;
  /** Addresses of proxies whose word for a caller's address is believed. */
  readonly proxies: readonly string[];
  readonly today: Day | undefined;
  readonly demo: boolean;
  readonly publicUrl: string | undefined;
  readonly plainLan: boolean;
  readonly logLevel: (typeof LEVELS)[number];
  readonly rateLimit: number;
  readonly bodyLimit: number;
  /** Limits of attached files: bytes, and the pixels of a picture. */
  readonly evidence?: { readonly bytes: number; readonly pixels: number };
  readonly requestTimeout: number;
};

/** Reads environment and arguments; every fault at once, in words, when something is wrong. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  given: Arguments,
  home: string,
  words: PageWords,
): { readonly config: Config } | { readonly faults: readonly string[] } {
  const set = Object.entries({ ...env, ...(given.port !== undefined && { PORT: given.port }) }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const read = environment.safeParse(Object.fromEntries(set));
  if (!read.success) return { faults: read.error.issues.map((issue) => sayFault(issue, env, given, words)) };
  const { HOST: host, PUBLIC_URL: publicUrl, ALLOW_PLAIN_LAN, DATA_DIR } = read.data;
  const plainLan = ALLOW_PLAIN_LAN === '1';
  if (!isLoopback(host) && publicUrl === undefined && !plainLan)
    return { faults: [fill(words.serve.configHost, { host })] };
  const demo = given.demo === true;
  if (given.today !== undefined && !demo && !isLoopback(host)) return { faults: [words.serve.configToday] };
  const folder = given.data ?? DATA_DIR ?? (demo ? join(home, 'data', 'demo') : 'data');
  return {
    config: {
      port: read.data.PORT,
      host,
      folder: resolve(folder),
      database: read.data.DATABASE_URL,
      limits: databaseLimits(read.data),
      secretsKey: read.data.SECRETS_KEY,
      accounts: accountLimits(read.data),
      signInRate: read.data.SIGN_IN_RATE,
      metricsToken: read.data.METRICS_TOKEN,
      proxies: read.data.TRUSTED_PROXY.split(',').flatMap((one) => one.trim() || []),
      today: given.today,
      demo,
      publicUrl,
      plainLan,
      logLevel: read.data.LOG_LEVEL,
      rateLimit: read.data.RATE_LIMIT,
      bodyLimit: read.data.BODY_LIMIT,
      evidence: { bytes: read.data.EVIDENCE_LIMIT, pixels: read.data.EVIDENCE_PIXELS },
      requestTimeout: read.data.REQUEST_TIMEOUT,
    },
  };
}

/** Whether only programs on this machine reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** How many connections there are to a database server, and the milliseconds after which each gives up. */
type DatabaseLimits = {
  readonly pool: number;
  readonly statement: number;
  readonly lock: number;
  readonly idle: number;
  readonly connect: number;
};

function accountLimits(read: z.output<typeof environment>): AccountLimits {
  const { SESSION_IDLE: idle, SESSION_ABSOLUTE: absolute, SLIP_DAYS: slip, SIGN_IN_TRIES: tries } = read;
  return { idle, absolute, slip, tries, wait: read.SIGN_IN_WAIT };
}

/** A transaction may do nothing for twice as long as one statement may take; a connection is waited for as long as a third of one. */
function databaseLimits(read: {
  readonly DATABASE_POOL: number;
  readonly STATEMENT_TIMEOUT: number;
  readonly LOCK_TIMEOUT: number;
}): DatabaseLimits {
  const { DATABASE_POOL: pool, STATEMENT_TIMEOUT: statement, LOCK_TIMEOUT: lock } = read;
  return { pool, statement, lock, idle: 2 * statement, connect: Math.ceil(statement / 3) };
}

/** A password in it is never shown. */
function isDatabaseUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' && url.pathname === '/' && url.search === '' && url.username === '';
}

function sayFault(
  issue: z.core.$ZodIssue,
  env: Readonly<Record<string, string | undefined>>,
  given: Arguments,
  words: PageWords,
): string {
  const name = String(issue.path[0]);
  const value = (name === 'PORT' ? given.port : undefined) ?? env[name] ?? '';
  const shape = environment.shape[name as keyof typeof environment.shape];
  const range = shape instanceof z.ZodDefault ? shape.meta() : {};
  const sentence = issue.message in words.serve ? words.serve[issue.message as Fault] : `${name}: ${issue.message}`;
  return fill(sentence, { name, value, known: LEVELS.join(', '), ...(range as Record<string, number>) });
}
