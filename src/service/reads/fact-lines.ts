import { canonical } from '#domain/ledger/canonical.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Rows } from '#store/database.ts';
import { countedOf, linesByEntry } from '#store/trace.ts';

/**
 * The key 事实键 under which a fact of the explanation is found again: its content, without who rated. Equal facts have one key and several lines,
 * in the order of the ledger.
 */
export function factKey(fact: Fact): string {
  const { rater: _, ...content } = fact;
  return canonical(content);
}

/**
 * The lines behind the facts of a member's score 事实对应事项, by `factKey`, each in the order of the ledger; '' stands where an entry has no line of its
 * own (an opening, a veto, an import, a finding about a total), so that the n-th equal fact keeps the n-th place.
 */
export async function linesOfFacts(
  rows: Rows,
  branch: string,
  member: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const lines = await linesByEntry(rows, branch, member);
  const found = new Map<string, string[]>();
  for (const { number, fact } of await countedOf(rows, branch, member)) {
    const key = factKey(fact);
    const line = lines.get(number) ?? '';
    const known = found.get(key);
    if (known) known.push(line);
    else found.set(key, [line]);
  }
  return found;
}
