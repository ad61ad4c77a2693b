import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ActAction, InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { Refusal } from '#contract/problem.ts';
import { digitsOf } from '#domain/process/paper-scan.ts';
import type { Config } from '#server/config.ts';
import { messagePage } from '#server/message-page.ts';
import { originFor } from '#server/origin.ts';
import { paperOf } from '#server/paper.ts';
import { refusalOf, sayRefusal } from '#server/problems.ts';
import { takeForms } from '#server/take-forms.ts';
import { sendTurn, turnOf, tvPage } from '#server/tv-frame.ts';
import { inView, queryOf, viewOf } from '#server/view.ts';
import type { Caller } from '#service/caller.ts';
import type { Services } from '#service/open.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { sayDay } from '#words/my.ts';
import { pageWords } from '#words/pages.ts';
import { publicWords } from '#words/public.ts';
import { caseOf, type Door, LARGEST, MOST, readForm } from './ask-form.ts';
import { type Ask, askPage, type Done, donePage } from './ask-page.ts';
import { noticePage } from './notice-page.ts';
import { noticeRotation } from './notice-tv.ts';
import { sendPublic } from './page.ts';
import { unknownPage, verifiedPage, verifyForm } from './verify-page.ts';

type Noticed = { readonly Params: { readonly code: string } };
type Printed = { readonly Params: { readonly fingerprint: string } };
type Asked = { readonly Params: { readonly board: string } };

/** What the pages need besides the services: their address, who calls, and where a bug is told. */
export type Serving = {
  readonly config: Pick<Config, 'publicUrl'>;
  readonly observer: (request: FastifyRequest) => Caller;
  readonly bug: (error: unknown) => void;
};

/** Serves the public pages 公开页面: running notices, fingerprints, and the two doors for concerns (contracts «HTTP»). No session is read here. */
export function servePublic(app: FastifyInstance, services: Services, serving: Serving): void {
  const { publicPages: pages } = services;
  app.get<Noticed>('/n/:code', async (request, reply) => {
    const view = viewOf(request);
    const notice = await pages.notice(request.params.code).catch(unlessUnknown);
    if (!notice) {
      const { deadTitle: title, dead: message } = publicWords(view.lang).notice;
      const path = `/n/${encodeURIComponent(request.params.code)}`;
      return sendPublic(request, reply.status(404), messagePage({ title, message, view, path }));
    }
    const [origin, turn] = [originFor(serving.config, request), turnOf(request)];
    if (!turn) return sendPublic(request, reply, noticePage(notice, origin, view, paperOf(queryOf(request, 'print'))));
    reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store');
    return sendTurn(request, reply, tvPage(noticeRotation(notice, origin, view.lang), turn, view));
  });
  app.get('/v', async (request, reply) => {
    const view = viewOf(request);
    const typed = queryOf(request, 'print');
    const digits = typed === undefined ? undefined : digitsOf(typed);
    if (digits !== undefined) return await reply.redirect(inView(`/v/${digits}`, view), 303);
    return sendPublic(request, reply.status(typed === undefined ? 200 : 422), verifyForm(view, typed));
  });
  app.get<Printed>('/v/:fingerprint', async (request, reply) => {
    const view = viewOf(request);
    const { fingerprint } = request.params;
    const found = await pages.verify(fingerprint);
    if (found) return sendPublic(request, reply, verifiedPage(found, view));
    return sendPublic(request, reply.status(404), unknownPage(fingerprint.slice(0, 100), view));
  });
  void app.register(async (forms) => {
    takeForms(forms, LARGEST);
    forms.get<Asked>('/ask/:board', async (request, reply) => {
      const { board } = request.params;
      const asked = queryOf(request, 'notice');
      const ask = await pages.ask(board, asked);
      const noticeCode = ask.notice === undefined ? undefined : asked;
      const given = { ask, noticeCode, path: pathOf(board, noticeCode), view: viewOf(request) };
      return sendForm(request, reply, askPage({ ...given, once: pages.forms.issue(board) }));
    });
    forms.post<Asked>('/ask/:board', async (request, reply) => {
      const { board } = request.params;
      const view = viewOf(request);
      const { door, once, text, notice: noticeCode } = readForm(request.body);
      const ask = await pages.ask(board, noticeCode);
      const given = { ask, noticeCode, path: pathOf(board, noticeCode), view };
      const again = (status: number, wrong: string): FastifyReply => {
        const page: Ask = { ...given, once: pages.forms.issue(board), typed: { door, text, wrong } };
        return sendForm(request, reply.status(status), askPage(page));
      };
      const wrong = faultOf(door, text, view.lang);
      if (wrong !== undefined) return again(422, wrong);
      // Spent before anything is done: of two that are sent at once only one is.
      if (!pages.forms.spend(board, once)) return again(409, publicWords(view.lang).ask.stale);
      try {
        const done = await send(services, serving.observer(request), { ask, door, text, lang: view.lang });
        return sendForm(request, reply, donePage(given, done));
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal.code === 'bug') serving.bug(error);
        if (door === 'follow' && refusal.code === 'thing.unknown')
          return again(404, publicWords(view.lang).ask.followUnknown);
        return again(refusal.status, sayRefusal(refusal, request, view.lang));
      }
    });
  });
}

/** Sends a page with a form. With the policy of all other pages the form would come without its origin, as if from elsewhere. */
function sendForm(request: FastifyRequest, reply: FastifyReply, page: string): FastifyReply {
  reply.header('referrer-policy', 'same-origin');
  return sendPublic(request, reply, page);
}

/** What is wrong with a text before anything is asked of the branch; nothing of it is counted. */
function faultOf(door: Door, text: string, lang: Lang): string | undefined {
  const { ask } = publicWords(lang);
  if (text === '') return door === 'follow' ? ask.emptyCase : ask.empty;
  return text.length > MOST ? ask.tooLong : undefined;
}

/** Does what was asked for behind a door, and says what came of it. @throws Refusal */
async function send(
  { act }: Services,
  observer: Caller,
  { ask, door, text, lang }: Pick<Ask, 'ask'> & { readonly lang: Lang; readonly door: Door; readonly text: string },
): Promise<Done> {
  const { ask: say } = publicWords(lang);
  const does = async <A extends ActAction>(action: A, input: InputOf<A>): Promise<ActAnswer> =>
    await act(observer, action, { input });
  if (door === 'question') {
    const about = ask.notice === undefined ? {} : { notice: ask.notice };
    const { told } = await does('question.raise', { branch: ask.branch, words: text, ...about });
    const day = sayDay(told?.['last'] ?? '', pageWords(lang));
    return { title: say.questionDone, text: fill(say.questionDoneText, { day }) };
  }
  const { superior } = ask;
  if (!superior) throw new Refusal('concern.no-superior');
  if (door === 'concern') {
    const { told } = await does('concern.raise', { branch: superior.id, words: text });
    return { title: say.concernDone, text: fill(say.caseText, { name: superior.name }), code: told?.['case'] ?? '' };
  }
  const { state, told } = await does('concern.follow', { branch: superior.id, case: caseOf(text) });
  const answer = told?.['answer'];
  const known = Object.hasOwn(say.states, state) ? say.states[state as keyof typeof say.states] : '';
  return { title: say.followDone, text: known, ...(answer !== undefined && { answer }) };
}

function pathOf(board: string, notice: string | undefined): string {
  return `/ask/${encodeURIComponent(board)}${notice === undefined ? '' : `?notice=${encodeURIComponent(notice)}`}`;
}

function unlessUnknown(error: unknown): undefined {
  if (!(error instanceof Refusal && error.code === 'page.unknown')) throw error;
}
