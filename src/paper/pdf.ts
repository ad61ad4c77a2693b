import Pdf from 'pdfkit';
import { fill } from '#words/fill.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import { type Block, type PaperDocument, type Paragraph, type Proof, paragraph } from './document.ts';
import { MISSING } from './fonts.ts';
import { linesOf } from './lines.ts';
import { LINE, LOOKS, type Page, PROOF, pageOf, qrSide, tighter } from './page.ts';
import { areaOf, draw, type Flow, flowOn, isFresh, type Mark, roomOn, textMark, turn } from './pdf-flow.ts';
import { leastHeight, placeTable } from './pdf-table.ts';
import { modulesOf } from './qr.ts';
import { RUNNING_SIZE, runningHead } from './running.ts';

/** Room for a heading and the first line below it. */
const WITH_NEXT = 2;

/** Sets the blocks of a document, each with what has to stand on its page too. */
function placeAll(flow: Flow, blocks: readonly Block[]): void {
  blocks.forEach((block, at) => {
    const tail = tailOf(flow, blocks, at);
    if (block.kind === 'table') {
      placeTable(flow, block, tail);
      return;
    }
    if (block.kind === 'paragraph' && tail > 0) {
      const height = heightOf(flow, block) + tail;
      if (height > roomOn(flow) && height <= areaOf(flow.page) / 2 && !isFresh(flow)) turn(flow);
    }
    place(flow, block);
  });
}

/** Height of what may not be parted from a block: a heading has its table with it, and a signature stands under something (GB/T 9704-2012 knows no empty page). */
function tailOf(flow: Flow, blocks: readonly Block[], at: number): number {
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (!block || !next) return 0;
  if (next.kind === 'group' || next.kind === 'proof') return heightOf(flow, next);
  if (next.kind === 'table') return block.kind === 'paragraph' ? leastHeight(flow, next) : 0;
  const leads = block.kind === 'paragraph' && block.style === 'heading';
  if (next.kind !== 'space' && (next.kind !== 'paragraph' || (next.style !== 'note' && !leads))) return 0;
  const rest = tailOf(flow, blocks, at + 1);
  return rest === 0 || (next.kind === 'space' && blocks[at + 2]?.kind === 'table') ? 0 : heightOf(flow, next) + rest;
}

/** Height of a block under others: it is set on an endless page to know it. */
function heightOf({ page }: Flow, block: Block): number {
  const trial: Flow = { page: { ...page, height: 1e9 }, pages: [[]], y: page.top + 1 };
  for (const one of block.kind === 'group' ? block.blocks : [block]) place(trial, one);
  return trial.y - page.top - 1;
}

function place(flow: Flow, block: Block): void {
  if (block.kind === 'paragraph') placeParagraph(flow, block);
  else if (block.kind === 'table') placeTable(flow, block);
  else if (block.kind === 'proof') placeProof(flow, block);
  else if (block.kind === 'cut') placeCut(flow);
  else if (block.kind === 'break') turn(flow);
  else if (block.kind === 'group') placeGroup(flow, block.blocks);
  else flow.y = Math.min(flow.page.height - flow.page.bottom, flow.y + block.lines * LINE * flow.page.scale);
}

function widthOf({ width, left, right }: Page): number {
  return width - left - right;
}

function placeParagraph(flow: Flow, { style, text, align, inset = 0 }: Paragraph): void {
  const { scale, left } = flow.page;
  const look = LOOKS[style];
  const [size, line] = [look.size * scale, look.line * scale];
  const close = tighter(look) * scale;
  const width = widthOf(flow.page) - inset * size;
  const at = align ?? look.align;
  const first = at === 'left' ? look.first * (size - close) : 0;
  if (style === 'heading' && roomOn(flow) < line * WITH_NEXT && !isFresh(flow)) turn(flow);
  const bold = look.face !== 'song';
  if (!isFresh(flow)) flow.y += (look.above ?? 0) * scale;
  let own = first;
  for (const part of text.split('\n')) {
    for (const one of linesOf(part, width, { bold, size, tighter: close, first })) {
      if (roomOn(flow) < line - 0.5) turn(flow);
      const spot = { x: left + own, width: width - own, align: at };
      draw(
        flow,
        textMark(one, flow.y + line / 2, spot, { size, tighter: close, both: style === 'body' && at === 'left' }),
      );
      flow.y += line;
      own = 0;
    }
    own = first;
  }
}

function placeProof(flow: Flow, { address, lines }: Proof): void {
  const { scale, left } = flow.page;
  const [size, line] = [PROOF.size * scale, PROOF.line * scale];
  const side = address === undefined ? 0 : qrSide(address) * scale;
  const x = left + (side > 0 ? side + size : 0);
  const width = flow.page.width - flow.page.right - x;
  const set = lines.flatMap((text) => linesOf(text, width, { bold: false, size }));
  const height = Math.max(side, set.length * line);
  if (roomOn(flow) < height && !isFresh(flow)) turn(flow);
  if (address !== undefined) draw(flow, { kind: 'qr', x: left, y: flow.y, side, text: address });
  const top = flow.y + Math.max(0, (height - set.length * line) / 2);
  set.forEach((one, at) => {
    draw(flow, textMark(one, top + (at + 0.5) * line, { x, width, align: 'left' }, { size }));
  });
  flow.y += height;
}

