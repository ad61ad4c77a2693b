import { parseArgs } from 'node:util';
import { reportLines } from '#verifier/say.ts';
import type { Lang } from '#words/lang.ts';
import { verifyFile } from './archive-lines.ts';
import { outsideHead } from './outside-head.ts';

const USAGE = `node verifier.js ARCHIVE [--head HASH|FILE] [--json] [--lang zh-CN|en]
验证阳光积分存档；只需要 Node，不联网 / verifies an archive of Sunledger; needs Node alone, no network
0 相符 fits · 1 不符 does not fit · 2 用法不对 not understood
`;

/** The verifier as a program of its own 独立验证程序, one file that runs wherever Node does: `node verifier.js ARCHIVE`. */
async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      head: { type: 'string' },
      json: { type: 'boolean' },
      lang: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const [archive, ...others] = positionals;
  const head = values.head === undefined ? undefined : outsideHead(values.head);
  if (values.help === true) process.stdout.write(USAGE);
  if (values.help === true) return 0;
  if (archive === undefined || others.length > 0 || (values.head !== undefined && head === undefined)) {
    process.stderr.write(USAGE);
    return 2;
  }
  const lang: Lang = values.lang === 'en' ? 'en' : 'zh-CN';
  const report = await verifyFile(archive, head);
  const text = values.json === true ? JSON.stringify(report, null, 2) : reportLines(report, lang).join('\n');
  process.stdout.write(`${text}\n`);
  return report.sound ? 0 : 1;
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
