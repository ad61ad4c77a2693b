import type { Day } from '#domain/kernel/day.ts';
import { type Terms, termsOf } from '#domain/process/terms.ts';
import type { Context } from '#service/context.ts';
import type { Rows } from '#store/database.ts';
import { readMatter } from '#store/matter.ts';

/** The terms 期限 that hold in a branch on a day, as its acts know them. */
export async function termsOn({ schemes }: Context, rows: Rows, branch: string, day: Day): Promise<Terms> {
  const scheme = await schemes.inForce(rows, branch, day);
  const settings = await readMatter(rows, branch, 'branch', 'settings');
  return termsOf(scheme?.document.terms, settings?.body.settings);
}
