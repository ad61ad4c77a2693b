import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fact } from '#domain/ledger/fact.ts';
import { ALWAYS, type Member } from '#domain/ledger/member.ts';
import { check } from '#domain/scheme/check.ts';
import { evaluate } from '#domain/score/evaluate.ts';
import { prepare } from '#domain/score/prepare.ts';
import { openStore, type Store } from '#store/database.ts';
import { reverseEntry } from '#store/reversal.ts';
import { compileSettlement } from '#store/settle/compile.ts';
import { settle } from '#store/settle/settle.ts';
import { addTestOrg, fillBranch } from './fill-branch.ts';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-settle-'));
  store = await openStore(folder);
  await addTestOrg(store.rows);
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const HOSTILE = [
  `'; drop table entry; --`,
  `省级' or '1'='1`,
  `"quoted" ?1 $1 :a @b`,
  `\u00ab0\u00bb \u00abbranch\u00bb`,
  `反\\斜\\'线 /* */ %_`,
  '😀级（全角）',
];

/** A scheme in which this text is a level, an extra's label, a category, a role, a group, a ground, a review and a rater. */
function schemeOf(text: string) {
  const { scheme, problems } = check({
    scheme: 'hostile',
    title: text,
    categories: [{ id: text, label: text }, { id: '在职' }],
    components: [
      {
        id: 'c0',
        label: text,
        opens: { by: 'category', [text]: 7, else: 3 },
        items: [
          {
            id: 'i0',
            label: text,
            basis: 'award',
            levels: { [text]: { by: 'role', [text]: 30, else: 15 } },
            extra: [{ id: 'i0x', label: `另加${text}`.slice(0, 40), plus: 2 }],
            limits: [{ per: 'matter', count: 1 }],
          },
          { id: 'i1', label: '甲', basis: 'act', each: { by: 'group', [text]: 5, else: 1 }, for: [text] },
        ],
      },
    ],
    reviews: [{ id: 'minzhu', label: text, raters: [{ id: text }] }],
    total: { times: { review: 'minzhu' } },
    vetoes: [{ id: 'v0', label: text, effect: 'zero' }],
  });
  if (!scheme) throw new Error(JSON.stringify(problems));
  return scheme;
}

describe('text of a scheme stays text in the query (trust)', () => {
  test.each(HOSTILE)('%s', async (text) => {
    const prepared = prepare(schemeOf(text), '2026-12-31');
    const member = (id: string, own: string): Member => ({
      id,
      name: text,
      history: [{ ...ALWAYS, standing: 'full', category: own, role: own, group: own }],
    });
    const facts: Fact[] = [
      { item: 'i0', day: '2026-02-01', level: text, ref: text },
      { item: 'i0', day: '2026-02-02', level: `${text}、另加${text}`, ref: text },
      { item: 'i0', day: '2026-03-01', level: '省级' },
      { item: 'i1', day: '2026-03-01', quantity: 20_000 },
      { item: 'review:minzhu', day: '2026-04-01', score: 900_000, rater: text },
    ];
    const filling = [
      { member: member("m'1", text), facts },
      { member: member('m2', '在职'), facts },
      { member: member('m3', text), facts: [...facts, { item: `veto:${text}`, day: '2026-05-01', ref: '决定' }] },
    ];
    await fillBranch(store.rows, `b'"${text}`, filling);
    const { settlement } = compileSettlement(prepared);
    expect(settlement?.sql.includes(text)).toBe(false);
    const settled = await settle(store.rows, `b'"${text}`, prepared);
    for (const { member: one, facts: own } of filling) {
      const { total, components, vetoed } = evaluate(prepared, { member: one, facts: own });
      expect(settled.get(one.id)).toEqual({ total, components, vetoed });
    }
  });

  test('numbers and days that the domain made are all that is written out', () => {
    const { settlement } = compileSettlement(prepare(schemeOf('省级'), '2026-12-31'));
    const written = [...(settlement?.sql.matchAll(/'([^']*)'/g) ?? [])].map(([, text]) => text ?? '');
    const known = /^(|\d{4}-\d\d-\d\d|[+、，,;；/]|[rs]|opening:)$/u;
    expect(written.filter((text) => !known.test(text))).toEqual([]);
  });
});

describe('entries that do not count', () => {
  test('what was reversed, and what reversed it, are left out (product §5.2)', async () => {
    const prepared = prepare(schemeOf('省级'), '2026-12-31');
    const member: Member = { id: 'm1', name: '甲', history: [{ ...ALWAYS, standing: 'full', category: '省级' }] };
    const facts = [1, 2, 3].map((day): Fact => ({ item: 'i1', day: `2026-03-0${day}` }));
    await fillBranch(store.rows, 'b1', [{ member, facts }]);
    expect((await settle(store.rows, 'b1', prepared)).get('m1')?.total).toBe(100_000);
    await store.transaction((rows) =>
      reverseEntry(rows, 'b1', { reverses: 2, reason: '记错' }, '2026-06-01T00:00:00.000Z'),
    );
    expect((await settle(store.rows, 'b1', prepared)).get('m1')?.total).toBe(90_000);
  });

  test('another branch has its own members and facts', async () => {
    const prepared = prepare(schemeOf('省级'), '2026-12-31');
    const member: Member = { id: 'm1', name: '甲', history: [{ ...ALWAYS, standing: 'full', category: '省级' }] };
    await fillBranch(store.rows, 'b1', [{ member, facts: [{ item: 'i1', day: '2026-03-01' }] }]);
    await fillBranch(store.rows, 'b2', [{ member, facts: [] }]);
    expect((await settle(store.rows, 'b2', prepared)).get('m1')?.total).toBe(70_000);
  });
});

test('a scheme that names too many kinds of members is left to the evaluator, with the same numbers', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `n${at}`);
  const by = (kind: string) => ({ by: kind, ...Object.fromEntries(names.map((name, at) => [name, at])), else: 1 });
  const { scheme } = check({
    scheme: 'many',
    title: '多',
    components: ['category', 'role', 'group'].map((kind) => ({ id: kind, label: kind, opens: by(kind) })),
  });
  if (!scheme) throw new Error('not checked');
  const prepared = prepare(scheme, '2026-12-31');
  expect(compileSettlement(prepared).unsupported).toEqual([{ construct: 'profiles', node: undefined }]);
  const history = [{ ...ALWAYS, standing: 'full' as const, category: 'n5', role: 'n7' }];
  await fillBranch(store.rows, 'b1', [{ member: { id: 'm1', name: '甲', history }, facts: [] }]);
  expect((await settle(store.rows, 'b1', prepared)).get('m1')?.total).toBe(130_000);
});
