import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type ProblemAnswer, Refusal, type RefusalCode } from '#contract/problem.ts';
import { refusalOfDatabase } from '#service/database-refusal.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';
import { sayRefused } from '#words/say-refused.ts';
import { messagePage } from './message-page.ts';
import { sendHtml } from './send.ts';
import { viewOf } from './view.ts';

/** What fastify itself refuses, in our codes. */
const BY_STATUS: Readonly<Record<number, RefusalCode>> = {
  400: 'request.not-valid',
  404: 'page.unknown',
  413: 'request.too-large',
  414: 'request.not-valid',
  415: 'request.media-type',
  429: 'request.too-many',
};

/** Turns whatever was thrown into a refusal; what nobody foresaw is a bug. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const ofDatabase = refusalOfDatabase(error);
  if (ofDatabase) return ofDatabase;
  const { statusCode = 500, message = '' } = (error ?? {}) as Partial<FastifyError>;
  const code = BY_STATUS[statusCode] ?? (statusCode >= 400 && statusCode < 500 ? 'request.not-valid' : 'bug');
  return new Refusal(code, code === 'request.not-valid' ? { detail: message.slice(0, 200) } : {});
}

/** Answers a refusal 拒绝: application/problem+json on the API, a page with kind words elsewhere. */
export async function answerRefusal(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  noteBug: (error: unknown) => void = (bug) => request.log.error({ err: bug, reqId: request.id }, 'bug'),
): Promise<FastifyReply> {
  const refusal = refusalOf(error);
  if (refusal.code === 'bug') noteBug(error);
  // What the database said, and nothing of who asked for what.
  if (refusal.code === 'database.busy') request.log.warn({ detail: saidBy(error) }, 'database');
  const view = viewOf(request);
  const { lang } = view;
  const words = pageWords(lang);
  const wait = waitOf(refusal);
  if (wait !== undefined) reply.header('retry-after', String(wait));
  const message = sayRefusal(refusal, request, lang, String(reply.getHeader('retry-after') ?? 60));
  const title = titleOf(refusal.status, words);
  reply.status(refusal.status).header('cache-control', 'no-store');
  if (!request.url.startsWith('/api/')) return sendHtml(request, reply, messagePage({ title, message, view }));
  const problem: ProblemAnswer = {
    type: `/problems/${refusal.code}`,
    title,
    status: refusal.status,
    code: refusal.code,
    message,
    ...(refusal.clause !== undefined && { clause: refusal.clause }),
    ...(Object.keys(refusal.params).length > 0 && { params: { ...refusal.params } }),
    requestId: request.id,
  };
  return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

/** The sentence of a refusal 拒绝理由 for whoever asked. */
export function sayRefusal(
  { code, params }: Refusal,
  { id }: Pick<FastifyRequest, 'id'>,
  lang: Lang,
  seconds = '60',
): string {
  return fill(sayRefused(code, lang), { id, seconds, ...params });
}

/** The seconds after which it is worth trying again, where that is known. */
function waitOf({ code, params }: Refusal): number | undefined {
  if (code === 'sign-in.waits') return Number(params['seconds']);
  if (code === 'request.running') return 1;
  return code === 'database.busy' ? 5 : undefined;
}

function titleOf(status: number, { refusalTitle }: PageWords): string {
  if (status === 404) return refusalTitle.notFound;
  if (status === 403 || status === 421) return refusalTitle.forbidden;
  return status >= 500 ? refusalTitle.failed : refusalTitle.other;
}

function saidBy(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(saidBy).join('; ');
  return error instanceof Error ? error.message : '';
}
