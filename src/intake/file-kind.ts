import { open } from 'node:fs/promises';
import type { IntakeCode } from '#words/problems-intake.zh-CN.ts';

/** What a file is by how it begins 文件实际类型, whatever it is called: a workbook, or something of which the problem's words say what it is and what to do. */
export type FileKind = 'workbook' | 'text' | IntakeCode;

const HEAD = 4096;
/** The first four bytes of .xlsx, and of .xls and .et. */
const WORKBOOKS = new Set(['504b0304', 'd0cf11e0']);
const ODS = 'application/vnd.oasis.opendocument.spreadsheet';
const PICTURES = /^(?:89504e47|ffd8ff|47494638|52494646)/;

/** Tells what a file is from its first bytes. */
export async function fileKind(path: string): Promise<FileKind> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return kindOf(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function kindOf(head: Buffer): FileKind {
  const magic = head.toString('hex', 0, 4);
  // An OpenDocument says what it is in its first part, which is never packed.
  if (magic === '504b0304' && head.includes(ODS, 0, 'latin1')) return 'intake.is-ods';
  if (WORKBOOKS.has(magic)) return 'workbook';
  if (magic === '25504446') return 'intake.is-pdf';
  if (PICTURES.test(head.toString('hex', 0, 8))) return 'intake.is-picture';
  return markupIn(textOf(head)) ?? (head.includes(0) && !isWide(head) ? 'intake.not-a-workbook' : 'text');
}

function isWide(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

/** The beginning as text, as far as markup goes, which is ASCII in every encoding. */
function textOf(head: Buffer): string {
  return head
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)?\s*/, '')
    .toLowerCase();
}

function markupIn(text: string): FileKind | undefined {
  if (text.startsWith('mime-version:')) return 'intake.is-web-page';
  if (!text.startsWith('<')) return undefined;
  if (/^<\?xml|^<workbook/.test(text) && text.includes('office:spreadsheet')) return 'intake.is-xml-sheet';
  return /<(?:!doctype html|html|head|meta|body|table|style|div)\b/.test(text) ? 'intake.is-web-page' : undefined;
}
