import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Programs } from '#service/export-package.ts';

/** The verifiers 验证程序 that go into every package: the page, and the program for Node. */
const NAMES = ['verify.html', 'verifier.js'];

/** Reads the built verifiers from the project's folder; those that are not built are left out. */
export function readPrograms(home: string): Programs {
  return new Map(
    NAMES.flatMap((name): [string, string][] => {
      try {
        return [[name, readFileSync(join(home, 'dist', name), 'utf8')]];
      } catch {
        return [];
      }
    }),
  );
}
