import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { openServices } from '#service/open.ts';
import { pagesZhCN } from '#words/pages.zh-CN.ts';
import { at, file } from './cli.ts';
import { linesOf, operate, packed } from './operation-place.ts';
import { ENGINES, startPostgres } from './postgres/engine.ts';
import { SCHEME } from './process-branch.ts';

type Place = { readonly env: Readonly<Record<string, string>>; readonly folder: string };
type Filled = Place & { readonly backup: string; readonly names: readonly string[] };

let server: Awaited<ReturnType<typeof startPostgres>>;
const filled: Record<string, Filled> = {};
let count = 0;

/** A PDF of so many bytes, longer than one part of a backup. */
const pdf = (size: number, letter = 'x'): Buffer => Buffer.from(`%PDF-1.4\n%${letter.repeat(size)}\n%%EOF\n`);
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A fresh empty place; a server has its folder beside it. */
async function empty(engine: string): Promise<Place & { readonly at: string }> {
  const folder = at(`files-${++count}`);
  if (engine === 'SQLite') return { at: folder, folder, env: { DATA_DIR: folder } };
  const { at: url } = await server.place();
  return { at: url, folder, env: { DATABASE_URL: url, DATA_DIR: folder } };
}

const evidence = (folder: string): string => join(folder, 'evidence');
const kept = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(evidence(folder))
      .toSorted()
      .map((name) => [name, sha(readFileSync(join(evidence(folder), name)))]),
  );

