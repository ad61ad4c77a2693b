import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What the installation's key 系统密钥 can do: name a person so that only the key finds it again, and seal what only the key opens. */
export type Secrets = {
  /** A keyed digest of a text for one purpose: the same each time, and nobody guesses back without the key. */
  readonly digest: (purpose: string, text: string) => string;
  readonly seal: (text: string) => string;
  readonly open: (sealed: string) => string;
};

/** The name of the key's file in the data folder: apart from the database, so that a copy of that alone opens nothing. */
export const KEY_FILE = 'sunledger.key';

/** No key is shorter, as SECRETS_KEY is not either. */
const SHORTEST = 32;

/** What is sealed is padded to a multiple of this, so that its length tells little (product §3.8). */
const PAD = 1024;

/** The key of SECRETS_KEY, else of the data folder, where it is made when missing; read when it is first needed. */
export function readSecrets(folder: string | undefined, given: string | undefined): Secrets {
  let read: Secrets | undefined;
  const secrets = (): Secrets => {
    read ??= secretsOf(given !== undefined && given !== '' ? given : keyOfFolder(folder));
    return read;
  };
  return {
    digest: (purpose, text) => secrets().digest(purpose, text),
    seal: (text) => secrets().seal(text),
    open: (sealed) => secrets().open(sealed),
  };
}

function keyOfFolder(folder: string | undefined): string {
  if (folder === undefined) throw new Error('SECRETS_KEY is needed where there is no data folder');
  const file = join(folder, KEY_FILE);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) makeKey(folder, file);
  const key = readFileSync(file, 'utf8').trim();
  if (key.length < SHORTEST) throw new Error(`the key in ${file} is cut short: take it from its backup`);
  return key;
}

/** Makes the key whole or not at all: another program, or whoever starts after a crash, never finds half of one. */
function makeKey(folder: string, file: string): void {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
    syncFolder(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another program was quicker: its key holds
  } finally {
    unlinkSync(draft);
  }
}

/** What was sealed with the key must not outlive its name in the folder. */
function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** The uses of a key: one derived key for digests, one for sealing (AES-256-GCM). */
export function secretsOf(key: string): Secrets {
  const derive = (use: string): Buffer => Buffer.from(hkdfSync('sha256', key, 'sunledger', use, 32));
  const [digesting, sealing] = [derive('digest'), derive('seal')];
  return {
    digest: (purpose, text) => createHmac('sha256', digesting).update(`${purpose}\n${text}`).digest('base64url'),
    seal: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      const body = Buffer.from(text, 'utf8');
      const padded = Buffer.alloc(Math.ceil((body.length + 4) / PAD) * PAD);
      padded.writeUInt32BE(body.length, 0);
      body.copy(padded, 4);
      const closed = Buffer.concat([cipher.update(padded), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64');
    },
    open: (sealed) => {
      const all = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', sealing, all.subarray(0, 12));
      decipher.setAuthTag(all.subarray(12, 28));
      const padded = Buffer.concat([decipher.update(all.subarray(28)), decipher.final()]);
      return padded.subarray(4, 4 + padded.readUInt32BE(0)).toString('utf8');
    },
  };
}
