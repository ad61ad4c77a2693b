import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import type { Block, Cell, PaperDocument } from '#paper/document.ts';

/** Does something in a folder of its own, which is gone afterwards. */
export function inFolder<T>(act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of a PDF page by page, in the order in which it was drawn. */
export function pdfPages(data: Buffer): string[] {
  return inFolder((folder) => {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, data);
    const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    return text.split('\f').slice(0, -1);
  });
}

/** The fonts of a PDF as pdffonts lists them: one row each with type, embedded and subset. */
export function pdfFonts(data: Buffer): string[] {
  return inFolder((folder) => {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, data);
    return execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2);
  });
}

/** One part of a .docx or .xlsx as text. */
export function partOf(data: Buffer, path: string): string {
  const found = XLSX.CFB.find(XLSX.CFB.read(data, { type: 'buffer' }), `/${path}`);
  if (!found) throw new Error(`${path} is missing`);
  return Buffer.from(found.content as Uint8Array).toString('utf8');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The paragraphs of a .docx as text, those in tables among them. */
export function docxTexts(data: Buffer): string[] {
  const xml = partOf(data, 'word/document.xml');
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p [^>]*>(.*?)<\/w:p>/gs)].map((found) =>
    [...(found[1] ?? found[2] ?? '').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map(([whole, text]) => (whole === '<w:br/>' ? '\n' : (text ?? '')))
      .join('')
      .replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all),
  );
}

/** What stands in the places of a spreadsheet: text or number, and never a formula. */
export function xlsxValues(data: Buffer): {
  readonly texts: string[];
  readonly numbers: number[];
  readonly formulas: number;
} {
  const book = XLSX.read(data, { type: 'buffer', cellFormula: true });
  const cells = book.SheetNames.flatMap((name) =>
    Object.entries(book.Sheets[name] ?? {})
      .filter(([at]) => !at.startsWith('!'))
      .map(([, one]) => one as XLSX.CellObject),
  );
  return {
    texts: cells.filter(({ t }) => t === 's').map(({ v }) => String(v)),
    numbers: cells.filter(({ t }) => t === 'n').map(({ v }) => Number(v)),
    formulas: cells.filter(({ f }) => f !== undefined).length,
  };
}

/** The places of all tables of a document that have a text of their own. */
export function cellsOf({ blocks }: PaperDocument): Cell[] {
  const flat = (all: readonly Block[]): readonly Block[] =>
    all.flatMap((one) => (one.kind === 'group' ? flat(one.blocks) : [one]));
  return flat(blocks)
    .flatMap((one) => (one.kind === 'table' ? [...one.head, ...one.rows] : []))
    .flatMap(({ cells }) => cells)
    .filter(({ text, joined }) => text !== '' && !joined);
}

/** Texts of paragraphs of a document. */
export function paragraphsOf({ blocks }: PaperDocument): string[] {
  const of = (all: readonly Block[]): string[] =>
    all.flatMap((one) => {
      if (one.kind === 'group') return of(one.blocks);
      if (one.kind === 'proof') return [...one.lines];
      return one.kind === 'paragraph' ? [one.text] : [];
    });
  return of(blocks);
}

/** A text without anything that is only space. */
export function dense(text: string): string {
  return text.replace(/[\s　]/gu, '');
}

/** Converts files to PDF by LibreOffice; those that it cannot open are missing in the answer. */
export function byOffice(files: Readonly<Record<string, Buffer>>): Map<string, Buffer> {
  return inFolder((folder) => {
    for (const [name, data] of Object.entries(files)) writeFileSync(join(folder, name), data);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'out')];
    execFileSync('soffice', [...args, ...Object.keys(files).map((name) => join(folder, name))], { stdio: 'ignore' });
    const found = new Map<string, Buffer>();
    for (const name of Object.keys(files)) {
      try {
        found.set(name, readFileSync(join(folder, 'out', name.replace(/\.\w+$/, '.pdf'))));
      } catch {
        // LibreOffice says nothing of what it cannot open.
      }
    }
    return found;
  });
}

/** The pages of a PDF as pictures (PNG), so many dots an inch. */
export function pictures(data: Buffer, dots: number): Buffer[] {
  return inFolder((folder) => {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, data);
    execFileSync('pdftoppm', ['-r', String(dots), '-png', path, join(folder, 'p')]);
    const pages = pdfPages(data).length;
    const digits = String(pages).length;
    return Array.from({ length: pages }, (_, at) =>
      readFileSync(join(folder, `p-${String(at + 1).padStart(digits, '0')}.png`)),
    );
  });
}
