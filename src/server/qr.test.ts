import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qr } from './qr.ts';

/** The dark modules that a path of strokes covers, as `x,y`. */
function covered(path: string): Set<string> {
  const dark = new Set<string>();
  let [x, y] = [0, 0];
  for (const [, step, a = '0', b = '0'] of path.matchAll(/([Mmh])(\d+)(?: (\d+)(?:\.5)?)?/g)) {
    if (step === 'M') [x, y] = [Number(a), Number(b)];
    if (step === 'm') x += Number(a);
    if (step === 'h') for (let left = Number(a); left > 0; left--) dark.add(`${x++},${y}`);
  }
  return dark;
}

test.each(['http://localhost:8080/b/0123456789abcdef0123456789abcdef', 'https://例.cn/n/a'])(
  'the code of %s covers exactly its dark modules, with light ones all around, and tells what it is',
  (text) => {
    const { data } = encode(text, { ecc: 'M', border: 4 });
    const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x},${y}`] : [])));
    const drawn = qr(text, '二维码 "甲"').text;
    expect(covered(/stroke="#000" d="([^"]+)"/.exec(drawn)?.[1] ?? '')).toEqual(new Set(dark));
    expect(drawn).toContain('aria-label="二维码 &quot;甲&quot;"');
    expect(drawn.length).toBeLessThan(4000);
  },
);
