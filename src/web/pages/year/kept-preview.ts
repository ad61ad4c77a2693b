/** A member's total as it was previewed. */
type Previewed = { readonly member: string; readonly total: number };

function place(branch: string, year: string): string {
  return `sunledger:preview:${branch}:${year}`;
}

/** The totals of the last preview on this device 上次预览: the server keeps its digest alone. */
export function keptPreview(branch: string, year: string): readonly Previewed[] | undefined {
  try {
    const text = localStorage.getItem(place(branch, year));
    return text === null ? undefined : (JSON.parse(text) as readonly Previewed[]);
  } catch {
    return undefined;
  }
}

/** Keeps the totals of a preview on this device. */
export function keepPreview(branch: string, year: string, rows: readonly Previewed[]): void {
  try {
    const kept = rows.map(({ member, total }) => ({ member, total }));
    localStorage.setItem(place(branch, year), JSON.stringify(kept));
  } catch {
    // A device that keeps nothing shows no differences.
  }
}

/** Whose total is another one 差异: undefined where a member is in one of both alone. */
export function changesOf(
  before: readonly Previewed[],
  now: readonly Previewed[],
): readonly { readonly member: string; readonly from: number | undefined; readonly to: number | undefined }[] {
  const then = new Map(before.map(({ member, total }) => [member, total]));
  const here = new Map(now.map(({ member, total }) => [member, total]));
  return [...new Set([...then.keys(), ...here.keys()])]
    .map((member) => ({ member, from: then.get(member), to: here.get(member) }))
    .filter(({ from, to }) => from !== to);
}
