import { attribute, scanXml } from './xml-scan.ts';

const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Whether a number format 数字格式 shows a day: years or days in it, or months without hours and seconds. */
export function showsDay(format: string): boolean {
  const code = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase();
  if (code.includes('general')) return false;
  return /[yd]/.test(code) || (code.includes('m') && !/[hs]/.test(code));
}

/** Reads which cell styles of a workbook show days: one flag for each style number. */
export function readDayStyles(part: Buffer): readonly boolean[] {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let inside = false;
  scanXml(part, {
    wanted: false,
    open(name, tag) {
      if (name === 'cellXfs') inside = true;
      else if (name === 'numFmt') formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
      else if (name === 'xf' && inside) {
        const id = Number(attribute(tag, 'numFmtId') ?? 0);
        styles.push(showsDay(formats.get(id) ?? '') || (!formats.has(id) && BUILT_IN.has(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inside = false;
    },
    text: () => {},
  });
  return styles;
}
