import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '#contract/problem.ts';
import { readDocument } from '#intake/read-document.ts';
import type { Initiated } from '#service/account/init.ts';
import type { Services } from '#service/open.ts';
import { pageWords } from '#words/pages.ts';
import { sayInstant } from '#words/say-instant.ts';
import { sayRefused } from '#words/say-refused.ts';
import { type Config, isLoopback } from './config.ts';
import { frame } from './frame.ts';
import { isOwn } from './guard.ts';
import { homeFolder } from './home.ts';
import { html } from './html.ts';
import { qr } from './qr.ts';
import { sendText } from './send.ts';
import { takeForms } from './take-forms.ts';
import { inView, type View, viewOf } from './view.ts';

/** The scheme with which a branch begins; its own comes by a resolution of its general meeting (product §3.1). */
const SCHEME = 'schemes/primary-school.yaml';

const FIELDS = ['branch', 'superior', 'secretary', 'system', 'security', 'audit'] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;
const NOTHING: Typed = { branch: '', superior: '', secretary: '', system: '', security: '', audit: '' };

const name = z.string().trim().max(60);
const form = z.object({
  branch: name.min(1),
  superior: name,
  secretary: name.min(1),
  system: name.min(1),
  security: name.min(1),
  audit: name.min(1),
});

/** Whether the first branch may be made from this page: on this machine itself, and nothing is there yet (contracts «First use»). */
async function isOpen(config: Config, services: Services, request: FastifyRequest): Promise<boolean> {
  return isLoopback(config.host) && config.publicUrl === undefined && isOwn(request) && (await services.isEmpty());
}

/** Serves the page of the first use 初始化: makes branch, secretary and the three administrators, and shows a slip with a code for each, once. */
export function serveFirstUse(app: FastifyInstance, services: Services, config: Config, origin: () => string): void {
  void app.register(async (pages) => {
    takeForms(pages, 8000);
    pages.get('/init', async (request, reply) => {
      if (!(await isOpen(config, services, request))) throw new Refusal('page.unknown');
      return send(request, reply, formPage(viewOf(request), NOTHING));
    });
    pages.post('/init', async (request, reply) => {
      if (!(await isOpen(config, services, request))) throw new Refusal('page.unknown');
      const view = viewOf(request);
      const typed = { ...NOTHING, ...(request.body as Partial<Typed>) };
      const given = form.safeParse(typed);
      if (!given.success)
        return send(request, reply.status(422), formPage(view, typed, pageWords(view.lang).init.incomplete));
      try {
        const made = await make(services, given.data);
        return send(request, reply, slipsPage(view, made, origin()));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return send(request, reply.status(error.status), formPage(view, typed, sayRefused(error.code, view.lang)));
      }
    });
  });
}

async function make(services: Services, { branch, superior, secretary, ...administrators }: z.infer<typeof form>) {
  const file = join(homeFolder(), SCHEME);
  const [{ value: document }, source] = await Promise.all([readDocument(file), readFile(file, 'utf8')]);
  const scheme = { source, document };
  return await services.accounts.init({ branch, superior: superior || undefined, secretary, administrators, scheme });
}

function send(request: FastifyRequest, reply: FastifyReply, page: string): FastifyReply {
  // With the policy of all other pages the form would come without its origin, as if from elsewhere.
  reply.header('referrer-policy', 'same-origin').header('cache-control', 'no-store');
  return sendText(request, reply, 'text/html; charset=utf-8', page);
}

function formPage(view: View, typed: Typed, fault?: string): string {
  const { init, common } = pageWords(view.lang);
  const faulty = (key: (typeof FIELDS)[number]): boolean =>
    fault !== undefined && (typed[key].trim().length > 60 || (key !== 'superior' && typed[key].trim() === ''));
  const field = (key: (typeof FIELDS)[number]) =>
    html`<p><label>${init.fields[key]}<input name="${key}" value="${typed[key]}" maxlength="60" autocomplete="off"${key !== 'superior' && html` required`}${faulty(key) && html` aria-invalid="true" aria-describedby="fault"`}></label></p>`;
  const body = html`<main id="main"><div class="head"><h1>${init.title}</h1></div><hr class="rule"><hr class="rule">
<p class="lead">${init.lead}</p><div class="cols one"><section class="card">${fault !== undefined && html`<p class="wrong" role="alert" id="fault">${fault}</p>`}
<form method="post" action="${inView('/init', view)}">${FIELDS.map(field)}<p class="soft">${init.scheme}</p>
<p><button type="submit">${init.send}</button></p></form></section></div></main>`;
  return frame({ title: `${init.title} · ${common.product}`, ...view, path: '/init', demo: false, body });
}

function slipsPage(view: View, { board, slips }: Initiated, origin: string): string {
  const { init, roles, common, join: joining } = pageWords(view.lang);
  const slip = ({ role, name: who, login, code, until }: Initiated['slips'][number]) =>
    html`<section class="card slip"><h2>${who} · ${roles[role]}</h2>${qr(`${origin}/join/${code}`, init.qr)}
<p>${joining.login} <b>${login}</b></p><p>${init.code} <b>${code}</b></p><p class="soft">${init.until} ${sayInstant(until)}</p></section>`;
  const body = html`<main id="main"><div class="head"><h1>${init.doneTitle}</h1></div><hr class="rule"><hr class="rule">
<p class="lead">${init.done}</p><div class="choice">${slips.map(slip)}</div><p class="lead"><a href="${inView(`/b/${board}`, view)}">${pageWords(view.lang).start.board}</a></p></main>`;
  return frame({ title: `${init.doneTitle} · ${common.product}`, ...view, path: '/', demo: false, body });
}
