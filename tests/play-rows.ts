import type { Day } from '#domain/kernel/day.ts';
import { evaluate } from '#domain/score/evaluate.ts';
import { prepare } from '#domain/score/prepare.ts';
import { schemeOf, scoreRows } from '#service/branch-scores.ts';
import { listDocuments } from '#store/act.ts';
import type { Noun } from '#store/bodies.ts';
import { listBranches } from '#store/branch.ts';
import { openStore, type Store } from '#store/database.ts';
import { listFacts } from '#store/entry.ts';
import { listMatters, type Matter } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import { listSchemes } from '#store/scheme.ts';

/** The branch of a played story, read below the application. */
export type Played = {
  readonly store: Store;
  readonly branch: string;
  readonly matters: <N extends Noun>(noun: N) => Promise<readonly Matter<N>[]>;
  /** The states of the matters of a noun, each with how many there are. */
  readonly states: (noun: Noun) => Promise<Readonly<Record<string, number>>>;
  readonly documents: (kind: string) => ReturnType<typeof listDocuments>;
  readonly idOf: (code: string) => Promise<string>;
  /** Each member's total by roster number, as the scores have it on a day. */
  readonly totals: (day: Day) => Promise<Readonly<Record<string, number>>>;
  /** The same, by `evaluate` alone on the facts of the ledger. */
  readonly evaluated: (day: Day) => Promise<Readonly<Record<string, number>>>;
  /** How often each action was done. */
  readonly done: () => Promise<Readonly<Record<string, number>>>;
  /** The codes with which anything was refused, here or at the superior, sorted. */
  readonly refused: () => Promise<readonly string[]>;
};

/** Opens the branch of that name in a database. */
export async function openPlayed(place: string, name: string): Promise<Played> {
  const store = await openStore(place);
  const found = (await listBranches(store.rows)).find((one) => one.name === name);
  if (!found) throw new Error(`no branch ${name}`);
  const branch = found.branch_id;
  const { rows } = store;
  const records = async () =>
    await rows.selectFrom('record').select(['action', 'outcome', 'code']).where('branch_id', '=', branch).execute();
  return {
    store,
    branch,
    matters: async (noun) => await listMatters(rows, branch, noun),
    states: async (noun) => countOf((await listMatters(rows, branch, noun)).map(({ state }) => state)),
    documents: async (kind) => await listDocuments(rows, branch, kind),
    idOf: async (code) => (await listMembers(rows, branch)).find((one) => one.code === code)?.member.id ?? '',
    totals: async (day) => {
      const { members } = await scoreRows(rows, branch, day);
      return Object.fromEntries(members.map(({ kept, year }) => [kept.code, year.evaluation.total]));
    },
    evaluated: async (day) => {
      const prepared = prepare(
        (await listSchemes(rows, branch)).map(({ document }) => schemeOf(document)),
        day,
      );
      const facts = await listFacts(rows, branch);
      return Object.fromEntries(
        (await listMembers(rows, branch)).map(({ code, member }) => [
          code,
          evaluate(prepared, { member, facts: facts.get(member.id) ?? [] }).total,
        ]),
      );
    },
    done: async () =>
      countOf((await records()).flatMap(({ action, outcome }) => (outcome === 'refused' ? [] : [action]))),
    refused: async () => {
      const codes = await rows.selectFrom('record').select('code').where('outcome', '=', 'refused').execute();
      return codes.map(({ code }) => code ?? '').toSorted();
    },
  };
}

function countOf(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
