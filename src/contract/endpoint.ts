import { z } from 'zod';

/** Any zod schema; `z.core.$ZodType` keeps the compiler fast (libraries). */
type Schema = z.core.$ZodType;

/** Who may call: anyone, or whoever is signed in, as far as the permission table lets them. */
export type Access = 'public' | 'signed-in';

/** One action `noun.verb` of the API: how it is called, what it takes and what it answers; handlers, client and OpenAPI derive from it. */
export type Endpoint<Input extends Schema = Schema, Answer extends Schema = Schema> = {
  readonly method: 'GET' | 'POST';
  readonly access: Access;
  readonly summary: string;
  readonly input: Input;
  readonly answer: Answer;
  /** Whether it changes a thing that is there, so that the revision seen must be told (If-Match). */
  readonly revised: boolean;
  /** The most bytes of a body that is larger than others by nature; its caller is known before it is read. */
  readonly bytes?: number;
};

/** A read: GET, with a query. */
export function read<Input extends Schema, Answer extends Schema>(
  access: Access,
  summary: string,
  input: Input,
  answer: Answer,
): Endpoint<Input, Answer> & { readonly method: 'GET' } {
  return { method: 'GET', access, summary, input, answer, revised: false };
}

/** The id of anything. */
export const id = z.string().min(1).max(64);

/** What every act answers: the thing, its state and revision; `waits` where a second person has still to confirm, then the thing is the request. */
export const actAnswer = z.strictObject({
  id,
  state: z.string(),
  revision: z.int(),
  waits: z.literal(true).optional(),
  /** What the act made or let see, where that is more than the thing itself: the code of a notice, a name that was opened. */
  told: z.record(z.string(), z.string()).optional(),
});

/** The answer of an act. */
export type ActAnswer = z.infer<typeof actAnswer>;

type Shape = Readonly<Record<string, z.ZodType>>;
type Act<S extends Shape> = Endpoint<z.ZodObject<S, z.core.$strict>, typeof actAnswer> & { readonly method: 'POST' };

/** An act 办理 that makes something new in a branch. */
export function make<S extends Shape>(summary: string, shape: S): Act<S & { branch: typeof id }> {
  const input = z.strictObject({ branch: id, ...shape });
  return { method: 'POST', access: 'signed-in', summary, input, answer: actAnswer, revised: false };
}

/** An act 办理 on something that is there, whose revision the caller has seen. */
export function change<S extends Shape>(summary: string, shape: S): Act<S & { branch: typeof id; id: typeof id }> {
  const input = z.strictObject({ branch: id, id, ...shape });
  return { method: 'POST', access: 'signed-in', summary, input, answer: actAnswer, revised: true };
}
