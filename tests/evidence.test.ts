import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEvidence } from '#intake/evidence/read-evidence.ts';
import { buildApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { evidenceFiles } from '#server/evidence-files.ts';
import { openServices, type Services } from '#service/open.ts';
import { pagesZhCN } from '#words/pages.zh-CN.ts';
import { SCHEME } from './process-branch.ts';

const limits = { bytes: 1_000_000, pixels: 1_000_000 };
const PASSWORD = 'jiayou-laozhang-pao-bu';
const WHERE = '31.2304N 121.4737E';
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const canvas = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3 as const, background: '#c33' } });
const pdf = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
/** A photograph that tells where it was taken. */
const photo = async (): Promise<Buffer> =>
  await canvas(40)
    .withExif({ IFD0: { ImageDescription: WHERE } })
    .jpeg()
    .toBuffer();

describe('what is kept of a file (product §3.2)', () => {
  test('a picture is encoded anew, and what hides in it is dropped', async () => {
    const given = await photo();
    expect(given.includes(WHERE)).toBe(true);
    const behind = Buffer.concat([given, Buffer.from('<script>alert(1)</script>')]);
    for (const one of [given, behind]) {
      const read = await readEvidence(one, limits);
      if ('fault' in read) throw new Error(read.fault);
      expect(read.type).toBe('image/jpeg');
      expect(read.bytes.includes(WHERE) || read.bytes.includes('<script>')).toBe(false);
      expect((await sharp(read.bytes).metadata()).exif).toBeUndefined();
    }
    for (const format of ['png', 'webp'] as const)
      expect(await readEvidence(await canvas(8).toFormat(format).toBuffer(), limits)).toMatchObject({
        type: `image/${format}`,
      });
  });

  test('a PDF is kept as it is', async () =>
    expect(await readEvidence(pdf, limits)).toEqual({ type: 'application/pdf', bytes: pdf }));

  test('what is no such file, is cut off, too large or unfolds to too much is refused', async () => {
    const fault = async (bytes: Buffer) => await readEvidence(bytes, limits);
    const jpeg = await canvas(200).jpeg().toBuffer();
    const broken = [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      Buffer.from('GIF89a'),
      Buffer.from('MZ'),
      pdf.subarray(0, 20),
      jpeg.subarray(0, jpeg.length / 2),
      Buffer.alloc(0),
    ];
    for (const bytes of broken) expect(await fault(bytes)).toEqual({ fault: 'not-readable' });
    expect(await fault(Buffer.alloc(limits.bytes + 1))).toEqual({ fault: 'too-large' });
    expect(await fault(await canvas(1500).png().toBuffer())).toEqual({ fault: 'too-large' });
    // Few pixels, but one line of them: decoding fifty million side by side would take gigabytes.
    const line = sharp({ create: { width: 40_000, height: 1, channels: 3, background: '#c33' } });
    expect(await fault(await line.png().toBuffer())).toEqual({ fault: 'too-large' });
  });
});