function placeCut(flow: Flow): void {
  const { page } = flow;
  const gap = 12 * page.scale;
  if (roomOn(flow) > gap * 2) {
    const y = flow.y + gap;
    draw(flow, { kind: 'stroke', from: [page.left, y], to: [page.width - page.right, y], dashed: true });
  }
  flow.y += gap * 2;
}

/** Sets parts on one page. */
function placeGroup(flow: Flow, blocks: readonly Block[]): void {
  const height = heightOf(flow, { kind: 'group', blocks });
  if (height > roomOn(flow) && !isFresh(flow) && height <= areaOf(flow.page)) turn(flow);
  for (const one of blocks) place(flow, one);
}

/** What stands outside the type area: the running head, and the number — n —, on the outer side of the sheet (GB/T 9704-2012, 7.5). */
function margins(document: PaperDocument, page: Page, at: number): Mark[] {
  const mm = (72 / 25.4) * page.scale;
  const whole = { x: page.left, width: widthOf(page) };
  const marks: Mark[] = [];
  const running = runningHead(document, page);
  if (running) {
    const size = RUNNING_SIZE * page.scale;
    const middle = page.top - 7 * mm;
    const set = (text: string, align: 'left' | 'right'): void => {
      const [line] = linesOf(text, Number.POSITIVE_INFINITY, { bold: false, size });
      if (line) marks.push(textMark(line, middle, { ...whole, align }, { size }));
    };
    set(running.left, 'left');
    set(running.right, 'right');
  }
  if (document.numbered) {
    const size = 14 * page.scale;
    const [line] = linesOf(`— ${at + 1} —`, Number.POSITIVE_INFINITY, { bold: false, size });
    const spot = {
      x: page.left + size,
      width: widthOf(page) - 2 * size,
      align: at % 2 === 0 ? 'right' : 'left',
    } as const;
    if (line) marks.push(textMark(line, page.height - page.bottom + 7 * mm + size / 2, spot, { size }));
  }
  return marks;
}

/** How far below the middle of a line its characters stand, as a share of their size. */
const BASE = 0.38;

function paint(pdf: PDFKit.PDFDocument, mark: Mark, scale: number): void {
  if (mark.kind === 'stroke') {
    pdf.lineWidth(0.6 * scale);
    if (mark.dashed) pdf.dash(3 * scale, { space: 3 * scale });
    pdf
      .moveTo(...mark.from)
      .lineTo(...mark.to)
      .stroke();
    if (mark.dashed) pdf.undash();
    return;
  }
  if (mark.kind === 'qr') {
    paintQr(pdf, mark);
    return;
  }
  let x = mark.x;
  for (const { font, text, width } of mark.line.runs) {
    pdf.font(font.key, mark.size);
    const characterSpacing = mark.spread;
    pdf.text(text, x, mark.middle + BASE * mark.size, { lineBreak: false, baseline: 'alphabetic', characterSpacing });
    x += width + mark.spread * [...text].length;
  }
}

function paintQr(pdf: PDFKit.PDFDocument, { x, y, side, text }: Extract<Mark, { kind: 'qr' }>): void {
  const modules = modulesOf(text);
  const unit = side / modules.length;
  modules.forEach((line, down) => {
    for (let from = 0; from < line.length; from++) {
      if (!line[from]) continue;
      let to = from;
      while (line[to]) to++;
      pdf.rect(x + from * unit, y + down * unit, (to - from) * unit, unit);
      from = to;
    }
  });
  pdf.fill('black');
}

/** How many characters were set that no font of this system has, so that whoever prints can mend them by hand. */
function missingOn({ pages }: Flow): number {
  const texts = pages.flat().flatMap((mark) => (mark.kind === 'text' ? mark.line.runs : []));
  return texts.reduce((sum, { text }) => sum + text.split(MISSING).length - 1, 0);
}

/** Writes a document as PDF, its fonts embedded and cut to what it uses; its dates are those of an instant where one is told. */
export async function writePdf(document: PaperDocument, instant?: string): Promise<Buffer> {
  const made = instant === undefined ? undefined : new Date(instant);
  const page = pageOf(document.sheet);
  const flow = flowOn(page);
  placeAll(flow, document.blocks);
  const missing = missingOn(flow);
  if (missing > 0) place(flow, paragraph('note', fill(paperZhCN.frame.missing, { n: missing })));
  if (flow.pages.length > 1 && flow.pages.at(-1)?.length === 0) flow.pages.pop();

  const pdf = new Pdf({
    autoFirstPage: false,
    size: [page.width, page.height],
    margin: 0,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: document.title, Creator: 'Sunledger', ...(made && { CreationDate: made, ModDate: made }) },
  });
  const parts: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  const pages = flow.pages.map((marks, at) => [...marks, ...margins(document, page, at)]);
  for (const font of new Set(
    pages
      .flat()
      .flatMap((mark) => (mark.kind === 'text' ? mark.line.runs : []))
      .map((run) => run.font),
  )) {
    pdf.registerFont(font.key, font.source, font.family);
  }
  for (const marks of pages) {
    pdf.addPage();
    for (const mark of marks) paint(pdf, mark, page.scale);
  }
  pdf.end();
  return await done;
}
