import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ApiCode, Refusal } from '#contract/problem.ts';
import type { Services } from '#service/open.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import { setSession } from './cookie.ts';
import { frame, inLang } from './frame.ts';
import { html } from './html.ts';
import { langOf } from './lang.ts';
import { sendText } from './send.ts';
import type { GuessLimit, SessionConfig } from './session.ts';

type Joining = { readonly Params: { readonly code: string } };

const form = z.object({ password: z.string().max(256), again: z.string().max(256) });

/** Serves the page to which a slip's QR leads 凭登录单设密码: a form without script. Only sending it spends the code; looking at it does not. */
export function serveJoin(
  app: FastifyInstance,
  { accounts }: Services,
  config: SessionConfig,
  guess: GuessLimit,
): void {
  void app.register(async (pages) => {
    // The API takes JSON alone; only here is a form read.
    const options = { parseAs: 'string', bodyLimit: 4000 } as const;
    pages.addContentTypeParser('application/x-www-form-urlencoded', options, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(typeof body === 'string' ? body : '')));
    });
    pages.get<Joining>('/join/:code', guess, async (request, reply) => {
      const { code } = request.params;
      return send(request, reply, joinPage({ ...(await accounts.slip(code)), code, lang: langOf(request.query) }));
    });
    pages.post<Joining>('/join/:code', guess, async (request, reply) => {
      const { code } = request.params;
      const lang = langOf(request.query);
      const slip = await accounts.slip(code);
      const wrong = (fault: 'password.weak' | 'again') =>
        send(request, reply.status(422), joinPage({ ...slip, code, lang, fault }));
      const given = form.safeParse(request.body);
      if (!given.success) return await wrong('password.weak');
      const { password, again } = given.data;
      if (password !== again) return await wrong('again');
      try {
        setSession(config, reply, await accounts.join({ code, password, request: request.id }));
      } catch (error) {
        if (error instanceof Refusal && error.code === ('password.weak' satisfies ApiCode))
          return await wrong(error.code);
        throw error;
      }
      return send(request, reply, joinedPage({ ...slip, lang }));
    });
  });
}

function send(request: FastifyRequest, reply: FastifyReply, page: string): FastifyReply {
  // With the policy of all other pages the form would come without its origin, as if from elsewhere.
  reply.header('referrer-policy', 'same-origin');
  reply.header('cache-control', 'no-store');
  return sendText(request, reply, 'text/html; charset=utf-8', page);
}

/** What the page shows: for whom the slip is, and what was wrong with what was sent. */
type Join = {
  readonly name: string;
  readonly login: string;
  readonly code: string;
  readonly lang: Lang;
  readonly fault?: 'password.weak' | 'again';
};

function joinPage({ name, login, code, lang, fault }: Join): string {
  const { join, refusal, common } = pageWords(lang);
  const path = `/join/${encodeURIComponent(code)}`;
  const said = fault === undefined ? undefined : fault === 'again' ? join.differ : refusal[fault];
  const body = html`<main id="main"><div class="head"><h1>${join.title}</h1></div><hr class="rule"><hr class="rule">
<p class="lead">${fill(join.lead, { name })}</p><p class="lead">${join.login} <b>${login}</b></p>
${said !== undefined && html`<p class="lead" role="alert"><b>${said}</b></p>`}
<form method="post" action="${inLang(path, lang)}"><input type="hidden" name="username" autocomplete="username" value="${login}">
<p><label>${join.password}<br><input type="password" name="password" autocomplete="new-password" required minlength="10" maxlength="256"></label></p>
<p><label>${join.again}<br><input type="password" name="again" autocomplete="new-password" required minlength="10" maxlength="256"></label></p>
<p class="soft">${join.rule}</p><p><button type="submit">${join.send}</button></p></form></main>`;
  return frame({ title: `${join.title} · ${common.product}`, lang, path, demo: false, body });
}

function joinedPage({ name, login, lang }: Pick<Join, 'name' | 'login' | 'lang'>): string {
  const { join, board, common } = pageWords(lang);
  const body = html`<main id="main"><div class="head"><h1>${join.doneTitle}</h1></div><hr class="rule"><hr class="rule">
<p class="lead">${fill(join.done, { name })}</p><p class="lead">${join.login} <b>${login}</b></p>
<p class="lead"><a href="${inLang('/', lang)}">${board.backToStart}</a></p></main>`;
  return frame({ title: `${join.doneTitle} · ${common.product}`, lang, path: '/', demo: false, body });
}
