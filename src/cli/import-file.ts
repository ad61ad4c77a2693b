import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { AnswerOf, InputOf } from '#contract/api.ts';
import { harmless, type Problem } from '#domain/kernel/problem.ts';
import { type Mapping, mappingOf, readMapping } from '#intake/mapping.ts';
import { problem } from '#intake/report.ts';
import { type ImportKind, importTemplate } from '#server/import-template.ts';
import { componentsOf, IMPORT_HEADINGS, type ImportRead, readImport } from '#server/read-import.ts';
import type { Caller } from '#service/caller.ts';
import type { Services } from '#service/open.ts';
import { fill } from '#words/fill.ts';
import { importWords } from '#words/web/import.ts';
import type { ImportOptions } from './import-options.ts';
import { differenceJson, differenceText, headingsText, type Outcome } from './import-print.ts';
import { reportProblems } from './report.ts';
import { withBranch } from './with-branch.ts';

/** Imports a file 导入, or writes an empty table to fill in. */
export async function importFile(
  kind: ImportKind,
  file: string | undefined,
  options: ImportOptions,
  command: Command,
): Promise<void> {
  if (options.template !== undefined) {
    if (kind === 'points') {
      // Its columns are the components of the branch's scheme.
      await withBranch(options, command, async ({ services, caller, branch }) => {
        const components = await componentsOf(services, caller, branch);
        await writeTemplate(
          await importTemplate(
            kind,
            components.map(({ label }) => label),
          ),
          options,
        );
      });
    } else await writeTemplate(await importTemplate(kind), options);
    if (file === undefined) return;
  }
  if (file === undefined) return command.error('请写明要导入的文件 / name the file to import.');
  const { until, keeper } = options;
  if (kind === 'points' && (until === undefined || keeper === undefined || keeper.trim() === ''))
    return command.error('请用 --until 写明截至哪一天，用 --keeper 写明原表由谁保存 / name --until and --keeper.');
  const chosen = await chosenMapping(kind, options);
  if ('problems' in chosen) return reportProblems(chosen.problems, options);
  await withBranch(options, command, async ({ services, caller, branch }) => {
    const today = services.today();
    const from = options.from ?? today;
    const asked = { kind, path: file, branch, today, from, mapping: chosen.mapping, until, keeper };
    const read = await readImport(services, caller, asked);
    await propose(services, caller, { kind, file, branch, read, options });
  });
}

async function writeTemplate(content: Uint8Array, { template = '', ...options }: ImportOptions): Promise<void> {
  const unwritten = await written(template, content);
  if (unwritten) return reportProblems([unwritten], options);
  process.stdout.write(`${fill(importWords(options.lang).cli.template, { file: template })}\n`);
}

/** Takes an import back 撤回导入. */
export async function undoImport(id: string, options: ImportOptions, command: Command): Promise<void> {
  await withBranch(options, command, async ({ services, caller, branch }) => {
    const { revision } = await services.read('import.show', { branch, id }, caller);
    const { state, waits } = await services.act(caller, 'dossier.undo', { input: { branch, id }, revision });
    const { cli } = importWords(options.lang);
    if (options.json === true) process.stdout.write(`${JSON.stringify({ id, state, ...(waits && { waits }) })}\n`);
    else process.stdout.write(`${fill(waits ? cli.waits : cli.undone, { id })}\n`);
  });
}

type Asked = {
  readonly kind: ImportKind;
  readonly file: string;
  readonly branch: string;
  readonly read: ImportRead;
  readonly options: ImportOptions;
};

/** Shows the difference and, unless that is all that was asked, applies it as one step. */
async function propose(
  services: Services,
  caller: Caller,
  { kind, file, branch, read, options }: Asked,
): Promise<void> {
  const { lang, json } = options;
  const words = importWords(lang);
  if (options.saveMapping !== undefined) {
    const unwritten = await written(options.saveMapping, `${JSON.stringify(mappingOf(read.headings), null, 2)}\n`);
    if (unwritten) return reportProblems([unwritten], options);
    if (json !== true) process.stderr.write(`${fill(words.cli.saved, { file: options.saveMapping })}\n`);
  }
  if (json !== true)
    process.stdout.write(
      `${fill(words.cli.read, { kind: words.kinds[kind], file: basename(file) })}\n${headingsText(read.headings, lang)}`,
    );
  if (!read.rows || !harmless(read.problems)) return reportProblems(read.problems, { lang, json, stops: true });
  if (json !== true) reportProblems(read.problems, { lang });
  const title = basename(file).slice(0, 200);
  const input: InputOf<'dossier.read'> = { branch, title, rows: read.rows };
  const { id, revision } = await services.act(caller, 'dossier.read', { input });
  const difference = await services.read('import.show', { branch, id }, caller);
  const outcome = await decide(services, caller, { branch, id, revision, difference, dry: options.dryRun === true });
  if (difference.problems.length > 0) process.exitCode = 1;
  if (json === true) {
    process.stdout.write(`${differenceJson(difference, { outcome, read, lang })}\n`);
    return;
  }
  process.stdout.write(differenceText(difference, lang));
  const doubts = read.problems.length;
  if (doubts > 0) process.stdout.write(`${fill(words.cli.doubts, { n: doubts })}\n`);
  const said = {
    dry: words.cli.dry,
    stopped: fill(words.cli.stopped, { n: difference.problems.length }),
    nothing: words.nothing,
    waits: fill(words.cli.waits, { id }),
    applied: fill(words.cli.applied, { id }),
  };
  process.stdout.write(`${said[outcome]}\n`);
}

type Reading = {
  readonly branch: string;
  readonly id: string;
  readonly revision: number;
  readonly difference: AnswerOf<'import.show'>;
  readonly dry: boolean;
};

/** Applies what can and is to be applied; what was only shown is thrown away. */
async function decide(
  services: Services,
  caller: Caller,
  { branch, id, revision, difference, dry }: Reading,
): Promise<Outcome> {
  const { problems, roster, facts, openings } = difference;
  const nothing = roster.length + facts.length + (openings?.rows.length ?? 0) === 0;
  if (dry || nothing || problems.length > 0) {
    await services.act(caller, 'dossier.discard', { input: { branch, id }, revision });
    return problems.length > 0 ? 'stopped' : nothing ? 'nothing' : 'dry';
  }
  const { waits } = await services.act(caller, 'dossier.apply', { input: { branch, id, seen: true }, revision });
  return waits ? 'waits' : 'applied';
}

async function chosenMapping(
  kind: ImportKind,
  { mapping: file }: ImportOptions,
): Promise<{ readonly mapping: Mapping | undefined } | { readonly problems: readonly Problem[] }> {
  if (file === undefined) return { mapping: undefined };
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { problems: [problem('intake.file-missing', { file: basename(file) })] };
  const { mapping, problems } = readMapping(text, basename(file), IMPORT_HEADINGS[kind]);
  return problems.length > 0 ? { problems } : { mapping };
}

async function written(file: string, content: string | Uint8Array): Promise<Problem | undefined> {
  try {
    await writeFile(file, content);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return problem('intake.out-unwritable', { file: basename(file) }, { file, detail: String(error.code) });
  }
}
