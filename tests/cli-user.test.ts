import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { at, file, SCHEME, sunledger } from './cli.ts';

const data = at('init');
const NAMES = [
  '--branch',
  '某小学党支部',
  '--superior',
  '某教育局党委',
  '--secretary',
  '张大伟',
  '--system',
  '李一',
  '--security',
  '王二',
  '--audit',
  '赵三',
];
const init = (folder: string, ...more: string[]) =>
  sunledger('init', '--data', folder, ...NAMES, '--scheme', SCHEME, ...more);

type Slip = { readonly role: string; readonly name: string; readonly login: string; readonly code: string };

describe('the first use on the command line (contracts «First use»)', () => {
  let slips: Slip[] = [];

  test('init makes branch, secretary and administrators, prints their slips, and does so once', async () => {
    const made = await init(data, '--json');
    expect(made).toMatchObject({ status: 0, err: expect.not.stringContaining('错误：') });
    slips = (JSON.parse(made.out) as { slips: Slip[] }).slips;
    expect(slips.map(({ role, name }) => [role, name])).toEqual([
      ['secretary', '张大伟'],
      ['system', '李一'],
      ['security', '王二'],
      ['audit', '赵三'],
    ]);
    expect(await init(data)).toMatchObject({ status: 1, err: expect.stringContaining('已有党支部') });
    expect((await sunledger('verify', '--data', data)).status).toBe(0);
  });

  test('a scheme with errors, one person in two offices, or a missing name makes nothing', async () => {
    const folder = at('nothing');
    const bad = file('bad.yaml', 'scheme: x\ntitle: 甲\ncomponents: []\n');
    expect((await sunledger('init', '--data', folder, ...NAMES, '--scheme', bad)).status).toBe(1);
    expect(existsSync(folder)).toBe(false);
    const twice = await init(folder, '--audit', '李一');
    expect(twice).toMatchObject({ status: 1, err: expect.stringContaining('互不兼任') });
    expect((await sunledger('init', '--data', folder, '--scheme', SCHEME)).status).toBe(2);
  });

  test('user add, reset, lock and token act on accounts and are on record', async () => {
    const [secretary] = slips;
    const added = await sunledger('user', 'add', '钱四', '--data', data, '--json');
    expect(JSON.parse(added.out)).toMatchObject({ name: '钱四', code: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) });
    const reset = await sunledger('user', 'reset', secretary?.login ?? '', '--data', data);
    expect(reset).toMatchObject({ status: 0, out: expect.stringContaining('登录单：张大伟') });
    expect(reset.out).not.toContain(secretary?.code);
    const token = await sunledger('user', 'token', secretary?.login ?? '', '--label', '导入', '--data', data, '--json');
    expect(JSON.parse(token.out)).toMatchObject({ token: expect.stringMatching(/^slt_[\w-]{43}$/) });
    const locked = await sunledger('user', 'lock', secretary?.login ?? '', '--data', data, '--json');
    expect(JSON.parse(locked.out)).toEqual({ login: secretary?.login, state: 'locked' });
    const opened = await sunledger('user', 'lock', secretary?.login ?? '', '--open', '--data', data);
    expect(opened).toMatchObject({ status: 0, out: expect.stringContaining('new') });
    const file = readFileSync(join(data, 'sunledger.db')).toString('latin1');
    const log = existsSync(join(data, 'sunledger.db-wal')) ? readFileSync(join(data, 'sunledger.db-wal')) : '';
    expect(file + log.toString('latin1')).toContain('machineaccount.lockdone');
  });

  test('what is not there is refused with 1, what is not understood with 2', async () => {
    const unknown = await sunledger('user', 'reset', 'zzzzzzzz', '--data', data, '--lang', 'en');
    expect(unknown).toMatchObject({ status: 1, err: expect.stringContaining('no such account') });
    const json = await sunledger('user', 'reset', 'zzzzzzzz', '--data', data, '--json');
    expect([json.status, JSON.parse(json.out)]).toMatchObject([1, { code: 'account.unknown' }]);
    expect((await sunledger('user', 'token', 'zzzzzzzz', '--label', 'x', '--days', '0', '--data', data)).status).toBe(
      2,
    );
    expect((await sunledger('user', 'reset', 'zzzzzzzz', '--data', at('none'))).status).toBe(2);
    for (const command of [['init'], ['user'], ['user', 'add'], ['user', 'lock']])
      expect((await sunledger(...command, '--help')).status).toBe(0);
  });
});

test('serve takes a day as today only in a demonstration or on this machine alone', async () => {
  expect((await sunledger('serve', '--today', '2026-13-01', '--data', data)).status).toBe(2);
  process.env['HOST'] = '0.0.0.0';
  process.env['ALLOW_PLAIN_LAN'] = '1';
  const refused = await sunledger('serve', '--today', '2026-06-30', '--data', data, '--port', '0');
  delete process.env['HOST'];
  delete process.env['ALLOW_PLAIN_LAN'];
  expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('--today') });
});
