import { z } from 'zod';
import { amount } from './amount.ts';
import { api } from './api.ts';
import { branchAnswer } from './branch.ts';
import { actAnswer, type Endpoint } from './endpoint.ts';
import { adjustment, explanation, fact } from './explanation.ts';
import { memberAnswer, memberList } from './member.ts';
import { pathOf } from './path.ts';
import { problem } from './problem.ts';
import { scoreAnswer } from './score.ts';

type Json = { readonly [key: string]: unknown };

/** The schemas that the document names; everything else stands where it is used. */
const NAMED = {
  Amount: amount,
  Fact: fact,
  Adjustment: adjustment,
  Explanation: explanation,
  Member: memberAnswer,
  MemberList: memberList,
  Branch: branchAnswer,
  Score: scoreAnswer,
  Act: actAnswer,
  Problem: problem,
};

/** The pages and probes that are no action: path, what it is, what it answers with. */
const PAGES = [
  ['/', 'Start page', 'text/html'],
  ['/b/{board}', 'Standing board of a branch, without script', 'text/html'],
  ['/my', 'A member’s own view (demonstration)', 'text/html'],
  ['/my/{member}', 'A member’s own view (demonstration)', 'text/html'],
  ['/healthz', 'Whether the process lives', 'application/json'],
  ['/readyz', 'Whether the database answers and is up to date', 'application/json'],
  ['/api/openapi.json', 'This document', 'application/json'],
] as const;

/** The OpenAPI 3.1 document 接口说明 of every route, drawn from the table of actions. */
export function openapi(version: string): Json {
  const actions = Object.entries<Endpoint>(api).map(([action, endpoint]) => [
    pathOf(action),
    { [endpoint.method.toLowerCase()]: operation(action, endpoint) },
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'Sunledger 阳光积分', version },
    paths: { ...Object.fromEntries(actions), ...Object.fromEntries(PAGES.map(page)) },
    components: {
      schemas: namedSchemas(),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'sunledger' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(action: string, endpoint: Endpoint): Json {
  const [noun] = action.split('.');
  const { $schema: _, ...input } = z.toJSONSchema(endpoint.input) as Json;
  const signedIn = endpoint.access === 'signed-in';
  return {
    operationId: action,
    tags: [noun],
    summary: endpoint.summary,
    security: signedIn ? [{ session: [] }, { token: [] }] : [],
    'x-access': endpoint.access,
    ...(endpoint.method === 'GET' ? { parameters: queryOf(input) } : writing(endpoint, input)),
    responses: {
      ...(endpoint.method === 'POST' && {
        202: {
          description: 'A second person has still to confirm',
          content: { 'application/json': { schema: reference(endpoint.answer) } },
        },
      }),
      200: { description: 'The answer', content: { 'application/json': { schema: reference(endpoint.answer) } } },
      default: { description: 'A refusal', content: { 'application/problem+json': { schema: reference(problem) } } },
    },
  };
}

/** The query of a read, as parameters. */
function queryOf(input: { properties?: Json; required?: readonly string[] }): readonly Json[] {
  return Object.entries(input.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: input.required?.includes(name) === true,
    schema,
  }));
}

/** What a write takes: its body, its key, and the revision seen where it changes something. */
function writing({ revised }: Endpoint, input: Json): Json {
  const header = (name: string, required: boolean, schema: Json): Json => ({ name, in: 'header', required, schema });
  return {
    parameters: [
      header('Idempotency-Key', true, { type: 'string', minLength: 8, maxLength: 200 }),
      ...(revised ? [header('If-Match', true, { type: 'string', maxLength: 20 })] : []),
    ],
    requestBody: { required: true, content: { 'application/json': { schema: input } } },
  };
}

function page([path, summary, type]: (typeof PAGES)[number]): readonly [string, Json] {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', maxLength: 64 },
  }));
  const responses = {
    200: { description: summary, content: { [type]: {} } },
    default: { description: 'A refusal', content: { [type]: {} } },
  };
  return [path, { get: { summary, security: [], ...(parameters.length > 0 && { parameters }), responses } }];
}

function reference(schema: z.core.$ZodType): Json {
  const name = Object.entries<z.core.$ZodType>(NAMED).find(([, known]) => known === schema)?.[0];
  return name === undefined ? z.toJSONSchema(schema) : { $ref: `#/components/schemas/${name}` };
}

function namedSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _own, ...schema }]) => [name, schema]),
  );
}
