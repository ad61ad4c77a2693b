import type { ActAction, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { performAct } from '#service/perform.ts';
import type { Acted, Attempt } from './acted.ts';
import { checkDeciding } from './invariants-deciding.ts';
import { checkLedger } from './invariants-ledger.ts';
import { checkOutcome } from './invariants-refusal.ts';
import { checkSecret, watch } from './invariants-secret.ts';
import { B } from './people.ts';
import { type Outcome, type Run, readSealed } from './run.ts';
import { changed, tallyOf } from './tally.ts';

/** Attempts an act through the one door and holds what came of it against the invariants that can be asked at once. */
export async function attempt(run: Run, asked: Attempt): Promise<Outcome> {
  const { world, scene, coverage } = run;
  const { action, caller, input, revision, key } = asked;
  coverage.attempted(action);
  const request = scene.read('second', 'id' in input ? input.id : '');
  const watched = await watch(run, asked);
  const outcome = await performAct(world.context, caller, action as ActAction, { input, revision, key }).then(
    async (answer): Promise<Outcome> => {
      const after = await tallyOf(world.rows, world.place);
      const same = changed(run.tally, after).length === 0;
      const kind = same ? 'repeated' : answer.waits ? 'waits' : 'done';
      const outcome = { attempt: asked, kind, answer, before: run.tally, after } as const;
      if (kind !== 'done') return outcome;
      if (action !== 'second.confirm' || !request)
        return { ...outcome, effective: { action, input, by: caller.person } };
      const given = JSON.parse(request.body.given) as { input: InputOf<ActAction> };
      const effective = {
        action: request.body.action as ActAction,
        input: given.input,
        by: request.body.by,
        second: caller.person,
      };
      return { ...outcome, effective };
    },
    async (error: unknown): Promise<Outcome> => {
      if (!(error instanceof Refusal)) throw error;
      const after = await tallyOf(world.rows, world.place);
      return { attempt: asked, kind: 'refused', code: error.code, before: run.tally, after };
    },
  );
  run.tally = outcome.after;
  await remember(run, outcome);
  checkOutcome(run, outcome);
  await checkSecret(run, outcome, watched);
  await checkLedger(run, outcome);
  await checkDeciding(run, outcome);
  return outcome;
}

/** Notes what was done, for the generator and the table. */
async function remember(run: Run, { attempt: asked, kind, code = '', answer, effective }: Outcome): Promise<void> {
  const { scene, coverage, world } = run;
  const { action, caller, input } = asked;
  scene.last = asked;
  if (kind === 'refused') return coverage.refused(action, code);
  if (kind !== 'done' && kind !== 'waits') return;
  await scene.look(world.day); // what a reporter or whoever appeals did keeps no instant of the day
  await readSealed(run);
  if (kind === 'waits' || !effective || !answer) return;
  coverage.done(action);
  if (effective.action !== action) coverage.done(effective.action as Acted);
  scene.recent.push({
    action: effective.action,
    id: answer.id,
    who: effective.by,
    minute: world.minute,
    day: world.day,
  });
  if (scene.recent.length > 8) scene.recent.shift();
  if (answer.told?.['case'] !== undefined) scene.cases.push(answer.told['case']);
  if (action === 'motion.cast' && input.branch === B) scene.voted.add(`${answer.id} ${caller.person}`);
}
