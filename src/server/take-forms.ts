import type { FastifyInstance } from 'fastify';

/** Lets the pages of a scope take the forms of browsers 表单; everywhere else JSON alone is taken. `bodyLimit` in bytes. */
export function takeForms(scope: FastifyInstance, bodyLimit: number): void {
  const options = { parseAs: 'string', bodyLimit } as const;
  scope.addContentTypeParser('application/x-www-form-urlencoded', options, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(typeof body === 'string' ? body : '')));
  });
}
