import type { ActAction, InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import type { Attempt } from './acted.ts';
import type { Coverage } from './coverage.ts';
import { B, S } from './people.ts';
import type { Scene } from './scene.ts';
import type { Tally } from './tally.ts';
import type { World } from './world.ts';

/** What came of an attempt; `effective` is the act that was really carried out: of a confirmation, what had been asked for. */
export type Outcome = {
  readonly attempt: Attempt;
  readonly kind: 'done' | 'waits' | 'repeated' | 'refused';
  readonly code?: string;
  readonly answer?: ActAnswer;
  readonly before: Tally;
  readonly after: Tally;
  readonly effective?: {
    readonly action: ActAction;
    readonly input: InputOf<ActAction>;
    readonly by: string;
    readonly second?: string;
  };
};

/** A sequence under way, with what the invariants remember of it. */
export type Run = {
  readonly world: World;
  readonly scene: Scene;
  readonly coverage: Coverage;
  tally: Tally;
  /** Every sealed document as it was first seen, by its key. */
  readonly documents: Map<string, string>;
  /** How many entries there were, and which were known on days that passed. */
  entries: number;
  readonly known: { readonly at: string; readonly entries: number }[];
};

/** An invariant that does not hold ends the sequence. */
export function holds(invariant: number, kept: boolean, why: () => string): void {
  if (!kept) throw new Error(`invariant ${invariant} does not hold: ${why()}`);
}

/** Who reported what and who appealed, as only the shield and the seal have it. */
export async function readSealed({ world, scene }: Run): Promise<void> {
  const { rows, context } = world;
  const shields = await rows.selectFrom('shield').selectAll().where('branch_id', '=', B).execute();
  for (const { id, sealed } of shields)
    if (!scene.reporters.has(id)) scene.reporters.set(id, context.secrets.open(sealed));
  for (const { id, body } of scene.at(S, 'appeal')) {
    if (body.at !== 'superior' || scene.appellants.has(id)) continue;
    scene.appellants.set(id, (JSON.parse(context.secrets.open(body.sealed)) as { member: string }).member);
  }
}

/** Reads the documents that are new; those that were seen stay as they were first seen. */
export async function readDocuments(run: Run): Promise<ReadonlyMap<string, string>> {
  const all = await run.world.rows.selectFrom('document').selectAll().execute();
  const now = new Map(all.map((one) => [`${one.branch_id} ${one.kind} ${one.number}`, JSON.stringify(one)]));
  for (const [key, text] of now) if (!run.documents.has(key)) run.documents.set(key, text);
  return now;
}
