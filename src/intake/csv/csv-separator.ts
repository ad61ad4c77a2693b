import { isHeading } from '#intake/headings.ts';
import { CsvRecords } from './csv-record.ts';

const CANDIDATES = [',', ';', '\t'];

/** Finds the separator 分隔符 of a CSV from its first bytes: the one that shows most known headings, else the most frequent. */
export function chooseSeparator(head: Buffer): number {
  const declared = /^sep=(.)\r?\n/.exec(head.toString('latin1', 0, 8))?.[1];
  if (declared) return declared.charCodeAt(0);
  const scored = CANDIDATES.map((separator) => ({ separator, score: score(head, separator) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.separator.charCodeAt(0);
}

function score(head: Buffer, separator: string): number {
  const bytes = Buffer.from(head);
  const records = new CsvRecords(separator.charCodeAt(0), 200);
  let most = 0;
  let from = 0;
  for (let row = 0; row < 20 && from < bytes.length; row++) {
    const next = records.next(bytes, from, bytes.length, true);
    const fields = Math.min(records.count, 200);
    let known = 0;
    for (let field = 0; field < fields; field++) {
      if (isHeading(bytes.toString('utf8', records.starts[field], records.ends[field]))) known++;
    }
    most = Math.max(most, known * 1000 + (known > 0 || row === 0 ? fields : 0));
    from = next;
  }
  return most;
}
