import type { Json } from '#domain/ledger/canonical.ts';
import { linkOf } from '#domain/ledger/chain.ts';
import { opens } from '#domain/ledger/commitment.ts';
import type { Digest } from '#domain/ledger/digest.ts';
import type { Rows } from './database.ts';
import { hashOf } from './hash.ts';
import type { DocumentTable } from './tables-process.ts';

/** The event that seals a document: its hash, and whether the document is what was sealed. */
export type SealCheck = { readonly fingerprint: Digest; readonly intact: boolean };

/**
 * Holds a sealed document 定稿 to its event: the text opens the commitment, and the event has the hash that stands on paper. Whether the event is where it
 * belongs in the chain is asked of the whole chain by `verify`.
 */
export async function checkSeal(rows: Rows, { branch_id: branch, seq, text }: DocumentTable): Promise<SealCheck> {
  const event = await rows
    .selectFrom('event')
    .innerJoin('salt', (on) => on.onRef('salt.branch_id', '=', 'event.branch_id').onRef('salt.seq', '=', 'event.seq'))
    .innerJoin('head', 'head.branch_id', 'event.branch_id')
    .select(['event.kind', 'event.at', 'event.body', 'event.prev', 'event.hash', 'salt.salt', 'head.algorithm'])
    .where('event.branch_id', '=', branch)
    .where('event.seq', '=', seq)
    .where('salt.field', '=', 'content')
    .executeTakeFirst();
  const hash = event && hashOf(event.algorithm);
  if (!event || !hash) return { fingerprint: '', intact: false };
  const { kind, at, prev, salt, hash: fingerprint } = event;
  const body = JSON.parse(event.body) as Readonly<Record<string, Json>>;
  const { content } = body;
  const opened = typeof content === 'string' && opens(hash, 'content', content, { salt, content: text });
  return { fingerprint, intact: opened && linkOf(hash, { branch, seq, kind, at, body, prev }) === fingerprint };
}
