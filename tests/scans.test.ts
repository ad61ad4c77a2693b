import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EvidenceFile } from '#contract/evidence.ts';
import { exportPackage } from '#service/export-package.ts';
import { evidenceName } from '#service/process/evidence.ts';
import { read } from '#service/services.ts';
import { findScan } from '#service/show-scan.ts';
import { addMatter } from '#store/matter.ts';
import { findStrays } from '#store/strays.ts';
import { openBranch, refusedWith, type TestBranch } from './process-branch.ts';
import { assembly, determined, quarter } from './process-determined.ts';

let at: TestBranch;
const NOW = '2026-01-02T00:00:00.000Z';
const made = { revision: 1, created: NOW, changed: NOW } as const;

beforeAll(async () => {
  at = await openBranch();
  await quarter(at, '2026Q1', 'determined');
  await assembly(at, 'M1', 'open');
  await assembly(at, 'M2', 'convened');
  await determined(at, { id: 'L1', subject: 'f', fact: { item: 'zhiyuan', day: '2026-03-07' } });
  await determined(at, { id: 'L2', subject: 'g', fact: { item: 'zhiyuan', day: '2026-03-08' }, reporter: 'h' });
  const resting = { year: '2026', rule: '§四(三)', by: 'b' };
  const about = { noun: 'talk', subject: 'g', body: resting, ...made } as const;
  await addMatter(at.store.rows, 'B', { id: 't1', state: 'held', ...about });
  await addMatter(at.store.rows, 'B', { id: 't2', state: 'proposed', ...about });
});
afterAll(async () => await at.close());

/** What the server says of a file that it kept for something. */
function kept(about: string, content: string): EvidenceFile {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const name = evidenceName(at.context, 'B', about, sha256);
  return { name, sha256, kept: sha256, type: 'application/pdf', bytes: content.length };
}
const keep = async (of: 'register' | 'talk' | 'line' | 'assembly', about: string, content = about, person = 'e') =>
  await at.act(person, 'scan.keep', { of, about, file: kept(about, content) });
const list = async (person: string, about?: string) =>
  (
    await read(
      at.context,
      'scan.list',
      { branch: 'B', ...(about !== undefined && { about }) },
      { person, kind: 'person' },
    )
  ).rows;
const show = async (person: string, id: string) =>
  await findScan(at.context, { person, kind: 'person' }, { branch: 'B', id });

describe('scans of signed sheets (§五(二), product §7)', () => {
  test('a scan is linked to the sealed document, with its digest on the chain', async () => {
    const { id, state } = await keep('register', '2026Q1', 'signed register');
    expect(state).toBe('kept');
    const [row] = await list('e', '2026Q1');
    expect(row).toMatchObject({ id, of: 'register', number: 1, sha256: kept('', 'signed register').sha256, by: 'e' });
    expect(row?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const acts = await at.store.rows.selectFrom('act').select('content').where('branch_id', '=', 'B').execute();
    const said = acts.filter(({ content }) => content.includes('"noun":"scan"'));
    expect(said).toHaveLength(1);
    expect(said[0]?.content).toContain(kept('', 'signed register').sha256);
    // The matters that this test laid without an act are the only strays.
    const strays = await findStrays(at.store.rows, 'B');
    expect(strays.filter(({ of }) => of?.startsWith('scan '))).toEqual([]);
    expect((await keep('register', '2026Q1', 'signed register')).id).toBe(id); // the same file again is the same scan
  });

  test('a better one takes its place, and the first stays to be read', async () => {
    const first = await keep('assembly', 'M1', 'blurred');
    const file = kept('M1', 'sharp');
    const next = await at.act('a', 'scan.supersede', { id: first.id, file });
    const rows = await list('e', 'M1');
    expect(rows.map(({ id, state, supersedes }) => [id, state, supersedes])).toEqual([
      [first.id, 'superseded', undefined],
      [next.id, 'kept', first.id],
    ]);
    expect((await show('e', first.id)).sha256).toBe(kept('', 'blurred').sha256);
    expect(await refusedWith(at.act('a', 'scan.supersede', { id: first.id, file }))).toBe('scan.not-now');
  });

  test('what is not sealed, or not yet to be signed, has no scan', async () => {
    expect(await refusedWith(keep('register', '2026Q2'))).toBe('scan.not-signed');
    expect(await refusedWith(keep('talk', 't2'))).toBe('scan.not-signed');
    expect(await refusedWith(keep('assembly', 'M2'))).toBe('scan.not-signed');
    expect(await refusedWith(keep('line', 'none'))).toBe('thing.unknown');
    expect(await refusedWith(at.act('e', 'scan.keep', { of: 'talk', about: 't1', file: kept('t2', 'x') }))).toBe(
      'thing.unknown',
    );
  });

  test('of a slip that reports another member no scan is kept: it bears the name of the reporter (§5.7)', async () => {
    expect(await refusedWith(keep('line', 'L2'))).toBe('scan.of-report');
    expect((await keep('line', 'L1')).state).toBe('kept');
  });

  test('a member sees the scans about itself and who looked at them; nobody else without office does (§5.8)', async () => {
    const { id } = await keep('talk', 't1', 'signed talk');
    expect((await list('g')).map((one) => one.id)).toEqual([id]);
    expect(await list('h')).toEqual([]);
    expect(await refusedWith(show('h', id))).toBe('right.missing');
    expect((await show('g', id)).type).toBe('application/pdf');
    await show('b', id);
    const looked = await at.store.rows.selectFrom('access').selectAll().where('subject', '=', 'g').execute();
    expect(looked).toMatchObject([{ viewer: 'b', action: 'scan.show' }]);
    expect(await refusedWith(keep('talk', 't1', 'x', 'g'))).toBe('right.missing');
    expect(await refusedWith(list('stranger'))).toBe('right.missing');
  });

  test('a superior sees the scans of what is sent up, and no others', async () => {
    expect(await list('sup')).toEqual([]);
    const [talk] = await list('e', 't1');
    expect(await refusedWith(show('sup', talk?.id ?? ''))).toBe('right.missing');
  });

  test('the package of the year names each scan with its digests', async () => {
    const { bytes } = await exportPackage(
      at.context,
      { person: 'a', kind: 'person' },
      { branch: 'B', year: 2026 },
      new Map(),
    );
    const scans = strFromU8(unzipSync(bytes)['proofs/scans.tsv'] ?? new Uint8Array());
    const [head, ...rows] = scans.trimEnd().split('\n');
    expect(head).toBe('scan\tof\tnumber\tday\tstate\tfile\tsha256\tkept');
    expect(rows).toHaveLength((await list('e')).length);
    expect(scans).toContain(kept('', 'signed register').sha256);
  });
});
