import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDay } from '#domain/kernel/day.ts';
import { type Html, html } from '#server/html.ts';
import { sendHtml } from '#server/send.ts';
import { fill } from '#words/fill.ts';
import { sayDay, sayMonthOf } from '#words/my.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';

/** Sends a public page 公开页面: kept by nobody, found by no search. */
export function sendPublic(request: FastifyRequest, reply: FastifyReply, page: string): FastifyReply {
  reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store');
  return sendHtml(request, reply, page);
}

/** The head of a page: what it is, of whom. */
export function headOf(title: string, by?: string, kicker?: string): Html {
  return html`<div class="head">${kicker !== undefined && html`<p class="kicker">${kicker}</p>`}<h1>${title}</h1>${by !== undefined && html`<p class="by" lang="zh-CN">${by}</p>`}</div><hr class="rule"><hr class="rule">`;
}

/** A name and a value of a list of facts. */
export function fact(name: string, value: string | Html): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** A fingerprint or code in groups of four, as people copy and read it aloud. */
export function inFours(code: string): string {
  return code.replaceAll(/.{4}(?=.)/g, '$& ');
}

/** A period as people read it: 2026年第1季度, 2026年3月, 2026年, or a day. */
export function sayPeriod(period: string, words: PageWords): string {
  if (isDay(period)) return sayDay(period, words);
  const [, y = '', quarter, month] = /^(\d{4})(?:Q(\d)|-(\d\d))?$/.exec(period) ?? [];
  const { key, periodOf, periodYear } = words.my;
  if (quarter !== undefined) return fill(periodOf, { y, key: fill(key.quarter, { n: quarter }) });
  if (month !== undefined) return sayMonthOf(period, words);
  return y === '' ? period : fill(periodYear, { y });
}
