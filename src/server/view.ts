import type { FastifyRequest } from 'fastify';
import type { Lang } from '#words/lang.ts';
import { readCookie } from './cookie.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';

/** How large the letters are: plain, large, larger (elder mode, product §7). */
export type Big = 0 | 1 | 2;

/** How a reader wants a page 阅读方式: its language and the size of its letters; `asked` where the address says a size and links must carry it on. */
export type View = { readonly lang: Lang; readonly big?: Big; readonly asked?: Big };

/** The cookie in which the signed-in pages keep the size. */
const COOKIE = 'sunledger-mode';
const KEPT: Readonly<Record<string, Big>> = { big: 1, bigger: 2 };

/** The view that a request asks for: ?lang and ?big of its address, else the size that the browser keeps. */
export function viewOf(request: Pick<FastifyRequest, 'query' | 'headers'>): View {
  const lang = langOf(request.query);
  const asked = sizeOf(queryOf(request, 'big'));
  if (asked !== undefined) return { lang, big: asked, asked };
  return { lang, big: KEPT[readCookie(request, COOKIE) ?? ''] ?? 0 };
}

/** One parameter of a query 查询参数 as text, where it is there once and not too long. */
export function queryOf({ query }: Pick<FastifyRequest, 'query'>, name: string): string | undefined {
  const given = (query as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof given === 'string' ? given.slice(0, 200) : undefined;
}

/** What an address must say so that a view is kept: nothing where it is as it would be anyway. */
export function viewParams({ lang, asked }: View): readonly (readonly [string, string])[] {
  return [
    ...(lang === 'en' ? [['lang', 'en'] as const] : []),
    ...(asked === undefined ? [] : [['big', `${asked}`] as const]),
  ];
}

/** The address of a page in a view. */
export function inView(path: string, view: View): string {
  return viewParams(view).reduce((at, [name, value]) => `${at}${at.includes('?') ? '&' : '?'}${name}=${value}`, path);
}

/** The mark on an element whose words are Chinese 中文 on a page in another language; a Chinese page needs none and stays smaller. */
export function chinese(lang: Lang): Html | undefined {
  return lang === 'en' ? html` lang="zh-CN"` : undefined;
}

function sizeOf(text: string | undefined): Big | undefined {
  return ([0, 1, 2] as const).find((size) => String(size) === text);
}
