import type { Json } from '#domain/ledger/canonical.ts';
import { canonical } from '#domain/ledger/canonical.ts';
import { draftAct, draftSeal } from '#domain/ledger/draft.ts';
import type { Rows } from './database.ts';
import type { Write } from './dialect.ts';
import { append } from './ledger.ts';
import type { DocumentTable } from './tables-process.ts';

/** An act to be put on the chain: its action, whom it is about, what it says. */
export type NewAct = { readonly action: string; readonly member: string; readonly content: Json };

/** Puts an act of the process on the chain 上链, with the content that opens its commitment, and writes with it what it did. */
export async function addAct(
  rows: Rows,
  branch: string,
  act: NewAct,
  { now, actor }: { readonly now: string; readonly actor: string },
  did: readonly Write[] = [],
): Promise<void> {
  await append(rows, branch, actor, async (transaction, { eventSeq }) => {
    const row = { branch_id: branch, seq: eventSeq + 1, content: canonical(act.content) };
    const writes = [...did, transaction.insertInto('act').values(row)];
    return [{ draft: draftAct(act.action, act.member, act.content, { actor, now }), member: act.member, writes }];
  });
}

/** A document to be sealed: of which kind and matter, and its content. */
export type NewDocument = {
  readonly kind: string;
  readonly matter: string;
  readonly period?: string;
  readonly content: Json;
  readonly supersedes?: number;
};

/** Seals a document 定稿: written once, numbered without gaps among its kind, its whole text on the chain (product §5.6). */
export async function sealDocument(
  rows: Rows,
  branch: string,
  { kind, matter, period, content, supersedes }: NewDocument,
  now: string,
  actor: string,
): Promise<number> {
  let number = 0;
  await append(rows, branch, actor, async (transaction, { eventSeq }) => {
    const last = await transaction
      .selectFrom('document')
      .select((column) => column.fn.max('number').as('number'))
      .where('branch_id', '=', branch)
      .where('kind', '=', kind)
      .executeTakeFirst();
    number = (last?.number ?? 0) + 1;
    const text = canonical(content);
    const row: DocumentTable = {
      branch_id: branch,
      kind,
      number,
      matter,
      period: period ?? null,
      text,
      seq: eventSeq + 1,
      supersedes: supersedes ?? null,
      sealed_at: now,
    };
    await transaction.insertInto('document').values(row).execute();
    return [{ draft: draftSeal(kind, number, text, { actor, now }), number }];
  });
  return number;
}

/** A sealed document by kind and number. */
export async function readDocument(
  rows: Rows,
  branch: string,
  kind: string,
  number: number,
): Promise<DocumentTable | undefined> {
  return await rows
    .selectFrom('document')
    .selectAll()
    .where('branch_id', '=', branch)
    .where('kind', '=', kind)
    .where('number', '=', number)
    .executeTakeFirst();
}

/** A sealed document 定稿文书 with the hash of the event that seals it. */
export type SealedDocument = DocumentTable & { readonly hash: string };

/** The sealed documents of a kind, or of every kind in the order of their sealing; the superseded ones stay among them. */
export async function listDocuments(rows: Rows, branch: string, kind?: string): Promise<readonly SealedDocument[]> {
  const all = rows
    .selectFrom('document')
    .innerJoin('event', (join) =>
      join.onRef('event.branch_id', '=', 'document.branch_id').onRef('event.seq', '=', 'document.seq'),
    )
    .selectAll('document')
    .select('event.hash')
    .where('document.branch_id', '=', branch);
  const asked = kind === undefined ? all.orderBy('document.seq') : all.where('document.kind', '=', kind);
  return await asked.orderBy('document.number').execute();
}
