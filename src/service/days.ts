import type { Day } from '#domain/kernel/day.ts';
import { listBranches, readBranch } from '#store/branch.ts';
import { databaseErrorOf } from '#store/database-error.ts';
import type { Context } from './context.ts';
import { tick } from './tick.ts';

/** A branch's day that has begun, or is beginning. */
type Begun = { readonly day: Day; readonly done: Promise<number> };

/** The days 日切 of branches: on the first act of a day, or when somebody asks, time first does what became due at midnight. */
export class Days {
  readonly #context: Context;
  readonly #begun = new Map<string, Begun>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Begins a branch's day, once; answers with how much time did. Whoever comes while it begins waits. */
  async begin(branch: string): Promise<number> {
    const today = this.#context.clock.today();
    // An id that is none is not kept: whoever asks could ask for any number of them.
    if (this.#begun.get(branch)?.day !== today && !(await this.#isBranch(branch))) return 0;
    const begun = this.#begun.get(branch);
    if (begun?.day === today) {
      await begun.done;
      return 0;
    }
    const done = tick(this.#context, branch);
    this.#begun.set(branch, { day: today, done });
    try {
      return await done;
    } catch (error) {
      // A database that could not answer leaves the day to be begun again. What nobody foresaw is told once and keeps nobody from acting.
      if (databaseErrorOf(error) === undefined) this.#begun.set(branch, { day: today, done: Promise.resolve(0) });
      else this.#begun.delete(branch);
      throw error;
    }
  }

  /** Begins the day of every branch, as long as it is to go on. */
  async beginAll(goOn: () => boolean = () => true): Promise<number> {
    let done = 0;
    for (const { branch_id: id } of await listBranches(this.#context.store.rows)) {
      if (!goOn()) break;
      done += await this.begin(id);
    }
    return done;
  }

  async #isBranch(id: string): Promise<boolean> {
    return (await readBranch(this.#context.store.rows, id))?.kind === 'branch';
  }
}
