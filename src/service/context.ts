import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Store } from '#store/database.ts';
import type { AccountLimits } from './account/limits.ts';
import type { BranchScores } from './branch-scores.ts';
import type { Clock } from './clock.ts';
import type { BranchSchemes } from './schemes.ts';
import type { Secrets } from './secrets.ts';

/** What every service function is given: the rows, the clock, the scores kept, and whether the caller may see a demonstration. */
export type Context = {
  readonly store: Store;
  readonly clock: Clock;
  readonly scores: BranchScores;
  readonly schemes: BranchSchemes;
  readonly secrets: Secrets;
  readonly accountLimits: AccountLimits;
  /** The working days where they are other than published: of a story that assumes those of a year to come. */
  readonly calendar?: Calendar;
};
