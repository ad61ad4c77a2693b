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
import { GAP, running, type Sealed, signature, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperPeriod } from '#words/paper.ts';
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
export type DeclarationSlip = Sealed & {
  readonly branch: string;
  readonly month: string;
  readonly declarant?: string;
  readonly group?: string;
  readonly own?: readonly Declared[];
  readonly about?: readonly Declared[];
  readonly rows?: number;
  readonly aboutRows?: number;
};

const { frame, declaration: say } = paperZhCN;

/** The declaration slip 申报单 of one month: what one did, what one saw of others on a page of its own, and the receipt. */
export function declarationForm(slip: DeclarationSlip): PaperDocument {
  const { branch, month, declarant, group, own = [], about = [], rows = 7, aboutRows = 3 } = slip;
  const who: Row[] = [
    row([label(say.branch), cell(branch, { span: 3 }), label(say.month), cell(paperPeriod(month), { span: 2 })]),
    row([label(say.declarant), cell(declarant ?? '', { span: 3 }), label(say.group), cell(group ?? '', { span: 2 })]),
  ];
  return {
    title: say.title,
    sheet: 'a4',
    running: running(`${branch}　${paperPeriod(month)}`, slip),
    numbered: false,
    blocks: [
      paragraph('title', say.title),
      GAP,
      facts(say.title, who),
      GAP,
      paragraph('plain', say.own),
      lines(say.own.slice(2), own, rows, frame.day),
      paragraph('note', say.pledge),
      together(GAP, signature(say.declarantSign), signature(say.receiver)),
      { kind: 'cut' },
      together(paragraph('under', say.receipt), paragraph('plain', receipt(slip)), signature(say.receiver)),
      { kind: 'break' },
      paragraph('title', say.title),
      GAP,
      facts(say.aboutWho, who),
      GAP,
      paragraph('plain', say.about),
      lines(say.about.slice(2), about, aboutRows, say.aboutWho),
      paragraph('note', say.shield),
      together(GAP, signature(say.declarantSign), signature(say.receiver)),
    ],
  };
}

function facts(name: string, rows: readonly Row[]): Block {
  const columns = [14, 12, 12, 12, 14, 12, 12].map((width) => ({ width }));
  return { kind: 'table', name, columns, head: [], rows };
}

/** The table of things declared; those about others name the member instead of the day in their second column. */
function lines(name: string, declared: readonly Declared[], least: number, second: string): Block {
  const head = [frame.order, second, frame.item, frame.fact, say.proof, say.claimed];
  const empty = Array.from({ length: Math.max(0, least - declared.length) }, (_, at) =>
    row([count(declared.length + at + 1), '', '', '', '', ''], 2),
  );
  const filled = declared.map((one, at) => {
    const { day = '' } = one;
    const words = one.who === undefined || day === '' ? one.words : `${day}　${one.words}`;
    return row([count(at + 1), one.who ?? day, one.item, words, one.proof ?? '', points(one.claimed)], 2);
  });
  const columns = [7, 16, 20, 33, 15, 9].map((width) => ({ width }));
  return { kind: 'table', name, columns, head: [heads(head)], rows: [...filled, ...empty], size: 10.5 };
}

function receipt({ declarant, month }: DeclarationSlip): string {
  return fill(say.receiptText, { who: declarant ?? say.someone, month: paperPeriod(month) });
}
