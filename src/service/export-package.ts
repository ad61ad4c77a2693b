import type { ArchiveQuery } from '#contract/stream.ts';
import { type Span, within } from '#domain/kernel/day.ts';
import type { PackedDocument, PackedScan } from '#paper/package/contents.ts';
import { packageFiles } from '#paper/package/files.ts';
import { zipFiles } from '#paper/package/zip.ts';
import { listDocuments, type SealedDocument } from '#store/act.ts';
import { instantOf, readSchemes } from '#store/archive.ts';
import { readBranch } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { listMatters } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import { type Archived, archiveRows } from './archive.ts';
import type { Caller } from './caller.ts';
import { dayOfInstant } from './clock.ts';
import type { Context } from './context.ts';
import { allowArchive } from './export-archive.ts';
import { formsMeant, packedForms } from './packed-forms.ts';
import { Reading } from './reading.ts';
import { documentsOfYear } from './year-documents.ts';

/** The verifiers 验证程序 that go into a package, by their file names. */
export type Programs = ReadonlyMap<string, string>;

/** A package 存档包, and how much is in it. */
export type Packed = Archived & { readonly documents: number; readonly bytes: Uint8Array };

/**
 * The package of a branch-year 年度存档包 for who may have it: `archive.package`, noted under 谁看过我 before anything is read; what is
 * proved is read from one state, the forms are set from what was sealed by then, and the same state gives the same bytes. @throws right.missing, reason.missing, branch.none
 */
export async function exportPackage(
  context: Context,
  caller: Caller,
  { branch: id, year: asked, reason }: ArchiveQuery,
  programs: Programs,
): Promise<Packed> {
  await context.store.transaction(async (rows) => {
    const reading = await Reading.open(context, rows, { branch: id, caller, action: 'archive.package' });
    await allowArchive(reading, reason);
  });
  const { archived, contents, meant } = await context.store.snapshot(async (rows) => {
    const lines: string[] = [];
    const written = await archiveRows(rows, { branch: id, year: asked }, (line) => {
      lines.push(`${line}\n`);
    });
    const { asOf } = JSON.parse(lines[0] ?? '{}') as { readonly asOf?: string | null };
    const at = await instantOf(rows, id, written.events);
    const name = `${asked ?? (await context.schemes.yearOf(rows, id, asOf ?? dayOfInstant(at)))}`;
    const year = { name, span: await context.schemes.yearNamed(rows, id, name) };
    const branch = await readBranch(rows, id);
    const documents = documentsOfYear(await listDocuments(rows, id), year);
    return {
      meant: await formsMeant(rows, id, documents),
      archived: written,
      contents: {
        branch: { id, name: branch?.name ?? id },
        year: name,
        asOf: asOf ?? undefined,
        lines,
        scores: written.scores,
        head: { seq: written.events, hash: written.head, at },
        texts: await readSchemes(rows, id),
        schemes: await context.schemes.of(rows, id),
        documents: documents.map(packed),
        scans: await scansOf(rows, id, year.span),
        names: await namesOf(rows, id),
        programs,
      },
    };
  });
  const forms = await packedForms(context, id, meant);
  const bytes = await zipFiles(packageFiles({ ...contents, forms }), dayOfInstant(contents.head.at));
  return { ...archived, documents: contents.documents.length, bytes };
}

/** The scans of signed sheets that were kept in a year. */
async function scansOf(rows: Rows, branch: string, year: Span): Promise<readonly PackedScan[]> {
  const all = (await listMatters(rows, branch, 'scan')).filter(({ body }) => within(body.day, year));
  return all.map(({ id: scan, state, body: { of, number, day, file } }) => {
    const { name, sha256, kept } = file;
    return { scan, of, number, day, state, file: name, sha256, kept };
  });
}

async function namesOf(rows: Rows, branch: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await listMembers(rows, branch)).map(({ member: { id, name } }) => [id, name]));
}

function packed({ sealed_at: sealed, ...document }: SealedDocument): PackedDocument {
  const { kind, number, period, supersedes, text, seq, hash } = document;
  return { kind, number, period, supersedes, sealed, text, seq, hash };
}
