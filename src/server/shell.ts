import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { SessionAnswer } from '#contract/session.ts';
import type { Caller } from '#service/caller.ts';
import type { Services } from '#service/open.ts';
import type { Lang } from '#words/lang.ts';
import { myWords } from '#words/my.ts';
import { uiWords } from '#words/web/ui.ts';
import type { Config } from './config.ts';
import { readCookie } from './cookie.ts';
import { inLang } from './frame.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { sendHtml } from './send.ts';
import { whoIs } from './session.ts';
import { homeOf } from './sign-in-page.ts';
import type { Web } from './static.ts';

/** Where the pages of the application live; each is the same shell, which finds its page by the address. */
const PLACES = ['/my', '/desk', '/meeting', '/above', '/admin'];

/** An answer that the page need not ask for again: its action, its query, and what was answered. */
type First = readonly [action: string, query: object, answer: unknown];

/** Serves the pages of those who are signed in 登录后的页面; a member's home comes with its first answers, so that the total can be read before any script runs. */
export function serveShell(app: FastifyInstance, services: Services, config: Config, web: Web): void {
  const page = async (request: FastifyRequest): Promise<{ readonly text: string } | { readonly to: string }> => {
    const lang = langOf(request.query);
    const who = await whoIs(config, services, request).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'session.none') return undefined;
      throw error;
    });
    if (!who)
      return { to: inLang(`/sign-in?next=${encodeURIComponent(request.url.replace(/[?&]lang=en/, ''))}`, lang) };
    const session = await services.accounts.show(who);
    const path = request.url.split('?')[0] ?? '';
    if (path === '/my' && homeOf(session) !== '/my') return { to: inLang(homeOf(session), lang) };
    const caller: Caller = { person: who.person, kind: 'person', request: request.id };
    const first: First[] = [['session.show', {}, session]];
    if (path === '/my') first.push(...(await homeAnswers(services, caller, session)));
    return { text: fillShell(web.shell, { lang, mode: modeOf(request), first, session, home: path === '/my' }) };
  };
  for (const place of PLACES)
    for (const path of [place, `${place}/*`])
      app.get(path, async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const found = await page(request);
        return 'to' in found ? await reply.redirect(found.to, 303) : sendHtml(request, reply, found.text);
      });
}

/** What a member's home shows first: own total, months, and what is due. What is refused is left to the page to ask for and to explain. */
async function homeAnswers(services: Services, caller: Caller, { home, person }: SessionAnswer): Promise<First[]> {
  const ask = async <A extends ReadAction>(action: A, query: InputOf<A>): Promise<First[]> => {
    try {
      return [[action, query, await services.read(action, query, caller)]];
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  };
  const answers = [
    await ask('score.brief', { branch: home, member: person }),
    await ask('month.list', { branch: home }),
    await ask('work.list', { branch: home }),
  ];
  return answers.flat();
}

/** The size of text that the person has chosen on this device 大字版. */
function modeOf(request: FastifyRequest): '' | 'big' | 'bigger' {
  const mode = readCookie(request, 'sunledger-mode');
  return mode === 'big' || mode === 'bigger' ? mode : '';
}

type Filling = {
  readonly lang: Lang;
  readonly mode: string;
  readonly first: readonly First[];
  readonly session: SessionAnswer;
  readonly home: boolean;
};

/** Puts language, size of text and first answers into the shell. */
function fillShell(shell: string, { lang, mode, first, session, home }: Filling): string {
  // In a script element only the end tag could break out.
  const data = JSON.stringify(first).replaceAll('<', '\\u003c');
  const score = first.find(([action]) => action === 'score.brief')?.[2] as AnswerOf<'score.brief'> | undefined;
  const outline = home && score ? homeOutline(session, score, lang) : html``;
  // Seen only where the page has still not drawn itself after a while: its script did not come, or the browser is too old to read it.
  const late = html`<p class="wrap late">${uiWords(lang).brokenText}</p>`;
  const body = outline.text + late.text;
  return shell
    .replace('<html lang="zh-CN">', () => `<html lang="${lang}"${mode && ` data-mode="${mode}"`}>`)
    .replace(
      '<div id="root"></div>',
      () => `<div id="root">${body}</div><script type="application/json" id="first">${data}</script>`,
    );
}

/** A member's home before the script has run: who, and the total. */
function homeOutline({ name }: SessionAnswer, { total, scheme, asOf }: AnswerOf<'score.brief'>, lang: Lang): Html {
  const { my, common } = myWords(lang);
  const outOf = scheme.full ? my.outOf.replace('{n}', String(scheme.full.shown)) : '';
  return html`<div class="wrap"><header><div class="top"><span class="own"><img src="/icon.svg" alt="" width="24" height="24">${common.product}</span></div></header>
<main id="main"><div class="head"><h1>${my.title}</h1><p class="person"><b lang="zh-CN">${name}</b></p></div><section class="total"><h2>${my.total}</h2><p class="number"><b data-total="${total.exact}">${total.shown}</b><span class="soft">${outOf}</span></p><p class="soft"><time datetime="${asOf}">${asOf}</time></p></section></main></div>`;
}
