// npm run docs: writes what is drawn from the code. With --check it writes nothing and says which file no longer fits.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { apiDrawings } from './docs-api.mjs';
import { processDrawings } from './docs-process.mjs';
import { root } from './install.mjs';

const load = (path) => tsImport(`../src/${path}`, import.meta.url);

/** What is drawn, and from what: each returns the text of one file. */
const drawings = {
  ...processDrawings,
  ...apiDrawings,
  'schemes/scheme.schema.json': async () => {
    const { schemeSchema } = await load('domain/scheme/document.ts');
    return `${JSON.stringify(schemeSchema(), null, 2)}\n`;
  },
  'docs/problems.md': async () => {
    const [{ unfilled }, { problemsSchemeZhCN: zh }, { problemsSchemeEn: en }] = await Promise.all([
      load('words/fill.ts'),
      load('words/problems-scheme.zh-CN.ts'),
      load('words/problems-scheme.en.ts'),
    ]);
    const cell = (text) => unfilled(text).replaceAll('|', '\\|');
    const rows = Object.keys(zh).map((code) => `| \`${code}\` | ${cell(zh[code])} | ${cell(en[code])} |`);
    const head = [
      '# Problems of a scheme',
      '',
      'What `sunledger scheme check` can find. Drawn by `node scripts/docs.mjs`.',
      '',
    ];
    return `${[...head, '| code | 中文 | English |', '|---|---|---|', ...rows].join('\n')}\n`;
  },
};

/** JSON as the formatter of the house writes it. */
function formatted(path, text) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { status, stdout, stderr } = spawnSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const only = process.argv.includes('--check');
let stale = 0;
for (const [path, draw] of Object.entries(drawings)) {
  const drawn = await draw();
  const text = path.endsWith('.json') ? formatted(path, drawn) : drawn;
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  stale++;
  if (only) console.error(`${path} no longer fits the code. Run: node scripts/docs.mjs`);
  else {
    writeFileSync(file, text);
    console.log(`wrote ${path}`);
  }
}
if (only && stale > 0) process.exit(1);
