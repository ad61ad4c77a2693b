import { type Command, InvalidArgumentError } from 'commander';
import { Refusal } from '#contract/problem.ts';
import type { Services } from '#service/open.ts';
import { hashOf } from '#store/hash.ts';
import type { RowKey } from '#store/strays.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import type { Report } from '#verifier/report.ts';
import { reportLines } from '#verifier/say.ts';
import type { Lang } from '#words/lang.ts';
import { FAULT_WORDS } from '#words/verify.ts';
import { verifyFile } from './archive-lines.ts';
import { isDatabaseError, openData } from './data-folder.ts';
import { langOption } from './language.ts';
import { outsideHead } from './outside-head.ts';

type Options = { readonly head?: string; readonly data?: string; readonly json?: boolean; readonly lang: Lang };

/** What one branch or archive came to; `strays` only of a live database. */
type Verified = Report & { readonly strays?: readonly RowKey[] };

/**
 * The command `verify` 验证: recomputes the chain and every score, rank, grade and status shown, from an archive or from the live database, and names
 * the first entry that does not fit; 0 sound, 1 not, 2 not understood (contracts). Prints counts and ids alone.
 */
export function addVerify(program: Command): void {
  program
    .command('verify [archive]')
    .description('验证存档，或不写存档时验证数据库 / verify an archive, or the database')
    .option('--head <hash|file>', '外部留存的链头 / a head kept elsewhere', headArgument)
    .option('--data <dir>', '数据目录 / folder of the database')
    .option('--json', '以 JSON 输出 / print JSON')
    .addOption(langOption())
    .action(async (archive: string | undefined, options: Options, command: Command) => {
      const found = archive === undefined ? await live(command, options) : [await file(command, archive, options)];
      print(found, options);
    });
}

function headArgument(given: string): string {
  const head = outsideHead(given);
  if (head === undefined)
    throw new InvalidArgumentError(
      '应为 64 位十六进制哈希，或只含一个这样的哈希的文件 / a hash of 64 hex digits, or a file with one.',
    );
  return head;
}

async function file(command: Command, archive: string, { head }: Options): Promise<Verified> {
  try {
    return await verifyFile(archive, head);
  } catch (error) {
    return command.error(`无法读取：${archive} / cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Verifies every branch of a data folder; a head from outside belongs to one of them. */
async function live(command: Command, { data, head }: Options): Promise<readonly Verified[]> {
  const services = await openData(command, data);
  try {
    const branches = await services.branches();
    const found: Verified[] = [];
    for (const branch of branches) found.push(await verifyOne(services, branch, head));
    // A head from outside is of one branch alone; where it was found, the others are verified without it.
    if (head !== undefined && branches.length > 1 && found.some(isPlaced))
      for (const [at, one] of found.entries())
        if (!isPlaced(one)) found[at] = await verifyOne(services, branches[at] ?? '', undefined);
    return found;
  } finally {
    await services.close();
  }
}

function isPlaced({ outside }: Verified): boolean {
  return typeof outside === 'object';
}

async function verifyOne(services: Services, branch: string, head: string | undefined): Promise<Verified> {
  const check = new ArchiveCheck(hashOf, head);
  try {
    const strays = await services.verify({ branch }, (line) => check.take(line));
    const report = check.finish();
    return { ...report, sound: report.sound && strays.length === 0, strays };
  } catch (error) {
    // A branch without a head, a table that is gone.
    if (!(error instanceof Refusal) && !isDatabaseError(error)) throw error;
    return { ...check.finish(), branch, sound: false, strays: [], faults: [{ why: 'database' }] };
  }
}

function print(found: readonly Verified[], { json, lang }: Options): void {
  if (found.some(({ sound }) => !sound)) process.exitCode = 1;
  if (json === true) {
    const said = found.map((one) => ({
      ...one,
      faults: one.faults.map((fault) => ({ ...fault, message: FAULT_WORDS[fault.why][lang === 'en' ? 1 : 0] })),
    }));
    process.stdout.write(`${JSON.stringify({ sound: found.every(({ sound }) => sound), branches: said }, null, 2)}\n`);
    return;
  }
  const texts = found.map((one) => reportLines(one, lang, one.strays ?? []).join('\n'));
  const none = lang === 'en' ? 'There is no branch yet.' : '还没有支部。';
  process.stdout.write(`${texts.join('\n\n') || none}\n`);
}
