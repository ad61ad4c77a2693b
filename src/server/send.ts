import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The codings 压缩 in which a body can be sent, best first. */
export const CODINGS = {
  br: (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => gzipSync(body),
} as const;

/** The name of a coding. */
export type Coding = keyof typeof CODINGS;

/** The best coding that a browser takes; undefined when it takes none. */
export function codingOf(request: FastifyRequest): Coding | undefined {
  const accepted = request.headers['accept-encoding'] ?? '';
  return (['br', 'gzip'] as const).find((coding) =>
    new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\b)`).test(accepted),
  );
}

/** Sends a text, compressed where the browser takes it. */
export function sendText(request: FastifyRequest, reply: FastifyReply, type: string, text: string): FastifyReply {
  const body = Buffer.from(text);
  const coding = codingOf(request);
  reply.type(type).header('vary', 'accept-encoding');
  if (coding === undefined || body.length < 1000) return reply.send(body);
  return reply.header('content-encoding', coding).send(CODINGS[coding](body));
}

/** Sends a page; what may be kept longer or not at all says so before. */
export function sendHtml(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
  return sendText(request, reply, 'text/html; charset=utf-8', text);
}
