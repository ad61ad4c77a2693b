// Written from docs/ledger.md alone: it imports nothing of ours. It evaluates no scores.
import { createHash } from 'node:crypto';

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
type Record_ = { [key: string]: Value };

const HEX64 = /^[0-9a-f]{64}$/;
const HEX32 = /^[0-9a-f]{32}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const PERSON = ['actor', 'content', 'member'];
const KINDS: Record<string, { plain: string[]; commitments: string[] }> = {
  'genesis/1': { plain: ['algorithm'], commitments: [] },
  'scheme/1': { plain: ['document', 'effective', 'source', 'version'], commitments: ['actor'] },
  'member/1': { plain: [], commitments: PERSON },
  'standing/1': { plain: [], commitments: PERSON },
  'entry/1': { plain: ['entry'], commitments: PERSON },
  'reversal/1': { plain: ['entry', 'reverses'], commitments: PERSON },
};

function quoted(text: string): string {
  let out = '"';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const short = '\b\t\n\f\r'.indexOf(text.charAt(at));
    if (code === 0x22 || code === 0x5c) out += `\\${text.charAt(at)}`;
    else if (short >= 0) out += `\\${'btnfr'.charAt(short)}`;
    else if (code < 0x20) out += `\\u00${code.toString(16).padStart(2, '0')}`;
    else if (code >= 0xd800 && code <= 0xdbff) {
      const low = text.charCodeAt(++at);
      if (!(low >= 0xdc00 && low <= 0xdfff)) throw new Error('surrogate');
      out += text.slice(at - 1, at + 1);
    } else if (code >= 0xdc00 && code <= 0xdfff) throw new Error('surrogate');
    else out += text.charAt(at);
  }
  return `${out}"`;
}

