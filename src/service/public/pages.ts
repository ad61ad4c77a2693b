import type { Context } from '#service/context.ts';
import { type AskPage, showAsk } from './ask-page.ts';
import { type Verified, verifyFingerprint } from './fingerprint.ts';
import { type NoticePage, showNotice } from './notice-page.ts';
import { OneTime } from './one-time.ts';
import { type StandingPage, showStanding } from './standing-page.ts';

/** What the public pages 公开页面 show, and the fields of their forms. */
export type PublicPages = {
  readonly standing: (board: string) => Promise<StandingPage>;
  readonly notice: (code: string) => Promise<NoticePage>;
  readonly verify: (typed: string) => Promise<Verified | undefined>;
  readonly ask: (board: string, notice: string | undefined) => Promise<AskPage>;
  readonly forms: Pick<OneTime, 'issue' | 'spend'>;
};

/** The public pages over an installation. */
export function publicPagesOf(context: Context): PublicPages {
  return {
    standing: (board) => showStanding(context, board),
    notice: (code) => showNotice(context, code),
    verify: (typed) => verifyFingerprint(context, typed),
    ask: (board, notice) => showAsk(context, board, notice),
    forms: new OneTime(context),
  };
}
