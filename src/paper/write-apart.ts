import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Format, writePaper } from './catalog.ts';
import type { Block, PaperDocument } from './document.ts';

/** So many rows are written within a tenth of a second or two; with more, everyone else would wait for it. */
const FEW = 100;

/** Memory of the child in megabytes: a register of 500 members takes less than half of it. */
const MEMORY = '--max-old-space-size=1024';

let before: Promise<unknown> = Promise.resolve();

/**
 * Writes a document in a format without holding up whatever else the process does 另行成文: a large one in a process of its own, one after the other, so that
 * many who ask at once take the memory of one. Undefined where it has no table and a spreadsheet is wanted.
 */
export async function writeApart(document: PaperDocument, format: Format): Promise<Uint8Array | undefined> {
  if (rowsIn(document.blocks) <= FEW) return await writePaper(document, format);
  const written = before.then(async () => await inChild(document, format));
  before = written.catch(() => undefined);
  return await written;
}

function rowsIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'group') return sum + rowsIn(block.blocks);
    return sum + (block.kind === 'table' ? block.rows.length : 1);
  }, 0);
}

async function inChild(document: PaperDocument, format: Format): Promise<Uint8Array | undefined> {
  const child = spawn(process.execPath, [MEMORY, ...childArguments(), format], {
    stdio: ['pipe', 'pipe', 'inherit'],
    windowsHide: true,
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.stdin.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`the process that writes paper ended with ${code ?? 'a signal'}`)),
    );
  });
  child.stdin.end(JSON.stringify(document));
  await ended;
  return parts.length === 0 ? undefined : Buffer.concat(parts);
}

/** How the child is started: the built file or, run from source, the source with the loader that runs TypeScript. */
function childArguments(): readonly string[] {
  const here = import.meta.url;
  if (here.endsWith('.ts')) {
    const loader = pathToFileURL(createRequire(here).resolve('tsx')).href;
    return ['--import', loader, fileURLToPath(new URL('child.ts', here))];
  }
  const built = ['paper-child.js', '../paper-child.js'].map((name) => fileURLToPath(new URL(name, here)));
  return [built.find((path) => existsSync(path)) ?? 'paper-child.js'];
}
