import type { Day } from '#domain/kernel/day.ts';
import { listBranches, readBranch } from '#store/branch.ts';
import type { Context } from './context.ts';
import { tick } from './tick.ts';

/** The days 日切 of branches: on the first act of a day, or when somebody asks, time first does what became due at midnight. */
export class Days {
  readonly #context: Context;
  readonly #begun = new Map<string, Day>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Begins a branch's day, once; answers with how much time did. */
  async begin(branch: string): Promise<number> {
    const today = this.#context.clock.today();
    if (this.#begun.get(branch) === today) return 0;
    // An id that is none is not kept: whoever asks could ask for any number of them.
    if ((await readBranch(this.#context.store.rows, branch))?.kind !== 'branch') return 0;
    this.#begun.set(branch, today);
    return await tick(this.#context, branch);
  }

  /** Begins the day of every branch. */
  async beginAll(): Promise<number> {
    let done = 0;
    for (const { branch_id: id } of await listBranches(this.#context.store.rows)) done += await this.begin(id);
    return done;
  }
}
