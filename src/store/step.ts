import type { Rows } from './database.ts';
import type { Write } from './dialect.ts';
import type { StepTable } from './tables-process.ts';

/** What adds a step taken on a matter 办理过程. */
export function stepWrite(rows: Rows, step: StepTable): Write {
  return rows.insertInto('step').values(step);
}

/** Adds a step taken on a matter. */
export async function addStep(rows: Rows, step: StepTable): Promise<void> {
  await stepWrite(rows, step).execute();
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

/** By which action a matter came to a revision; undefined where no step says so. */
export async function actionOf(
  rows: Rows,
  branch: string,
  { noun, id, revision }: { readonly noun: string; readonly id: string; readonly revision: number },
): Promise<string | undefined> {
  const found = await rows
    .selectFrom('step')
    .select('action')
    .where('branch_id', '=', branch)
    .where('noun', '=', noun)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return found?.action;
}
