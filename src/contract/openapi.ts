import { z } from 'zod';
import { amount } from './amount.ts';
import { api } from './api.ts';
import { branchAnswer } from './branch.ts';
import { actAnswer, type Endpoint } from './endpoint.ts';
import { adjustment, explanation, fact } from './explanation.ts';
import { memberAnswer, memberList } from './member.ts';
import { pages } from './openapi-pages.ts';
import { pathOf } from './path.ts';
import { problem } from './problem.ts';
import { scoreAnswer } from './score.ts';
import { sessionAnswer, sessionApi } from './session.ts';
import { MEDIA, streamApi } from './stream.ts';
import { FORMS, uploadApi } from './upload.ts';

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
  Session: sessionAnswer,
  Problem: problem,
};

/** The OpenAPI 3.1 document 接口说明 of every route, drawn from the table of actions. */
export function openapi(version: string): Json {
  const actions = Object.entries<Endpoint>({ ...api, ...streamApi, ...uploadApi, ...sessionApi }).map(
    ([action, endpoint]) => [pathOf(action), { [endpoint.method.toLowerCase()]: operation(action, endpoint) }],
  );
  return {
    openapi: '3.1.0',
    info: { title: 'Sunledger 阳光积分', version },
    paths: { ...Object.fromEntries(actions), ...pages() },
    components: {
      schemas: { ...namedSchemas(), Json: { description: 'Any JSON' } },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'sunledger',
          description: 'Set by session.open and session.join; __Host-sunledger where PUBLIC_URL is https.',
        },
        token: { type: 'http', scheme: 'bearer', description: 'From token.make or `sunledger user token`.' },
        metrics: { type: 'http', scheme: 'bearer', description: 'METRICS_TOKEN.' },
      },
    },
  };
}

function operation(action: string, endpoint: Endpoint): Json {
  const [noun] = action.split('.');
  const input = inline(endpoint.input, 'input');
  const signedIn = endpoint.access === 'signed-in';
  return {
    operationId: action,
    tags: [noun],
    summary: endpoint.summary,
    security: signedIn ? [{ session: [] }, { token: [] }] : [],
    'x-access': endpoint.access,
    ...(endpoint.method === 'GET' ? { parameters: queryOf(input) } : writing(action, endpoint, input)),
    responses: {
      ...(isAct(endpoint) && {
        202: {
          description: 'A second person has still to confirm',
          content: { 'application/json': { schema: reference(endpoint.answer) } },
        },
      }),
      200: { description: 'The answer', content: { [mediaOf(action)]: { schema: reference(endpoint.answer) } } },
      default: { description: 'A refusal', content: { 'application/problem+json': { schema: reference(problem) } } },
    },
  };
}

function mediaOf(action: string): string {
  return new Map<string, string>(Object.entries(MEDIA)).get(action) ?? 'application/json';
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

/** Whether it goes through the door of acts; signing in and out does not. */
function isAct({ answer }: Endpoint): boolean {
  return answer === actAnswer;
}

/** What a write takes: its body and, of an act, its key, the revision seen where it changes something, and the password where it is asked for. */
function writing(action: string, endpoint: Endpoint, input: Json): Json {
  const { revised } = endpoint;
  const header = (name: string, required: boolean, schema: Json): Json => ({ name, in: 'header', required, schema });
  return {
    ...(isAct(endpoint) && {
      parameters: [
        header('Idempotency-Key', true, { type: 'string', minLength: 8, maxLength: 200 }),
        ...(revised ? [header('If-Match', true, { type: 'string', maxLength: 20 })] : []),
        header('X-Password', false, {
          type: 'string',
          maxLength: 3000,
          description: 'The own password once more, percent-encoded UTF-8, for acts that answer password.missing.',
        }),
      ],
    }),
    requestBody: {
      required: true,
      content: FORMS.has(action)
        ? { 'multipart/form-data': { schema: FORMS.get(action) } }
        : { 'application/json': { schema: input } },
    },
  };
}

function reference(schema: z.core.$ZodType): Json {
  const name = Object.entries<z.core.$ZodType>(NAMED).find(([, known]) => known === schema)?.[0];
  return name === undefined ? inline(schema, 'output') : { $ref: `#/components/schemas/${name}` };
}

/** A schema that stands where it is used; the only one that contains itself is any JSON. */
function inline(schema: z.core.$ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, $defs: _own, ...drawn } = z.toJSONSchema(schema, { io }) as Json;
  return JSON.parse(JSON.stringify(drawn).replaceAll(/"#\/\$defs\/\w+"/g, '"#/components/schemas/Json"')) as Json;
}

function namedSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _own, ...schema }]) => [name, schema]),
  );
}
