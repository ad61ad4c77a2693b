import { api } from '#contract/api.ts';
import { statesOf } from '#domain/process/step.ts';
import { steps } from '#domain/process/steps.ts';
import type { Rows } from '#store/database.ts';
import type { SeedBranch } from './cast.ts';

/** A thing in a state 样例: where it lies and what it is. */
export type Fixture = { readonly branch: string; readonly noun: string; readonly state: string; readonly id: string };

/**
 * A state of which nothing was left, and why: the step has no act yet, a branch has one of it a year, the scheme says no base of a
 * whole component below which somebody could be listed, or it is of a file, and seeding invents none.
 */
export type Missing = {
  readonly noun: string;
  readonly state: string;
  readonly why: 'no-act' | 'one-a-year' | 'no-base' | 'no-file' | 'not-played';
};

/** Things in every state, and the states without one. */
export type Fixtures = { readonly fixtures: readonly Fixture[]; readonly missing: readonly Missing[] };

/** Finds a thing in every state of every step: in the first branch or its superior where there is one, else anywhere. */
export async function fixturesOf(rows: Rows, { id, superior }: SeedBranch): Promise<Fixtures> {
  const near = new Map<string, Fixture>();
  const query = rows.selectFrom('matter').select(['branch_id', 'noun', 'state', 'id']).orderBy('id');
  for (const row of await query.where('branch_id', 'in', [id, superior.id]).execute()) keep(near, row);
  const anywhere = await rows
    .selectFrom('matter')
    .select(({ fn }) => ['noun', 'state', fn.min('branch_id').as('branch_id')])
    .groupBy(['noun', 'state'])
    .execute();
  for (const { branch_id, noun, state } of anywhere) {
    const found = await query
      .where('branch_id', '=', branch_id)
      .where('noun', '=', noun)
      .where('state', '=', state)
      .executeTakeFirst();
    if (found) keep(near, found);
  }
  const missing = steps.flatMap((step) =>
    statesOf(step).flatMap((state) =>
      near.has(`${step.noun} ${state}`) ? [] : [{ noun: step.noun, state, why: why(step.noun) }],
    ),
  );
  return { fixtures: [...near.values()].toSorted((a, b) => (order(a) < order(b) ? -1 : 1)), missing };
}

type Row = { readonly branch_id: string; readonly noun: string; readonly state: string; readonly id: string };

function keep(found: Map<string, Fixture>, { branch_id: branch, noun, state, id }: Row): void {
  const key = `${noun} ${state}`;
  if (!found.has(key)) found.set(key, { branch, noun, state, id });
}

function order({ noun, state }: Fixture): string {
  return `${noun} ${state}`;
}

function why(noun: string): Missing['why'] {
  const acts = Object.entries(api).filter(([, { method }]) => method === 'POST');
  if (!acts.some(([action]) => action.startsWith(`${noun}.`))) return 'no-act';
  if (noun === 'disposition') return 'no-base';
  if (noun === 'scan') return 'no-file';
  return noun === 'filing' || noun === 'appraisal' ? 'one-a-year' : 'not-played';
}
