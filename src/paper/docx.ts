import {
  BorderStyle,
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, PaperDocument, Paragraph as Text } from './document.ts';
import { FACES, fontTable, theme } from './docx-fonts.ts';
import { wordTable } from './docx-table.ts';
import { ALIGN, runs, set, thin, twips } from './docx-text.ts';
import { LINE, LOOKS, type Page, PROOF, pageOf, qrSide, tighter } from './page.ts';
import { printable } from './printable.ts';
import { qrPng } from './qr.ts';
import { RUNNING_SIZE, runningHead } from './running.ts';

/** Points of a picture, which Word's library counts in pixels of 1/96 inch. */
const PIXELS = 96 / 72;

type Part = Paragraph | Table;
type How = { readonly page: Page; readonly keep: boolean; readonly turn: boolean };

/** Whether the page of a block is that of the next one too: a table has what stands over it, and a signature stands under something. */
function leads(blocks: readonly Block[], at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (next?.kind === 'table') return block?.kind === 'paragraph';
  if (next?.kind === 'space' || (next?.kind === 'paragraph' && next.style === 'note')) return leads(blocks, at + 1);
  return next?.kind === 'group' || next?.kind === 'proof';
}

function wordParagraph({ style, text, align, inset = 0 }: Text, { page, keep, turn }: How): Paragraph {
  const look = LOOKS[style];
  const [size, close] = [look.size * page.scale, tighter(look) * page.scale];
  const at = align ?? look.align;
  const first = at === 'left' ? look.first * (size - close) : 0;
  return set(runs(text, { face: look.face, size, tighter: close }), look.line * page.scale, {
    alignment: style === 'body' && at === 'left' ? ALIGN.both : ALIGN[at],
    indent: { ...(first > 0 && { firstLine: twips(first) }), ...(inset > 0 && { right: twips(inset * size) }) },
    keepNext: keep || style === 'heading' || style === 'title',
    pageBreakBefore: turn,
    ...(look.above !== undefined && { spacing: { before: twips(look.above * page.scale) } }),
  });
}

/** The proof: the QR code in a place without lines, what is said beside it. */
function wordProof(address: string | undefined, lines: readonly string[], { page }: How): Part[] {
  const [size, line] = [PROOF.size * page.scale, PROOF.line * page.scale];
  const said = lines.map((text) => set(runs(text, { face: 'song', size }), line));
  if (address === undefined) return said;
  const side = qrSide(address) * page.scale;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  const whole = page.width - page.left - page.right;
  const columns = [twips(side + 8), twips(whole - side - 8)] as const;
  const image = new ImageRun({
    type: 'png',
    data: qrPng(address),
    transformation: { width: side * PIXELS, height: side * PIXELS },
    altText: { name: 'QR', title: 'QR', description: printable(address) },
  });
  const place = (width: number, children: Paragraph[]): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      borders,
      verticalAlign: VerticalAlignTable.CENTER,
      children,
    });
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: columns[0] + columns[1], type: WidthType.DXA },
      columnWidths: [...columns],
      borders,
      rows: [
        new TableRow({
          cantSplit: true,
          children: [place(columns[0], [new Paragraph({ children: [image] })]), place(columns[1], said)],
        }),
      ],
    }),
  ];
}

function wordBlocks(blocks: readonly Block[], how: How): Part[] {
  const parts: Part[] = [];
  let turn = how.turn;
  const add = (...more: Part[]): void => {
    if (more[0] instanceof Table && (turn || parts.at(-1) instanceof Table))
      parts.push(thin({ pageBreakBefore: turn }));
    parts.push(...more);
    turn = false;
  };
  blocks.forEach((block, at) => {
    const tied = leads(blocks, at);
    const here = { ...how, turn, keep: (how.keep && at < blocks.length - 1) || (tied && block.kind !== 'table') };
    if (block.kind === 'break') turn = true;
    else if (block.kind === 'paragraph') add(wordParagraph(block, here));
    else if (block.kind === 'table') add(wordTable(block, how.page, here.keep ? 'all' : tied ? 'last' : 'none'));
    else if (block.kind === 'proof') add(...wordProof(block.address, block.lines, here));
    else if (block.kind === 'cut') add(cutLine(how.page.scale));
    else if (block.kind === 'group') add(...wordBlocks(block.blocks, { ...here, keep: true }));
    else add(set([], block.lines * LINE * how.page.scale, { keepNext: here.keep, pageBreakBefore: turn }));
  });
  return parts;
}

function cutLine(scale: number): Paragraph {
  const border = { bottom: { style: BorderStyle.DASHED, size: 4, color: '808080', space: 1 } };
  return set([], 12 * scale, { border, spacing: { after: twips(12 * scale) } });
}

function header(document: PaperDocument, page: Page): Header | undefined {
  const running = runningHead(document, page);
  if (!running) return undefined;
  const type = { face: 'song', size: RUNNING_SIZE * page.scale } as const;
  const right = twips(page.width - page.left - page.right);
  const children = [...runs(running.left, type), new TextRun({ text: '\t' }), ...runs(running.right, type)];
  return new Header({
    children: [set(children, 14 * page.scale, { tabStops: [{ type: TabStopType.RIGHT, position: right }] })],
  });
}

function footer(page: Page, align: 'left' | 'right'): Footer {
  const size = 14 * page.scale;
  const { eastAsia } = FACES.song;
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    size: `${Math.round(size * 2) / 2}pt`,
    font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia },
  });
  const indent = align === 'left' ? { left: twips(size) } : { right: twips(size) };
  return new Footer({ children: [set([number], 20 * page.scale, { alignment: ALIGN[align], indent })] });
}

/** Writes a document as .docx, which offices edit in Word or WPS. */
export async function writeDocx(document: PaperDocument): Promise<Buffer> {
  const page = pageOf(document.sheet);
  const wide = document.sheet.endsWith('wide');
  const mm = (72 / 25.4) * page.scale;
  const above = header(document, page);
  const parts = wordBlocks(document.blocks, { page, keep: false, turn: false });
  if (parts.at(-1) instanceof Table) parts.push(thin());
  const file = new Document({
    title: printable(document.title),
    creator: 'Sunledger',
    lastModifiedBy: 'Sunledger',
    evenAndOddHeaderAndFooters: document.numbered,
    styles: {
      default: {
        document: {
          run: {
            size: '16pt',
            font: {
              ascii: FACES.song.latin,
              hAnsi: FACES.song.latin,
              cs: FACES.song.latin,
              eastAsia: FACES.song.eastAsia,
            },
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            // The library turns a wide page itself.
            size: {
              width: twips(wide ? page.height : page.width),
              height: twips(wide ? page.width : page.height),
              orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(page.top),
              bottom: twips(page.bottom),
              left: twips(page.left),
              right: twips(page.right),
              header: twips(page.top - 10 * mm),
              footer: twips(Math.max(page.bottom - 7 * mm - 20 * page.scale, 5 * mm)),
            },
          },
        },
        ...(above && { headers: { default: above, even: above } }),
        ...(document.numbered && { footers: { default: footer(page, 'right'), even: footer(page, 'left') } }),
        children: parts,
      },
    ],
  });
  return await Packer.toBuffer(file, undefined, [
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'word/theme/theme1.xml', data: theme() },
  ]);
}
