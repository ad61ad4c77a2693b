import { type ReadCode, readPaperCode } from './paper-code.ts';

/** What was typed or scanned 扫描内容: a control code, the fingerprint of a document, an address of ours, or nothing of ours. */
export type Scan =
  | { readonly as: 'code'; readonly code: string }
  | { readonly as: 'fingerprint'; readonly digits: string }
  | { readonly as: 'notice'; readonly code: string }
  | { readonly as: 'board'; readonly code: string }
  | { readonly as: 'join' }
  | Extract<ReadCode, { readonly fault: string }>;

/** So many digits of a fingerprint at least must be told: 80 bits, which nobody guesses. */
export const LEAST_DIGITS = 20;

/** A fingerprint 指纹 as typed, with spaces or in capitals, as its digits; undefined where it can be none. */
export function digitsOf(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toLowerCase();
  return digits.length >= LEAST_DIGITS && /^[0-9a-f]{1,64}$/.test(digits) ? digits : undefined;
}

/** The first two parts of the path of an address, whatever host it names: one installation may be reached by several. */
const ADDRESS = /^https?:\/\/[^/?#]+\/(?:([^/?#]+)\/([^/?#]+))?/i;

/**
 * Tells what was typed or what a QR code of a printed sheet holds 识别. Of the address on a slip for signing in nothing is taken but what it is: its code
 * stays unspent, and is sent nowhere.
 */
export function readScan(text: string): Scan {
  const plain = text.trim();
  if (/^https?:/i.test(plain)) return ofAddress(plain);
  const digits = digitsOf(plain);
  if (digits !== undefined) return { as: 'fingerprint', digits };
  const read = readPaperCode(plain);
  return 'fault' in read ? read : { as: 'code', code: read.code };
}

function ofAddress(address: string): Scan {
  const [, page, code = ''] = ADDRESS.exec(address) ?? [];
  const digits = digitsOf(code);
  if (page === 'join') return { as: 'join' };
  if (page === 'v' && digits !== undefined) return { as: 'fingerprint', digits };
  if (page === 'n') return { as: 'notice', code };
  if (page === 'b') return { as: 'board', code };
  const read = readPaperCode(/[?&]code=([^&#]+)/.exec(address)?.[1] ?? '');
  return 'fault' in read ? read : { as: 'code', code: read.code };
}
