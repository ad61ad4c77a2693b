import { readTables } from '#intake/read-tables.ts';
import { writePaper } from '#paper/catalog.ts';
import { readPrograms } from '#server/programs.ts';
import { readImport } from '#server/read-import.ts';
import { openServices } from '#service/open.ts';
import { registerOf } from '#tests/paper/samples.ts';
import type { Office } from './office-fill.ts';
import { peak } from './peak.ts';

/** What is to be measured in a process of its own: which work, on which place, with which file. */
export type Job = Partial<Office> & {
  readonly work: 'import' | 'archive' | 'xlsx' | 'pdf' | 'docx';
  /** A data folder or the address of a database server; the key lies in `folder`. */
  readonly place?: string;
  readonly folder?: string;
  readonly file?: string;
};

/** What it took: seconds the first time and at best, the same of what it is compared with, how much came of it, and the peak of memory. */
export type JobAnswer = {
  readonly first: number;
  readonly best: number;
  readonly base: number;
  readonly made: string;
  readonly peakMegabytes: number;
};

/** How often each is done; the quickest counts, as other work on the machine only slows. */
const RUNS = 3;

/** Does a job and prints what it took as JSON. */
export async function answerOffice(text: string): Promise<void> {
  const job = JSON.parse(text) as Job;
  const answer =
    job.work === 'import' ? await imported(job) : job.work === 'archive' ? await packed(job) : await written(job.work);
  console.log(JSON.stringify({ ...answer, peakMegabytes: peak() } satisfies JobAnswer));
}

type Took = Omit<JobAnswer, 'peakMegabytes'>;

/** Runs the work and, in turn, what it is compared with. */
async function timed(work: () => Promise<string>, base?: () => Promise<unknown>): Promise<Took> {
  const [own, other]: [number[], number[]] = [[], []];
  let made = '';
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    made = await work();
    const middle = performance.now();
    own.push((middle - start) / 1000);
    await base?.();
    other.push((performance.now() - middle) / 1000);
  }
  return { first: own[0] ?? Number.NaN, best: Math.min(...own), base: Math.min(...other), made };
}

/** From the file to the difference, as the page and the command line ask for it, beside reading the same workbook. */
async function imported({ place = '', folder, file = '', branch = '', secretary = '' }: Job): Promise<Took> {
  const services = await openServices(place, undefined, { folder });
  const caller = { person: secretary, kind: 'person', password: true } as const;
  const today = services.today();
  const took = await timed(
    async () => {
      const { rows } = await readImport(services, caller, { kind: 'roster', path: file, branch, today, from: today });
      if (!rows) throw new Error('the roster was not read');
      const { id, revision } = await services.act(caller, 'dossier.read', { input: { branch, title: 'x', rows } });
      const { roster } = await services.read('import.show', { branch, id }, caller);
      await services.act(caller, 'dossier.discard', { input: { branch, id }, revision });
      return `${roster.length} new`;
    },
    async () => await readTables(file),
  );
  await services.close();
  return took;
}

/** The package of a branch-year beside its bare archive. */
async function packed({ place = '', branch = '', secretary = '' }: Job): Promise<Took> {
  const services = await openServices(place);
  const caller = { person: secretary, kind: 'person', password: true } as const;
  const programs = readPrograms(process.cwd());
  const took = await timed(
    async () => {
      const { scores, documents, bytes } = await services.exportPackage(caller, { branch, year: 2026 }, programs);
      return `${scores} members, ${documents} documents, ${Math.round(bytes.length / 1024)} KB`;
    },
    async () => await services.exportArchive(caller, { branch, year: 2026 }),
  );
  await services.close();
  return took;
}

/** The register of 500 members, beside making its content. */
async function written(format: 'xlsx' | 'pdf' | 'docx'): Promise<Took> {
  return await timed(async () => {
    const bytes = await writePaper(registerOf({ members: 500, hard: true }), format);
    return `${Math.round((bytes?.length ?? 0) / 1024)} KB`;
  });
}
