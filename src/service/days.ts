import type { Day } from '#domain/kernel/day.ts';
import { listBranches, readBranch } from '#store/branch.ts';
import type { Context } from './context.ts';
import { tick } from './tick.ts';

/** The days 日切 of branches: on the first act of a day, or when somebody asks, time first does what became due at midnight. */
export class Days {
  readonly #context: Context;
  readonly #begun = new Map<string, { readonly day: Day; readonly done: Promise<number> }>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Begins a branch's day, once, and whoever comes meanwhile waits for it; answers with how much time did. */
  async begin(branch: string): Promise<number> {
    const day = this.#context.clock.today();
    if (await this.#isBegun(branch, day)) return 0;
    // An id that is none is not kept: whoever asks could ask for any number of them.
    if ((await readBranch(this.#context.store.rows, branch))?.kind !== 'branch') return 0;
    if (await this.#isBegun(branch, day)) return 0;
    const done = tick(this.#context, branch);
    this.#begun.set(branch, { day, done });
    try {
      return await done;
    } catch (error) {
      this.#begun.delete(branch); // the next one tries again
      throw error;
    }
  }

  async #isBegun(branch: string, day: Day): Promise<boolean> {
    const begun = this.#begun.get(branch);
    if (begun?.day !== day) return false;
    await begun.done;
    return true;
  }

  /** Begins the day of every branch. */
  async beginAll(): Promise<number> {
    let done = 0;
    for (const { branch_id: id } of await listBranches(this.#context.store.rows)) done += await this.begin(id);
    return done;
  }
}
