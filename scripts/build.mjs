import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, requireNode, root } from './install.mjs';

/** What the build is made from. */
const sources = [
  'src',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'scripts/bundle.mjs',
  'scripts/browsers.json',
];

/** Builds dist/ when something that it is made from has changed; contents are compared, as a checkout keeps no times. */
export function build() {
  const stamp = join(root, 'dist/.built');
  const now = digest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.log('Building…');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  mkdirSync(join(root, 'dist'));
  // Whoever calls may be a test, whose own NODE_ENV would bring the libraries' developing halves in.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/bundle.mjs')], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, now);
}

/** One hash over the names and contents of the sources, tests left out. */
function digest() {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(files).toSorted((a, b) => (a < b ? -1 : 1))) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function files(path) {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

if (process.argv[1] === import.meta.filename) {
  requireNode();
  install();
  build();
}
