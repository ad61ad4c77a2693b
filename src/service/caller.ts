/** Who calls 办理人: a person signed in, whoever reads the board, or time itself; `request` is the id of the request, for the record. */
export type Caller = {
  readonly person: string;
  readonly kind: 'person' | 'observer' | 'clock';
  readonly request?: string;
  /** Where whoever reads the board calls from, for counting alone: never kept. */
  readonly place?: string;
  /** Whether the password was given with this very request (product §7). */
  readonly password?: boolean;
};

/** Time itself, which closes what is over. */
export const CLOCK: Caller = { person: 'clock', kind: 'clock' };

/** The software where it sets up or plays: recorded as such. */
export const OBSERVER: Caller = { person: 'observer', kind: 'observer' };
