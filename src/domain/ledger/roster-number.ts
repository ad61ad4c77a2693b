const NUMBERED = /^(.*?)(\d{1,9})$/;

/** Numbers 名册编号 that follow those a roster has, in their own form: after D038 comes D039; a roster without any begins with D001. */
export function numbersAfter(known: readonly string[]): () => string {
  const last = new Map<string, { count: number; number: number; width: number }>();
  for (const code of known) {
    const [, prefix = '', digits] = NUMBERED.exec(code) ?? [];
    if (digits === undefined) continue;
    const { count, number, width } = last.get(prefix) ?? { count: 0, number: 0, width: 0 };
    last.set(prefix, {
      count: count + 1,
      number: Math.max(number, Number(digits)),
      width: Math.max(width, digits.length),
    });
  }
  const [most] = [...last].toSorted((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1));
  const [prefix, { number, width }] = most ?? ['D', { number: 0, width: 3 }];
  let next = number;
  return () => `${prefix}${String(++next).padStart(width, '0')}`;
}
