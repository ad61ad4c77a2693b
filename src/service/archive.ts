import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import { canonical, type Json, NotCanonical } from '#domain/ledger/canonical.ts';
import type { Opening } from '#domain/ledger/commitment.ts';
import { factContent, joinedContent, standingContent } from '#domain/ledger/content.ts';
import type { Digest } from '#domain/ledger/digest.ts';
import { type Claim, claimOf } from '#domain/outcome/claim.ts';
import { prepare } from '#domain/score/prepare.ts';
import {
  type KeptEntry,
  type KeptEvent,
  readEntries,
  readEvents,
  readRoster,
  readSaid,
  readSchemeTexts,
  type Said,
} from '#store/archive.ts';
import type { Rows } from '#store/database.ts';
import { lastEntryDay } from '#store/entry.ts';
import { readHead } from '#store/head.ts';
import { listSchemes } from '#store/scheme.ts';
import { schemeOf, scoreRows } from './branch-scores.ts';
import type { Context } from './context.ts';

/**
 * What is to be archived 存档: the whole chain of a branch, with the scores of one year (of its latest entry when not told). `actors` discloses who
 * acted; `tolerant` writes an empty line for what cannot be read instead of failing, so that a verifier can name it.
 */
export type ArchiveOptions = {
  readonly branch: string;
  readonly year?: number | undefined;
  readonly actors?: boolean;
  readonly tolerant?: boolean;
};

/** How much an archive holds, and the head of its chain. */
export type Archived = { readonly events: number; readonly scores: number; readonly head: Digest };

const BATCH = 1000;

type Roster = Awaited<ReturnType<typeof readRoster>>;

/**
 * Writes a branch's archive as lines without their line feed (docs/ledger.md); the same database gives the same lines. It asks for no right:
 * `exportArchive` and `exportPackage` do, and leave a trace. @throws branch.none
 */
export async function writeArchive(
  { store }: Pick<Context, 'store'>,
  options: ArchiveOptions,
  write: (line: string) => Promise<void> | void,
): Promise<Archived> {
  return await store.snapshot(async (rows) => await archiveRows(rows, options, write));
}

/** The same from rows of one state that the caller reads other things from as well. @throws branch.none */
export async function archiveRows(
  rows: Rows,
  options: ArchiveOptions,
  write: (line: string) => Promise<void> | void,
): Promise<Archived> {
  const { branch } = options;
  const head = await readHead(rows, branch);
  if (!head) throw new Refusal('branch.none');
  const texts = await readSchemeTexts(rows, branch);
  const year = await claimsOf(rows, options);
  const header = {
    line: 'header',
    archive: 'sunledger/1',
    branch,
    asOf: year?.asOf ?? null,
    documents: texts.length,
    events: head.eventSeq,
    scores: year ? year.claims.length : null,
    head: head.hash,
  };
  await write(lineOf(options, header));
  for (const text of texts) await write(lineOf(options, { line: 'document', text }));
  const roster = await readRoster(rows, branch);
  let last = 0;
  for (;;) {
    const events = await readEvents(rows, branch, last, BATCH);
    const entries = await entriesOf(rows, branch, events);
    const said = await readSaid(rows, branch, last, events.at(-1)?.seq ?? last);
    for (const event of events) {
      const { line, bare } = eventLine(event, openingsOf(event, roster, entries, said, options.actors === true));
      await write(lineOf(options, line, bare));
      last = event.seq;
    }
    if (events.length < BATCH) break;
  }
  for (const claim of year?.claims ?? []) await write(lineOf(options, { line: 'score', claim }));
  return { events: head.eventSeq, scores: year?.claims.length ?? 0, head: head.hash };
}

/** The first of several writings of a line that is canonical; an empty one for a tolerant reader. @throws NotCanonical */
function lineOf({ tolerant }: ArchiveOptions, ...writings: readonly unknown[]): string {
  for (const writing of writings) {
    try {
      return canonical(writing);
    } catch (error) {
      if (!(error instanceof NotCanonical) || tolerant !== true) throw error;
    }
  }
  return '';
}

