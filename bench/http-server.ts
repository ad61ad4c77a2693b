import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A server under measure, as a process of its own. */
export type Measured = {
  readonly port: number;
  /** The processor time that it has used, in seconds, as it says itself. */
  readonly cpu: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

/** Starts the built server as its users do, on a data folder and, where one is told, a database server. BENCH_PROFILE names a folder for its profile. */
export async function startOurs(folder: string, url?: string): Promise<Measured> {
  const profile = process.env['BENCH_PROFILE'];
  const watched = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  return await started([...watched, 'dist/server.js'], {
    PORT: '0',
    DATA_DIR: folder,
    LANG: 'en_GB.UTF-8',
    RATE_LIMIT: '1000000',
    ...(url !== undefined && { DATABASE_URL: url, DATABASE_POOL: '8' }),
  });
}

/** Starts the bare side. */
export async function startBare(url: string): Promise<Measured> {
  return await started([process.argv[1] ?? '', 'bare', url], {});
}

async function started(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Measured> {
  const child = spawn(process.execPath, [...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await portOf(child);
  return {
    port,
    cpu: async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
      return Number(/^process_cpu_seconds_total (\S+)/m.exec(await answer.text())?.[1] ?? Number.NaN);
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Where a server says that it listens. */
async function portOf(child: ChildProcess): Promise<number> {
  return await new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const port = /http:\/\/localhost:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('exit', () => reject(new Error(`the server does not start: ${said}`)));
  });
}

/** Seconds from starting the built server on a data folder until it answers its first request. */
export async function firstAnswer(folder: string): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const start = performance.now();
  const child = spawn(process.execPath, ['dist/server.js'], {
    env: { PATH: process.env['PATH'], PORT: `${port}`, DATA_DIR: folder },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  try {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
      if (answer?.ok) return (performance.now() - start) / 1000;
      if (performance.now() - start > 30_000) throw new Error('the server does not answer');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
