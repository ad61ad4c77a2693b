import type { Day } from '#domain/kernel/day.ts';
import { digitsOf } from '#domain/process/paper-scan.ts';
import { dayOfInstant } from '#service/clock.ts';
import type { Context } from '#service/context.ts';
import { readBranch } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { readHead } from '#store/head.ts';
import { readMatter } from '#store/matter.ts';
import { documentOfEvent, eventOfHash, supersederOf } from '#store/public.ts';
import type { DocumentTable } from '#store/tables-process.ts';

/** What a document behind a fingerprint is, without anything that it says of a person. */
export type VerifiedDocument = {
  readonly kind: string;
  readonly number: number;
  readonly period: string | undefined;
  readonly supersededBy: number | undefined;
  /** Of a notice that was withdrawn. */
  readonly withdrawn: boolean;
};

/** What a fingerprint 指纹 belongs to: an event of the chain of a branch, the document that it sealed, and whether the chain ends with it. */
export type Verified = {
  readonly fingerprint: string;
  readonly branch: string;
  readonly demo: boolean;
  readonly day: Day;
  readonly isHead: boolean;
  readonly document: VerifiedDocument | undefined;
};

/** What a fingerprint belongs to 验真; undefined where no document and no chain has it. */
export async function verifyFingerprint({ store }: Context, typed: string): Promise<Verified | undefined> {
  const digits = digitsOf(typed);
  if (digits === undefined) return undefined;
  return await store.snapshot(async (rows) => {
    const event = await eventOfHash(rows, digits);
    const branch = event && (await readBranch(rows, event.branch_id));
    if (!event || !branch) return undefined;
    const document = await documentOfEvent(rows, event.branch_id, event.seq);
    // Of a superior's chain nothing but its documents: how it grows would tell of appeals (product §5.7).
    if (branch.kind === 'superior' && !document) return undefined;
    const head = await readHead(rows, event.branch_id);
    return {
      fingerprint: event.hash,
      branch: branch.name,
      demo: branch.demo === 1,
      day: dayOfInstant(event.at),
      isHead: branch.kind === 'branch' && head?.hash === event.hash,
      document: document && (await told(rows, document)),
    };
  });
}

async function told(rows: Rows, document: DocumentTable): Promise<VerifiedDocument> {
  const { branch_id: branch, kind, number, period, matter } = document;
  const notice = kind === 'notice' ? await readMatter(rows, branch, 'notice', matter) : undefined;
  return {
    kind,
    number,
    period: period ?? undefined,
    supersededBy: await supersederOf(rows, document),
    withdrawn: notice?.state === 'withdrawn',
  };
}
