import type { FastifyInstance } from 'fastify';

/** How often connections that have become idle are closed while the server stops, in milliseconds. */
const SWEEP = 50;

/**
 * Lets the server stop in order 有序停止: what came in before is answered and its connection closed with the answer, new connections are not taken, and one
 * that was kept open for a next request holds nothing up (trust §6.7).
 */
export function drain(app: FastifyInstance): void {
  let stopping = false;
  let sweeping: NodeJS.Timeout | undefined;
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
  app.addHook('preClose', async () => {
    stopping = true;
    sweeping = setInterval(() => app.server.closeIdleConnections(), SWEEP);
  });
  app.addHook('onClose', async () => clearInterval(sweeping));
}
