import { z } from 'zod';
import { day } from './amount.ts';
import { type Endpoint, id } from './endpoint.ts';

/** A sign-in name as typed: capitals, dashes and spaces do not matter. */
const login = z.string().min(1).max(40);
/** A password as typed; how good a new one must be is the service's to say. */
const password = z.string().min(1).max(256);
/** A one-time code as copied from a slip. */
const code = z.string().min(1).max(40);

/** Who is signed in and where the person holds which roles today. */
export const sessionAnswer = z.strictObject({
  login: z.string().max(40),
  person: id,
  name: z.string(),
  home: id,
  today: day,
  places: z.array(
    z.strictObject({
      id,
      name: z.string(),
      demo: z.boolean(),
      kind: z.enum(['branch', 'superior', 'organisation']),
      roles: z.array(z.string()),
      branches: z.array(z.strictObject({ id, name: z.string() })),
      /** The superior to which appeals of a branch go; absent where the installation has none. */
      superior: z.strictObject({ id, name: z.string() }).optional(),
    }),
  ),
});

/** Who is signed in, as sent. */
export type SessionAnswer = z.infer<typeof sessionAnswer>;

/** What ending a session answers: nothing more is to be said. */
export const ended = z.strictObject({ ended: z.literal(true) });

/**
 * Signing in and out 登录与退出: what concerns no branch and so does not go through the door of acts. The session itself travels in the cookie,
 * never in an answer. None of these needs an Idempotency-Key.
 */
export const sessionApi = {
  'session.open': {
    method: 'POST',
    access: 'public',
    summary: 'Signs in; the session is set as a cookie',
    input: z.strictObject({ login, password }),
    answer: sessionAnswer,
    revised: false,
  },
  'session.join': {
    method: 'POST',
    access: 'public',
    summary: 'Spends a one-time code: sets the password and signs in',
    input: z.strictObject({ code, password }),
    answer: sessionAnswer,
    revised: false,
  },
  'session.show': {
    method: 'GET',
    access: 'signed-in',
    summary: 'Who is signed in, and which roles the person holds today',
    input: z.strictObject({}),
    answer: sessionAnswer,
    revised: false,
  },
  'session.end': {
    method: 'POST',
    access: 'signed-in',
    summary: 'Signs out: this session, the others, or all',
    input: z.strictObject({ which: z.enum(['this', 'others', 'all']).default('this') }),
    answer: ended,
    revised: false,
  },
  'password.change': {
    method: 'POST',
    access: 'signed-in',
    summary: 'Changes the own password; every other session ends',
    input: z.strictObject({ password, next: password }),
    answer: sessionAnswer,
    revised: false,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;

/** The name of an endpoint of signing in and out. */
export type SessionAction = keyof typeof sessionApi;
