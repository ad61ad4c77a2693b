import { type ControlledTransaction, sql, type Transaction } from 'kysely';
import type { Day } from '#domain/kernel/day.ts';
import { ACCOUNT_LIMITS } from '#service/account/limits.ts';
import { BranchScores } from '#service/branch-scores.ts';
import type { Context } from '#service/context.ts';
import { BranchSchemes } from '#service/schemes.ts';
import { secretsOf } from '#service/secrets.ts';
import { appoint, setUpBranch } from '#service/set-up.ts';
import { openStore, type Store } from '#store/database.ts';
import type { Tables } from '#store/tables.ts';
import { B, C, MEMBERS, OFFICES, S, SUPERIORS } from './people.ts';
import { SCHEME } from './scheme.ts';

/** What stands and what day it is: a sequence begins from here. */
export type Place = { readonly store: Store; day: Day };

/** A branch under way in a sequence: one transaction, of which every act is a part of its own, so that the next sequence finds the place as it was. */
export type World = {
  /** The place in which it is, by identity. */
  readonly place: object;
  readonly context: Context;
  readonly rows: Transaction<Tables>;
  day: Day;
  /** The minute of the day; every attempt takes one. */
  minute: number;
};

const SECRETS = secretsOf('model'.repeat(16));

/** Sets up two branches under one superior on an empty database. */
export async function openPlace(at: string): Promise<Place> {
  const store = await openStore(at);
  const now = '2025-01-01T00:00:00.000Z';
  const from = '2025-01-01';
  const superior = { id: S, name: '上级党委' };
  const scheme = { version: 1, effective: from, source: '', document: SCHEME };
  const member = (id: string, name: string, standing: (typeof MEMBERS)[number][2]) => ({
    code: id.slice(2),
    member: { id, name, history: [{ from: '2020-01-01', to: '9999-12-31', standing }] },
  });
  await store.transaction(async (rows) => {
    const offices = OFFICES.map(([person, role]) => ({ person, role, from }));
    const members = MEMBERS.map((one) => member(...one));
    await setUpBranch(rows, { id: B, name: '某支部', superior, demo: false, scheme, members, offices }, now);
    const other = {
      members: [member('m-xu', '许书记', 'full')],
      offices: [{ person: 'm-xu', role: 'secretary', from } as const],
    };
    await setUpBranch(rows, { id: C, name: '另一支部', superior, demo: false, scheme, ...other }, now);
    for (const person of SUPERIORS) await appoint(rows, S, { person, role: 'superior', from }, now);
  });
  return { store, day: '2025-01-06' };
}

/** Plays in a place and leaves it as it was; with `keep` what was played stays. */
export async function within<T>(place: Place, work: (world: World) => Promise<T>, keep = false): Promise<T> {
  const transaction: ControlledTransaction<Tables> = await place.store.rows.startTransaction().execute();
  try {
    const world = worldOf(transaction, place);
    const result = await work(world);
    if (keep) place.day = world.day;
    await (keep ? transaction.commit() : transaction.rollback()).execute();
    return result;
  } finally {
    if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute();
  }
}

function worldOf(rows: Transaction<Tables>, place: Place): World {
  const nested = async <T>(work: (inner: Transaction<Tables>) => Promise<T>): Promise<T> => {
    await sql`savepoint act`.execute(rows);
    try {
      const result = await work(rows);
      await sql`release savepoint act`.execute(rows);
      return result;
    } catch (error) {
      await sql`rollback to savepoint act`.execute(rows);
      await sql`release savepoint act`.execute(rows);
      throw error;
    }
  };
  const whole = <T>(work: (inner: Transaction<Tables>) => Promise<T>): Promise<T> => work(rows);
  const store: Store = { rows, transaction: nested, reading: nested, snapshot: whole, close: async () => undefined };
  const clock = { now: () => instantOf(world), today: () => world.day };
  const [scores, schemes] = [new BranchScores(), new BranchSchemes()];
  const context: Context = { store, clock, scores, schemes, secrets: SECRETS, accountLimits: ACCOUNT_LIMITS };
  const world: World = { place, context, rows, day: place.day, minute: 0 };
  return world;
}

/** The instant of the day: from nine in the morning on in China. */
export function instantOf({ day, minute }: Pick<World, 'day' | 'minute'>): string {
  const [hour, minutes] = [1 + Math.floor(minute / 60), minute % 60];
  return `${day}T${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}:00.000Z`;
}
