import { type Unzipped, unzipSync, zipSync } from 'fflate';

/** When a file was made, in its properties. */
const MADE = /(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/g;

/** Numbers that are counted over all files of a run. */
const COUNTED = /(<wp:docPr\b[^>]*?\bid=")[^"]*(")/g;

/**
 * A .docx or .xlsx as it would have been written at an instant 定时成文: its dates are that instant's, nothing in it tells of the run that wrote it, so that the
 * same document gives the same bytes.
 */
export function steadyOffice(bytes: Uint8Array, instant: string): Uint8Array {
  const files: Unzipped = unzipSync(bytes);
  edit(files, 'docProps/core.xml', (text) => text.replace(MADE, `$1${instant.slice(0, 19)}Z$3`));
  let count = 0;
  edit(files, 'word/document.xml', (text) =>
    text.replace(COUNTED, (_, before: string, after: string) => `${before}${++count}${after}`),
  );
  const [year = 1980, month = 1, day = 1] = instant.slice(0, 10).split('-').map(Number);
  // The format keeps no zone: it takes the fields of the day as they stand here.
  return zipSync(files, { level: 6, mtime: new Date(year, month - 1, day, 12) });
}

function edit(files: Unzipped, path: string, change: (text: string) => string): void {
  const found = files[path];
  if (found) files[path] = new TextEncoder().encode(change(new TextDecoder().decode(found)));
}
