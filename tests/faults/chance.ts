/** Chance 随机 from a seed, the same each time; `FUZZ=1` takes another seed, which is printed with what fails. */
export function chanceOf(name: string): { readonly seed: number; readonly next: () => number } {
  const fixed = [...name].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % 2 ** 31;
  const seed = process.env['FUZZ'] === undefined ? fixed : Date.now() % 2 ** 31;
  let state = seed;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { seed, next };
}
