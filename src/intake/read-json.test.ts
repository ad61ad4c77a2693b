import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { indexItems } from './facts/item-index.ts';
import { readFacts } from './facts/read-facts.ts';
import { readMembers } from './members/read-members.ts';
import { readTables } from './read-tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'intake-json-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(content: string) {
  const path = join(folder, 'a.json');
  writeFileSync(path, content);
  return await readTables(path);
}

test('one file can hold members and facts, each read from its own list', async () => {
  const tables = await read(
    JSON.stringify({
      members: [{ id: 'A1', name: '张三', from: '2026-01-01' }],
      facts: [{ member: 'A1', item: 'v', on: '2026-03-05', quantity: 0.1 + 0.2, note: null, level: true }],
    }),
  );
  expect(tables.problems).toEqual([]);
  const { members, problems } = readMembers(tables);
  expect(problems).toEqual([]);
  const items = indexItems([
    { id: 'v', label: '志愿服务', quantity: 'any', level: { needed: true, names: [{ id: '是' }, { id: '否' }] } },
  ]);
  expect(readFacts(tables, { items, members })).toMatchObject({
    facts: [{ member: 'A1', quantity: 3000, level: '是', place: { sheet: 'facts', row: 1 } }],
    problems: [],
  });
});

test('a mistake names the element by its number and the key as its column', async () => {
  const tables = await read('[{"member":"A1","item":"v","on":"2026-03-05","quantity":-1}]');
  const items = indexItems([{ id: 'v', label: '志愿服务', quantity: 'any' }]);
  expect(readFacts(tables, { items }).problems).toMatchObject([
    { code: 'intake.negative-quantity', place: { file: 'a.json', row: 1, column: 'quantity' } },
  ]);
});

test('what is no list of objects is told with its line', async () => {
  expect((await read('{"a": 1,\n "b": }')).problems).toMatchObject([
    { code: 'intake.json-broken', place: { line: 2 } },
  ]);
  expect((await read('{"a": 1}')).problems).toMatchObject([{ code: 'intake.json-shape' }]);
  expect((await read('[1, {"member": [1]}]')).problems).toMatchObject([
    { code: 'intake.json-row', place: { row: 1 } },
    { code: 'intake.json-nested', place: { row: 2, column: 'member' } },
  ]);
});
