import type { AnswerOf, InputOf } from '#contract/api.ts';
import { PUBLISHED_NOTICES } from '#domain/calendar/holiday-notice.ts';
import type { Json } from '#domain/ledger/canonical.ts';
import { ChainCheck, type ChainFault, type Found } from '#domain/ledger/chain.ts';
import type { Context } from '#service/context.ts';
import { verifyBranch } from '#service/verify.ts';
import { listBranches } from '#store/branch.ts';
import { hashOf } from '#store/hash.ts';
import { KNOWN_MIGRATIONS, listMigrations } from '#store/migrate.ts';

/** Checks the chain of a branch 验链 with everything that opens it: `chain.verify`; counts and the number of an event, never a content. */
export async function verifyChainOf(
  context: Context,
  { branch }: InputOf<'chain.verify'>,
): Promise<AnswerOf<'chain.verify'>> {
  const check = new ChainCheck(hashOf, branch);
  let fault: ChainFault | undefined;
  const strays = await verifyBranch(context, { branch }, (line) => {
    const found = (line === '' ? { line: 'event' } : JSON.parse(line)) as { line: string; event?: Json } & Found;
    if (found.line === 'event') fault ??= check.take({ event: found.event, open: found.open ?? {} });
  });
  const { seq, hash } = check.head;
  return {
    sound: fault === undefined && strays.length === 0,
    events: seq,
    head: hash ?? '',
    fault: fault ? { event: fault.seq, why: fault.why } : null,
    strays: strays.length,
  };
}

/** How the installation is 运行情况: `operation.show`, what `doctor` shows of it from within. */
export async function showOperation({ store: { rows }, clock }: Context): Promise<AnswerOf<'operation.show'>> {
  const migrations = await listMigrations(rows);
  const counted = await rows
    .selectFrom('event')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirst();
  const day = clock.today();
  const holidays = [...new Set(PUBLISHED_NOTICES.map(({ year }) => year))];
  return {
    node: process.version,
    migrations: [...migrations],
    missing: KNOWN_MIGRATIONS.filter((name) => !migrations.includes(name)),
    branches: (await listBranches(rows)).length,
    events: Number(counted?.count ?? 0),
    now: clock.now(),
    day,
    holidays,
    nextYearPublished: holidays.includes(Number(day.slice(0, 4)) + 1),
  };
}
