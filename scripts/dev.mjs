// npm run dev: the server restarts and the pages reload when a file is saved. The pages are on http://localhost:5173.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { install, requireNode, root } from './install.mjs';

requireNode();
install();

const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
const vite = join(root, 'node_modules/vite/bin/vite.js');
const programs = [
  [join(root, 'src/cli/main.ts'), [tsx, 'watch', 'src/cli/main.ts', 'serve', '--demo', ...process.argv.slice(2)]],
  [join(root, 'src/web/index.html'), [vite]],
].filter(([source]) => existsSync(source));

if (programs.length === 0) {
  console.error('There is nothing to watch yet: src/cli/main.ts and src/web/index.html are missing.');
  process.exit(1);
}
const children = programs.map(([, args]) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));
for (const child of children) {
  child.on('exit', (code) => {
    for (const other of children) other.kill();
    process.exitCode ??= code ?? 1;
  });
}
