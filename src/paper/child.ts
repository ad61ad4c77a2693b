import { type Format, writePaper } from './catalog.ts';
import type { PaperDocument } from './document.ts';

// The child process in which a large document is written: started with the format, the document comes as JSON on standard input, the file goes to standard output.
const said: Buffer[] = [];
for await (const part of process.stdin) said.push(part as Buffer);
const document = JSON.parse(Buffer.concat(said).toString('utf8')) as PaperDocument;
const written = await writePaper(document, process.argv[2] as Format);
if (written) process.stdout.write(written);
