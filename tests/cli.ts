import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect } from 'vitest';

/** The folder of the project. */
export const HOME = join(import.meta.dirname, '..');
/** The built command line. */
export const PROGRAM = join(HOME, 'dist/cli.js');

const folder = mkdtempSync(join(tmpdir(), 'sunledger-cli-'));
beforeAll(() => {
  // `npm test` has built already; whoever runs one file alone gets what the sources say.
  execFileSync(process.execPath, [join(HOME, 'scripts/build.mjs')], { stdio: 'inherit' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The scheme of the example branch. */
export const SCHEME = 'schemes/primary-school.yaml';
/** The example year of the example branch, scored. */
export const YEAR = [
  'score',
  '--scheme',
  SCHEME,
  '--members',
  'examples/roster.xlsx',
  '--facts',
  'examples/year-2026.xlsx',
];

/** A path in the folder of this run, which goes when the run ends. */
export function at(name: string): string {
  return join(folder, name);
}

/** Writes a file there and answers its path. */
export function file(name: string, content: string | Buffer): string {
  writeFileSync(at(name), content);
  return at(name);
}

/** What a command came to. */
export type Ran = { readonly status: number | null; readonly out: string; readonly err: string };

/** Runs `sunledger` as a person types it, from the folder of the project. */
export async function sunledger(...args: readonly string[]): Promise<Ran> {
  return await run(process.execPath, [PROGRAM, ...args]);
}

/** Runs `sunledger` as someone whom permissions bind: the superuser of a container, who reads everything, gives that power up first. */
export async function boundSunledger(...args: readonly string[]): Promise<Ran> {
  if (process.getuid?.() !== 0) return await sunledger(...args);
  const less = '--bounding-set=-dac_override,-dac_read_search';
  return await run('setpriv', [less, process.execPath, PROGRAM, ...args]);
}

/** Runs a line of the shell with the command line as `$sunledger`. */
export async function shell(line: string): Promise<Ran> {
  const sunledger = `'${process.execPath}' '${PROGRAM}'`;
  return await run('bash', ['-c', `set -o pipefail; ${line.replaceAll('$sunledger', sunledger)}`]);
}

async function run(command: string, args: readonly string[]): Promise<Ran> {
  const child = spawn(command, args, { cwd: HOME, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [out, err, status] = await Promise.all([buffer(child.stdout), buffer(child.stderr), ended]);
  return { status, out: out.toString('utf8'), err: err.toString('utf8') };
}

/** One member as `score --json` prints it (contracts). */
export type Said = {
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly total: number;
  readonly components: Readonly<Record<string, number>>;
  readonly rank: number | null;
  readonly unranked?: string;
  readonly grade: string | null;
  readonly gradeReason: string;
  readonly vetoed: boolean;
  readonly exact: { readonly total: string; readonly components: Readonly<Record<string, string>> };
  readonly periods?: Readonly<Record<string, number>>;
  readonly explanation: { readonly kind: string; readonly points: number; readonly children: readonly object[] };
};
/** What `score --json` prints. */
export type Answer = { readonly scheme: string; readonly asOf: string; readonly members: readonly Said[] };

/** The answer of `score --json`, which printed nothing else. */
export function answer(said: Ran): Answer {
  return printed(said) as Answer;
}

/** What a command that printed JSON and nothing else printed. */
export function printed({ status, out, err }: Ran): unknown {
  // Without a roster a scheme with categories says so; nothing else is said.
  const [told = '', ...counts] = err.split('\n').filter(Boolean);
  expect({ status, told }).toEqual({
    status: 0,
    told: expect.stringMatching(/^$|没有给出党员名册|No roster is given/),
  });
  expect(counts.length).toBeLessThanOrEqual(1);
  return JSON.parse(out);
}

/** One member of an answer. */
export function memberOf({ members }: Answer, id: string): Said {
  const found = members.find((one) => one.id === id);
  if (!found) throw new Error(`no member ${id}`);
  return found;
}

/** Scores facts written as JSON under a scheme; `members` likewise. */
export async function score(
  name: string,
  scheme: readonly string[],
  facts: object[],
  members?: object[],
  ...more: string[]
) {
  const roster = members ? ['--members', file(`${name}-roster.json`, JSON.stringify(members))] : [];
  const path = file(`${name}.json`, JSON.stringify(facts));
  return await sunledger('score', '--scheme', ...scheme, '--facts', path, ...roster, '--json', ...more);
}

/** The runs of Chinese in a text that nobody wrote in the files. */
export function chineseOfOurs(text: string, written: string): readonly string[] {
  return text.split(/\P{Script=Han}+/u).filter((run) => run !== '' && !written.includes(run));
}
