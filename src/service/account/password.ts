import { hash, verify } from '@node-rs/argon2';

/** argon2id (the package's number 2, a constant that isolated modules cannot read) with 19 MiB, two passes, one lane (OWASP's recommendation of 2023). */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let dummy: Promise<string> | undefined;

/** The argon2id hash 密码摘要 of a password as it was typed. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password, COST);
}

/** Whether a password is the one of a hash; where there is no hash it takes as long and is not, so that nobody learns which accounts exist. */
export async function isPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword('no account has this password');
  const fits = await verify(kept ?? (await dummy), password);
  return fits && typeof kept === 'string';
}
