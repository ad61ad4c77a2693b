import { z } from 'zod';

/** Every refusal of the API by its code, with the HTTP status; the words stand in the catalogues of src/words. */
export const REFUSALS = {
  'request.not-valid': 400,
  'request.too-large': 413,
  'request.media-type': 415,
  'request.too-many': 429,
  'request.host': 421,
  'page.unknown': 404,
  'branch.none': 404,
  'member.unknown': 404,
  'demo.only': 403,
  bug: 500,
} as const;

/** The code of a refusal. */
export type RefusalCode = keyof typeof REFUSALS;

/** A rule says no: thrown, turned into a problem for whoever asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: RefusalCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }

  /** The HTTP status of the code. */
  get status(): number {
    return REFUSALS[this.code];
  }
}

/** What every error answers, as application/problem+json. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  clause: z.string().optional(),
  requestId: z.string(),
});

/** A problem as sent. */
export type ProblemAnswer = z.infer<typeof problem>;
