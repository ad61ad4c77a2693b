import type { Rows } from './database.ts';
import type { StepTable } from './tables-process.ts';

/** Adds a step taken on a matter 办理过程. */
export async function addStep(rows: Rows, step: StepTable): Promise<void> {
  await rows.insertInto('step').values(step).execute();
}

/** The steps of a matter, oldest first. */
export async function listSteps(rows: Rows, branch: string, noun: string, id: string): Promise<readonly StepTable[]> {
  return await rows
    .selectFrom('step')
    .selectAll()
    .where('branch_id', '=', branch)
    .where('noun', '=', noun)
    .where('id', '=', id)
    .orderBy('revision')
    .execute();
}
