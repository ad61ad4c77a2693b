/** The known word that is likeliest meant by what was written, at most two letters away; undefined when none is near. */
export function nearKey(written: string, known: readonly string[]): string | undefined {
  if (written.length > 40) return undefined;
  let best: string | undefined;
  let least = Math.min(3, Math.max(2, Math.ceil(written.length / 2)));
  for (const word of known) {
    const far = distance(written.toLowerCase(), word.toLowerCase());
    if (far < least) {
      best = word;
      least = far;
    }
  }
  return best;
}

/** How many letters must be added, left out or changed to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
