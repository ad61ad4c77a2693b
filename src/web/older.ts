/** What browsers of 2020 lack of the language 旧浏览器补齐, each as the language has it and defined only where it is missing (decision 024). */
const LISTS = {
  at(this: readonly unknown[], index: number): unknown {
    const from = Math.trunc(index) || 0;
    return this[from < 0 ? from + this.length : from];
  },
  findLast(this: readonly unknown[], fits: (one: unknown, at: number, all: readonly unknown[]) => unknown): unknown {
    for (let at = this.length - 1; at >= 0; at--) if (fits(this[at], at, this)) return this[at];
    return undefined;
  },
  toSorted(this: readonly unknown[], order?: (a: unknown, b: unknown) => number): unknown[] {
    // oxlint-disable-next-line unicorn/no-array-sort -- this is how the new one is made where there is none
    return [...this].sort(order);
  },
  toReversed(this: readonly unknown[]): unknown[] {
    // oxlint-disable-next-line unicorn/no-array-reverse -- likewise
    return [...this].reverse();
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
lend(Object, OBJECTS);

/** The names that are lent to an older browser 补齐的方法, for the test that asks for no others. */
export const LENT: readonly string[] = [...Object.keys(LISTS), ...Object.keys(OBJECTS)];
