import type { Attempt } from './acted.ts';
import { B, S } from './people.ts';
import { holds, type Outcome, type Run } from './run.ts';
import { dump } from './tally.ts';

/** What stood before an act of which little or nothing may show. */
export type Watched = {
  readonly branch: readonly string[];
  readonly superior: readonly string[];
  readonly why: 'appeal' | 'report' | 'ballot';
};

/** Watches the acts that must leave no trace of somebody: appeals and concerns not served, reports, secret ballots. */
export async function watch({ world, scene }: Run, { action, caller, input }: Attempt): Promise<Watched | undefined> {
  const why = whyWatched();
  if (why === undefined) return undefined;
  return {
    why,
    branch: await dump(world.rows, world.place, B),
    superior: why === 'ballot' ? [] : await dump(world.rows, world.place, S),
  };

  function whyWatched(): Watched['why'] | undefined {
    const id = 'id' in input ? input.id : '';
    if (action === 'motion.cast') return 'ballot';
    if (action === 'declaration.draft' && 'subject' in input)
      return input.subject === caller.person ? undefined : 'report';
    if (action.startsWith('declaration.') && scene.reporters.get(id) === caller.person) return 'report';
    const served = scene.read('appeal', id) !== undefined;
    const hidden = [
      'appeal.lodge',
      'appeal.assign',
      'appeal.find',
      'appeal.answer',
      'appeal.withdraw',
      'concern.raise',
      'concern.take',
    ];
    return hidden.includes(action) && !served ? 'appeal' : undefined;
  }
}

/** 7: an appeal is invisible until it is served, a reporter’s name stands nowhere outside the shield, a ballot is joined to nobody. */
export async function checkSecret(run: Run, outcome: Outcome, watched: Watched | undefined): Promise<void> {
  const { world, scene } = run;
  const { attempt, answer, kind } = outcome;
  const { action, caller } = attempt;
  // A name is told to the verifier of that very line alone, who asked for it.
  const told = answer?.told ? JSON.stringify(answer.told) : '';
  const named = told === '' ? undefined : [...scene.reporters.values()].find((one) => told.includes(one));
  const verifier = scene.read('line', answer?.id ?? '')?.body.verifier;
  holds(
    7,
    named === undefined || (action === 'reporter.read' && caller.person === verifier),
    () => `${action} told ${caller.person} who reported: ${told}`,
  );
  if (!watched) return;
  const fresh = async (branch: string, known: readonly string[]): Promise<readonly string[]> => {
    const before = new Set(known);
    return (await dump(world.rows, world.place, branch)).filter((row) => !before.has(row));
  };
  const made = await fresh(B, watched.branch);
  if (watched.why === 'appeal') {
    holds(7, made.length === 0, () => `${action} (${kind}) shows in the branch: ${made[0]}`);
    // Of whoever appeals or withdraws the name stands nowhere, not at the superior either.
    const lodged = action === 'appeal.lodge' || action === 'appeal.withdraw' ? await fresh(S, watched.superior) : [];
    const naming = lodged.filter((row) => row.includes(`"${caller.person}"`));
    holds(7, naming.length === 0, () => `${action} (${kind}) names who appeals: ${naming[0]}`);
  } else if (watched.why === 'report') {
    // A draft that was refused is no report yet: nobody is told that there was to be one, and of whom.
    const named = made.filter(
      (row) => row.includes(caller.person) && !(action === 'declaration.draft' && kind === 'refused'),
    );
    holds(7, named.length === 0, () => `${action} (${kind}) names who reported: ${named[0]}`);
  } else {
    const joined = made.filter((row) => !/^(voted|ballot|record|answer) /.test(row) && row.includes(caller.person));
    holds(7, joined.length === 0, () => `motion.cast (${kind}) joins a voter: ${joined[0]}`);
    const choice = /"(aye|no|abstain)"/;
    const plain = made.filter((row) => choice.test(row));
    holds(7, plain.length === 0, () => `motion.cast (${kind}) shows a choice: ${plain[0]}`);
  }
}
