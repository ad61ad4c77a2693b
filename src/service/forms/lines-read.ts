import type { AnswerOf } from '#contract/api.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { allRows } from '#service/all-rows.ts';
import { factKey } from '#service/reads/fact-lines.ts';
import type { Asking } from './asking.ts';

/** A line as whoever asks reads it. */
export type ReadLine = AnswerOf<'declaration.list'>['rows'][number];

/** The states of a line that the meeting has determined, whether or not it was taken back since. */
const DETERMINED = 'determined,reversed';

/** The lines that whoever asks may read 可查事项: the branch's, else one's own; none where not even these may be read. */
export async function linesRead(asking: Asking): Promise<readonly ReadLine[]> {
  const first = { state: DETERMINED, limit: 1 };
  if (await asking.askIfMay('declaration.list', first)) return await listed(asking, undefined);
  const { person } = asking.caller;
  return (await asking.askIfMay('declaration.list', { ...first, member: person })) ? await listed(asking, person) : [];
}

/** Every determined line of one member, or of the branch. @throws right.missing */
export async function listed(asking: Asking, member: string | undefined): Promise<readonly ReadLine[]> {
  const sought = { state: DETERMINED, ...(member !== undefined && { member }) };
  const found = await allRows((page) => asking.ask('declaration.list', { ...sought, ...page }));
  // One's own list has what one reported of others as well: on paper that would name who reported it.
  return found.filter(({ subject }) => member === undefined || subject === member);
}

/** The fact of a line as it entered the ledger. */
export function enteredOf({ fact, decision }: ReadLine): Fact {
  const { note: _, ...entered } = decision?.fact ?? fact;
  return entered;
}

/** The words of a line 事项说明; how somebody writes tells who wrote, so that those of a report are left out (product §3.3). */
export function wordsOf(line: ReadLine | undefined, { item }: Pick<Fact, 'item'>): readonly string[] {
  // What was said of another item than the one that was determined in the end would contradict it.
  if (!line || line.origin === 'report' || line.fact.item !== item) return [];
  const { fact, words } = line;
  const said = [fact.note, words].filter((one): one is string => one !== undefined && one.trim() !== '');
  return [...new Set(said)];
}

/** Lines by member and fact, for what is known by its fact alone: of equal ones each is given once, in the order of the ledger. */
export function linesByFact(lines: readonly ReadLine[]): (member: string, fact: Fact) => ReadLine | undefined {
  const byKey = new Map<string, ReadLine[]>();
  for (const line of lines.filter(({ state }) => state === 'determined')) {
    const key = `${line.subject} ${factKey(enteredOf(line))}`;
    const known = byKey.get(key);
    if (known) known.push(line);
    else byKey.set(key, [line]);
  }
  for (const same of byKey.values()) same.sort((a, b) => (a.entry ?? 0) - (b.entry ?? 0));
  return (member, fact) => byKey.get(`${member} ${factKey(fact)}`)?.shift();
}
