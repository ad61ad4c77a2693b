import { createHash, randomBytes } from 'node:crypto';

/** Digits and letters without i, l, o, u, which are misread. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

function letters(count: number): string {
  return [...randomBytes(count)].map((byte) => LETTERS[byte & 31]).join('');
}

/** A new sign-in name 登录名: eight opaque characters, never the ID number or telephone (contracts). */
export function newLogin(): string {
  return letters(8);
}

/** A new one-time code 一次性登录码 of 80 random bits, in four groups of four as it is printed. */
export function newSlipCode(): string {
  return [letters(4), letters(4), letters(4), letters(4)].join('-');
}

/** What begins every token for scripts, so that one left in a file can be found. */
export const TOKEN_MARK = 'slt_';

/** A new token 令牌 of 256 random bits, for a session or a script. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Reads a sign-in name or one-time code as people copy it: capitals, dashes, spaces and misread letters do not matter. */
export function readCode(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
}

/** What is kept of a code or token: its SHA-256, from which nobody comes back to it. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
