import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

/** What the tests use of the system: the Debian package and what shows that it is there. */
const needed = [
  { name: 'postgresql', shown: () => onPath('initdb') || debianServer() },
  { name: 'chromium', shown: () => onPath('chromium') },
  { name: 'fonts-noto-cjk', shown: () => existsSync('/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc') },
  { name: 'libreoffice-writer-nogui', shown: () => existsSync('/usr/lib/libreoffice/program/libswlo.so') },
  { name: 'libreoffice-calc-nogui', shown: () => existsSync('/usr/lib/libreoffice/program/libsclo.so') },
  { name: 'poppler-utils', shown: () => onPath('pdftotext') && onPath('pdftoppm') },
];

/** Installs, as root, the missing packages of the system; as another user says what is missing and stops. */
export function requireSystem() {
  const missing = needed.filter(({ shown }) => !shown()).map(({ name }) => name);
  if (missing.length === 0) return;
  const root = process.getuid?.() === 0;
  if (!root || !onPath('apt-get')) {
    console.error(`The tests need ${missing.join(', ')}. Nothing was run. Install with:`);
    console.error(`  sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`);
    process.exit(1);
  }
  console.log(`Installing ${missing.join(', ')}…`);
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...missing);
  const still = needed.filter(({ shown }) => !shown()).map(({ name }) => name);
  if (still.length === 0) return;
  console.error(`These packages could not be installed: ${still.join(', ')}. Nothing was run.`);
  process.exit(1);
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (status !== 0) console.error(`apt-get ${args[0]} ended with ${status}.`);
}

/** Debian keeps the programs of the server out of the path; the client alone has the folder too. */
function debianServer() {
  const all = '/usr/lib/postgresql';
  return existsSync(all) && readdirSync(all).some((version) => existsSync(`${all}/${version}/bin/initdb`));
}

function onPath(command) {
  return (process.env['PATH'] ?? '').split(':').some((folder) => folder !== '' && existsSync(`${folder}/${command}`));
}
