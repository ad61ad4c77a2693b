import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SessionAnswer } from '#contract/session.ts';
import type { DemoAccount } from '#service/account/demo-accounts.ts';
import type { Services } from '#service/open.ts';
import { pageWords } from '#words/pages.ts';
import type { Config } from './config.ts';
import { cookieNames, readCookie } from './cookie.ts';
import { demoAccounts } from './demo-accounts.ts';
import { frame } from './frame.ts';
import { isOwn, showsMembers } from './guard.ts';
import { html } from './html.ts';
import { refusalOf, sayRefusal } from './problems.ts';
import { sendText } from './send.ts';
import { type GuessLimit, openSession } from './session.ts';
import { takeForms } from './take-forms.ts';
import { inView, type View, viewOf } from './view.ts';

const form = z.object({
  login: z.string().trim().min(1).max(40),
  password: z.string().min(1).max(256),
  next: z.string().max(300).optional(),
});

type Page = {
  readonly view: View;
  readonly next: string | undefined;
  readonly login?: string;
  readonly fault?: string;
  readonly accounts: readonly DemoAccount[];
};

/** Serves the page on which people sign in 登录: a form without script; afterwards it leads where the person has to do. */
export function serveSignIn(app: FastifyInstance, services: Services, config: Config, guess: GuessLimit): void {
  const { accounts } = services;
  const trying = (request: FastifyRequest): readonly DemoAccount[] =>
    showsMembers(config) && isOwn(request) ? demoAccounts(config.folder) : [];
  void app.register(async (pages) => {
    takeForms(pages, 4000);
    pages.get('/sign-in', async (request, reply) => {
      const { next } = request.query as { readonly next?: unknown };
      return send(request, reply, page({ view: viewOf(request), next: within(next), accounts: trying(request) }));
    });
    pages.post('/sign-in', guess, async (request, reply) => {
      const view = viewOf(request);
      const given = form.safeParse(request.body);
      const { login = '', next } = (request.body ?? {}) as { readonly login?: string; readonly next?: unknown };
      const again = (status: number, fault: string): FastifyReply =>
        send(
          request,
          reply.status(status),
          page({ view, next: within(next), login, fault, accounts: trying(request) }),
        );
      if (!given.success) return again(422, pageWords(view.lang).signIn.incomplete);
      try {
        const { password } = given.data;
        const device = readCookie(request, cookieNames(config).known);
        const opened = await accounts.signIn({ login: given.data.login, password, device, request: request.id });
        const who = await openSession(config, services, reply, opened);
        return await reply.redirect(inView(within(next) ?? homeOf(await accounts.show(who)), view), 303);
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal.status >= 500) throw error;
        return again(refusal.status, sayRefusal(refusal, request, view.lang, String(refusal.params['seconds'] ?? 60)));
      }
    });
  });
}

/** Where a person has to do first 首页去向: members at their own page, others at the desk of their office. */
export function homeOf({ home, places }: SessionAnswer): string {
  const roles = new Set(places.flatMap((place) => place.roles));
  const own = places.find(({ id }) => id === home)?.roles ?? [];
  if (own.includes('member') || own.includes('probationary')) return '/my';
  if (roles.has('superior')) return '/above';
  if (['system', 'security', 'audit'].some((role) => roles.has(role))) return '/admin';
  return `/desk/${home}`;
}

/** An address of our own pages, or none: nobody is led elsewhere (ASVS 3.7.2). */
function within(next: unknown): string | undefined {
  return typeof next === 'string' &&
    /^\/(?:my|desk|meeting|above|admin)(?:[/?][\w\-./?=&%]*)?$/.test(next) &&
    !next.includes('//')
    ? next
    : undefined;
}

function send(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  // With the policy of all other pages the form would come without its origin, as if from elsewhere.
  reply.header('referrer-policy', 'same-origin').header('cache-control', 'no-store');
  return sendText(request, reply, 'text/html; charset=utf-8', text);
}

function page({ view, next, login = '', fault, accounts }: Page): string {
  const { signIn, roles, common } = pageWords(view.lang);
  const action = inView('/sign-in', view);
  const onward = next !== undefined && html`<input type="hidden" name="next" value="${next}">`;
  const tries = accounts.map(
    (one) =>
      html`<li><form method="post" action="${action}">${onward}<input type="hidden" name="login" value="${one.login}"><input type="hidden" name="password" value="${one.password}"><button type="submit" class="quiet">${roles[one.role]} · <span lang="zh-CN">${one.name}</span></button></form></li>`,
  );
  const body = html`<main id="main"><div class="head"><h1>${signIn.title}</h1></div><hr class="rule"><hr class="rule">
<div class="cols one"><section class="card">${fault !== undefined && html`<p class="wrong" role="alert" id="fault">${fault}</p>`}
<form method="post" action="${action}">${onward}
<p><label>${signIn.login}<input name="login" value="${login}" required maxlength="40" autocomplete="username" autocapitalize="characters" spellcheck="false"${fault !== undefined && html` aria-invalid="true" aria-describedby="fault"`}></label></p>
<p><label>${signIn.password}<input type="password" name="password" required maxlength="256" autocomplete="current-password"></label></p>
<p><button type="submit">${signIn.send}</button></p></form><p class="soft">${signIn.lost}</p></section>
${tries.length > 0 && html`<section class="card"><h2>${signIn.tryTitle}</h2><p class="soft">${signIn.tryLead}</p><ul class="tries">${tries}</ul></section>`}</div></main>`;
  return frame({
    title: `${signIn.title} · ${common.product}`,
    ...view,
    path: '/sign-in',
    demo: accounts.length > 0,
    body,
  });
}
