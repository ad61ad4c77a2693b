import type { Kysely } from 'kysely';
import { canonical } from '#domain/ledger/canonical.ts';
import { type ChainHead, type Draft, extend } from '#domain/ledger/chain.ts';
import { type Act, draftEntry, draftGenesis, draftMember, draftScheme, draftStanding } from '#domain/ledger/draft.ts';
import { factOf } from '#store/fact-row.ts';
import { newSalt, sha256 } from '#store/hash.ts';
import { statusOf } from '#store/status-row.ts';
import type { BranchTable, EntryTable, MemberTable, SaltTable, SchemeTable, StatusTable } from '#store/tables.ts';

/** The tables as this migration finds and makes them; later ones may add to them. */
export type Unchained = {
  branch: BranchTable;
  scheme: SchemeTable;
  member: MemberTable;
  status: StatusTable;
  entry: EntryTable;
  head: { branch_id: string; event_seq: number; hash: string };
  event: EventRow;
  salt: SaltTable;
};

type EventRow = {
  branch_id: string;
  seq: number;
  kind: string;
  at: string;
  body: string;
  prev: string | null;
  hash: string;
  actor: string | null;
  member_id: string | null;
  number: number | null;
};

/** What an event is about, for its row. */
type About = { readonly draft: Draft; readonly member?: string; readonly number?: number };

const ACTOR = 'migration';
const BATCH = 500;

/** Chains what a branch 支部 had before there was a chain: its schemes, its roster with standings, its entries, each in their order. */
export async function chainBranch(db: Kysely<Unchained>, branch: string): Promise<void> {
  let head: ChainHead = { branch, seq: 0, hash: null };
  const events: EventRow[] = [];
  const salts: SaltTable[] = [];
  for (const { draft, member, number } of await eventsOf(db, branch)) {
    const { event, salts: drawn } = extend(sha256, head, draft, newSalt);
    const { seq, kind, at, prev, hash } = event;
    const about = { actor: seq === 1 ? null : ACTOR, member_id: member ?? null, number: number ?? null };
    events.push({ branch_id: branch, seq, kind, at, body: canonical(event.body), prev, hash, ...about });
    for (const [field, salt] of Object.entries(drawn)) salts.push({ branch_id: branch, seq, field, salt });
    head = { branch, seq, hash };
  }
  for (let at = 0; at < events.length; at += BATCH)
    await db
      .insertInto('event')
      .values(events.slice(at, at + BATCH))
      .execute();
  for (let at = 0; at < salts.length; at += BATCH)
    await db
      .insertInto('salt')
      .values(salts.slice(at, at + BATCH))
      .execute();
  const moved = { event_seq: head.seq, hash: head.hash ?? '' };
  await db.updateTable('head').set(moved).where('branch_id', '=', branch).execute();
}

async function eventsOf(db: Kysely<Unchained>, branch: string): Promise<readonly About[]> {
  const act = (now: string): Act => ({ actor: ACTOR, now });
  const own = await db.selectFrom('branch').selectAll().where('branch_id', '=', branch).executeTakeFirstOrThrow();
  const schemes = await db
    .selectFrom('scheme')
    .selectAll()
    .where('branch_id', '=', branch)
    .orderBy('version')
    .execute();
  const members = await db.selectFrom('member').selectAll().where('branch_id', '=', branch).orderBy('code').execute();
  const statuses = await db.selectFrom('status').selectAll().where('branch_id', '=', branch).orderBy('seq').execute();
  const entries = await db.selectFrom('entry').selectAll().where('branch_id', '=', branch).orderBy('seq').execute();
  const joined = members.flatMap(({ member_id: member, code, name, last_total: lastTotal, created_at: at }) => [
    { draft: draftMember(member, { code, name, ...(lastTotal !== null && { lastTotal }) }, act(at)), member },
    ...statuses
      .filter((row) => row.member_id === member)
      .map((row) => {
        const standing = { number: row.seq, ...statusOf(row) };
        return { draft: draftStanding(member, standing, act(at)), member, number: row.seq };
      }),
  ]);
  return [
    { draft: draftGenesis('sha256', act(own.created_at)) },
    ...schemes.map((row) => ({ draft: draftScheme(sha256, row, act(row.created_at)), number: row.version })),
    ...joined,
    ...entries.map((row) => {
      const { seq: number, member_id: member } = row;
      return { draft: draftEntry(number, member, factOf(row), act(row.created_at)), member, number };
    }),
  ];
}
