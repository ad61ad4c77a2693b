import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { Refusal } from '#contract/problem.ts';
import { type Caller, OBSERVER } from '#service/caller.ts';
import type { Programs } from '#service/export-package.ts';
import type { Services } from '#service/open.ts';
import { serveApi } from './api.ts';
import { serveArchive } from './archive-route.ts';
import { serveBoard } from './board/serve.ts';
import { callerKey } from './caller-key.ts';
import { type Config, isLoopback } from './config.ts';
import { drain } from './drain.ts';
import { EVIDENCE_LIMITS, serveEvidence } from './evidence-route.ts';
import { serveFirstUse } from './first-use.ts';
import { serveForms } from './form-route.ts';
import { guardHost, guardOrigin, isOwn, showsMembers } from './guard.ts';
import { serveImport } from './import-route.ts';
import { serveJoin } from './join-page.ts';
import { serveLists } from './list-route.ts';
import { isUnlogged, makeLog } from './log.ts';
import { serveMetrics } from './metrics.ts';
import { answerRefusal } from './problems.ts';
import { DailyCount, isAnonymous } from './public/anonymous.ts';
import { servePublic } from './public/serve.ts';
import { sendHtml, sendText } from './send.ts';
import { callerOf, guessLimit, serveSession } from './session.ts';
import { serveShell } from './shell.ts';
import { serveSignIn } from './sign-in-page.ts';
import { startPage } from './start-page.ts';
import { serveFiles, type Web } from './static.ts';
import { ICON, STYLE_HASHES } from './style.ts';
import { viewOf } from './view.ts';

/** What the application is made of. */
export type Parts = {
  readonly config: Config;
  readonly services: Services;
  readonly web: Web | undefined;
  readonly version: string;
  /** The verifiers that go into packages of archives. */
  readonly programs?: Programs;
  /** Where its lines go, unless to the error stream. */
  readonly log?: FastifyBaseLogger;
};

/** Builds the web application 服务端应用: pages, API, probes, and what guards them. Starts nothing. */
export async function buildApp({
  config,
  services,
  web,
  version,
  log,
  programs = new Map(),
}: Parts): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log ?? makeLog(config),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: config.bodyLimit,
    requestTimeout: config.requestTimeout,
    routerOptions: { maxParamLength: 100 },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
  });
  drain(app);
  const daily = new DailyCount(app.log);
  app.addHook('onClose', async () => daily.end());
  app.setErrorHandler((error, request, reply) =>
    isAnonymous(request.routeOptions.url)
      ? answerRefusal(error, request, reply, (bug) => daily.bug(bug))
      : answerRefusal(error, request, reply),
  );
  app.setNotFoundHandler((request, reply) => answerRefusal(new Refusal('page.unknown'), request, reply));
  await app.register(helmet, headers(config));
  const placeOf = callerKey(config);
  const observer = (request: FastifyRequest): Caller => ({ ...OBSERVER, place: placeOf(request) });
  await app.register(rateLimit, { max: config.rateLimit, timeWindow: '1 minute', keyGenerator: placeOf });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    guardHost(config, request);
    guardOrigin(config, request);
  });
  app.addHook('onResponse', async (request, reply) => {
    // The route, never the address: that may carry a code or a person.
    const { method, id: reqId, routeOptions } = request;
    if (isAnonymous(routeOptions.url)) daily.count();
    if (isAnonymous(routeOptions.url) || isUnlogged(routeOptions.url)) return;
    request.log.info({
      reqId,
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });

  const mayShow = showsMembers(config);
  serveApi(app, services, version, {
    caller: (request) => callerOf(config, services, request),
    observer,
  });
  servePublic(app, services, { config, observer, bug: (error) => daily.bug(error) });
  const guess = guessLimit(app, config);
  await serveEvidence(app, services, {
    folder: config.folder,
    limits: config.evidence ?? EVIDENCE_LIMITS,
    caller: (request) => callerOf(config, services, request),
  });
  await serveImport(app, services, { caller: (request) => callerOf(config, services, request) });
  serveArchive(app, services, { programs, caller: (request) => callerOf(config, services, request) });
  serveLists(app, services, { caller: (request) => callerOf(config, services, request) });
  serveForms(app, services, { config, caller: (request) => callerOf(config, services, request) });
  serveSession(app, services, config, guess);
  serveSignIn(app, services, config, guess);
  serveJoin(app, services, config, guess);
  serveFirstUse(app, services, config, () => originOf(app, config));
  serveMetrics(app, config);

  app.get('/', async (request, reply) => {
    const board = mayShow || config.demo ? await services.boardCode() : undefined;
    const others = board === undefined ? [] : (await services.boards()).slice(1);
    const page = startPage({
      board,
      others,
      empty: await services.isEmpty(),
      init: isLoopback(config.host) && config.publicUrl === undefined && isOwn(request),
      demo: config.demo,
      view: viewOf(request),
    });
    return sendHtml(request, reply, page);
  });
  serveBoard(app, services, config);
  app.get('/icon.svg', (request, reply) => {
    reply.header('cache-control', 'public, max-age=86400');
    return sendText(request, reply, 'image/svg+xml', ICON);
  });
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    if (await services.isReady()) return { status: 'ready' };
    return reply.status(503).header('retry-after', '5').send({ status: 'not ready' });
  });
  if (web) {
    serveShell(app, services, config, web);
    serveFiles(app, web);
  }
  return app;
}

/** Under which address people reach the server. */
function originOf(app: FastifyInstance, { publicUrl, host, port }: Config): string {
  const address = app.server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return publicUrl ?? `http://${isLoopback(host) && host !== '::1' ? 'localhost' : host}:${bound}`;
}

/** The security headers: nothing from elsewhere, no inline script, the pages' own styles by their hashes (ASVS 3.4). */
function headers({ publicUrl }: Config): object {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...STYLE_HASHES],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' }, // the code of a board stays out of other sites' logs
    strictTransportSecurity: publicUrl === undefined ? false : { maxAge: 31_536_000, includeSubDomains: true },
  };
}
