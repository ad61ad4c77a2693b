import { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { Refusal } from '#contract/problem.ts';

/** Text that no database keeps as it was written: U+0000, and half of a character of two. */
const UNSAFE = /\0|[\uD800-\uDFFF]/u;

/** Reads what was sent by the schema of its endpoint 输入; the language of a query is everyone's. @throws request.not-valid */
export function inputOf<E extends Pick<Endpoint, 'method' | 'input'>>(
  { method, input }: E,
  given: unknown,
): z.output<E['input']> {
  const { lang: _, ...query } = (given ?? {}) as Record<string, unknown>;
  const sent = method === 'GET' ? query : (given ?? {});
  refuseUnsafe(sent);
  const read = z.safeParse(input, sent);
  if (read.success) return read.data as z.output<E['input']>;
  const names = read.error.issues.map(({ path, code }) => `${path.join('.') || 'body'} ${code}`);
  throw new Refusal('request.not-valid', { detail: names.join(', ').slice(0, 200) });
}

/** Nothing that anyone sends goes deeper; more is only there to exhaust the stack. */
const DEEPEST = 64;

/** Refuses text anywhere in what was sent that could not be kept, and what lies too deep. @throws request.not-valid */
export function refuseUnsafe(sent: unknown, depth = 0): void {
  const found = typeof sent === 'string' && UNSAFE.test(sent);
  if (found) throw new Refusal('request.not-valid', { detail: 'U+0000' });
  if (depth > DEEPEST) throw new Refusal('request.not-valid', { detail: 'depth' });
  if (typeof sent === 'object' && sent !== null)
    for (const [key, value] of Object.entries(sent)) {
      refuseUnsafe(key);
      refuseUnsafe(value, depth + 1);
    }
}
