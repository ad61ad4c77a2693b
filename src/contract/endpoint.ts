import type { z } from 'zod';

/** Any zod schema; `z.core.$ZodType` keeps the compiler fast (libraries). */
type Schema = z.core.$ZodType;

/** Who may call: anyone, or only a demonstration on this machine's own address. Roles and scopes come with the permission table. */
export type Access = 'public' | 'demo';

/** One action `noun.verb` of the API: how it is called, what it takes and what it answers; handlers, client and OpenAPI derive from it. */
export type Endpoint<Query extends Schema = Schema, Answer extends Schema = Schema> = {
  readonly method: 'GET' | 'POST';
  readonly access: Access;
  readonly summary: string;
  readonly query: Query;
  readonly answer: Answer;
};

/** A read: GET, with a query. */
export function read<Query extends Schema, Answer extends Schema>(
  access: Access,
  summary: string,
  query: Query,
  answer: Answer,
): Endpoint<Query, Answer> & { readonly method: 'GET' } {
  return { method: 'GET', access, summary, query, answer };
}
