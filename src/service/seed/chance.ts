/** Chance from a seed 随机源: the same numbers for the same seed and name on every machine, and nothing that must not be guessed. */
export class Chance {
  #state: number;

  /** A source of its own for each name, so that what is added in one place changes nothing in another. */
  constructor(seed: number, name: string) {
    let state = seed >>> 0;
    for (let at = 0; at < name.length; at++) state = mix((state ^ name.charCodeAt(at)) >>> 0);
    this.#state = state;
  }

  /** A share from 0 up to, but not including, 1 (mulberry32). */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    return mix(this.#state) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1));
  }

  /** Whether something happens that happens so often, 0.25 for one time in four. */
  happens(often: number): boolean {
    return this.share() < often;
  }

  /** One of a list. */
  one<T>(list: readonly [T, ...T[]]): T {
    return list[this.between(0, list.length - 1)] ?? list[0];
  }

  /** The list in an order drawn by chance. */
  shuffled<T>(list: readonly T[]): readonly T[] {
    return list
      .map((value) => ({ value, place: this.share() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ value }) => value);
  }
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), value | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
