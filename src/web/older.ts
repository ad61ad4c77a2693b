/** The lists of the language, those of numbers too. */
type List = readonly unknown[];

const LISTS = {
  at(this: List, index: number): unknown {
    const from = Math.trunc(index) || 0;
    return this[from < 0 ? from + this.length : from];
  },
  findLast(this: List, fits: (one: unknown, at: number, all: List) => unknown): unknown {
    for (let at = this.length - 1; at >= 0; at--) if (fits(this[at], at, this)) return this[at];
    return undefined;
  },
  toSorted(this: List, order?: (a: unknown, b: unknown) => number): List {
    // oxlint-disable-next-line unicorn/no-array-sort -- this is how the new one is made where there is none
    return this.slice().sort(order);
  },
  toReversed(this: List): List {
    // oxlint-disable-next-line unicorn/no-array-reverse -- likewise
    return this.slice().reverse();
  },
};
const OBJECTS = {
  hasOwn: (whole: object, name: PropertyKey): boolean => Object.getOwnPropertyDescriptor(whole, name) !== undefined,
};

function lend(to: object, methods: object): void {
  for (const [name, value] of Object.entries(methods))
    if (!(name in to)) Object.defineProperty(to, name, { value, writable: true, configurable: true });
}

lend(Array.prototype, LISTS);
lend(Object.getPrototypeOf(Uint8Array.prototype), LISTS);
lend(Object, OBJECTS);

/** What browsers of 2020 lack of the language 旧浏览器补齐, each as the language has it and lent only where it is missing (decision 024). */
export const LENT = { ...LISTS, ...OBJECTS };
