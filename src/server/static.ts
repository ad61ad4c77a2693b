import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { CODINGS, type Coding, codingOf } from './send.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** What vite's manifest says of one source: the files built from it. */
type Built = { readonly file: string; readonly css?: readonly string[]; readonly assets?: readonly string[] };

/** The built pages 页面文件: the shell that loads the application, and the files it may ask for. */
export type Web = { readonly shell: string; readonly files: ReadonlyMap<string, string> };

/** Reads what vite built; undefined when there is nothing. Only files of the manifest are ever served, so no path leads elsewhere. */
export function readWeb(folder: string): Web | undefined {
  try {
    const manifest: Record<string, Built> = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
    const names = Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]);
    const files = new Map(names.map((name) => [`/${name}`, join(folder, name)]));
    return { shell: readFileSync(join(folder, 'index.html'), 'utf8'), files };
  } catch {
    return undefined;
  }
}

/** Serves the built files; their names carry a hash of their content, so a browser never asks twice. */
export function serveFiles(app: FastifyInstance, { files }: Web): void {
  for (const [path, file] of files) {
    const kept = new Map<Coding | undefined, Buffer>();
    const bodyIn = (coding: Coding | undefined): Buffer => {
      const known = kept.get(coding);
      if (known) return known;
      const body = readFileSync(file);
      const coded = coding === undefined ? body : CODINGS[coding](body);
      kept.set(coding, coded);
      return coded;
    };
    app.get(path, (request, reply) => {
      const coding = codingOf(request);
      if (coding !== undefined) reply.header('content-encoding', coding);
      return reply
        .type(TYPES[extname(file)] ?? 'application/octet-stream')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('vary', 'accept-encoding')
        .send(bodyIn(coding));
    });
  }
}