/** A branch with files attached to a line and a signed scan, all sent to the server as a browser sends them. */
async function fill(place: Place & { readonly at: string }): Promise<void> {
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  const services = await openServices(place.at, '2026-03-10', {
    folder: place.folder,
    secretsKey: 'test'.repeat(16),
  });
  const read = readConfig({ LOG_LEVEL: 'silent' }, { data: place.folder }, '/', pagesZhCN);
  if ('faults' in read) throw new Error(read.faults.join());
  const app = await buildApp({ config: read.config, services, web: undefined, version: '0' });
  const made = await services.accounts.init({
    branch: '某支部',
    superior: '某党委',
    secretary: '张大伟',
    administrators: { system: '李一', security: '王二', audit: '赵三' },
    scheme: { source: '', document: SCHEME },
  });
  const { branch } = made;
  const [slip] = made.slips;
  const { token } = await services.accounts.join({ code: slip?.code ?? '', password: 'jiayou-laozhang-pao-bu' });
  const by = { person: slip?.person ?? '', kind: 'person' as const };
  const fact = { item: 'zhiyuan', day: '2026-03-05' };
  const line = await services.act(by, 'declaration.draft', { input: { branch, subject: by.person, fact } });
  const send = async (path: string, fields: Record<string, string>, bytes: Buffer, revision?: number) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new File([new Uint8Array(bytes)], '照片.jpg'));
    const request = new Request('http://x', { method: 'POST', body: form });
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/${path}`,
      headers: {
        'content-type': request.headers.get('content-type') ?? '',
        'idempotency-key': `key-${sha(bytes).slice(0, 20)}`,
        cookie: `sunledger=${token}`,
        ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<{ revision: number }>();
  };
  const photo = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#c33' } })
    .jpeg()
    .toBuffer();
  const first = await send('evidence/attach', { branch, id: line.id }, photo, line.revision);
  const next = await send('evidence/attach', { branch, id: line.id }, pdf(200_000), first.revision);
  await services.act(by, 'declaration.submit', { input: { branch, id: line.id }, revision: next.revision });
  await send('scan/keep', { branch, of: 'line', about: line.id }, pdf(500, 'y'));
  await app.close();
  await services.close();
}

beforeAll(async () => {
  server = await startPostgres();
  for (const engine of ENGINES) {
    const place = await empty(engine);
    await fill(place);
    const backup = at(`${engine}-files.backup`);
    const said = await operate(place.env, ['backup', backup]);
    expect(said).toMatchObject({ status: 0, err: '', out: expect.stringContaining('附件 3 个，共') });
    expect(said.out).not.toMatch(/不在目录|不符，未放入|不属于/);
    filled[engine] = { ...place, backup, names: readdirSync(evidence(place.folder)).toSorted() };
  }
});
afterAll(() => server.stop());

function on(engine: string): Filled {
  const found = filled[engine];
  if (!found) throw new Error(`no place on ${engine}`);
  return found;
}

describe.each(ENGINES)('attached files in the backup on %s (contracts, decision 016)', (engine) => {
  test('they come back with the same names, content and modes, and the next backup has the same bytes', async () => {
    const { backup, folder } = on(engine);
    const place = await empty(engine);
    const restored = await operate(place.env, ['restore', backup, '--json']);
    expect(restored).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(restored.out)).toMatchObject({ files: { kept: 3, absent: [] } });
    expect(kept(place.folder)).toEqual(kept(folder));
    for (const name of readdirSync(evidence(place.folder))) {
      const { mode, mtimeMs } = statSync(join(evidence(place.folder), name));
      expect([mode & 0o777, mtimeMs % 86_400_000]).toEqual([0o600, 0]);
    }
    expect(statSync(evidence(place.folder)).mode & 0o777).toBe(0o700);
    expect(readdirSync(place.folder).filter((name) => name.startsWith('restore.'))).toEqual([]);
    const again = at(`${engine}-files-again.backup`);
    expect(await operate(place.env, ['backup', again])).toMatchObject({ status: 0 });
    expect(readFileSync(again).equals(readFileSync(backup))).toBe(true);
  });

  test('files that a killed restore left in their folder are taken as they lie; one with another content is never replaced', async () => {
    const { backup, folder, names } = on(engine);
    const [one = '', two = ''] = names;
    const place = await empty(engine);
    mkdirSync(evidence(place.folder), { recursive: true });
    writeFileSync(join(evidence(place.folder), one), readFileSync(join(evidence(folder), one)));
    writeFileSync(join(evidence(place.folder), two), 'precious');
    const refused = await operate(place.env, ['restore', backup]);
    expect(refused).toMatchObject({ status: 1, out: '', err: `${two}：附件目录中已有同名而内容不同的文件\n` });
    expect(readdirSync(evidence(place.folder)).toSorted()).toEqual([one, two].toSorted());
    expect(readFileSync(join(evidence(place.folder), two), 'utf8')).toBe('precious');
    rmSync(join(evidence(place.folder), two));
    expect(await operate(place.env, ['restore', backup])).toMatchObject({ status: 0, err: '' });
    expect(kept(place.folder)).toEqual(kept(folder));
  });

  test('a backup whose file was exchanged is refused, and leaves neither rows nor files', async () => {
    const { backup } = on(engine);
    const place = await empty(engine);
    const hostile = file(`${engine}-exchanged.backup`, packed(exchanged(linesOf(backup))));
    const refused = await operate(place.env, ['restore', hostile]);
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.err).toMatch(/^第 \d+ 行，[0-9a-f]{64}：附件内容与记录的摘要不符\n$/);
    expect(existsSync(place.folder)).toBe(false);
    expect(await operate(place.env, ['restore', backup])).toMatchObject({ status: 0, err: '' });
  });
});

/** The lines of a backup with another content of the same size in one file, under the digest on record. */
function exchanged(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/("data":"JVBERi0xLjQKJXh4)eHh4/, '$1eXh4'));
}

describe('what the folder of files and the matters do not agree on', () => {
  test('a lost, a changed and a foreign file are told and stop nothing; the restore tells what is not there', async () => {
    const place = await empty('SQLite');
    await operate(place.env, ['restore', on('SQLite').backup]);
    const [lost = '', changed = '', whole = ''] = on('SQLite').names;
    const folder = evidence(place.folder);
    rmSync(join(folder, lost));
    const size = statSync(join(folder, changed)).size;
    writeFileSync(join(folder, changed), Buffer.alloc(size));
    writeFileSync(join(folder, 'a\nb'), '');
    writeFileSync(join(folder, `${'0'.repeat(64)}.1.part`), ''); // an upload under way
    symlinkSync('/dev/zero', join(folder, '1'.repeat(64)));
    const found = await operate(place.env, ['doctor']);
    expect(found).toMatchObject({ status: 1, err: '' });
    const line = found.out.split('\n').find((text) => text.includes('附件'));
    expect(line).toMatch(/^✗ 附件 1 个与记录相符；1 个不在目录中.*；1 个读不出来.*；目录中另有 3 个文件不属于任何事项/);
    for (const name of [lost, changed]) expect(line).toContain(`/${name.slice(0, 12)}`);
    const backup = at('lost.backup');
    const said = await operate(place.env, ['backup', backup]);
    expect(said).toMatchObject({ status: 0, err: '' });
    const told = said.out.split('\n').filter((line) => line.includes('附件'));
    expect(told).toEqual([
      expect.stringMatching(/^附件 1 个/),
      expect.stringMatching(new RegExp(`^有 1 个附件不在目录中.*/${lost.slice(0, 12)}$`)),
      expect.stringMatching(new RegExp(`^有 1 个附件读不出来或与记录的摘要不符.*/${changed.slice(0, 12)}$`)),
      `附件目录中有 2 个文件不属于任何事项，未放入备份：${'1'.repeat(64)} ${String.raw`"a\nb"`}`,
    ]);
    const target = await empty('PostgreSQL');
    const restored = await operate(target.env, ['restore', backup]);
    expect(restored).toMatchObject({ status: 0, err: '', out: expect.stringContaining('备份中没有记录的 2 个附件') });
    expect(Object.keys(kept(target.folder))).toEqual([whole]);
    const json = await operate(target.env, ['backup', at('lost-again.backup'), '--json']);
    expect(JSON.parse(json.out)).toMatchObject({
      files: { kept: 1, missing: [lost, changed].map((name) => ({ name, noun: expect.any(String) })), foreign: [] },
    });
    expect(readFileSync(at('lost-again.backup')).equals(readFileSync(backup))).toBe(true);
  });

  test('a folder that is not there at all is told with DATA_DIR, and the exit status says so', async () => {
    const { env } = on('PostgreSQL');
    expect(await operate(env, ['doctor'])).toMatchObject({ out: expect.stringContaining('✓ 附件 3 个与记录相符\n') });
    const unset = await operate({ ...env, DATA_DIR: at('elsewhere') }, ['doctor', '--lang', 'en']);
    expect(unset).toMatchObject({ status: 1, out: expect.stringContaining('check DATA_DIR') });
    const said = await operate({ ...env, DATA_DIR: at('elsewhere') }, ['backup', at('elsewhere.backup')]);
    expect(said).toMatchObject({ status: 1, err: '', out: expect.stringContaining('请核对 DATA_DIR') });
  });
});

/** The lines of a backup with another scan, on record as what it is: all that somebody with the file alone can do. */
function forged(lines: readonly string[]): readonly string[] {
  const [before, content] = [sha(pdf(500, 'y')), pdf(500, 'z')];
  const head = lines.findIndex((line) => line.startsWith('{"line":"file"') && line.includes(before));
  return lines.map((line, index) => {
    if (index === head + 1) return JSON.stringify({ line: 'part', data: content.toString('base64') });
    const isOfIt = index === head || line.includes('"table":"matter"');
    return isOfIt ? line.replaceAll(before, sha(content)) : line;
  });
}

describe('a forged backup is refused in one line and leaves nothing', () => {
  type Case = readonly [title: string, said: RegExp, make: (lines: readonly string[]) => readonly string[]];
  const headOf = (lines: readonly string[]): string => lines.find((line) => line.startsWith('{"line":"file"')) ?? '';
  const nameOf = (line: string): string => /"name":"([0-9a-f]{64})"/.exec(line)?.[1] ?? '';
  /** All but the lines of the first file. */
  const without = (lines: readonly string[]): readonly string[] => {
    const from = lines.indexOf(headOf(lines));
    const after = lines.findIndex((line, index) => index > from && !line.startsWith('{"line":"part"'));
    return [...lines.slice(0, from), ...lines.slice(after)];
  };
  const renamed = (name: string) => (lines: readonly string[]) =>
    lines.map((line) => (line === headOf(lines) ? line.replace(nameOf(line), name) : line));
  const cases: readonly Case[] = [
    ['a name that climbs out of the folder', /这不是附件的文件名/, renamed('../../../etc/cron.d/x')],
    ['a name in capitals', /这不是附件的文件名/, renamed('A'.repeat(64))],
    ['a file that no matter names', /这个附件不属于任何事项/, renamed('0'.repeat(64))],
    [
      'a name that is no text',
      /这不是附件的文件名/,
      (lines) =>
        lines.map((line) => line.replace(/^\{"line":"file","name":"[0-9a-f]{64}"/, '{"line":"file","name":[]')),
    ],
    [
      'another digest than the one on record',
      /附件内容与记录的摘要不符/,
      (lines) => lines.map((line) => line.replace(/("line":"file".*"sha256":")./, '$1_')),
    ],
    [
      'a size that is not on record',
      /附件内容与记录的摘要不符/,
      (lines) => lines.map((line) => line.replace(/("line":"file".*"bytes":)/, '$19')),
    ],
    [
      'a part left out',
      /附件内容与记录的摘要不符/,
      (lines) =>
        lines.filter((line, index) => !(line.includes('"line":"part"') && lines[index - 1]?.includes('"part"'))),
    ],
    [
      'a part with a space',
      /这一行不是/,
      (lines) => lines.map((line) => line.replace('"part","data":"', '"part", "data":"')),
    ],
    ['a file left out and not told', /缺少记录中的附件/, without],
    [
      'a file twice',
      /行的次序/,
      (lines) => {
        const at = lines.indexOf(headOf(lines));
        const rest = lines.length - without(lines).length;
        return [...lines.slice(0, at + rest), ...lines.slice(at, at + rest), ...lines.slice(at + rest)];
      },
    ],
    ['another file, its matter and every digest made anew', /：支部的链或得分核对不符$/, forged],
  ];

  test.each(cases)('%s', async (title, said, make) => {
    const hostile = file(`files ${title}.backup`, packed(make(linesOf(on('SQLite').backup))));
    const place = await empty('SQLite');
    const found = await operate(place.env, ['restore', hostile]);
    expect(found).toMatchObject({ status: 1, out: '' });
    expect(found.err.trim().split('\n')).toEqual([expect.stringMatching(said)]);
    expect(existsSync(place.folder)).toBe(false);
  });

  test('one of the format of before, without files, is restored, and the files on record are told', async () => {
    const lines = linesOf(on('SQLite').backup).filter((line) => !/^\{"line":"(?:file|part|absent)"/.test(line));
    const old = file(
      'before.backup',
      packed(lines.map((line) => line.replace('sunledger-backup/2', 'sunledger-backup/1'))),
    );
    const place = await empty('SQLite');
    expect(await operate(place.env, ['restore', old, '--lang', 'en'])).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringContaining('3 attached files on record are not in the backup'),
    });
    expect(existsSync(evidence(place.folder))).toBe(false);
    const smuggled = linesOf(on('SQLite').backup).map((line) => line.replace('backup/2', 'backup/1'));
    const target = await empty('SQLite');
    const hostile = file('smuggled.backup', packed(smuggled));
    expect(await operate(target.env, ['restore', hostile])).toMatchObject({
      status: 1,
      err: expect.stringContaining('这一行不是'),
    });
  });
});

describe('kills and moves', () => {
  test('a restore that is killed while files come has written none, and the next one needs no hand', async () => {
    const { backup, folder } = on('SQLite');
    for (const wanted of [1, 2, 3]) {
      const place = await empty('SQLite');
      const arrived = (): number =>
        (existsSync(place.folder) ? readdirSync(place.folder) : [])
          .filter((name) => name.startsWith('restore.'))
          .flatMap((name) => {
            const path = join(place.folder, name, 'evidence');
            return existsSync(path) ? readdirSync(path) : [];
          }).length;
      await operate(place.env, ['restore', backup], () => arrived() >= wanted);
      const isDone = existsSync(join(place.folder, 'sunledger.db'));
      // The whole folder or none of it has its name.
      const there = existsSync(evidence(place.folder)) ? kept(place.folder) : {};
      expect([{}, kept(folder)]).toContainEqual(there);
      if (isDone) expect(there).toEqual(kept(folder));
      else expect(await operate(place.env, ['restore', backup])).toMatchObject({ status: 0, err: '' });
      expect(kept(place.folder)).toEqual(kept(folder));
      expect(readdirSync(place.folder).filter((name) => name.startsWith('restore.'))).toEqual(
        isDone ? expect.any(Array) : [],
      );
    }
  });

  test('db move leaves the files where they are and says what to copy', async () => {
    const { env, folder } = on('SQLite');
    const { at: url } = await server.place();
    const moved = await operate(env, ['db', 'move', '--to', url]);
    expect(moved).toMatchObject({ status: 0, out: expect.stringContaining(`仍在 ${evidence(folder)}，不用搬动`) });
    const back = at('moved-back');
    const returned = await operate({ DATABASE_URL: url, DATA_DIR: folder }, ['db', 'move', '--to', back]);
    expect(returned).toMatchObject({
      status: 0,
      out: expect.stringContaining(`请把 ${evidence(folder)} 整个目录复制为 ${evidence(back)}`),
    });
  });
});
