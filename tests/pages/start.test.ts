import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDemoFiles } from '#server/demo-files.ts';
import { openServices } from '#service/open.ts';

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

async function firstAnswer(path: string): Promise<{ status: number; ms: number }> {
  const began = performance.now();
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    if (answer) return { status: answer.status, ms: performance.now() - began };
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

test('on an existing data folder the first answer comes within a second; the board is there; SIGTERM ends it in order', async () => {
  let { child, said } = serve({});
  let { status, ms } = await firstAnswer(board);
  // Another program on the machine may disturb one start; three are enough to see what it takes itself.
  for (let more = 0; more < 2 && ms > 1000; more++) {
    child.kill('SIGTERM');
    await ended(child);
    ({ child, said } = serve({}));
    ({ status, ms } = await firstAnswer(board));
  }
  expect(status).toBe(200);
  expect(ms).toBeLessThanOrEqual(1000);
  expect((await firstAnswer('/readyz')).status).toBe(200);
  expect(said()).toContain(board);
  // Whoever is not signed in is shown no member, whatever the folder holds.
  expect((await firstAnswer('/api/v1/member/list?branch=x')).status).toBe(401);

  const second = serve({});
  expect(await ended(second.child)).toBe(1);
  expect(second.said()).toBe(`端口 ${port} 已被占用。请停止占用它的程序，或用 PORT 换一个端口。\n`);

  child.kill('SIGTERM');
  expect(await ended(child)).toBe(0);
  console.log(`first answer ${Math.round(ms)} ms`);
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
