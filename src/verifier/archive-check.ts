import { type Json, textOf } from '#domain/ledger/canonical.ts';
import { ChainCheck } from '#domain/ledger/chain.ts';
import { type Digest, digestOfDocument, type Hashes } from '#domain/ledger/digest.ts';
import { isObject, readEvent } from '#domain/ledger/event.ts';
import { type Header, type Line, ORDER, readLine } from './line.ts';
import { Replay } from './replay.ts';
import type { Fault, FaultCode, Outside, Report } from './report.ts';
import { checkScores } from './scores.ts';

/**
 * Verifies an archive 验证存档 line by line with nothing but the domain and hash functions passed in: the chain, what opens its commitments,
 * and every score, rank, grade and status claimed (docs/ledger.md). The first line that does not fit ends it.
 */
export class ArchiveCheck {
  readonly #hashes: Hashes;
  readonly #outside: Digest | undefined;
  readonly #documents: string[] = [];
  readonly #used = new Set<string>();
  readonly #claims: { readonly [key: string]: Json }[] = [];
  readonly #faults: Fault[] = [];
  readonly #replay = new Replay((digest) => this.#textOf(digest));
  #texts: ReadonlyMap<Digest, string> | undefined;
  #header: Header | undefined;
  #chain: ChainCheck | undefined;
  #lines = 0;
  #place = -1;
  #outsideSeq: number | undefined;
  readonly #sealed = new Map<string, string>();

  /** `outside` is a head kept elsewhere: printed, lodged with the superior. */
  constructor(hashes: Hashes, outside?: Digest) {
    this.#hashes = hashes;
    this.#outside = outside;
  }

  /** The texts of the sealed documents that were read, by kind and number: `register-1`. */
  get sealed(): ReadonlyMap<string, string> {
    return this.#sealed;
  }

  /** The texts of the schemes that were read: documents, and sources as written. */
  get schemes(): readonly string[] {
    return this.#documents;
  }

  /** Takes the next line, without its line feed; false when there is no use in reading on. */
  take(text: string): boolean {
    if (this.#faults.length > 0) return false;
    this.#lines++;
    const line = readLine(text);
    const place = line ? ORDER.indexOf(line.line) : -1;
    const first = this.#lines === 1;
    if (!line) this.#fault(first ? 'header' : this.#expectsEvent() ? 'malformed' : 'line');
    else if (first !== (line.line === 'header') || place < this.#place) this.#fault(first ? 'header' : 'line');
    else {
      this.#place = place;
      this.#read(line);
    }
    return this.#faults.length === 0;
  }

  /** Says that what follows is no text in UTF-8, or a line without an end. */
  notText(): void {
    this.#lines++;
    if (this.#faults.length === 0) this.#fault('not-text');
  }

  /** What was found, once every line was taken. */
  finish(): Report {
    if (this.#faults.length === 0) this.#faults.push(...this.#whole());
    const head = this.#chain?.head;
    const found = head?.hash != null ? { seq: head.seq, hash: head.hash } : null;
    const { asOf } = this.#header ?? {};
    return {
      sound: this.#faults.length === 0,
      ...(this.#header && { branch: this.#header.branch }),
      ...(typeof asOf === 'string' && { asOf }),
      events: head?.seq ?? 0,
      ...this.#replay.counts,
      scores: this.#claims.length,
      head: found,
      outside: this.#found(),
      faults: this.#faults,
    };
  }

  #read(line: Line): void {
    switch (line.line) {
      case 'header':
        this.#header = line;
        this.#chain = new ChainCheck(this.#hashes, line.branch);
        break;
      case 'document':
        this.#documents.push(line.text);
        break;
      case 'event':
        this.#event(line);
        break;
      case 'score':
        this.#claims.push(line.claim);
        break;
    }
  }

  #event({ event: found, open }: Line & { readonly line: 'event' }): void {
    const chain = this.#chain;
    if (!chain) return;
    const seq = chain.head.seq + 1;
    const event = readEvent(found);
    const fault = chain.take({ event: found, open });
    const why = fault?.why ?? (event && this.#replay.take(event, open));
    if (why !== undefined) {
      const kind = isObject(found) ? textOf(found['kind']) : '';
      const isEntry = kind.startsWith('entry/') || kind.startsWith('reversal/');
      const entry = this.#replay.counts.entries + 1;
      this.#fault(why, { seq, ...(isEntry && { entry }), ...(fault?.field !== undefined && { field: fault.field }) });
    }
    if (why !== undefined || !event) return;
    if (event.hash === this.#outside) this.#outsideSeq = seq;
    const { document, number } = event.body;
    if (event.kind === 'seal/1')
      this.#sealed.set(`${textOf(document)}-${Number(number)}`, textOf(open['content']?.content));
  }

  /** What can only be said of the whole. */
  #whole(): readonly Fault[] {
    const header = this.#header;
    const chain = this.#chain?.head;
    if (!header || !chain) return [{ why: 'header', line: 1 }];
    const events = chain.seq;
    if (events < header.events || this.#documents.length < header.documents)
      return [{ why: 'cut-short', seq: events + 1 }];
    if (this.#claims.length < (header.scores ?? 0)) return [{ why: 'cut-short' }];
    if (events > header.events || this.#documents.length > header.documents) return [{ why: 'header', line: 1 }];
    if (this.#claims.length > (header.scores ?? 0)) return [{ why: 'header', line: 1 }];
    if (chain.hash !== header.head) return [{ why: 'head', seq: events }];
    if (this.#documents.length > this.#used.size) return [{ why: 'document-unused' }];
    const faults: Fault[] = this.#found() === 'not-found' ? [{ why: 'outside-head' }] : [];
    const { schemes, members } = this.#replay.counts;
    if (header.asOf !== null && header.scores !== null)
      faults.push(...checkScores(this.#replay, header.asOf, this.#claims));
    else if (schemes > 0 && members > 0) faults.push({ why: 'no-scores' });
    return faults;
  }

  #found(): Outside {
    if (this.#outside === undefined) return 'none';
    if (this.#outsideSeq === undefined) return 'not-found';
    return { seq: this.#outsideSeq, after: (this.#chain?.head.seq ?? 0) - this.#outsideSeq };
  }

  /** Whether the next line is to be an event; one that cannot be read then stands in its place. */
  #expectsEvent(): boolean {
    const { documents = 0, events = 0 } = this.#header ?? {};
    return this.#documents.length >= documents && (this.#chain?.head.seq ?? 0) < events;
  }

  #textOf(digest: Digest): string | undefined {
    const hash = this.#chain?.hash;
    if (!hash) return undefined;
    this.#texts ??= new Map(this.#documents.map((text) => [digestOfDocument(hash, text), text]));
    this.#used.add(digest);
    return this.#texts.get(digest);
  }

  #fault(why: FaultCode, more: Omit<Fault, 'why' | 'line'> = {}): void {
    const seq = this.#chain && this.#expectsEvent() ? this.#chain.head.seq + 1 : undefined;
    this.#faults.push({ why, line: this.#lines, ...(seq !== undefined && { seq }), ...more });
  }
}

/** Verifies an archive given as its lines. */
export function verifyArchive(hashes: Hashes, lines: Iterable<string>, outside?: Digest): Report {
  const check = new ArchiveCheck(hashes, outside);
  for (const line of lines) if (!check.take(line)) break;
  return check.finish();
}
