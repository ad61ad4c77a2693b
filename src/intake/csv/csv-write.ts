const GUARD = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** What a field of a written CSV can be; undefined and null are empty. */
export type Field = string | number | undefined | null;

function fieldText(value: Field): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = GUARD.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record of a CSV by RFC 4180 with CRLF; text that a spreadsheet would run as a formula gets an apostrophe before it 防公式注入 (ASVS 1.2.10). */
export function csvLine(fields: readonly Field[]): string {
  return `${fields.map(fieldText).join(',')}\r\n`;
}

/** A whole CSV file: UTF-8 with its mark, so that spreadsheets read Chinese, and one record a row. */
export function writeCsv(rows: readonly (readonly Field[])[]): string {
  return `\ufeff${rows.map(csvLine).join('')}`;
}