export function canon(value: Value): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error('number');
    return value === 0 ? '0' : `${value}`;
  }
  if (value === null || typeof value === 'boolean') return `${value}`;
  if (Array.isArray(value)) return `[${value.map(canon).join(',')}]`;
  const keys = Object.keys(value).toSorted((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${quoted(key)}:${canon(value[key] as Value)}`).join(',')}}`;
}

const h = (algorithm: string, tag: string, text: string): string =>
  createHash(algorithm)
    .update(Buffer.from(tag))
    .update(Buffer.from([0x0a]))
    .update(Buffer.from(text))
    .digest('hex');

const keysOf = (value: Value): string =>
  Object.keys(value as Record_)
    .toSorted()
    .join(' ');
const need = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** Verifies the lines of an archive but for scores; answers with the number of the first event that does not fit, 0 for another line, or undefined. */
export function verifyFromTheDocument(lines: readonly string[], outside?: string): { fault: number } | undefined {
  let seq = 0;
  try {
    const read = (line: string | undefined): Record_ => {
      const value = JSON.parse(line ?? '') as Record_;
      need(canon(value) === line, 'canonical');
      return value;
    };
    const header = read(lines[0]);
    need(keysOf(header) === 'archive asOf branch documents events head line scores', 'header');
    need(header['line'] === 'header' && header['archive'] === 'sunledger/1', 'header');
    const [documents, events, scores] = ['documents', 'events', 'scores'].map((key) => Number(header[key] ?? 0)) as [
      number,
      number,
      number,
    ];
    need(lines.length === 1 + documents + events + scores, 'count');
    const texts = lines.slice(1, 1 + documents).map((line) => {
      const value = read(line);
      need(keysOf(value) === 'line text' && value['line'] === 'document', 'document');
      return String(value['text']);
    });
    const state = {
      prev: null as string | null,
      algorithm: '',
      version: 0,
      standings: new Map<string, number>(),
      entries: [] as { member: string; live: boolean; reversal: boolean }[],
      found: false,
      used: new Set<string>(),
    };
    for (seq = 1; seq <= events; seq++)
      oneEvent(read(lines[documents + seq]), seq, String(header['branch']), texts, state, outside);
    seq = 0;
    need(state.prev === header['head'] && state.used.size === texts.length, 'head');
    need(outside === undefined || state.found, 'outside');
    for (const line of lines.slice(1 + documents + events)) need(keysOf(read(line)) === 'claim line', 'score');
    return undefined;
  } catch {
    return { fault: seq };
  }
}

type State = {
  prev: string | null;
  algorithm: string;
  version: number;
  standings: Map<string, number>;
  entries: { member: string; live: boolean; reversal: boolean }[];
  found: boolean;
  used: Set<string>;
};

function oneEvent(
  line: Record_,
  seq: number,
  branch: string,
  texts: string[],
  state: State,
  outside: string | undefined,
): void {
  need(keysOf(line) === 'event line open' && line['line'] === 'event', 'line');
  const { hash, ...rest } = line['event'] as Record_;
  need(keysOf(rest) === 'at body branch kind prev seq', 'fields');
  const body = rest['body'] as Record_;
  const kind = String(rest['kind']);
  const known = KINDS[kind];
  need(known !== undefined && keysOf(body) === [...known.plain, ...known.commitments].toSorted().join(' '), 'kind');
  need(rest['branch'] === branch && rest['seq'] === seq && rest['prev'] === state.prev, 'place');
  need(INSTANT.test(String(rest['at'])) && (kind === 'genesis/1') === (seq === 1), 'genesis');
  if (seq === 1) state.algorithm = String(body['algorithm']);
  need(['sha256', 'sm3'].includes(state.algorithm), 'algorithm');
  for (const key of ['version', 'entry', 'reverses'])
    if (key in body) need(Number.isSafeInteger(body[key]) && Number(body[key]) >= 1, key);
  for (const key of known?.commitments ?? []) need(HEX64.test(String(body[key])), key);
  need(h(state.algorithm, `sunledger/event/${kind}`, canon(rest)) === hash, 'hash');
  const open = line['open'] as Record_;
  for (const [field, opening] of Object.entries(open)) {
    need(known?.commitments.includes(field) === true && keysOf(opening) === 'content salt', 'opening');
    need(HEX32.test(String((opening as Record_)['salt'])), 'salt');
    need(h(state.algorithm, `sunledger/commitment/${field}/1`, canon(opening)) === body[field], 'commitment');
  }
  if (kind === 'scheme/1') {
    need(DAY.test(String(body['effective'])) && Number(body['version']) > state.version, 'version');
    state.version = Number(body['version']);
    for (const key of ['document', 'source']) {
      const text = texts.find((one) => h(state.algorithm, 'sunledger/document/1', one) === body[key]);
      need(text !== undefined, key);
      state.used.add(text ?? '');
    }
  } else if (kind !== 'genesis/1') about(kind, body, open, state);
  state.prev = String(hash);
  state.found ||= hash === outside;
}

function about(kind: string, body: Record_, open: Record_, state: State): void {
  need('member' in open && 'content' in open, 'open');
  const member = String((open['member'] as Record_)['content']);
  const content = (open['content'] as Record_)['content'] as Record_;
  const standings = state.standings.get(member);
  if (kind === 'member/1') {
    need(standings === undefined, 'twice');
    state.standings.set(member, 0);
    return;
  }
  need(standings !== undefined, 'member');
  if (kind === 'standing/1') {
    need(content['number'] === (standings ?? 0) + 1, 'standing');
    state.standings.set(member, Number(content['number']));
    return;
  }
  need(body['entry'] === state.entries.length + 1, 'entry');
  const reversal = kind === 'reversal/1';
  if (reversal) {
    const taken = state.entries[Number(body['reverses']) - 1];
    need(taken?.member === member && taken.live && !taken.reversal, 'reverses');
    if (taken) taken.live = false;
  }
  state.entries.push({ member, live: true, reversal });
}
