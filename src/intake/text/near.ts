/** How many characters must be put in, left out or changed to make one text the other; stops counting above `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return most + 1;
    before = row;
  }
  return before[b.length] ?? 0;
}

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) found.add(text.slice(at, at + 2));
  return found;
}

/** The up to three known names that look most like what was written, best first: suggestions 近似项 for a person. */
export function nearest(text: string, known: Iterable<string>): readonly string[] {
  const wanted = text.slice(0, 60).toLowerCase();
  const mine = pairs(wanted);
  const scored: { name: string; score: number }[] = [];
  for (const name of known) {
    const theirs = pairs(name.toLowerCase());
    let both = 0;
    for (const pair of mine) if (theirs.has(pair)) both++;
    const close = distance(wanted, name.toLowerCase(), 2) <= Math.min(2, Math.floor(wanted.length / 2)) ? 0.5 : 0;
    const score = (2 * both) / (mine.size + theirs.size) + close;
    if (score >= 0.3) scored.push({ name, score });
  }
  return scored
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 3)
    .map((one) => one.name);
}
