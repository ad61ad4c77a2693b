import { describe, expect, test } from 'vitest';
import { canonical } from '#domain/ledger/canonical.ts';
import { type ChainHead, type Draft, extend } from '#domain/ledger/chain.ts';
import {
  draftEntry,
  draftGenesis,
  draftMember,
  draftReversal,
  draftScheme,
  draftStanding,
} from '#domain/ledger/draft.ts';
import { hashOf, newSalt, sha256 } from '#store/hash.ts';
import { verifyArchive } from '#verifier/archive-check.ts';
import { verifyFromTheDocument } from './independent-verifier.ts';
import { factOf, NOW } from './small-branch.ts';

const act = { actor: 'system', now: NOW };
const fact = factOf(1, '');
const joined = { code: 'D01', name: '甲' };
const standing = { number: 1, from: '2020-01-01', to: '9999-12-31', standing: 'full' as const };
const adopted = { version: 1, effective: '2026-01-01', source: 's', document: 'd' };
const start = [draftGenesis('sha256', act), draftMember('m1', joined, act), draftMember('m2', joined, act)];

/** An archive whose links and commitments all hold; what it says need not. */
function archive(drafts: readonly Draft[], texts: readonly string[] = [], hide: readonly string[] = []): string[] {
  let head: ChainHead = { branch: 'b1', seq: 0, hash: null };
  const events = drafts.map((draft) => {
    const { event, salts } = extend(sha256, head, draft, newSalt);
    head = { branch: 'b1', seq: event.seq, hash: event.hash };
    const closed: Readonly<Record<string, unknown>> = draft.closed;
    const shown = Object.entries(salts).filter(([field]) => field !== 'actor' && !hide.includes(field));
    const open = Object.fromEntries(shown.map(([field, salt]) => [field, { salt, content: closed[field] }]));
    return canonical({ line: 'event', event, open });
  });
  const counts = { documents: texts.length, events: events.length, scores: null };
  const header = { line: 'header', archive: 'sunledger/1', branch: 'b1', asOf: null, ...counts, head: head.hash };
  return [canonical(header), ...texts.map((text) => canonical({ line: 'document', text })), ...events];
}

describe('a chain whose links hold may still say what cannot follow (docs/ledger.md)', () => {
  test('what follows is taken', () => {
    const drafts = [...start, draftStanding('m1', standing, act), draftEntry(1, 'm1', fact, act)];
    const lines = archive([...drafts, draftReversal(2, 1, 'm1', fact, act)]);
    expect(verifyArchive(hashOf, lines)).toMatchObject({ sound: true, entries: 2 });
    expect(verifyFromTheDocument(lines)).toBeUndefined();
  });

  test.each<[string, Draft[], string]>([
    ['a member taken on the roster twice', [draftMember('m1', joined, act)], 'member'],
    ['a standing of nobody', [draftStanding('m9', standing, act)], 'member'],
    ['a standing whose number does not follow', [draftStanding('m1', { ...standing, number: 2 }, act)], 'standing'],
    ['an entry about nobody', [draftEntry(1, 'm9', fact, act)], 'member'],
    ['an entry whose number does not follow', [draftEntry(2, 'm1', fact, act)], 'entry-number'],
    ['a reversal of no entry', [draftReversal(1, 7, 'm1', fact, act)], 'reverses'],
    ['a reversal of itself', [draftReversal(1, 1, 'm1', fact, act)], 'reverses'],
    ['a scheme whose text is not there', [draftScheme(sha256, adopted, act)], 'document'],
  ])('%s is named', (_, drafts, why) => {
    const lines = archive([...start, ...drafts]);
    expect(verifyArchive(hashOf, lines).faults).toMatchObject([{ why, seq: 4 }]);
    expect(verifyFromTheDocument(lines)).toEqual({ fault: 4 });
  });

  test.each<[string, Draft[]]>([
    ['of another member’s entry', [draftReversal(2, 1, 'm2', fact, act)]],
    ['twice', [draftReversal(2, 1, 'm1', fact, act), draftReversal(3, 1, 'm1', fact, act)]],
    ['of a reversal', [draftReversal(2, 1, 'm1', fact, act), draftReversal(3, 2, 'm1', fact, act)]],
  ])('a reversal %s is named by its entry', (_, drafts) => {
    const lines = archive([...start, draftEntry(1, 'm1', fact, act), ...drafts]);
    const seq = 4 + drafts.length;
    expect(verifyArchive(hashOf, lines).faults).toMatchObject([{ why: 'reverses', seq, entry: 1 + drafts.length }]);
    expect(verifyFromTheDocument(lines)).toEqual({ fault: seq });
  });

  test('a version of the scheme that does not rise is named', () => {
    const schemes = [draftScheme(sha256, adopted, act), draftScheme(sha256, adopted, act)];
    const lines = archive([...start, ...schemes], ['d', 's']);
    expect(verifyArchive(hashOf, lines).faults).toMatchObject([{ why: 'version', seq: 5 }]);
    expect(verifyFromTheDocument(lines)).toEqual({ fault: 5 });
  });

  test('a content that is not of its kind is named', () => {
    for (const content of [{ item: 'x' }, { item: 'x', day: '2026-02-30' }, { ...fact, more: 1 }, 'x', null, []]) {
      const draft = draftEntry(1, 'm1', fact, act);
      const lines = archive([...start, { ...draft, closed: { ...draft.closed, content } }]);
      expect(verifyArchive(hashOf, lines).faults, JSON.stringify(content)).toMatchObject([
        { why: 'content', entry: 1 },
      ]);
    }
  });

  test.each(['member', 'content'])('without %s nothing can be recomputed', (field) => {
    const lines = archive(start, [], [field]);
    expect(verifyArchive(hashOf, lines).faults).toMatchObject([{ why: 'not-opened', seq: 2 }]);
  });

  test('a document that belongs to no scheme is named', () => {
    expect(verifyArchive(hashOf, archive(start, ['d'])).faults).toEqual([{ why: 'document-unused' }]);
    const lines = archive([...start, draftScheme(sha256, adopted, act)], ['d', 's', 'd']);
    expect(verifyArchive(hashOf, lines).faults).toEqual([{ why: 'document-unused' }]);
  });

  test('a scheme that cannot be scored, and scores that are not there, are told', () => {
    const lines = archive([...start, draftScheme(sha256, adopted, act)], ['d', 's']);
    expect(verifyArchive(hashOf, lines).faults).toEqual([{ why: 'no-scores' }]);
    const claimed = lines.with(
      0,
      (lines[0] ?? '').replace('"asOf":null', '"asOf":"2026-12-31"').replace('"scores":null', '"scores":0'),
    );
    expect(verifyArchive(hashOf, claimed).faults).toEqual([{ why: 'scheme' }]);
  });

  test('a head from outside counts only when its event fits', () => {
    const lines = archive(start);
    const { head } = verifyArchive(hashOf, lines);
    const forged = lines.with(3, (lines[3] ?? '').replace(NOW, '2026-03-31T08:00:00.001Z'));
    expect(verifyArchive(hashOf, forged, head?.hash)).toMatchObject({ sound: false, outside: 'not-found' });
  });
});
