import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { at, file } from './cli.ts';
import { envOf, fillBranch, linesOf, operate, packed } from './operation-place.ts';

const backup = at('sound.backup');

beforeAll(async () => {
  const place = at('filled');
  await fillBranch(place);
  expect(await operate(envOf(place), ['backup', backup])).toMatchObject({ status: 0, err: '' });
});

describe('a file that is no sound backup is refused in one line that names the line, and leaves nothing', () => {
  type Case = readonly [title: string, said: RegExp, make: (lines: string[], whole: Buffer) => Buffer];
  const replaced = (lines: string[], from: string, to: string, keepEnd = false): Buffer =>
    packed(
      lines.map((line) => line.replace(from, to)),
      { keepEnd },
    );
  const cases: readonly Case[] = [
    ['an empty file', /^第 1 行：/, () => Buffer.alloc(0)],
    ['a foreign file', /^第 1 行：这不是本系统的备份/, () => Buffer.from('hello, world\n')],
    ['a foreign file in gzip', /^第 1 行：这不是本系统的备份/, () => packed(['hello', ''])],
    ['a later format', /更新的版本/, (lines) => replaced(lines, 'backup/2', 'backup/3')],
    ['later tables', /更新的版本/, (lines) => replaced(lines, '"004-process"', '"004-process","999-later"')],
    ['half of it', /^第 \d+ 行：文件不完整/, (_, whole) => whole.subarray(0, whole.length / 2)],
    ['all but its last byte', /文件不完整/, (_, whole) => whole.subarray(0, -1)],
    ['without its last line', /文件不完整/, (lines) => packed(lines.slice(0, -1), { keepEnd: true })],
    [
      'a flipped byte',
      /第 \d+ 行/,
      (_, whole) => Buffer.from(whole.map((byte, at) => (at === 3000 ? byte ^ 8 : byte))),
    ],
    ['a name changed', /摘要不符/, (lines) => replaced(lines, '党员a', '党员z', true)],
    [
      'a name changed, the digest made anew',
      /^B：支部的链或得分核对不符/,
      (lines) => replaced(lines, '党员a', '党员z'),
    ],
    [
      'a row left out',
      /^第 \d+ 行，step：行数/,
      (lines) => packed(lines.filter((line) => line !== row(lines, 'step'))),
    ],
    [
      'a row twice',
      /^第 \d+ 行，step：行的次序/,
      (lines) => packed(lines.flatMap((line) => (line === row(lines, 'step') ? [line, line] : [line]))),
    ],
    [
      'a row of a member who is not there',
      /^第 \d+ 行，status：从这一行起/,
      (lines) =>
        replaced(
          lines,
          '"branch_id":"B","category":null,"from_day":"2020-01-01","group_name":null,"member_id":"a"',
          '"branch_id":"B","category":null,"from_day":"2020-01-01","group_name":null,"member_id":"Z"',
        ),
    ],
    ['a column more', /^第 2 行，org：这一行不是/, (lines) => replaced(lines, '"row":{', '"row":{"a":1,')],
    [
      'a text for a number',
      /^第 3 行，.*：这一行不是|^第 \d+ 行，branch：这一行不是/,
      (lines) => replaced(lines, '"demo":0', '"demo":"0"'),
    ],
    ['a space more', /这一行不是/, (lines) => replaced(lines, '"row":{', '"row": {')],
    ['half a character', /这一行不是/, (lines) => replaced(lines, '总支', String.raw`\ud800`)],
    ['a table that nobody knows', /^第 1 行：这一行不是/, (lines) => replaced(lines, '"org":', '"pg_authid":0,"org":')],
    ['something after the end', /^第 \d+ 行：这一行不是/, (_, whole) => Buffer.concat([whole, packed(['x', ''])])],
  ];
  const row = (lines: readonly string[], table: string): string =>
    lines.find((line) => line.includes(`"table":"${table}"`)) ?? '';

  test.each(cases)('%s', async (title, said, make) => {
    const hostile = file(`${title}.backup`, make([...linesOf(backup)], readFileSync(backup)));
    const target = at(`hostile-${title}`);
    const found = await operate(envOf(target), ['restore', hostile]);
    expect(found).toMatchObject({ status: 1, out: '' });
    expect(found.err.trim().split('\n')).toEqual([expect.stringMatching(said)]);
    expect(existsSync(target)).toBe(false);
  });
});
