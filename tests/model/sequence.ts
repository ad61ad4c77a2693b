import type { Theme } from './acted.ts';
import { attempt } from './attempt.ts';
import { choose } from './choose.ts';
import type { Coverage } from './coverage.ts';
import { addDays, nextMonth } from './days.ts';
import { Dice } from './dice.ts';
import { checkEnd } from './invariants-end.ts';
import { lookUp } from './look-up.ts';
import { B } from './people.ts';
import { type Run, readDocuments, readSealed } from './run.ts';
import { Scene } from './scene.ts';
import { tallyOf } from './tally.ts';
import { instantOf, type Place, type World, within } from './world.ts';

/** The last day on which terms still end within the published holidays. */
const LAST = '2026-11-20';

/** Plays a sequence in a place, one attempt for each number, 0 for none; the invariants are asked after each and at the end. */
export async function playSequence(
  place: Place,
  { theme, seeds }: { readonly theme: Theme; readonly seeds: readonly number[] },
  coverage: Coverage,
): Promise<void> {
  await within(place, async (world) => {
    const run = await begin(world, theme, coverage);
    for (const seed of seeds) if (seed !== 0) await turn(run, seed);
    await checkEnd(run);
    coverage.sequences++;
  });
}

/** Begins a sequence: looks at all that stands. */
export async function begin(world: World, theme: Theme, coverage: Coverage): Promise<Run> {
  const scene = new Scene(world, theme);
  await scene.look();
  const voted = await world.rows.selectFrom('voted').selectAll().where('branch_id', '=', B).execute();
  for (const { motion_id, member_id } of voted) scene.voted.add(`${motion_id} ${member_id}`);
  const tally = await tallyOf(world.rows, world.place);
  const { seq } = await world.rows
    .selectFrom('head')
    .select('seq')
    .where('branch_id', '=', B)
    .executeTakeFirstOrThrow();
  const run: Run = { world, scene, coverage, tally, documents: new Map(), entries: seq, known: [] };
  await readDocuments(run);
  await readSealed(run);
  return run;
}

/** One turn: time may pass, somebody may read, and something is attempted. */
async function turn(run: Run, seed: number): Promise<void> {
  const { scene, world } = run;
  scene.dice = new Dice(seed);
  if (scene.dice.chance(0.06)) pass(run);
  if (scene.dice.chance(0.12)) await lookUp(run);
  const asked = choose(scene);
  if (asked) await attempt(run, asked);
  world.minute++;
}

/** Time passes: a few days, over a term, or into the next month. */
function pass({ scene: { dice }, world, known, entries }: Run): void {
  const days = dice.chance(0.5) ? 1 + dice.below(3) : 8 + dice.below(4);
  const next = dice.chance(0.3) ? nextMonth(world.day) : addDays(world.day, days);
  if (next > LAST) return;
  known.push({ at: instantOf(world), entries });
  world.day = next;
  world.minute = 0;
}
