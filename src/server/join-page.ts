import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ApiCode, Refusal } from '#contract/problem.ts';
import type { Services } from '#service/open.ts';
import { fill } from '#words/fill.ts';
import { pageWords } from '#words/pages.ts';
import { setSession } from './cookie.ts';
import { frame } from './frame.ts';
import { html } from './html.ts';
import { sendText } from './send.ts';
import type { GuessLimit, SessionConfig } from './session.ts';
import { takeForms } from './take-forms.ts';
import { inView, type View, viewOf } from './view.ts';

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
    takeForms(pages, 4000);
    pages.get<Joining>('/join/:code', guess, async (request, reply) => {
      const { code } = request.params;
      return send(request, reply, joinPage({ ...(await accounts.slip(code)), code, view: viewOf(request) }));
    });
    pages.post<Joining>('/join/:code', guess, async (request, reply) => {
      const { code } = request.params;
      const view = viewOf(request);
      const slip = await accounts.slip(code);
      const wrong = (fault: 'password.weak' | 'again') =>
        send(request, reply.status(422), joinPage({ ...slip, code, view, fault }));
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
      return send(request, reply, joinedPage({ ...slip, view }));
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
  readonly view: View;
  readonly fault?: 'password.weak' | 'again';
};

function joinPage({ name, login, code, view, fault }: Join): string {
  const { join, refusal, common } = pageWords(view.lang);
  const path = `/join/${encodeURIComponent(code)}`;
  const said = fault === undefined ? undefined : fault === 'again' ? join.differ : refusal[fault];
  const body = html`<main id="main"><div class="head"><h1>${join.title}</h1></div><hr class="rule"><hr class="rule">
<p class="lead">${fill(join.lead, { name })}</p><p class="lead">${join.login} <b>${login}</b></p>
<div class="cols one"><section class="card"><form method="post" action="${inView(path, view)}"><input type="hidden" name="username" autocomplete="username" value="${login}">
<p><label for="password">${join.password}</label><input id="password" type="password" name="password" autocomplete="new-password" required minlength="10" maxlength="256" aria-describedby="rule${said !== undefined && ' fault'}"${fault === 'password.weak' && html` aria-invalid="true"`}></p>
<p class="soft" id="rule">${join.rule}</p>
<p><label for="again">${join.again}</label><input id="again" type="password" name="again" autocomplete="new-password" required minlength="10" maxlength="256"${fault === 'again' && html` aria-invalid="true" aria-describedby="fault"`}></p>
${said !== undefined && html`<p class="wrong" role="alert" id="fault">${said}</p>`}<p><button type="submit">${join.send}</button></p></form></section></div></main>`;
  return frame({ title: `${join.title} · ${common.product}`, ...view, path, demo: false, body });
}

function joinedPage({ name, login, view }: Pick<Join, 'name' | 'login' | 'view'>): string {
  const { join, common } = pageWords(view.lang);
  const body = html`<main id="main"><div class="head"><h1>${join.doneTitle}</h1></div><hr class="rule"><hr class="rule">
<p class="lead">${fill(join.done, { name })}</p><p class="lead">${join.login} <b>${login}</b></p>
<p class="lead"><a href="${inView('/my', view)}"><b>${join.enter}</b></a></p></main>`;
  return frame({ title: `${join.doneTitle} · ${common.product}`, ...view, path: '/', demo: false, body });
}
