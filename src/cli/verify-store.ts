import { Refusal } from '#contract/problem.ts';
import { verifyBranch } from '#service/verify.ts';
import { BackupFault } from '#store/backup-fault.ts';
import type { Store } from '#store/database.ts';
import { hashOf } from '#store/hash.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import { isDatabaseError } from './data-folder.ts';

/** What verifying a database 验证 came to: how many chains there are, with how many events, and the ids of those that do not fit. */
export type Chains = { readonly chains: number; readonly events: number; readonly unsound: readonly string[] };

/** Verifies every chain of a database, branches and superiors alike, as `verify` does. */
export async function verifyStore(store: Store): Promise<Chains> {
  const branches = await store.rows.selectFrom('branch').select('branch_id').orderBy('branch_id').execute();
  const unsound: string[] = [];
  let events = 0;
  for (const { branch_id: branch } of branches) {
    const check = new ArchiveCheck(hashOf);
    try {
      const strays = await verifyBranch({ store }, { branch }, (line) => check.take(line));
      const report = check.finish();
      events += report.events;
      if (!report.sound || strays.length > 0) unsound.push(branch);
    } catch (error) {
      // A branch without a head, a row that cannot be read.
      if (!(error instanceof Refusal) && !isDatabaseError(error)) throw error;
      unsound.push(branch);
    }
  }
  return { chains: branches.length, events, unsound };
}

/** Verifies every chain; the first that does not fit is named. @throws BackupFault */
export async function demandSound(store: Store): Promise<Chains> {
  const found = await verifyStore(store);
  const [first] = found.unsound;
  if (first !== undefined) throw new BackupFault('unsound', undefined, first);
  return found;
}
