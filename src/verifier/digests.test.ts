import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf } from '#store/hash.ts';
import { pureHashOf } from './digests.ts';

const LONG = '党员积分🌞'.repeat(3000);

test.each(['sha256', 'sm3'])(
  '%s by arithmetic is what the machine’s own is, for any text and every length of padding',
  (name) => {
    const [own, machine] = [pureHashOf(name), hashOf(name)];
    if (!own || !machine) throw new Error(`${name} is missing`);
    for (let length = 0; length < 130; length++) expect(own('a'.repeat(length))).toBe(machine('a'.repeat(length)));
    expect(own(LONG)).toBe(machine(LONG));
    assert(property(string({ unit: 'grapheme' }), (text) => own(text) === machine(text)));
  },
);

test('the examples of the standards', () => {
  expect(pureHashOf('sha256')?.('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(pureHashOf('sm3')?.('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  expect(pureHashOf('md5')).toBeUndefined();
});
