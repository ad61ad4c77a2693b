import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './compare.ts';
import { fillSettlement } from './settlement-fill.ts';
import type { SideAnswer } from './settlement-side.ts';

const SMALL = 2000;

// As a ratio in one run: the query took 6 times as long as reading and scoring 4,000 member-years, 9 times at 100,000.
const MOST = 15;

/** Settles a branch by the one query in SQLite and by the quick totals over the same rows, in turn; answers with what is slower than it should be. */
export async function measureSettlement(): Promise<readonly string[]> {
  const members = Number(process.env['BENCH_SETTLED'] ?? SMALL);
  const rounds = members > SMALL ? 1 : 3;
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-bench-'));
  try {
    const start = performance.now();
    await fillSettlement(folder, members);
    console.log(`${members} member-years of 60 facts entered in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    const pairs = Array.from({ length: rounds }, () => ({
      query: run('query', folder),
      totals: run('totals', folder),
    }));
    for (const { query, totals } of pairs)
      if (query.members !== members || query.digest !== totals.digest)
        throw new Error(`the query settles ${query.members} members, not as the totals do`);
    print(
      'query in SQLite',
      pairs.map(({ query }) => query),
    );
    print(
      'rows and totals',
      pairs.map(({ totals }) => totals),
    );
    const ratio = median(pairs.map(({ query, totals }) => query.seconds / totals.seconds));
    const bare = median(pairs.map(({ query, totals }) => query.seconds / totals.scoring));
    console.log(
      `settlement: equal totals; the query ${ratio.toFixed(2)}× reading the rows for totals, ${bare.toFixed(1)}× the totals alone`,
    );
    return ratio > MOST ? [`settlement by the query above ${MOST}× the totals`] : [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(name: string, list: readonly SideAnswer[]): void {
  const [seconds, peak] = [median(list.map((one) => one.seconds)), Math.max(...list.map((one) => one.peakMegabytes))];
  console.log(`${name.padEnd(18)} ${seconds.toFixed(2).padStart(8)} s  peak ${peak.toFixed(0).padStart(5)} MB`);
}

function run(side: 'query' | 'totals', folder: string): SideAnswer {
  const { status, stdout } = spawnSync(process.execPath, [process.argv[1] ?? '', side, folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`the ${side} ended with ${status}`);
  return JSON.parse(stdout) as SideAnswer;
}
