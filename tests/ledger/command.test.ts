import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAccount } from '#store/account.ts';
import { addGrant } from '#store/grant.ts';
import { smallBranch, tamper } from './small-branch.ts';

const home = join(import.meta.dirname, '..', '..');
let folder: string;
let archive: string;
let head: string;
let place: string;

/** Runs a built program with nothing of ours around it. */
function run(program: string, ...args: string[]): { status: number | null; out: string; err: string } {
  const env = { PATH: process.env['PATH'] ?? '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env,
    encoding: 'utf8',
    cwd: place,
  });
  return { status, out: stdout, err: stderr };
}
const cli = (...args: string[]) => run(join(home, 'dist/cli.js'), ...args);

beforeAll(async () => {
  for (const name of ['cli.js', 'verifier.js'])
    if (!existsSync(join(home, 'dist', name))) throw new Error(`dist/${name} is missing: run npm run build`);
  place = mkdtempSync(join(tmpdir(), 'sunledger-command-'));
  const made = await smallBranch();
  folder = made.folder;
  const now = '2026-01-01T00:00:00.000Z';
  const days = { from_day: '2026-01-01', to_day: '9999-12-31' };
  const given = { given_by: 'system', created_at: now, ...days };
  const { rows } = made.store;
  await addGrant(rows, { org_id: 'b1', grant_id: 'g1', person_id: 'p1', role: 'recorder', ...given });
  const account = {
    login: 'a1b2c3d4',
    person_id: 'p1',
    home: 'b1',
    name: '记录员',
    password: null,
    state: 'active' as const,
  };
  await addAccount(rows, { ...account, revision: 1, created_at: now, changed_at: now });
  await made.store.close();
  archive = join(place, 'archive.jsonl');
});
afterAll(() => {
  for (const one of [place, folder]) rmSync(one, { recursive: true });
});

