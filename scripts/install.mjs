import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of the project. */
export const root = join(import.meta.dirname, '..');

/** Stops with a sentence when this Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Sunledger needs Node 20.19 or later (24 is advised); this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs the packages when what is in node_modules is not what package-lock.json says. */
export function install() {
  if (installed()) return;
  console.log('Installing packages…');
  const clean = ['ci', '--include=dev', '--no-fund'];
  if (npm(clean) || npm([...clean, '--no-audit'])) return;
  // A user without a home folder of their own has no cache to write to.
  if (npm([...clean, '--no-audit', '--cache', mkdtempSync(join(tmpdir(), 'npm-'))])) return;
  console.error(
    'The packages could not be installed. Check that this folder is yours to write and that npm reaches its registry.',
  );
  process.exit(1);
}

/** Whether every package of the lock file stands in node_modules in its version. Those for other machines may be absent. */
function installed() {
  try {
    const wanted = packages('package-lock.json');
    const present = packages('node_modules/.package-lock.json');
    return Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        path === '' || (present[path] ? present[path].version === version : optional === true),
    );
  } catch {
    return false;
  }
}

function packages(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
}

/** Runs npm, the one that started us if there is one. */
function npm(args) {
  const path = process.env.npm_execpath;
  const own = path?.endsWith('npm-cli.js');
  const { status } = own
    ? spawnSync(process.execPath, [path, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}
