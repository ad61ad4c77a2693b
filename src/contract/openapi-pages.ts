/** The pages and probes that are no action: method, path, what it is, what it answers with, and who may. */
const PAGES = [
  ['get', '/', 'Start page', 'text/html'],
  ['get', '/b/{board}', 'Standing board of a branch, without script', 'text/html'],
  ['get', '/join/{code}', 'Form on which a slip’s one-time code is spent, without script', 'text/html'],
  ['post', '/join/{code}', 'Spends the code: sets the password and signs in', 'text/html'],
  ['get', '/my', 'A member’s own view (demonstration)', 'text/html'],
  ['get', '/my/{member}', 'A member’s own view (demonstration)', 'text/html'],
  ['get', '/icon.svg', 'The sign of the product', 'image/svg+xml'],
  ['get', '/assets/{file}', 'Scripts and styles of the pages', 'text/javascript'],
  ['get', '/healthz', 'Whether the process lives', 'application/json'],
  ['get', '/readyz', 'Whether the database answers and is up to date', 'application/json'],
  ['get', '/metrics', 'Counts of requests and of the process; to this machine or with METRICS_TOKEN', 'text/plain'],
  ['get', '/api/openapi.json', 'This document', 'application/json'],
] as const;

type Json = { readonly [key: string]: unknown };

/** The fields of the form of a slip: the password, twice. */
const FORM = {
  type: 'object',
  additionalProperties: true, // a browser adds what it likes
  required: ['password', 'again'],
  properties: {
    password: { type: 'string', minLength: 10, maxLength: 256 },
    again: { type: 'string', minLength: 10, maxLength: 256 },
  },
};

/** The pages and probes 页面 as paths of the OpenAPI document. */
export function pages(): Json {
  const paths: Record<string, Json> = {};
  for (const one of PAGES) paths[one[1]] = { ...paths[one[1]], [one[0]]: page(one) };
  return paths;
}

function page([method, path, summary, type]: (typeof PAGES)[number]): Json {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', maxLength: 100 },
  }));
  return {
    summary,
    security: path === '/metrics' ? [{}, { metrics: [] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(method === 'post' && {
      requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: FORM } } },
    }),
    responses: {
      200: { description: summary, content: { [type]: {} } },
      default: { description: 'A refusal', content: { 'text/html': {} } },
    },
  };
}
