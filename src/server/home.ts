import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the project 程序目录, where schemes/, examples/ and dist/ lie; the same from source and from dist/. */
export function homeFolder(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('package.json was not found above the program');
  return homeFolder(above);
}
