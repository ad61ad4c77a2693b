// Written from docs/ledger.md alone: it imports nothing of ours. It evaluates no scores.
import { createHash } from 'node:crypto';

type Value = string | number | boolean | null | Value[] | Fields;
type Fields = { [key: string]: Value };
type Entry = { member: string; live: boolean; reversal: boolean };
type State = {
  prev: string | null;
  algorithm: string;
  version: number;
  standings: Map<string, number>;
  entries: Entry[];
  foundOutside: boolean;
  texts: string[];
  used: Set<string>;
  sealed: Map<string, number>;
};

const PERSON = ['actor', 'content', 'member'];
const KINDS: Record<string, { plain: string[]; commitments: string[] }> = {
  'genesis/1': { plain: ['algorithm'], commitments: [] },
  'scheme/1': { plain: ['document', 'effective', 'source', 'version'], commitments: ['actor'] },
  'member/1': { plain: [], commitments: PERSON },
  'standing/1': { plain: [], commitments: PERSON },
  'entry/1': { plain: ['entry'], commitments: PERSON },
  'reversal/1': { plain: ['entry', 'reverses'], commitments: PERSON },
  'act/1': { plain: ['action'], commitments: PERSON },
  'seal/1': { plain: ['document', 'number'], commitments: ['actor', 'content'] },
};

/** The canonical text of a value. */
function canon(value: Value): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    need(Number.isSafeInteger(value), 'number');
    return value === 0 ? '0' : `${value}`;
  }
  if (value === null || typeof value === 'boolean') return `${value}`;
  if (Array.isArray(value)) return `[${value.map(canon).join(',')}]`;
  const keys = Object.keys(value).toSorted((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${quoted(key)}:${canon(value[key] as Value)}`).join(',')}}`;
}

function quoted(given: string): string {
  let out = '"';
  for (let at = 0; at < given.length; at++) {
    const code = given.charCodeAt(at);
    const short = '\b\t\n\f\r'.indexOf(given.charAt(at));
    if (code === 0x22 || code === 0x5c) out += `\\${given.charAt(at)}`;
    else if (short >= 0) out += `\\${'btnfr'.charAt(short)}`;
    else if (code < 0x20) out += `\\u00${code.toString(16).padStart(2, '0')}`;
    else if (code >= 0xd800 && code <= 0xdbff) {
      const low = given.charCodeAt(++at);
      need(low >= 0xdc00 && low <= 0xdfff, 'surrogate');
      out += given.slice(at - 1, at + 1);
    } else {
      need(code < 0xdc00 || code > 0xdfff, 'surrogate');
      out += given.charAt(at);
    }
  }
  return `${out}"`;
}

/** H(tag, text). */
function digest(algorithm: string, tag: string, given: string): string {
  return createHash(algorithm)
    .update(Buffer.from(tag))
    .update(Buffer.of(0x0a))
    .update(Buffer.from(given))
    .digest('hex');
}

function need(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function fields(value: Value | undefined, keys?: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('object');
  if (keys) need(Object.keys(value).toSorted().join(' ') === keys.toSorted().join(' '), 'keys');
  return value;
}

function text(value: Value | undefined, pattern = /./s): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw new Error('text');
  return value;
}

function count(value: Value | undefined, least = 1): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) throw new Error('count');
  return value;
}

