import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exactPoints } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { memberYear, numbers } from './member-year.ts';

/** What scoring a whole file of member-years took, from outside: the command as a user starts it. */
export type BulkMeasured = {
  readonly members: number;
  readonly megabytesOfCsv: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
};

const MEGABYTE = 1024 * 1024;
const BUCKETS = 64;

/** Writes a roster and a CSV of facts whose rows come in any order, lets the command line score it, and measures time and peak memory. */
export async function measureBulk(members: number): Promise<BulkMeasured> {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-bench-'));
  try {
    const [facts, roster, out] = ['facts.csv', 'roster.csv', 'scores.csv'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    write(members, facts, roster);
    const start = performance.now();
    const peak = await run([
      'score',
      '--scheme',
      'schemes/primary-school.yaml',
      '--facts',
      facts,
      '--members',
      roster,
      '--format',
      'csv',
      '--out',
      out,
    ]);
    const seconds = (performance.now() - start) / 1000;
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n').length - 1;
    if (lines !== members) throw new Error(`${lines} scores for ${members} members`);
    return { members, megabytesOfCsv: statSync(facts).size / MEGABYTE, seconds, peakMegabytes: peak / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(members: number, facts: string, roster: string): void {
  const next = numbers(41);
  const buckets = Array.from({ length: BUCKETS }, (): string[] => []);
  const people: string[] = ['编号,姓名,类别,党籍状态,党内职务\n'];
  for (let at = 1; at <= members; at++) {
    const { member, facts: own } = memberYear(String(at).padStart(6, '0'), next);
    const [status] = member.history;
    people.push(`${member.id},${member.name},${status?.category ?? ''},正式,${status?.role ?? ''}\n`);
    for (const fact of own) buckets[Math.floor(next() * BUCKETS)]?.push(rowOf(member.id, fact));
  }
  writeFileSync(roster, people.join(''));
  const file = openSync(facts, 'w');
  writeSync(file, '编号,项目,日期,数量,级别,评定分,成绩,评议人,依据\n');
  for (const bucket of buckets) writeSync(file, bucket.join(''));
  closeSync(file);
}

function rowOf(id: string, fact: Fact): string {
  const amount = (value: number | undefined): string =>
    value === undefined ? '' : exactPoints(value).replace(/\.?0+$/, '');
  const cells = [
    id,
    fact.item,
    fact.day,
    amount(fact.quantity),
    fact.level ?? '',
    amount(fact.points),
    amount(fact.score),
    fact.rater ?? '',
    fact.ref ?? '',
  ];
  return `${cells.join(',')}\n`;
}

/** Runs the built command and gives its peak memory in KiB, as the kernel counted it. */
async function run(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['dist/cli.js', ...args], { stdio: 'ignore' });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      const [, size] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      peak = Math.max(peak, Number(size ?? 0));
    } catch {
      // The command has just ended; the last reading stands.
    }
  }, 20);
  const [code] = (await once(child, 'exit')) as [number];
  clearInterval(watch);
  if (code !== 0) throw new Error(`sunledger ${args[0]} ended with ${code}`);
  return peak;
}
