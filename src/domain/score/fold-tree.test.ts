import { describe, expect, test } from 'vitest';
import type { Fact } from '#domain/ledger/fact.ts';
import { ALWAYS, type Member } from '#domain/ledger/member.ts';
import { check } from '#domain/scheme/check.ts';
import { evaluate } from './evaluate.ts';
import { prepare } from './prepare.ts';

const member = (category: string, lastTotal?: number): Member => ({
  id: 'm',
  name: '某',
  history: [{ ...ALWAYS, standing: 'full', category }],
  ...(lastTotal !== undefined && { lastTotal }),
});

/** A component for members in post alone, which opens as given and has one item. */
function scored(opens: unknown, one: Member, facts: readonly Fact[]): number {
  const { scheme, problems } = check({
    scheme: 's',
    title: '方案',
    categories: [{ id: '在职' }, { id: '流动' }],
    components: [
      {
        id: 'c',
        label: '履职分',
        for: ['在职'],
        ...(opens !== undefined && { opens }),
        items: [{ id: 'a', label: '甲', basis: 'act', each: 1 }],
      },
    ],
  });
  if (!scheme) throw new Error(JSON.stringify(problems));
  return evaluate(prepare(scheme, '2026-12-31'), { member: one, facts }).total;
}

const idle: Fact = { item: 'a', day: '2026-03-01' };

describe('a component that is not for a member (分类管理, product §4)', () => {
  test('keeps what the member brought along for it, whether or not a fact stands under it', () => {
    const brought: Fact = { item: 'opening:c', day: '2026-01-01', points: 125_000, ref: '转接' };
    expect(scored(undefined, member('流动'), [brought])).toBe(125_000);
    expect(scored(undefined, member('流动'), [brought, idle])).toBe(125_000);
  });

  test('opens with nothing carried over, whether or not a fact stands under it', () => {
    const carry = { carry: '20%', newcomer: 20 };
    expect(scored(carry, member('在职', 500_000), [])).toBe(100_000);
    expect(scored(carry, member('流动', 500_000), [])).toBe(0);
    expect(scored(carry, member('流动', 500_000), [idle])).toBe(0);
    expect(scored(carry, member('流动'), [idle])).toBe(0);
  });
});