const HEX64 = /^[0-9a-f]{64}$/;
const HEX32 = /^[0-9a-f]{32}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Verifies the lines of an archive but for the claims; answers with the number of the first event that does not fit, 0 for another line, or undefined. */
export function verifyFromTheDocument(lines: readonly string[], outside?: string): { fault: number } | undefined {
  const read = (at: number, kind: string, keys: readonly string[]): Fields => {
    const value = fields(JSON.parse(lines[at] ?? '') as Value, ['line', ...keys]);
    need(canon(value) === lines[at] && value['line'] === kind, 'line');
    return value;
  };
  let seq = 0;
  try {
    const header = read(0, 'header', ['archive', 'asOf', 'branch', 'documents', 'events', 'head', 'scores']);
    need(header['archive'] === 'sunledger/1', 'archive');
    const [documents, events] = [count(header['documents'], 0), count(header['events'], 0)];
    const scores = header['scores'] === null ? 0 : count(header['scores'], 0);
    need(lines.length === 1 + documents + events + scores, 'count');
    const texts = Array.from({ length: documents }, (_, at) => text(read(1 + at, 'document', ['text'])['text']));
    const state: State = {
      prev: null,
      algorithm: '',
      version: 0,
      standings: new Map(),
      entries: [],
      foundOutside: false,
      texts,
      used: new Set(),
      sealed: new Map(),
    };
    for (seq = 1; seq <= events; seq++) {
      const line = read(documents + seq, 'event', ['event', 'open']);
      takeEvent(fields(line['event']), fields(line['open']), seq, text(header['branch']), state);
      state.foundOutside ||= state.prev === outside;
    }
    seq = 0;
    need(state.prev === header['head'] && state.used.size === texts.length, 'head');
    need(outside === undefined || state.foundOutside, 'outside');
    for (let at = 1 + documents + events; at < lines.length; at++) read(at, 'score', ['claim']);
    return undefined;
  } catch {
    return { fault: seq };
  }
}

function takeEvent(event: Fields, open: Fields, seq: number, branch: string, state: State): void {
  const { hash, ...rest } = fields(event, ['at', 'body', 'branch', 'hash', 'kind', 'prev', 'seq']);
  need(rest['branch'] === branch && rest['seq'] === seq && rest['prev'] === state.prev, 'place');
  const kind = text(rest['kind']);
  const known = KINDS[kind];
  if (!known) throw new Error('kind');
  const body = fields(rest['body'], [...known.plain, ...known.commitments]);
  text(rest['at'], INSTANT);
  need((kind === 'genesis/1') === (seq === 1), 'genesis');
  if (seq === 1) state.algorithm = text(body['algorithm'], /^(sha256|sm3)$/);
  need(digest(state.algorithm, `sunledger/event/${kind}`, canon(rest)) === text(hash, HEX64), 'hash');
  for (const field of known.commitments) text(body[field], HEX64);
  for (const [field, opening] of Object.entries(open)) {
    need(known.commitments.includes(field), 'field');
    text(fields(opening, ['content', 'salt'])['salt'], HEX32);
    need(digest(state.algorithm, `sunledger/commitment/${field}/1`, canon(opening)) === body[field], 'commitment');
  }
  if (kind === 'scheme/1') adopt(body, state);
  else if (kind === 'act/1') need('member' in open && 'content' in open, 'closed');
  else if (kind === 'seal/1') seal(body, open, state);
  else if (kind !== 'genesis/1') follow(kind, body, open, state);
  state.prev = text(hash);
}

function seal(body: Fields, open: Fields, state: State): void {
  need('content' in open, 'closed');
  const document = text(body['document']);
  const number = (state.sealed.get(document) ?? 0) + 1;
  need(count(body['number']) === number, 'number');
  state.sealed.set(document, number);
}

function adopt(body: Fields, state: State): void {
  text(body['effective'], DAY);
  need(count(body['version']) > state.version, 'version');
  state.version = count(body['version']);
  for (const key of ['document', 'source']) {
    const found = state.texts.find((one) => digest(state.algorithm, 'sunledger/document/1', one) === body[key]);
    if (found === undefined) throw new Error(key);
    state.used.add(found);
  }
}

/** What must follow from what. */
function follow(kind: string, body: Fields, open: Fields, state: State): void {
  const member = text(fields(open['member'])['content']);
  const content = fields(fields(open['content'])['content']);
  const standings = state.standings.get(member);
  if (kind === 'member/1') {
    need(standings === undefined, 'twice');
    state.standings.set(member, 0);
    return;
  }
  if (standings === undefined) throw new Error('member');
  if (kind === 'standing/1') {
    need(content['number'] === standings + 1, 'standing');
    state.standings.set(member, standings + 1);
    return;
  }
  need(count(body['entry']) === state.entries.length + 1, 'entry');
  const reversal = kind === 'reversal/1';
  if (reversal) {
    const taken = state.entries[count(body['reverses']) - 1];
    if (!taken?.live || taken.reversal || taken.member !== member) throw new Error('reverses');
    taken.live = false;
  }
  state.entries.push({ member, live: true, reversal });
}
