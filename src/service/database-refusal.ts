import { Refusal } from '#contract/problem.ts';
import { type DatabaseError, databaseErrorOf } from '#store/database-error.ts';

const CODES = { busy: 'request.running', down: 'database.busy', text: 'request.not-valid' } as const satisfies Readonly<
  Record<DatabaseError, string>
>;

/** What a database's error 数据库出错 is to whoever asked: try again, not now, or not like this; undefined when it is a bug. */
export function refusalOfDatabase(error: unknown): Refusal | undefined {
  const kind = databaseErrorOf(error);
  return kind && new Refusal(CODES[kind], kind === 'text' ? { detail: 'text' } : {});
}
