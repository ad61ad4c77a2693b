import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { importKind } from '#contract/act/dossier.ts';
import { MOST_IMPORTED } from '#contract/file-size.ts';
import { pathOf } from '#contract/path.ts';
import { Refusal } from '#contract/problem.ts';
import { streamApi } from '#contract/stream.ts';
import type { ImportReadAnswer } from '#contract/upload.ts';
import { isDay } from '#domain/kernel/day.ts';
import { readMapping, usualNames } from '#intake/mapping.ts';
import type { Services } from '#service/open.ts';
import { sayProblem } from '#words/say-problem.ts';
import type { Gate } from './api.ts';
import { fileFormOf, takeFileForms } from './file-form.ts';
import type { ImportKind } from './import-template.ts';
import { inTurn } from './in-turn.ts';
import { inputOf, refuseUnsafe } from './input.ts';
import { langOf } from './lang.ts';
import { componentsOf, IMPORT_HEADINGS, type ImportRead, readImport } from './read-import.ts';

/** What a form has beside the file. */
const FRAME = 200_000;

/** Serves the reading of files 导入读取: what was sent lies in a folder of its own while it is read, and is gone when the answer goes out; and empty tables. */
export async function serveImport(
  app: FastifyInstance,
  services: Services,
  { caller }: Pick<Gate, 'caller'>,
): Promise<void> {
  // Reading may cost a child process a gigabyte: one after the other.
  const queue = inTurn();
  await app.register(async (inner) => {
    const bodyLimit = MOST_IMPORTED + FRAME;
    takeFileForms(inner, bodyLimit);
    inner.post(
      pathOf('import.read'),
      { bodyLimit, onRequest: async (request) => void (await caller(request)) },
      async (request, reply) => {
        const who = await caller(request);
        const form = await formOf(request);
        const found = await queue(() =>
          readFormFile(form, (path) => {
            const { branch, kind, from, mapping, until, keeper } = form;
            const today = services.today();
            return readImport(services, who, {
              kind,
              path,
              branch,
              today,
              from: from ?? today,
              mapping,
              until,
              keeper,
            });
          }),
        );
        reply.header('cache-control', 'no-store');
        return await reply.send(answerOf(form.kind, found, langOf(request.query)));
      },
    );
  });
  app.get(pathOf('import.template'), async (request, reply) => {
    const { branch, kind } = inputOf(streamApi['import.template'], request.query);
    const who = await caller(request);
    await services.read('dossier.show', { branch, limit: 1 }, who);
    const components = kind === 'points' ? await componentsOf(services, who, branch) : [];
    const { importTemplate } = await import('./import-template.ts');
    return await reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${kind}.xlsx"`)
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .send(
        Buffer.from(
          await importTemplate(
            kind,
            components.map(({ label }) => label),
          ),
        ),
      );
  });
}

type Form = {
  readonly branch: string;
  readonly kind: ImportKind;
  readonly until: string | undefined;
  readonly keeper: string | undefined;
  readonly from: string | undefined;
  readonly mapping: Readonly<Record<string, string>> | undefined;
  readonly file: File;
};

/** What was sent as a form. @throws request.not-valid, request.media-type */
async function formOf(request: FastifyRequest): Promise<Form> {
  const form = await fileFormOf(request);
  const text = (name: string): string | undefined => {
    const value = form?.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [branch, kind, from, until, keeper, file] = [
    text('branch'),
    importKind.safeParse(text('kind')),
    text('from'),
    text('until'),
    text('keeper'),
    form?.get('file'),
  ];
  const known = ['branch', 'kind', 'from', 'until', 'keeper', 'mapping', 'file'];
  const whole = [...(form?.keys() ?? [])].every((name) => known.includes(name));
  if (!whole || branch === undefined || branch.length > 64 || !kind.success || !(file instanceof File))
    throw new Refusal('request.not-valid', { detail: 'branch, kind, file' });
  if (from !== undefined && !isDay(from)) throw new Refusal('request.not-valid', { detail: 'from' });
  if (until !== undefined && !isDay(until)) throw new Refusal('request.not-valid', { detail: 'until' });
  if (keeper !== undefined && keeper.length > 100) throw new Refusal('request.not-valid', { detail: 'keeper' });
  const { mapping, problems } = readMapping(text('mapping') ?? '{}', 'mapping', IMPORT_HEADINGS[kind.data]);
  if (problems.length > 0) throw new Refusal('request.not-valid', { detail: 'mapping' });
  refuseUnsafe([branch, mapping, keeper, file.name]);
  return { branch, kind: kind.data, from, until, keeper, mapping, file };
}

/** Lays the file where the readers can open it, under its own name, which they tell in their answers; afterwards it is gone. */
async function readFormFile({ file }: Form, read: (path: string) => Promise<ImportRead>): Promise<ImportRead> {
  const folder = await mkdtemp(join(tmpdir(), 'sunledger-import-'));
  try {
    const path = join(folder, nameOf(file.name));
    await writeFile(path, Buffer.from(await file.arrayBuffer()), { mode: 0o600 });
    return await read(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The name of a file without whatever could lead out of its folder; of a long one the end, where its kind stands. */
function nameOf(given: string): string {
  const name = given.replace(/^.*[\\/]/s, '').replace(/[\p{C}:*?"<>|]/gu, '_');
  return [...name].slice(-60).join('').replace(/^\.+/, '') || 'file';
}

function answerOf(
  kind: Form['kind'],
  { rows, headings, problems, fields }: ImportRead,
  lang: 'zh-CN' | 'en',
): ImportReadAnswer {
  return {
    rows: rows ?? null,
    headings: headings.map((heading) => ({ ...heading })),
    problems: problems.map((one) => ({
      severity: one.severity === 'warning' ? 'warning' : 'error',
      code: one.code,
      message: sayProblem(one, lang),
    })),
    fields: [...(fields ?? usualNames(IMPORT_HEADINGS[kind] ?? {}))],
  };
}
