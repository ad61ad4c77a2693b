import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#contract/problem.ts';
import { readPrograms } from '#server/programs.ts';
import { readStoryFiles } from '#server/story-files.ts';
import type { Packed } from '#service/export-package.ts';
import { openServices, type Services } from '#service/open.ts';
import { at, HOME } from './cli.ts';
import { listGrants } from './export-people.ts';
import { zip } from './intake/workbook-builder.ts';
import { docxTexts, pdfPages } from './paper/read-back.ts';

const YEAR = 2026;
let services: Services;
let branch: string;
let secretary: string;
let superior: string;
let packed: Packed;
let folder: string;
let browser: Browser;

const caller = (person: string) => ({ person, kind: 'person', password: true }) as const;
const pack = async (person: string, year = YEAR) =>
  await services.exportPackage(caller(person), { branch, year }, readPrograms(HOME));
const inside = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(inside(name), 'utf8');

beforeAll(async () => {
  const story = await readStoryFiles(join(HOME, 'examples/story-2026.yaml'));
  if ('problems' in story) throw new Error(JSON.stringify(story.problems));
  services = await openServices(at('data'));
  await services.play(story);
  ({ branch, secretary, superior } = await listGrants(at('data'), '演示小学党支部'));
  packed = await pack(secretary);
  folder = at('package');
  mkdirSync(folder);
  writeFileSync(at('package.zip'), packed.bytes);
  const { status, stderr } = spawnSync('unzip', ['-q', at('package.zip'), '-d', folder], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}, 200_000);
afterAll(async () => {
  await browser.close();
  await services.close();
});

describe('the package of a branch-year (issue 5 §3)', () => {
  test('a year of 39 members, 848 entries and 44 documents is packed (how quickly is the bench’s)', () => {
    expect(packed).toMatchObject({ scores: 39, documents: 44 });
  });

  test('the system’s unzip opens it: data, scheme, documents, proofs, and what verifies them', () => {
    expect(readdirSync(folder).toSorted()).toEqual(
      [
        'README.txt',
        'SHA256SUMS',
        'archive.jsonl',
        'documents',
        'forms',
        'proofs',
        'scheme',
        'verifier.js',
        'verify.html',
      ].toSorted(),
    );
    const kinds = new Set(readdirSync(inside('documents')).map((name) => name.replace(/-\d+\..+$/, '')));
    expect([...kinds].toSorted()).toEqual(
      ['filing', 'minutes', 'month', 'notice', 'notice-file', 'register', 'roll', 'settlement', 'transfer'].toSorted(),
    );
    expect(read('scheme/scheme-1.yaml')).toBe(readFileSync(join(HOME, 'schemes/primary-school.yaml'), 'utf8'));
    expect(read('proofs/head.txt')).toContain(packed.head);
    expect(read('README.txt')).toContain(packed.head);
    expect(read('documents/register-1.txt')).toMatch(
      /^\uFEFF党员积分登记表（第1号）\r\n演示小学党支部　2026年第一季度/,
    );
    expect(read('documents/register-1.txt')).toContain('沈维忠　累计积分');
    expect(read('documents/minutes-2.txt')).toContain('应到会有表决权的党员 38 人');
    expect(read('documents/settlement-1.txt')).toMatch(/第1名，共36人/);
    // What no one has put into words shows as an id, a key or a brace.
    for (const name of readdirSync(inside('documents')).filter((one) => one.endsWith('.txt')))
      expect([name, read(`documents/${name}`).match(/undefined|\{|\}|[0-9a-f]{8}-[0-9a-f]{4}/)?.[0]]).toEqual([
        name,
        undefined,
      ]);
    expect(spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: folder }).status).toBe(0);
  });

  test('beside the sealed documents lie the official forms of the year, for people', () => {
    const names = readdirSync(inside('forms'));
    const forms = new Set(names.filter((name) => name !== 'INDEX.txt').map((name) => name.replace(/-\d+\..+$/, '')));
    expect([...forms].toSorted()).toEqual(['filing', 'minutes', 'notice', 'register', 'settlement']);
    expect(read('forms/INDEX.txt')).toContain('register-1　2026年第一季度　党员积分登记表（docx、xlsx、pdf）\r\n');
    for (const name of names.filter((one) => one.endsWith('.pdf')))
      expect([
        name,
        pdfPages(readFileSync(inside(`forms/${name}`)))
          .join('')
          .includes('演示小学党支部'),
      ]).toEqual([name, true]);
    const [, head] =
      /指纹：([0-9a-f]{64})/.exec(docxTexts(readFileSync(inside('forms/settlement-2.docx'))).join('\n')) ?? [];
    expect(read('proofs/documents.tsv')).toMatch(new RegExp(`^settlement-2\t.*\t${head}$`, 'm'));
    // Who objects to being named is named on no notice.
    expect(docxTexts(readFileSync(inside('forms/notice-3.docx'))).join()).not.toContain('袁淑珍');
    expect(read('README.txt')).toContain(`正式表单 ${names.filter((one) => one.endsWith('.pdf')).length} 份`);
  });

  test('the same state gives the same bytes, whoever takes them and whatever was printed before, and leaves one trace', async () => {
    const query = { branch, form: 'notice', format: 'pdf' } as const;
    await services.exportForm(caller(secretary), query, 'https://example.org');
    const looked = async () =>
      (await services.read('access.show', { branch, member: secretary }, caller(secretary))).rows.length;
    const before = await looked();
    const asked = { branch, year: YEAR, reason: '年度审核' };
    const { bytes } = await services.exportPackage(caller(superior), asked, readPrograms(HOME));
    expect(Buffer.from(bytes).equals(Buffer.from(packed.bytes))).toBe(true);
    expect(await looked()).toBe(before + 1);
  });

  test('another year has the whole chain and the documents of that year', async () => {
    const { bytes, documents } = await pack(secretary, 2025);
    const files = unzipSync(bytes);
    expect(documents).toBe(0);
    expect(Object.keys(files)).toContain('archive.jsonl');
  });

  test('nobody has it who has not the right', async () => {
    const { members } = await services.read('member.list', { branch }, caller(secretary));
    const [someone] = members.filter(({ id }) => id !== secretary);
    const plain = members.at(-1)?.id ?? someone?.id ?? '';
    await expect(pack(plain)).rejects.toThrow(Refusal);
    await expect(pack('nobody')).rejects.toThrow(Refusal);
  });
});