describe('export archive and verify on the command line (contracts)', () => {
  test('an export says counts and the head, never points or names, and is for its owner alone', () => {
    const { status, out } = cli(
      'export',
      'archive',
      '--format',
      'json',
      '--out',
      archive,
      '--data',
      folder,
      '--as',
      'a1b2c3d4',
    );
    expect(status).toBe(0);
    expect(out).not.toMatch(/甲|乙|丙|67\.5|小方案/);
    head = /[0-9a-f]{64}/.exec(out)?.[0] ?? '';
    expect(readFileSync(archive, 'utf8')).toContain(`"head":"${head}"`);
    expect(statSync(archive).mode & 0o777).toBe(0o600);
    const again = join(place, 'again.jsonl');
    expect(
      cli('export', 'archive', '--out', again, '--data', folder, '--year', '2026', '--as', 'a1b2c3d4').status,
    ).toBe(0);
    expect(readFileSync(again)).toEqual(readFileSync(archive));
    // Without an account nothing is exported.
    const nobody = cli('export', 'archive', '--out', join(place, 'x'), '--data', folder);
    expect([nobody.status, existsSync(join(place, 'x'))]).toEqual([2, false]);
  });

  test('the archive and the database are sound; without a head from outside it says what cannot be seen', () => {
    for (const { status, out } of [cli('verify', archive), cli('verify', '--data', folder)]) {
      expect(status).toBe(0);
      expect(out).toContain('全部相符');
      expect(out).toContain('末尾若被截去');
      expect(out).not.toMatch(/甲|乙|丙/);
    }
    const { status, out } = cli('verify', archive, '--head', head, '--lang', 'en');
    expect(status).toBe(0);
    expect(out).toContain('the outside head is the end of the chain');
  });

  test('a head may be read from a file', () => {
    const printed = join(place, 'head.txt');
    writeFileSync(printed, `登记表\n链头 ${head}\n`);
    const { status, out } = cli('verify', '--data', folder, '--head', printed, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      sound: true,
      branches: [{ sound: true, head: { hash: head }, outside: { after: 0 } }],
    });
  });

  test('a changed archive is named by its entry, and ends with 1', () => {
    const changed = join(place, 'changed.jsonl');
    writeFileSync(changed, readFileSync(archive, 'utf8').replace('第 2 次', '第 3 次'));
    const { status, out } = cli('verify', changed);
    expect(status).toBe(1);
    expect(out).toContain('分录 2，');
    expect(out).toContain('内容与链上的承诺不符');
    expect(cli('verify', archive, '--head', 'f'.repeat(64)).status).toBe(1);
  });

  test('what is no whole text in UTF-8 is named', () => {
    const bytes = readFileSync(archive);
    const spoilt = join(place, 'spoilt.jsonl');
    for (const change of [
      bytes.subarray(0, -1),
      Buffer.concat([bytes.subarray(0, -3), Buffer.from([0xff]), bytes.subarray(-2)]),
      Buffer.concat([Buffer.from('\ufeff'), bytes]),
      Buffer.concat([bytes, Buffer.from('\n')]),
    ]) {
      writeFileSync(spoilt, change);
      expect(cli('verify', spoilt).status).toBe(1);
    }
    writeFileSync(spoilt, '');
    expect(cli('verify', spoilt).status).toBe(1);
  });

  test('what is not understood ends with 2, and makes nothing', () => {
    for (const args of [
      ['verify', join(place, 'nothing.jsonl')],
      ['verify', archive, '--head', 'abc'],
      ['verify', '--data', join(place, 'nowhere')],
      ['export', 'archive', '--data', join(place, 'nowhere'), '--out', join(place, 'x')],
      ['export', 'archive', '--data', folder],
      ['export', 'archive', '--data', folder, '--out', join(place, 'x'), '--year', 'x'],
    ])
      expect(cli(...args).status, args.join(' ')).toBe(2);
    expect(existsSync(join(place, 'nowhere'))).toBe(false);
    const other = mkdtempSync(join(place, 'other-'));
    writeFileSync(join(other, 'sunledger.db'), 'no database'.repeat(100));
    const { status, err } = cli('verify', '--data', other);
    expect(status).toBe(2);
    expect(err).toContain('数据库打不开');
    expect(err).not.toContain('    at ');
    expect(cli('export', 'archive', '--data', folder, '--out', join(place, 'x'), '--branch', 'b9').status).toBe(1);
    expect(existsSync(join(place, 'x'))).toBe(false);
  });

  test('a changed database is named', () => {
    tamper(
      folder,
      `UPDATE entry SET note = 'x' WHERE seq = 2`,
      `INSERT INTO status SELECT branch_id, member_id, 9, from_day, to_day, standing, category, group_name, role FROM status LIMIT 1`,
    );
    const { status, out } = cli('verify', '--data', folder);
    expect(status).toBe(1);
    expect(out).toContain('分录 2，');
    expect(out).toContain('status 9 m1：这一行没有经过台账记入');
    tamper(folder, 'DROP TABLE salt');
    expect(cli('verify', '--data', folder)).toMatchObject({ status: 1, err: '' });
    expect(cli('verify', '--data', folder).out).toContain('数据库缺少应有的内容');
  });
});

describe('the verifier as one file', () => {
  test('runs with plain Node wherever it is copied, without packages', () => {
    const alone = join(place, 'verifier.mjs');
    copyFileSync(join(home, 'dist/verifier.js'), alone);
    expect(run(alone, archive, '--head', head)).toMatchObject({ status: 0, err: '' });
    expect(run(alone, join(place, 'changed.jsonl'), '--lang', 'en')).toMatchObject({ status: 1 });
    expect(run(alone)).toMatchObject({ status: 2 });
    expect(run(alone, join(place, 'nothing.jsonl'))).toMatchObject({ status: 2 });
    expect(run(alone, archive, '--nothing')).toMatchObject({ status: 2 });
    expect(JSON.parse(run(alone, archive, '--json').out)).toMatchObject({ sound: true, entries: 6 });
    expect(readFileSync(alone, 'utf8')).not.toMatch(/from ["'](?!node:)/);
  });
});
