import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, NotCanonical, parseCanonical } from './canonical.ts';

const whole = fc.maxSafeInteger();
const text = fc.string({ unit: 'grapheme' });
const json = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    text,
    whole,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any')),
    fc.dictionary(text, tie('any')),
  ),
})).any;

describe('canonical text is RFC 8785 for what the ledger uses (docs/ledger.md)', () => {
  test('it says the same as the value, and the same value has one text', () => {
    fc.assert(
      fc.property(json, (value) => {
        const written = canonical(value);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(parseCanonical(written))).toBe(written);
      }),
    );
  });

  test('keys stand by their UTF-16 code units, as the example of the standard has them', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonical(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}');
  });

  test('strings escape what the standard escapes and nothing else', () => {
    expect(canonical('€$\u000f\nA\'B"\\\\"/\u007f')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f"');
    expect(canonical(-0)).toBe('0');
  });

  test.each([
    ['a fraction', 0.5],
    ['a number too large', 2 ** 53],
    ['no number', Number.NaN],
    ['undefined', undefined],
    ['undefined in an object', { a: undefined }],
    ['a hole in a list', Array(1)],
    ['a lone surrogate', 'a\ud800b'],
    ['a lone surrogate as key', { '\udc00': 1 }],
    ['a big integer', 1n],
    ['a map', new Map()],
    ['a date', new Date(0)],
  ])('%s is refused', (_, value) => {
    expect(() => canonical(value)).toThrow(NotCanonical);
  });

  test('what is nested to exhaust the stack is refused', () => {
    expect(() => parseCanonical('['.repeat(100_000) + ']'.repeat(100_000))).toThrow(NotCanonical);
  });

  test.each(['{"b":1,"a":2}', '{"a":1,"a":1}', '{ "a":1}', '1.0', '1e3', '-0', '"\\u0041"', '{', '', '1\r'])(
    'another writing is refused: %s',
    (written) => {
      expect(() => parseCanonical(written)).toThrow(NotCanonical);
    },
  );
});
