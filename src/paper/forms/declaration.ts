import type { Points } from '#domain/kernel/points.ts';
import {
  type Block,
  cell,
  count,
  heads,
  label,
  type PaperDocument,
  paragraph,
  points,
  type Row,
  row,
} from '#paper/document.ts';
import { GAP, running, signature, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDay, paperPeriod } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** One thing declared 申报事项. */
export type Declared = {
  readonly day?: string;
  readonly item: string;
  readonly words: string;
  readonly proof?: string;
  readonly claimed?: Points;
  /** Whom it is about, where it is not the declarant. */
  readonly who?: string;
};

/** What a declaration slip 党员积分申报单 shows: filled in, or empty for the hand; `rows` and `aboutRows` are how many lines there are at least. */
export type DeclarationSlip = {
  readonly code?: string;
  readonly branch: string;
  /** The month, 2026-03; empty for the hand. */
  readonly month: string;
  readonly declarant?: string;
  readonly group?: string;
  readonly own?: readonly Declared[];
  readonly about?: readonly Declared[];
  readonly rows?: number;
  readonly aboutRows?: number;
};

const { frame, declaration: say } = paperZhCN;

/** The height of a line that is written by hand, in lines of print: 15 mm, as an unsteady hand needs. */
const TALL = 2.1;

/** So many characters of a name fit beside its label on one line. */
const NAME = 12;

/** So many empty rows leave room for the receipt on the front: the QR code of a slip that has one takes the room of a row, and so do two more lines of names. */
function emptyRows({ code, branch, declarant = '' }: DeclarationSlip): number {
  const more = [branch, declarant].reduce((sum, { length }) => sum + Math.max(0, Math.ceil(length / NAME) - 1), 0);
  const receipt = declarant.length > NAME ? 1 : 0;
  return Math.max(3, (code === undefined ? 7 : 6) - Math.ceil((more + receipt) / 2));
}

/** The declaration slip 申报单 of one month: what one did, what one saw of others on a page of its own, and the receipt. */
export function declarationForm(slip: DeclarationSlip): PaperDocument {
  return declarationForms([slip]);
}

/** Slips for several members in one file, each with its own pages and its own code. */
export function declarationForms(slips: readonly DeclarationSlip[]): PaperDocument {
  const [first] = slips;
  return {
    title: say.title,
    sheet: 'a4',
    ...(first && { running: running(`${first.branch}　${monthOf(first.month)}`, {}) }),
    numbered: false,
    blocks: slips.flatMap((slip, at) => (at === 0 ? pages(slip) : [{ kind: 'break' } as const, ...pages(slip)])),
  };
}

/** Two pages, of which the second goes on the back: what is said of others is kept apart from one's own. */
function pages(slip: DeclarationSlip): Block[] {
  const { branch, month, declarant, group, code, own = [], about = [] } = slip;
  // Who brings a filled slip may have something to add.
  const { rows = Math.max(emptyRows(slip), own.length + 2), aboutRows = 8 } = slip;
  const who: Row[] = [
    row([label(say.branch), cell(branch, { span: 3 }), label(say.month), cell(monthOf(month), { span: 2 })]),
    row([label(say.declarant), cell(declarant ?? '', { span: 3 }), label(say.group), cell(group ?? '', { span: 2 })]),
  ];
  // Slips of several members are in one file: each has its own code, to be scanned or typed when it comes back.
  const said = code === undefined ? undefined : fill(frame.code, { code });
  return [
    paragraph('title', say.title),
    GAP,
    facts(say.title, who),
    GAP,
    paragraph('plain', say.own),
    lines(say.own.slice(2), own, rows, frame.day),
    code === undefined
      ? paragraph('note', say.pledge)
      : { kind: 'proof', address: code, lines: [say.pledge, said ?? ''] },
    together(GAP, signature(say.declarantSign), signature(say.receiver)),
    { kind: 'cut' },
    together(paragraph('under', say.receipt), paragraph('plain', receipt(slip)), signature(say.receiver)),
    { kind: 'break' },
    paragraph('title', say.title),
    said === undefined ? GAP : paragraph('note', said, { align: 'right' }),
    facts(say.aboutWho, who),
    GAP,
    paragraph('plain', say.about),
    lines(say.about.slice(2), about, aboutRows, say.aboutWho),
    paragraph('note', say.shield),
    together(GAP, signature(say.declarantSign), signature(say.receiver)),
  ];
}

function monthOf(month: string): string {
  return month === '' ? say.blankMonth : paperPeriod(month);
}

function facts(name: string, rows: readonly Row[]): Block {
  const columns = [14, 12, 12, 12, 14, 12, 12].map((width) => ({ width }));
  return { kind: 'table', name, columns, head: [], rows };
}

/** The table of things declared; those about others name the member instead of the day in their second column. */
function lines(name: string, declared: readonly Declared[], least: number, second: string): Block {
  const head = [frame.order, second, frame.item, frame.fact, say.proof, say.claimed];
  const empty = Array.from({ length: Math.max(0, least - declared.length) }, (_, at) =>
    row([count(declared.length + at + 1), '', '', '', '', ''], TALL),
  );
  const filled = declared.map((one, at) => {
    // The year stands over the table.
    const day = one.day === undefined ? '' : paperDay(one.day).slice('2026年'.length);
    const words = one.who === undefined || day === '' ? one.words : `${day}　${one.words}`;
    return row([count(at + 1), one.who ?? day, one.item, words, one.proof ?? '', points(one.claimed)], TALL);
  });
  const columns = [8, 14, 21, 31, 15, 11].map((width) => ({ width }));
  return { kind: 'table', name, columns, head: [heads(head)], rows: [...filled, ...empty] };
}

function receipt({ declarant, month }: DeclarationSlip): string {
  return fill(say.receiptText, { who: declarant ?? say.someone, month: monthOf(month) });
}
