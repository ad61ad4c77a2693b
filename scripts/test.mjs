// npm test: installs what is missing, builds what is stale, runs every test. Arguments go to vitest: `npm test -- day.test.ts`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install, requireNode, root } from './install.mjs';
import { requireSystem } from './system.mjs';

requireNode();
requireSystem();
install();
build();
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
