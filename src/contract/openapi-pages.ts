/** The pages of those who are signed in; whoever is not is led to the sign-in. */
const PLACES = [
  ['/my', 'A member’s own pages'],
  ['/desk', 'The desk of committee, secretary and recorder'],
  ['/meeting', 'The general meeting'],
  ['/above', 'The superior’s desk'],
  ['/admin', 'The three administrators’ desks'],
] as const;

/** The pages and probes that are no action: method, path, what it is, what it answers with, and who may. */
const PAGES = [
  ['get', '/', 'Start page', 'text/html'],
  ['get', '/b/{board}', 'Standing board of a branch, without script', 'text/html'],
  ['get', '/init', 'Form of the first use, on the machine itself while there is no branch', 'text/html'],
  ['post', '/init', 'Sets up the first branch and shows the slips', 'text/html'],
  [
    'get',
    '/n/{code}',
    'A running notice by the code on its sheet, without script; 404 before and after its term',
    'text/html',
  ],
  ['get', '/v', 'Form to type a fingerprint; with `print` it leads to what that belongs to', 'text/html'],
  ['get', '/v/{fingerprint}', 'What a fingerprint belongs to: kind, number, day, whether superseded', 'text/html'],
  ['get', '/ask/{board}', 'The two doors for concerns, without script and sign-in', 'text/html'],
  ['post', '/ask/{board}', 'Asks the branch, tells the superior, or follows a case by its number', 'text/html'],
  ['get', '/join/{code}', 'Form on which a slip’s one-time code is spent, without script', 'text/html'],
  ['post', '/join/{code}', 'Spends the code: sets the password and signs in', 'text/html'],
  ['get', '/sign-in', 'Form to sign in, without script', 'text/html'],
  ['post', '/sign-in', 'Signs in and leads to where the person has to do', 'text/html'],
  ...PLACES.flatMap(
    ([path, what]) =>
      [
        ['get', path, what, 'text/html'],
        ['get', `${path}/{page}`, what, 'text/html'],
      ] as const,
  ),
  ['get', '/icon.svg', 'The sign of the product', 'image/svg+xml'],
  ['get', '/assets/{file}', 'Scripts and styles of the pages', 'text/javascript'],
  ['get', '/healthz', 'Whether the process lives', 'application/json'],
  ['get', '/readyz', 'Whether the database answers and is up to date', 'application/json'],
  ['get', '/metrics', 'Counts of requests and of the process; to this machine or with METRICS_TOKEN', 'text/plain'],
  ['get', '/api/openapi.json', 'This document', 'application/json'],
] as const;

type Json = { readonly [key: string]: unknown };

const password = { type: 'string', minLength: 10, maxLength: 256 };
const name = { type: 'string', minLength: 1, maxLength: 60 };

/** A form with its required fields; a browser adds what it likes. */
const form = (fields: Json, more: Json = {}): Json => ({
  type: 'object',
  additionalProperties: true,
  required: Object.keys(fields),
  properties: { ...fields, ...more },
});

/** The fields of the form of the two doors: which, the one-time field that the form carried, the words or the case number, the notice asked about. */
const ASK_FORM = {
  type: 'object',
  additionalProperties: false,
  required: ['door', 'once', 'text'],
  properties: {
    door: { type: 'string', enum: ['question', 'concern', 'follow'] },
    once: { type: 'string', maxLength: 200 },
    text: { type: 'string', maxLength: 2000 },
    notice: { type: 'string', maxLength: 64 },
  },
};

/** The fields of the forms: of a slip the password, twice; of the first use the names. */
const FORMS: Readonly<Record<string, Json>> = {
  '/join/{code}': form({ password, again: password }),
  '/sign-in': form(
    { login: { type: 'string', maxLength: 40 }, password: { type: 'string', maxLength: 256 } },
    { next: { type: 'string', maxLength: 300 } },
  ),
  '/init': form({ branch: name, secretary: name, system: name, security: name, audit: name }, { superior: name }),
  '/ask/{board}': ASK_FORM,
};

/** What a page takes in its query. */
const QUERY: Readonly<Record<string, string>> = { '/v': 'print', '/ask/{board}': 'notice', '/sign-in': 'next' };

/** The pages and probes 页面 as paths of the OpenAPI document. */
export function pages(): Json {
  const paths: Record<string, Json> = {};
  for (const one of PAGES) paths[one[1]] = { ...paths[one[1]], [one[0]]: page(one) };
  return paths;
}

function page([method, path, summary, type]: (typeof PAGES)[number]): Json {
  const given = (name: string | undefined, where: 'path' | 'query'): Json => ({
    name,
    in: where,
    required: where === 'path',
    schema: { type: 'string', maxLength: 100 },
  });
  const query = method === 'get' ? QUERY[path] : undefined;
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => given(name, 'path')),
    ...(query === undefined ? [] : [given(query, 'query')]),
  ];
  return {
    summary,
    security: path === '/metrics' ? [{}, { metrics: [] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(method === 'post' && {
      requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: FORMS[path] ?? {} } } },
    }),
    responses: {
      200: { description: summary, content: { [type]: {} } },
      default: { description: 'A refusal', content: { 'text/html': {} } },
    },
  };
}