/** What is shown of every member's year; undefined without a scheme, and for a tolerant reader where rows were spoilt. */
async function claimsOf(
  rows: Rows,
  options: ArchiveOptions,
): Promise<{ readonly asOf: Day; readonly claims: readonly Claim[] } | undefined> {
  const { branch, year, tolerant } = options;
  try {
    const versions = await listSchemes(rows, branch);
    const latest = versions.at(-1);
    if (!latest) return undefined;
    const day = year === undefined ? await lastEntryDay(rows, branch) : `${year}-12-31`;
    const schemes = versions.map(({ document }) => schemeOf(document));
    const { asOf, members } = await scoreRows(rows, branch, prepare(schemes, day ?? latest.effective).year.to);
    return { asOf, claims: members.map((member) => claimOf(member.year)) };
  } catch (error) {
    // Whatever a forger wrote into the rows is to be named by the verifier, not to end it.
    if (tolerant === true) return undefined;
    throw error;
  }
}

/** The entries that events speak of. */
async function entriesOf(
  rows: Rows,
  branch: string,
  events: readonly KeptEvent[],
): Promise<ReadonlyMap<number, KeptEntry>> {
  const numbers = events.flatMap(({ kind, number }) => (isEntry(kind) && number !== null ? [number] : []));
  if (numbers.length === 0) return new Map();
  const [from, to] = [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
  return await readEntries(rows, branch, from, to);
}

function isEntry(kind: string): boolean {
  return kind === 'entry/1' || kind === 'reversal/1';
}

/** What opens the commitments of an event, as far as it may be disclosed and the rows still say it. */
function openingsOf(
  event: KeptEvent,
  roster: Roster,
  entries: ReadonlyMap<number, KeptEntry>,
  said: Said,
  actors: boolean,
): Readonly<Record<string, Opening>> {
  const entry = isEntry(event.kind) ? entries.get(event.number ?? 0) : undefined;
  const contents: Readonly<Record<string, Json | undefined>> = {
    member: entry?.member ?? event.member_id ?? undefined,
    content: entry ? entryContent(event, entry) : (processContent(event, said) ?? rosterContent(event, roster)),
    ...(actors && { actor: event.actor ?? undefined }),
  };
  return Object.fromEntries(
    Object.entries(contents).flatMap(([field, content]) => {
      const salt = event.salts.get(field);
      return salt === undefined || content === undefined ? [] : [[field, { salt, content }]];
    }),
  );
}

/** The content of an entry, from the row that scores are made of; none where the row takes back another entry than its event says. */
function entryContent({ body }: KeptEvent, { fact, reverses }: KeptEntry): Json | undefined {
  const said = (jsonOf(body) as { readonly reverses?: number } | null)?.reverses ?? null;
  return said === reverses ? factContent(fact) : undefined;
}

/** The content of an act or the text of a sealed document, as its row says it; whoever wrote into the row wrote something else. */
function processContent({ kind, seq, number, body }: KeptEvent, said: Said): Json | undefined {
  if (kind === 'act/1') return jsonOf(said.acts.get(seq) ?? '') as Json;
  if (kind !== 'seal/1') return undefined;
  const { document } = (jsonOf(body) ?? {}) as { readonly document?: string };
  return said.documents.get(`${seq} ${document} ${number}`);
}

/** The content of a member's event, from the rows of the roster. */
function rosterContent({ kind, member_id: member, number }: KeptEvent, roster: Roster): Json | undefined {
  if (kind === 'standing/1') {
    const status = roster.standings.get(member ?? '')?.get(number ?? 0);
    return status && standingContent({ number: number ?? 0, ...status });
  }
  const row = kind === 'member/1' ? roster.members.get(member ?? '') : undefined;
  if (!row) return undefined;
  const { code, name, last_total: lastTotal } = row;
  return joinedContent({ code, name, ...(lastTotal !== null && { lastTotal }) });
}

/** The line of an event, and the same with nothing opened. */
function eventLine(row: KeptEvent, open: Readonly<Record<string, Opening>>): { line: object; bare: object } {
  const { branch_id: branch, seq, kind, at, prev, hash } = row;
  const event = { branch, seq, kind, at, body: jsonOf(row.body), prev, hash };
  return { line: { line: 'event', event, open }, bare: { line: 'event', event, open: {} } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null; // spoilt: the verifier names the event
  }
}
