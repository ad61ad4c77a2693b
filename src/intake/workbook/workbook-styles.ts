import { decimalText } from '#intake/text/decimal.ts';
import { attribute, scanXml } from './xml-scan.ts';

const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

const PERCENT = new Set([9, 10]);

/** Whether a number format 数字格式 shows a day: years or days in it, or months without hours and seconds. */
export function showsDay(format: string): boolean {
  const code = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase();
  if (code.includes('general')) return false;
  return /[yd]/.test(code) || (code.includes('m') && !/[hs]/.test(code));
}

/** Whether a number format shows hundredths 百分数. */
export function showsPercent(format: string): boolean {
  return (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_./g, '').includes('%');
}

/** A number as a person sees it in a cell of hundredths: 0.95 is 95%, and no number of anything else. */
export function percentText(value: number): string {
  return `${decimalText(value * 100)}%`;
}

/** What a cell's style makes of a number; undefined where it stays one. */
export type CellStyle = 'day' | 'percent' | undefined;

/** Reads which cell styles of a workbook show days or hundredths, by style number. */
export function readCellStyles(part: Buffer): readonly CellStyle[] {
  const formats = new Map<number, string>();
  const styles: CellStyle[] = [];
  let inside = false;
  scanXml(part, {
    wanted: false,
    open(name, tag) {
      if (name === 'cellXfs') inside = true;
      else if (name === 'numFmt') formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
      else if (name === 'xf' && inside) {
        const id = Number(attribute(tag, 'numFmtId') ?? 0);
        const format = formats.get(id);
        const day = format === undefined ? BUILT_IN.has(id) : showsDay(format);
        const percent = format === undefined ? PERCENT.has(id) : showsPercent(format);
        styles.push(day ? 'day' : percent ? 'percent' : undefined);
      }
    },
    close(name) {
      if (name === 'cellXfs') inside = false;
    },
    text: () => {},
  });
  return styles;
}