/** Runs the verifier of the package with Node and nothing of ours around it. */
function verify(file: string, ...more: string[]): { status: number | null; out: string } {
  const env = { PATH: process.env['PATH'] ?? '' };
  const ran = spawnSync(process.execPath, ['verifier.js', file, ...more], { cwd: folder, env, encoding: 'utf8' });
  return { status: ran.status, out: ran.stdout + ran.stderr };
}

/** The archive with one byte of it changed: a digit of a day in the opened content of entry 100. */
function spoilt(): { path: string; entry: number; seq: number } {
  const lines = read('archive.jsonl').split('\n');
  const found = lines.findIndex((line) => line.includes('"kind":"entry/1"') && line.includes('"entry":100,'));
  const line = lines[found] ?? '';
  const day = /"day":"2026-0(\d)/.exec(line);
  const digit = (day?.index ?? 0) + '"day":"2026-0'.length;
  lines[found] = `${line.slice(0, digit)}${day?.[1] === '1' ? '2' : '1'}${line.slice(digit + 1)}`;
  const path = at('spoilt.jsonl');
  writeFileSync(path, lines.join('\n'));
  const { event } = JSON.parse(line) as { event: { seq: number } };
  return { path, entry: 100, seq: event.seq };
}

/** The package with one file in it changed. */
function repacked(name: string, change: (text: string) => string): string {
  const files = unzipSync(packed.bytes);
  files[name] = new TextEncoder().encode(change(new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[name])));
  const path = at('repacked.zip');
  writeFileSync(path, zipSync(files, { level: 1 }));
  return path;
}

