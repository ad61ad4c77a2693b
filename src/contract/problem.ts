import { z } from 'zod';
import { REFUSALS as PROCESS, type RefusalCode as ProcessCode } from '#domain/process/refusal.ts';

/** The refusals of the API itself by their code, with the HTTP status; those of the process stand in domain/process. The words stand in src/words. */
export const REFUSALS = {
  'request.not-valid': 400,
  'request.too-large': 413,
  'request.media-type': 415,
  'request.too-many': 429,
  'request.host': 421,
  'page.unknown': 404,
  'form.none': 404,
  'form.no-table': 400,
  'paper.no-code': 400,
  'paper.mistyped': 400,
  'paper.unknown': 404,
  'paper.elsewhere': 404,
  'branch.none': 404,
  'branch.there': 409,
  'account.unknown': 404,
  'account.there': 409,
  'member.unknown': 404,
  'request.origin': 403,
  'request.running': 409,
  'key.missing': 400,
  'key.other-body': 422,
  'revision.missing': 428,
  'session.none': 401,
  'sign-in.refused': 401,
  'sign-in.waits': 429,
  'password.weak': 422,
  'slip.spent': 404,
  'database.busy': 503,
  bug: 500,
} as const;

/** A code of the API's own. */
export type ApiCode = keyof typeof REFUSALS;

/** The code of a refusal, the API's own or the process's. */
export type RefusalCode = ApiCode | ProcessCode;

/** Whether a code is the API's own. */
export function isApiCode(code: RefusalCode): code is ApiCode {
  return Object.hasOwn(REFUSALS, code);
}

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
    return isApiCode(this.code) ? REFUSALS[this.code] : PROCESS[this.code].status;
  }

  /** The clause of the source that a refusal of the process keeps. */
  get clause(): string | undefined {
    return isApiCode(this.code) ? undefined : PROCESS[this.code].clause;
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