describe('a file of a line over HTTP', () => {
  let folder: string;
  let services: Services;
  let app: FastifyInstance;
  let branch: string;
  let line: { id: string; revision: number };
  const cookies: string[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sunledger-evidence-'));
    services = await openServices(folder, '2026-03-10', { secretsKey: 'test'.repeat(16) });
    const read = readConfig(
      { LOG_LEVEL: 'silent', EVIDENCE_LIMIT: '100000', RATE_LIMIT: '10000' },
      { data: folder },
      '/',
      pagesZhCN,
    );
    if ('faults' in read) throw new Error(read.faults.join());
    app = await buildApp({ config: read.config, services, web: undefined, version: '0' });
    const made = await services.accounts.init({
      branch: '某支部',
      superior: '某党委',
      secretary: '张大伟',
      administrators: { system: '李一', security: '王二', audit: '赵三' },
      scheme: { source: '', document: SCHEME },
    });
    ({ branch } = made);
    for (const { code } of made.slips) {
      const { token } = await services.accounts.join({ code, password: PASSWORD });
      cookies.push(`sunledger=${token}`);
    }
    const by = { person: made.slips[0]?.person ?? '', kind: 'person' as const };
    const input = { branch, subject: by.person, fact: { item: 'zhiyuan', day: '2026-03-05' } };
    line = await services.act(by, 'declaration.draft', { input });
  });
  afterAll(async () => {
    await app.close();
    await services.close();
    rmSync(folder, { recursive: true });
  });

  const SECRETARY = 0;
  const SYSTEM = 1;
  async function attach(who: number | undefined, bytes: Buffer, more: Record<string, string> = {}, id = line.id) {
    const form = new FormData();
    form.set('branch', branch);
    form.set('id', id);
    form.set('file', new File([new Uint8Array(bytes)], '../../照片.jpg', { type: 'text/html' }));
    const request = new Request('http://x', { method: 'POST', body: form });
    const headers = {
      'content-type': request.headers.get('content-type') ?? '',
      'idempotency-key': `key-${sha(bytes).slice(0, 20)}`,
      'if-match': `"${line.revision}"`,
      ...(who !== undefined && { cookie: cookies[who] ?? '' }),
      ...more,
    };
    const payload = Buffer.from(await request.arrayBuffer());
    return await app.inject({ method: 'POST', url: '/api/v1/evidence/attach', headers, payload });
  }
  const show = async (who: number, name: string) =>
    await app.inject({
      url: `/api/v1/evidence/show?branch=${branch}&id=${line.id}&name=${name}`,
      headers: { cookie: cookies[who] ?? '' },
    });
  const files = (): string[] => {
    try {
      return readdirSync(join(folder, 'evidence'));
    } catch {
      return [];
    }
  };

  test('whoever is not signed in, has no right or sends anything else leaves nothing behind', async () => {
    expect((await attach(undefined, pdf)).statusCode).toBe(401);
    expect((await attach(SYSTEM, pdf)).statusCode).toBe(403);
    expect((await attach(SECRETARY, Buffer.from('<html>'))).statusCode).toBe(415);
    expect((await attach(SECRETARY, Buffer.alloc(200_000))).statusCode).toBe(413);
    expect((await attach(SECRETARY, pdf, { 'if-match': '"99"' })).statusCode).toBe(409);
    expect((await attach(SECRETARY, pdf, {}, 'none')).statusCode).toBe(404);
    const json = { method: 'POST' as const, url: '/api/v1/evidence/attach', payload: { branch, id: line.id } };
    expect((await app.inject({ ...json, headers: { cookie: cookies[SECRETARY] ?? '' } })).statusCode).toBe(415);
    expect(files()).toEqual([]);
  });

  test('it is kept once outside of what is served, with its digest in the line and on the chain', async () => {
    const original = await photo();
    const first = await attach(SECRETARY, original);
    expect(first.statusCode).toBe(200);
    expect((await attach(SECRETARY, original)).json()).toEqual(first.json());
    const [name = ''] = files();
    expect(files()).toEqual([first.json<{ told: { name: string } }>().told.name]);
    const { mode, mtimeMs } = statSync(join(folder, 'evidence', name));
    expect([mode & 0o777, mtimeMs % 86_400_000]).toEqual([0o600, 0]); // the day alone
    const acts: string[] = [];
    await services.archive({ branch }, (one) => {
      if (one.includes('evidence.attach')) acts.push(one);
    });
    expect(acts).toHaveLength(1);
    expect(acts[0]).toContain(sha(original));
    expect(await services.verify({ branch }, () => undefined)).toEqual([]);
    line = { ...line, revision: first.json<{ revision: number }>().revision };
  });

  test('it is shown as a download in a sandbox, to whom the line is, and not when somebody changed it', async () => {
    const [name = ''] = files();
    const answer = await show(SECRETARY, name);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[0-9a-f]{12}\.jpeg"$/);
    expect(answer.rawPayload.equals(readFileSync(join(folder, 'evidence', name)))).toBe(true);
    expect((await show(SYSTEM, name)).statusCode).toBe(403);
    expect((await show(SECRETARY, '0'.repeat(64))).statusCode).toBe(404);
    expect((await show(SECRETARY, '../sunledger.db')).statusCode).toBe(400);
    writeFileSync(join(folder, 'evidence', name), 'other');
    expect((await show(SECRETARY, name)).statusCode).toBe(404);
  });

  test('of two who send one original at the same instant the refused one takes nothing from the other', async () => {
    const original = Buffer.from(pdf.toString().replace('1.4', '1.5'));
    for (const late of [false, true]) {
      // Another server with the same folder keeps the file first and takes it back before, or after, the act here is done.
      const other = evidenceFiles(folder);
      const name = services.evidence.nameOf(branch, line.id, sha(original));
      const isNamed = () => services.evidence.isNamed(branch, name);
      expect(await other.keep(name, original)).toBe(!late);
      const sent = attach(SECRETARY, original, { 'idempotency-key': `key-late-${late}` });
      if (late) await sent;
      await other.drop(name, isNamed);
      const answer = await sent;
      expect(answer.statusCode).toBe(200);
      expect((await show(SECRETARY, name)).rawPayload.equals(original)).toBe(true);
      line = { ...line, revision: answer.json<{ revision: number }>().revision };
    }
    const twice = await canvas(30).png().toBuffer();
    const answers = await Promise.all([
      attach(SECRETARY, twice),
      attach(SECRETARY, twice, { 'idempotency-key': 'key-another-one' }),
    ]);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]));
    const done = answers
      .find(({ statusCode }) => statusCode === 200)
      ?.json<{ revision: number; told: { name: string } }>();
    expect((await show(SECRETARY, done?.told.name ?? '')).statusCode).toBe(200);
    expect(files().filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
