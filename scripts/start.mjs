// npm start: installs what is missing, builds what is stale, serves the demonstration branch. Further arguments go to `sunledger serve`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { install, requireNode, root } from './install.mjs';

requireNode();
install();
build();

const cli = join(root, 'dist/cli.js');
if (!existsSync(cli)) {
  console.error('There is no server to start yet: src/cli/main.ts is missing.');
  process.exit(1);
}
process.argv = [process.execPath, cli, 'serve', '--demo', ...process.argv.slice(2)];
await import(pathToFileURL(cli).href);
