import { environment } from '#server/config.ts';

/** A variable of the environment 环境变量 as it holds: its value with secrets masked, and whether it was set or is the default. */
export type Variable = { readonly name: string; readonly value: string | null; readonly set: boolean };

/** The schema of the environment with the values in force; no secret and no password is shown. */
export function variables(env: Readonly<Record<string, string | undefined>>): readonly Variable[] {
  const defaults: Readonly<Record<string, string | number | undefined>> = environment.safeParse({}).data ?? {};
  // That of the owner is read by migrate, restore and db move alone.
  return [...Object.keys(environment.shape), 'DATABASE_OWNER_URL'].map((name) => {
    const given = env[name];
    if (given !== undefined && given !== '') return { name, value: mask(name, given), set: true };
    const otherwise = defaults[name];
    return { name, value: otherwise === undefined ? null : String(otherwise), set: false };
  });
}

/** A value without what must stay secret: a key wholly, of an address its password wherever it stands. */
export function mask(name: string, value: string): string {
  if (/KEY|SECRET|TOKEN|PASSWORD/.test(name)) return '***';
  if (!/^[a-z][a-z0-9+.-]*:/i.test(value)) return name.endsWith('URL') ? '***' : value;
  if (!URL.canParse(value)) return '***';
  const url = new URL(value);
  if (url.password !== '') url.password = '***';
  for (const key of Array.from(url.searchParams.keys()))
    if (/pass|secret|token|key/i.test(key)) url.searchParams.set(key, '***');
  return url.href;
}
