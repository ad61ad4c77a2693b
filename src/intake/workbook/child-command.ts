import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** How the reading child 读取子进程 is started: Node's arguments, with the built file or, run from source, with the loader that runs TypeScript. */
export function childArguments(): readonly string[] {
  const here = import.meta.url;
  if (here.endsWith('.ts')) {
    const loader = pathToFileURL(createRequire(here).resolve('tsx')).href;
    return ['--import', loader, fileURLToPath(new URL('../child.ts', here))];
  }
  const built = ['intake-child.js', '../intake-child.js'].map((name) => fileURLToPath(new URL(name, here)));
  return [built.find((path) => existsSync(path)) ?? 'intake-child.js'];
}
