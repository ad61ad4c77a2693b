// npm run check: types, format and lint, type-aware lint, and that the drawn documents still fit. Runs all, then says which failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, requireNode, root } from './install.mjs';

requireNode();
install();

const bin = (name) => join(root, 'node_modules', name);
const steps = [
  ['types', bin('typescript/bin/tsc'), '-b'],
  ['format and lint', bin('@biomejs/biome/bin/biome'), 'check', '.'],
  ['lint with types', bin('oxlint/bin/oxlint'), '--type-aware'],
];
const docs = join(root, 'scripts/docs.mjs');
if (existsSync(docs)) steps.push(['documents', docs, '--check']);

const failed = steps.filter(([name, ...command]) => {
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok    ' : 'failed'} ${name}`);
  return status !== 0;
});
mkdirSync(join(root, '.cache'), { recursive: true });
const outcome = { passed: steps.length - failed.length, failed: failed.length };
writeFileSync(join(root, '.cache/check.json'), JSON.stringify(outcome));
process.exit(failed.length === 0 ? 0 : 1);
