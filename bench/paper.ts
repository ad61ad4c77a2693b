import { writeDocx } from '#paper/docx.ts';
import { writePdf } from '#paper/pdf.ts';
import { writeXlsx } from '#paper/xlsx.ts';
import { registerOf } from '#tests/paper/samples.ts';

/** Seconds that a register of 500 members may take (issue, Speed). */
const LIMITS = { xlsx: 2, pdf: 6 } as const;

/** How often each is written; the quickest counts, as other work on the machine only slows. */
const RUNS = 3;

/** Measures the register of 500 members in each format; answers with what is slower than it should be. */
export async function measurePaper(): Promise<readonly string[]> {
  const document = registerOf({ members: 500, hard: true });
  const writers = { xlsx: writeXlsx, pdf: writePdf, docx: writeDocx };
  const failures: string[] = [];
  for (const [format, write] of Object.entries(writers)) {
    let [seconds, bytes] = [Number.POSITIVE_INFINITY, 0];
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      bytes = (await write(document))?.length ?? 0;
      seconds = Math.min(seconds, (performance.now() - start) / 1000);
    }
    console.log(`register of 500 members as ${format}: ${seconds.toFixed(2)} s, ${Math.round(bytes / 1024)} KB`);
    if (format !== 'docx' && seconds > LIMITS[format as keyof typeof LIMITS])
      failures.push(`register as ${format} above its limit`);
  }
  return failures;
}
