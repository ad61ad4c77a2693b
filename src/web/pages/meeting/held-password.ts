/** So long the password is held without use, in milliseconds. */
const HOLD = 20 * 60_000;

let held: { readonly meeting: string; readonly password: string; readonly at: number } | undefined;

/**
 * Holds the recorder's password 计票密码 while the counts of one meeting follow each other: in the memory of this page alone, so that it is asked for once and not
 * at every motion. The server asks for it with every count all the same.
 */
export function holdPassword(meeting: string, password: string): void {
  held = { meeting, password, at: Date.now() };
}

/** The password held for a meeting; undefined after twenty minutes without a count, in another meeting, or after a reload. */
export function heldPassword(meeting: string): string | undefined {
  if (held?.meeting !== meeting || Date.now() - held.at > HOLD) held = undefined;
  return held?.password;
}

/** Forgets it: the meeting is left or over. */
export function forgetPassword(): void {
  held = undefined;
}
