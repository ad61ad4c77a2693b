import { createHash } from 'node:crypto';
import { BASE } from './look/base.ts';
import { BIG } from './look/big.ts';
import { BOARD } from './look/board.ts';
import { FORM } from './look/form.ts';
import { NOTICE } from './look/notice.ts';
import { A3, PAPER } from './look/paper.ts';
import { TV } from './look/tv.ts';

/** The sheets 样式 of the pages that need no script; a page takes those that it needs, so that it stays small. */
export const LOOKS = { base: BASE, board: BOARD, form: FORM, notice: NOTICE, paper: PAPER, a3: A3, big: BIG, tv: TV };

/** The name of a sheet. */
export type Look = keyof typeof LOOKS;

/** The sheets as the content security policy names them. */
export const STYLE_HASHES = Object.values(LOOKS).map(
  (look) => `'sha256-${createHash('sha256').update(look).digest('base64')}'`,
);

/** The mark of the software: a sun over the lines of a ledger. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#a3191b"/><path d="M9 18a7 7 0 0 1 14 0z" fill="#ffe9b8"/><path d="M16 5v3M7 9l2 2M25 9l-2 2" stroke="#ffe9b8" stroke-width="2" stroke-linecap="round"/><path d="M6 21.5h20M8 25.5h16" stroke="#fff" stroke-width="2" stroke-linecap="round"/></svg>';
