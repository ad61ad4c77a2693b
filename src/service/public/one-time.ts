import { randomBytes } from 'node:crypto';
import type { Context } from '#service/context.ts';

/** So long a form may lie open before it is sent, in minutes. */
const MINUTES = 120;

/** So many spent fields are remembered; the oldest are forgotten first. */
const MOST = 100_000;

/** Forms that are sent once 一次性表单: a field signed with the installation's key, good for two hours, spent once. What was spent is known in memory alone. */
export class OneTime {
  readonly #context: Context;
  readonly #spent = new Map<string, number>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** A new field for a form of a board: until which minute, a random number, the signature over both. */
  issue(board: string): string {
    const said = `${(this.#minute() + MINUTES).toString(36)}.${randomBytes(12).toString('hex')}`;
    return `${said}.${this.#sign(board, said)}`;
  }

  /** Spends a field: whether it is ours, of this board, not too old and not spent before. */
  spend(board: string, field: string): boolean {
    const [, said = '', until = '', sign] = /^(([0-9a-z]{1,9})\.[0-9a-f]{24})\.([\w-]{43})$/.exec(field) ?? [];
    // What is compared is itself a keyed digest, so that the time it takes tells nothing of the signature.
    const { secrets } = this.#context;
    if (sign === undefined || secrets.digest('form', sign) !== secrets.digest('form', this.#sign(board, said)))
      return false;
    const last = Number.parseInt(until, 36);
    if (last < this.#minute() || this.#spent.has(said)) return false;
    for (const [old, minute] of this.#spent) {
      if (minute >= this.#minute() && this.#spent.size < MOST) break;
      this.#spent.delete(old);
    }
    this.#spent.set(said, last);
    return true;
  }

  #sign(board: string, said: string): string {
    return this.#context.secrets.digest('ask', `${board}.${said}`);
  }

  #minute(): number {
    return Math.floor(Date.parse(this.#context.clock.now()) / 60_000);
  }
}
