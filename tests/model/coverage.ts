import { ACTIONS, type Acted } from './acted.ts';

type Counted = { attempted: number; done: number; readonly refused: Map<string, number> };

/** How often each action was attempted, done and refused 覆盖情况, with which codes. */
export class Coverage {
  readonly #actions = new Map<Acted, Counted>();
  sequences = 0;
  reads = 0;

  #of(action: Acted): Counted {
    const known = this.#actions.get(action);
    if (known) return known;
    const fresh = { attempted: 0, done: 0, refused: new Map<string, number>() };
    this.#actions.set(action, fresh);
    return fresh;
  }

  attempted(action: Acted): void {
    this.#of(action).attempted++;
  }

  /** Carried out; what waits for a second person is done only when that person confirmed. */
  done(action: Acted): void {
    this.#of(action).done++;
  }

  refused(action: Acted, code: string): void {
    const { refused } = this.#of(action);
    refused.set(code, (refused.get(code) ?? 0) + 1);
  }

  /** Actions of the process that were never carried out. */
  get never(): readonly Acted[] {
    return ACTIONS.filter((action) => this.#of(action).done === 0);
  }

  get attempts(): number {
    return [...this.#actions.values()].reduce((sum, { attempted }) => sum + attempted, 0);
  }

  /** The share of the attempts that were not refused. */
  get share(): number {
    const refused = [...this.#actions.values()].flatMap((one) => [...one.refused.values()]).reduce((a, b) => a + b, 0);
    return 1 - refused / this.attempts;
  }

  /** The table as text. */
  table(): string {
    const rows = ACTIONS.map((action) => {
      const { attempted, done, refused } = this.#of(action);
      const codes = [...refused].toSorted((a, b) => b[1] - a[1]).map(([code, count]) => `${code} ${count}`);
      return `${action.padEnd(22)}${String(attempted).padStart(7)}${String(done).padStart(7)}  ${codes.join(', ')}`;
    });
    const codes = new Set([...this.#actions.values()].flatMap(({ refused }) => [...refused.keys()])).size;
    const said = `${this.sequences} sequences, ${this.attempts} attempts, ${(this.share * 100).toFixed(1)} % not refused, ${codes} codes, ${this.reads} reads`;
    return [`${'action'.padEnd(22)}attempted   done  refused`, ...rows, said].join('\n');
  }
}
