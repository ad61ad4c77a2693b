// Writes dist/: the programs that run on Node, and the pages. Called by build.mjs when something has changed.
import { chmodSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './install.mjs';

/** The programs: name in dist/ → source. One whose source is not written yet is left out. */
const programs = {
  cli: 'src/cli/main.ts',
  server: 'src/server/main.ts',
  'intake-child': 'src/intake/child.ts',
  'paper-child': 'src/paper/child.ts',
};

/** The oldest browsers in which the pages work (decision 024). */
const browsers = JSON.parse(readFileSync(join(root, 'scripts/browsers.json'), 'utf8'));

const input = Object.fromEntries(
  Object.entries(programs)
    .map(([name, source]) => [name, join(root, source)])
    .filter(([, source]) => existsSync(source)),
);

if (Object.keys(input).length > 0) {
  // Our own code goes in, packages stay in node_modules.
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: 'dist',
      emptyOutDir: false,
      target: 'node20',
      sourcemap: true,
      rollupOptions: {
        input,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js', // beside the programs, so that import.meta.url always means dist/
          banner: (chunk) => (chunk.isEntry && chunk.name === 'cli' ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  });
}
// The fonts of printed forms stand beside the programs, as they stand beside their source.
cpSync(join(root, 'src/paper/fonts'), join(root, 'dist/fonts'), { recursive: true });
// The verifier is one file by itself, so that it can be handed to whoever wants to verify an archive.
if (existsSync(join(root, 'src/cli/verifier.ts'))) {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: join(root, 'src/cli/verifier.ts'),
      outDir: 'dist',
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'verifier.js', codeSplitting: false } },
    },
    ssr: { noExternal: true },
    // Its half for Node would bring threads, which one archive does not need.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
  });
}
// The same as a page that is opened from the disk: one file that asks for nothing else.
const verifyPage = join(root, 'src/web/verify');
if (existsSync(verifyPage)) {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: browsers,
      lib: { entry: join(verifyPage, 'main.ts'), formats: ['iife'], name: 'verify' },
    },
  });
  const [{ output }] = built;
  const read = (name) => readFileSync(join(verifyPage, name), 'utf8');
  // A script inside a page ends at the first `</script`, wherever that stands.
  const script = output[0].code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const page = read('verify.html')
    .replace('/*style*/', () => read('verify.css'))
    .replace('/*script*/', () => script);
  writeFileSync(join(root, 'dist/verify.html'), page);
}
if (input.cli) chmodSync(join(root, 'dist/cli.js'), 0o755);
if (existsSync(join(root, 'src/web/index.html'))) {
  await build({ root: join(root, 'src/web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
}
