import { readFile } from 'node:fs/promises';
import { Fault } from './fault.ts';
import type { Limits } from './limits.ts';
import type { Sheets } from './sheets.ts';
import { readXls } from './workbook/read-xls.ts';
import { readXlsx } from './workbook/read-xlsx.ts';

// The child process in which workbooks are read: started with the path, the name to show and the limits; answers in lines of JSON on standard output.
const [path = '', file = '', limitsText = '{}'] = process.argv.slice(2);

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function read(limits: Limits): Promise<Sheets> {
  const bytes = await readFile(path);
  if (bytes.length > limits.packedBytes) {
    throw new Fault('intake.packed-too-large', { file }, { most: Math.round(limits.packedBytes / 1048576) });
  }
  const magic = bytes.toString('hex', 0, 4);
  if (magic === '504b0304') return readXlsx(bytes, file, limits);
  if (magic === 'd0cf11e0') return await readXls(bytes, file, limits);
  throw new Fault('intake.not-a-workbook', { file });
}

try {
  const found = await read(JSON.parse(limitsText) as Limits);
  say({ hidden: found.hidden, epoch1904: found.epoch1904 });
  if (found.sheets.length === 0) throw new Fault('intake.no-sheet', { file });
  for (const sheet of found.sheets) {
    say({ sheet: sheet.name, unseen: sheet.unseen });
    for (const row of sheet.rows)
      say([
        row.number,
        row.cells.map(({ column, kind, text, result }) =>
          result === undefined ? [column, kind, text] : [column, kind, text, result],
        ),
      ]);
  }
  say({ end: true });
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  say({ problem: error.problem });
}