describe('the verifier under plain Node', () => {
  test('finds archive and package sound, and a head from outside in them', () => {
    expect(verify('archive.jsonl')).toMatchObject({ status: 0, out: expect.stringContaining('全部相符') });
    expect(verify(at('package.zip'), '--lang', 'en', '--head', packed.head)).toMatchObject({
      status: 0,
      out: expect.stringContaining('the outside head is the end of the chain'),
    });
  });

  test('names the entry in which one byte was changed', () => {
    const { path, entry, seq } = spoilt();
    expect(verify(path)).toEqual({ status: 1, out: expect.stringContaining(`分录 ${entry}，第 ${seq} 个事件`) });
    expect(verify(path, '--lang', 'en').out).toContain(`entry ${entry}, event ${seq}`);
  });

  test('names a document, a scheme or a reading text of the package that was changed', () => {
    for (const name of ['documents/register-1.json', 'documents/register-1.txt', 'scheme/scheme-1.yaml']) {
      const { status, out } = verify(repacked(name, (text) => text.replace('6', '9')));
      expect([name, status, out.includes(name)]).toEqual([name, 1, true]);
    }
    // The same of a package that was unpacked: what lies around its archive is verified with it, and what a system adds is nothing.
    writeFileSync(inside('.DS_Store'), '');
    for (const [name, path] of [
      ['documents/minutes-1.txt', '.'],
      ['forms/register-1.pdf', 'archive.jsonl'],
      ['SHA256SUMS', 'archive.jsonl'],
    ] as const) {
      const was = readFileSync(inside(name));
      const changed = Buffer.from(was);
      changed.writeUInt8(changed.readUInt8(changed.length >> 1) ^ 1, changed.length >> 1);
      writeFileSync(inside(name), changed);
      expect([name, verify(path).status]).toEqual([name, 1]);
      writeFileSync(inside(name), was);
    }
    writeFileSync(inside('documents/register-9.json'), '{}');
    expect(verify('.').out).toContain('documents/register-9.json');
    rmSync(inside('documents/register-9.json'));
    expect(verify('.').status).toBe(0);
    // Two files of one name: other programs may show the one that was not verified.
    const twice = Object.entries(unzipSync(readFileSync(at('package.zip')))).map(([name, data]) => ({
      name,
      data: Buffer.from(data),
    }));
    writeFileSync(at('twice.zip'), zip([{ name: 'documents/register-1.json', data: '{}' }, ...twice]));
    expect(verify(at('twice.zip')).status).toBe(1);
    expect(Object.keys(unzipSync(readFileSync(at('twice.zip'))))).toHaveLength(twice.length);
    writeFileSync(at('no.zip'), 'PK\u0003\u0004 no package');
    expect(verify(at('no.zip')).status).toBe(1);
  });
});

describe('the page opened from the disk', () => {
  let page: Page;
  const requests: string[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 1200 } });
    page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(inside('verify.html')).href);
  });

  const said = async (where: string): Promise<string> => (await page.textContent(where)) ?? '';
  /** Types a head and leaves its field. */
  const typeHead = async (text: string): Promise<void> => {
    await page.fill('#headInput', text);
    await page.press('#headInput', 'Tab');
  };
  const choose = async (path: string): Promise<string> => {
    await page.setInputFiles('#fileInput', path);
    await page.waitForSelector('#result[aria-busy=false] h2', { timeout: 60_000 });
    return await said('#result');
  };

  test('says in Chinese and English that archive and package fit', async () => {
    expect(await choose(inside('archive.jsonl'))).toMatch(/^全部相符[\s\S]+39人[\s\S]+没有给出外部链头/);
    await typeHead(packed.head.toUpperCase());
    expect(await choose(at('package.zip'))).toContain('外部链头与链尾一致');
    await page.click('#language');
    expect(await said('#result')).toMatch(/^Everything is in order[\s\S]+the outside head is the end of the chain/);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.title()).toBe('Verify an archive · Sunledger');
    await page.click('#language');
  }, 100_000);

  test('names the entry in which one byte was changed, in both languages', async () => {
    await typeHead('');
    const { path, entry, seq } = spoilt();
    expect(await choose(path)).toMatch(new RegExp(`^有不符之处第一处不符：分录 ${entry}，第 ${seq} 个事件`));
    await page.click('#language');
    expect(await said('#result')).toContain(`entry ${entry}, event ${seq}`);
    await page.click('#language');
    const changed = repacked('documents/minutes-1.json', (text) => text.replace('赞成', '反对'));
    expect(await choose(changed)).toContain('documents/minutes-1.json');
  }, 100_000);

  test('a head that is none is told beside its field, and a file that is no archive is no sound one', async () => {
    await typeHead('abc');
    expect(await said('#headWrong')).toContain('64 位');
    await typeHead('');
    writeFileSync(at('other.bin'), Buffer.from([0xff, 0xfe, 0, 1]));
    expect(await choose(at('other.bin'))).toContain('有不符之处');
  });

  test('asks for nothing but itself, and the browser has nothing to complain of', () => {
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(complaints).toEqual([]);
    expect(read('verify.html')).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });
});
