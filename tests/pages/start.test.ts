import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDemoFiles } from '#server/demo-files.ts';
import { openServices } from '#service/open.ts';
import { timesAsLong } from '#tests/side-by-side.ts';

const home = join(import.meta.dirname, '..', '..');
const program = join(home, 'dist/server.js');
let folder: string;
let board: string;
let port: number;
const children: ChildProcess[] = [];

/** Starts the built server as a program of its own. */
function serve(env: Record<string, string>): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: folder, PORT: String(port), ...env },
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (text += part.toString()));
  return { child, said: () => text };
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function firstAnswer(path: string): Promise<{ readonly status: number }> {
  const began = performance.now();
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    if (answer) return { status: answer.status };
    if (performance.now() - began > 20_000) throw new Error('the server does not answer');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

beforeAll(async () => {
  if (!existsSync(program)) throw new Error('dist/server.js is missing: run npm run build');
  folder = mkdtempSync(join(tmpdir(), 'sunledger-start-'));
  const services = await openServices(folder);
  const files = await readDemoFiles(home);
  if ('problems' in files) throw new Error(JSON.stringify(files.problems.slice(0, 5)));
  expect(await services.seedDemo(files)).toBe(true);
  expect(await services.seedDemo(files)).toBe(false);
  board = `/b/${await services.boardCode()}`;
  await services.close();
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const address = free.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  free.close();
  await once(free, 'close');
});
afterAll(() => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

test('on an existing data folder the first answer comes at once: as soon as thirty empty programs would have started one after the other', async () => {
  const started = async (): Promise<void> => {
    const { child } = serve({});
    expect((await firstAnswer(board)).status).toBe(200);
    child.kill('SIGKILL');
    await ended(child);
  };
  expect(await timesAsLong(started, async () => await ended(spawn(process.execPath, ['-e', ''])), 5)).toBeLessThan(30);
});

test('the board is there; SIGTERM ends it in order', async () => {
  const { child, said } = serve({});
  expect((await firstAnswer(board)).status).toBe(200);
  expect((await firstAnswer('/readyz')).status).toBe(200);
  expect(said()).toContain(board);
  // Whoever is not signed in is shown no member, whatever the folder holds.
  expect((await firstAnswer('/api/v1/member/list?branch=x')).status).toBe(401);

  const second = serve({});
  expect(await ended(second.child)).toBe(1);
  expect(second.said()).toBe(`端口 ${port} 已被占用。请停止占用它的程序，或用 PORT 换一个端口。\n`);

  child.kill('SIGTERM');
  expect(await ended(child)).toBe(0);
});

test('an address that others reach is refused without PUBLIC_URL or ALLOW_PLAIN_LAN, in one clear line', async () => {
  const { child, said } = serve({ HOST: '0.0.0.0' });
  expect(await ended(child)).toBe(1);
  expect(said()).toContain('ALLOW_PLAIN_LAN=1');
  expect(said()).not.toContain(' at ');
});

test('a folder that cannot be used is named', async () => {
  const { child, said } = serve({ DATA_DIR: program });
  expect(await ended(child)).toBe(1);
  expect(said()).toContain(program);
  expect(said()).not.toContain(' at ');
});
