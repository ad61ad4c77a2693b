import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '#tests/postgres/engine.ts';
import { fillOffice, fillYear } from './office-fill.ts';
import type { Job, JobAnswer } from './office-side.ts';
import { writeRoster } from './roster-sheet.ts';

/** A line of the table: seconds that it may take (issue 5, Speed), and how many times what it is compared with. */
type Figure = { readonly name: string; readonly job: Job; readonly seconds?: number; readonly ratio?: number };

const [PERSONS, MEMBERS, ENTRIES] = [5000, 60, 1500];

/** Measures what an office waits for: an import with its difference on both databases, the archive of a branch-year, the register as paper. Answers with what is slower than it should be. */
export async function measureOffice(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-bench-'));
  const [embedded, year, file] = [join(folder, 'embedded'), join(folder, 'year'), join(folder, 'roster.xlsx')];
  const engine = await startPostgres();
  try {
    await writeRoster(file, PERSONS);
    const server = await engine.place();
    const imports = { work: 'import', file } as const;
    const figures: readonly Figure[] = [
      {
        name: `import of ${PERSONS} persons, SQLite`,
        job: { ...imports, place: embedded, ...(await fillOffice(embedded)) },
        seconds: 3,
        ratio: 4,
      },
      {
        name: `import of ${PERSONS} persons, PostgreSQL`,
        job: { ...imports, place: server.at, folder, ...(await fillOffice(server.at)) },
        seconds: 3,
        ratio: 4,
      },
      {
        name: `archive of a year, ${ENTRIES} entries`,
        job: { work: 'archive', place: year, ...(await fillYear(year, MEMBERS, ENTRIES)) },
        seconds: 10,
        // Most of it is writing the official forms of the year, each in three formats; the bare archive has none.
        ratio: 24,
      },
      { name: 'register of 500 members, xlsx', job: { work: 'xlsx' }, seconds: 2 },
      { name: 'register of 500 members, PDF', job: { work: 'pdf' }, seconds: 6 },
      { name: 'register of 500 members, docx', job: { work: 'docx' } },
    ];
    console.log(line(['figure', 'first s', 'best s', 'limit', 'ratio', 'limit', 'peak MB', 'made']));
    return figures.flatMap((figure) => shown(figure, run(figure.job)));
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function shown({ name, job, seconds, ratio: most }: Figure, answer: JobAnswer): readonly string[] {
  const { first, best, base, peakMegabytes, made } = answer;
  const ratio = job.place === undefined ? undefined : best / base;
  console.log(
    line([
      name,
      first.toFixed(2),
      best.toFixed(2),
      seconds === undefined ? '' : `≤ ${seconds}`,
      ratio?.toFixed(2) ?? '',
      most === undefined ? '' : `≤ ${most}`,
      peakMegabytes.toFixed(0),
      made,
    ]),
  );
  return [
    ...(seconds !== undefined && best > seconds ? [`${name} above ${seconds} s`] : []),
    ...(ratio !== undefined && most !== undefined && ratio > most ? [`${name} above ${most}× what it is made of`] : []),
  ];
}

function line(cells: readonly string[]): string {
  return cells.map((cell, at) => (at === 0 ? cell.padEnd(40) : at === 7 ? ` ${cell}` : cell.padStart(8))).join(' ');
}

function run(job: Job): JobAnswer {
  const { status, stdout } = spawnSync(process.execPath, [process.argv[1] ?? '', 'office', JSON.stringify(job)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`the measurement of ${job.work} ended with ${status}`);
  return JSON.parse(stdout) as JobAnswer;
}
