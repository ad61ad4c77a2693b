import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A private PostgreSQL server: reached through a socket in its own temporary folder, gone when it is stopped. */
export type Server = {
  /** The address of a database for a role. */
  readonly url: (role: string, database: string) => string;
  /** Runs statements as the superuser, each by itself. */
  readonly admin: (database: string, ...statements: readonly string[]) => Promise<void>;
  /** Ends it until `up`, as SIGINT in order, as SIGQUIT like `pg_ctl -m immediate`, as SIGKILL by its first process alone; comes back when all its processes are gone. */
  readonly down: (signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL') => Promise<void>;
  readonly up: () => Promise<void>;
  /** Halts or goes on with every process of the server, as a disk that hangs does. */
  readonly freeze: (frozen: boolean) => void;
  readonly stop: () => Promise<void>;
};

/** The newest PostgreSQL of the system, 15 or later; without one nothing is skipped. */
function programs(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isFinite) : [];
  const folders = versions.toSorted((a, b) => b - a).map((version) => join(debian, `${version}`, 'bin'));
  const found = [...folders, ...(process.env['PATH'] ?? '').split(':')].find((one) => existsSync(join(one, 'initdb')));
  if (found !== undefined) return found;
  throw new Error('PostgreSQL is missing: sudo apt-get install -y --no-install-recommends postgresql');
}

/** As root it runs as user postgres, as it refuses to run as root; else as whoever runs the tests. */
function user(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/** Stops the server when it is told to, or when the tests are gone: then their end of the pipe is closed. */
const KEEPER = `"$@" </dev/null & server=$!; read -r _; kill -INT $server; wait $server`;

/** Starts a private server. Its databases compare text as Chinese, so that a column without COLLATE "C" is seen. */
export async function startServer(): Promise<Server> {
  const bin = programs();
  const who = user();
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-pg-'));
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid ?? who.uid);
  const data = join(folder, 'data');
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=zh'];
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', ...locale];
  const { status, stderr } = spawnSync(join(bin, 'initdb'), init, { ...who, cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`initdb ended with ${status}: ${stderr}`);
  const settings = { listen_addresses: '', unix_socket_directories: folder, log_min_messages: 'fatal' };
  const asked = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(bin, 'postgres'), '-D', data, ...asked];
  const keep = (): ChildProcess =>
    spawn('sh', ['-c', KEEPER, 'sh', ...command], { ...who, cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] });
  let keeper = keep();
  const url = (role: string, database: string) =>
    `postgres://${role}@localhost/${database}?host=${encodeURIComponent(folder)}`;
  const admin = async (database: string, ...statements: readonly string[]): Promise<void> => {
    const client = new Client({ connectionString: url('postgres', database) });
    client.on('error', () => undefined);
    try {
      await client.connect();
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const isUp = (): Promise<void> => answered(keeper, () => admin('postgres', 'select 1'));
  await isUp();
  const end = async (): Promise<void> => {
    if (keeper.exitCode !== null) return;
    const ended = new Promise((resolve) => keeper.once('close', resolve));
    keeper.stdin?.end();
    await ended;
  };
  const first = (): number => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    url,
    admin,
    down: async (signal) => {
      process.kill(first(), signal);
      await end();
    },
    up: async () => {
      keeper = keep();
      await isUp();
    },
    freeze: (frozen) => {
      const all = spawnSync('pgrep', ['-P', `${first()}`], { encoding: 'utf8' })
        .stdout.split('\n')
        .filter(Boolean);
      for (const one of [first(), ...all.map(Number)]) process.kill(one, frozen ? 'SIGSTOP' : 'SIGCONT');
    },
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the server answers; what it said when it does not. */
async function answered(keeper: ChildProcess, ask: () => Promise<void>): Promise<void> {
  let said = '';
  keeper.stderr?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const deadline = Date.now() + 60_000; // a machine that does much besides starts it slowly
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (keeper.exitCode !== null || Date.now() > deadline)
        throw new Error(`PostgreSQL does not start: ${said}`, { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
