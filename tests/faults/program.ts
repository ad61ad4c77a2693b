import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { isServer } from '#store/database.ts';

const home = join(import.meta.dirname, '..', '..');
const PROGRAM = join(home, 'dist/cli.js');

/** The installation's key of the test branches. */
export const SECRETS_KEY = 'test'.repeat(16);

/** What a server answered; undefined where the connection ended before it did. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
};

/** What is asked of a server; `sent` is called when the whole request has left. */
export type Sent = {
  readonly path: string;
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly sent?: () => void;
};

/** The built server as a process of its own. */
export type Program = {
  readonly origin: string;
  /** Answers, or undefined where the connection was cut, or was refused. */
  readonly send: (asked: Sent) => Promise<Reply | undefined>;
  /** Waits until it says that it is ready; answers with the milliseconds. */
  readonly ready: () => Promise<number>;
  /** Sends a signal and waits for its end; answers with its exit code. */
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>;
  readonly running: () => boolean;
  /** All that it has printed and logged. */
  readonly said: () => string;
};

/** How a server is started: where its data is, on which port and day, and more of its environment. */
export type Started = {
  readonly at: string;
  readonly port: number;
  readonly today?: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** The environment with which server and command line find a place. */
export function environmentOf(at: string): Record<string, string> {
  const place = isServer(at) ? { DATABASE_URL: at } : { DATA_DIR: at };
  return { PATH: process.env['PATH'] ?? '', SECRETS_KEY, ...place };
}

/** Runs the built command line to its end. */
export async function runCommand(
  env: Record<string, string>,
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
  await once(child, 'close');
  return { code: child.exitCode, ...said };
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const address = free.address();
  free.close();
  await once(free, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts the built server; it need not be ready yet. */
export function startProgram({ at, port, today = '2026-03-10', env = {} }: Started): Program {
  if (!existsSync(PROGRAM)) throw new Error('dist/cli.js is missing: run npm run build');
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, 'serve', '--today', today], {
    env: { ...environmentOf(at), PORT: `${port}`, RATE_LIMIT: '1000000', SIGN_IN_RATE: '1000000', ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (text += part.toString()));
  const ended = once(child, 'close');
  const agent = new Agent({ keepAlive: true });
  const origin = `http://127.0.0.1:${port}`;
  const send = (asked: Sent): Promise<Reply | undefined> => ask(origin, agent, asked);
  const running = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    origin,
    send,
    running,
    said: () => text,
    ready: async () => {
      const began = performance.now();
      for (;;) {
        if ((await send({ path: '/readyz' }))?.status === 200) return performance.now() - began;
        if (!running() || performance.now() - began > 30_000) throw new Error(`the server is not ready: ${text}`);
        await pause(10);
      }
    },
    end: async (signal) => {
      child.kill(signal);
      await ended;
      agent.destroy();
      return child.exitCode;
    },
  };
}

/** Waits. */
export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function ask(
  origin: string,
  agent: Agent,
  { path, token, body, headers, sent }: Sent,
): Promise<Reply | undefined> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return await new Promise((resolve) => {
    const call = request(`${origin}${path}`, {
      agent,
      method: text === undefined ? 'GET' : 'POST',
      headers: {
        ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
    });
    call.on('error', () => resolve(undefined));
    call.on('response', (answer) => {
      let said = '';
      answer.on('data', (part: Buffer) => (said += part.toString()));
      answer.on('error', () => resolve(undefined));
      answer.on('close', () => {
        if (!answer.complete) return resolve(undefined);
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: jsonOf(said) });
      });
    });
    call.end(text, sent);
  });
}

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return { text };
  }
}
