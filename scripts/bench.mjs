// Builds what is stale and the measurements themselves, then runs them: bundled like the program, since a loader would slow one side only.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'vite';
import { build } from './build.mjs';
import { install, requireNode, root } from './install.mjs';

requireNode();
install();
build();
const outDir = join(root, '.cache/bench');
await bundle({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20',
    // Workbooks are read by a program of their own, which is looked for beside the one that reads.
    rollupOptions: {
      input: { run: join(root, 'bench/run.ts'), 'intake-child': join(root, 'src/intake/child.ts') },
      output: { chunkFileNames: '[name]-[hash].js' }, // beside the fonts, as in dist/
    },
  },
});
cpSync(join(root, 'src/paper/fonts'), join(outDir, 'fonts'), { recursive: true });
const { status } = spawnSync(process.execPath, [join(outDir, 'run.js')], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
