import { Refusal } from '#contract/problem.ts';
import type { Context } from '#service/context.ts';
import { type Attempt, forgetAttempts, readAttempt, writeAttempt } from '#store/account.ts';
import { between, DAY, instantAfter, SECOND } from './instant.ts';
import type { AccountLimits } from './limits.ts';

/** The bucket of what is guessed at: the beginning of a keyed digest, so that unknown sign-in names fill no table (24 bits). */
export function bucketOf({ secrets }: Pick<Context, 'secrets'>, what: string): string {
  return secrets.digest('attempt', what).slice(0, 4);
}

/** The seconds to wait after so many failures in a row: none at first, then 5, 10, 20 … up to the longest. */
export function waitAfter(failures: number, { tries, wait }: Pick<AccountLimits, 'tries' | 'wait'>): number {
  return failures < tries ? 0 : Math.min(wait, 5 * 2 ** Math.min(failures - tries, 20));
}

/**
 * Tries a password 验证密码, slower after each failure. The failure is counted before the password is looked at, so that many at once are no way round;
 * what comes while it waits is refused and does not make the wait longer. A day without failures starts anew. @throws sign-in.waits
 */
export async function tryPassword(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  bucket: string,
  limits: AccountLimits,
  fits: () => Promise<boolean>,
): Promise<boolean> {
  const now = clock.now();
  let counted = false;
  for (let again = 0; again < 5 && !counted; again++) {
    const seen = await readAttempt(store.rows, bucket);
    if (seen && seen.waits_until > now) throw waits(between(now, seen.waits_until) / SECOND);
    counted = await writeAttempt(store.rows, bucket, seen, nextOf(seen, now, limits));
  }
  if (!counted) throw waits(1);
  const fit = await fits();
  if (fit) await forgetAttempts(store.rows, bucket, clock.now());
  return fit;
}

function nextOf(seen: Attempt | undefined, now: string, limits: AccountLimits): Attempt {
  const recent = seen !== undefined && between(seen.at, now) < DAY;
  const failures = (recent ? seen.failures : 0) + 1;
  const wait = waitAfter(failures, limits);
  // Without a wait no instant: another server's clock, or a request that came a moment earlier, may be behind it.
  return { failures, waits_until: wait === 0 ? '' : instantAfter(now, wait * SECOND), at: now };
}

function waits(seconds: number): Refusal {
  return new Refusal('sign-in.waits', { seconds: Math.max(1, Math.ceil(seconds)) });
}
