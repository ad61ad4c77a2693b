// What scripts/docs.mjs draws of the API: docs/api.md from the tables of actions, docs/refusals.md from those of refusals.
import { tsImport } from 'tsx/esm/api';

const load = (path) => tsImport(`../src/${path}`, import.meta.url);
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
const rule = (count) => `|${'---|'.repeat(count)}`;
const code = (text) => `\`${text}\``;

/** What a field takes, in few words. */
function kindOf({ type, enum: values, const: value, anyOf, items, pattern, properties, required }) {
  if (value !== undefined) return JSON.stringify(value);
  if (values) return values.join(' / ');
  if (anyOf) return anyOf.map(kindOf).join(' or ');
  if (type === 'array') return `list of ${kindOf(items ?? {})}`;
  if (type === 'object') return properties ? `{${fieldsOf({ properties, required })}}` : 'object';
  if (type === 'string' && pattern?.startsWith('^\\d{4}-')) return pattern.length > 30 ? 'month' : 'day';
  return type ?? 'any';
}

/** The fields of a body or a query; what may be left out has a question mark. */
function fieldsOf({ properties = {}, required = [] }) {
  const fields = Object.entries(properties).map(
    ([name, shape]) => `${name}${required.includes(name) ? '' : '?'}: ${kindOf(shape)}`,
  );
  return fields.join(', ');
}

/** Who may call, by the table of permissions; public routes have none. */
function whoOf(action, { access }, permissions) {
  if (access === 'public') return 'anyone';
  if (access === 'demo') return 'demonstration only';
  const roles = Object.entries(permissions[action]?.roles ?? {});
  return roles.length === 0 ? 'signed in' : roles.map(([role, reach]) => `${role} (${reach})`).join(', ');
}

async function apiPage() {
  const [{ api }, { streamApi }, { sessionApi }, { FORMS, uploadApi }, { pathOf }, { PERMISSIONS }, { z }] =
    await Promise.all([
      load('contract/api.ts'),
      load('contract/stream.ts'),
      load('contract/session.ts'),
      load('contract/upload.ts'),
      load('contract/path.ts'),
      load('domain/permission/table.ts'),
      import('zod'),
    ]);
  const nouns = new Map();
  for (const [action, endpoint] of Object.entries({ ...api, ...streamApi, ...uploadApi, ...sessionApi })) {
    const [noun] = action.split('.');
    const input = z.toJSONSchema(endpoint.input, { io: 'input' });
    const drawn = row(
      code(action),
      `${endpoint.method} ${code(pathOf(action))}`,
      whoOf(action, endpoint, PERMISSIONS),
      endpoint.summary,
      `${FORMS.has(action) ? `form: ${Object.keys(FORMS.get(action).properties).join(', ')}` : fieldsOf(input)}${endpoint.revised ? ' · If-Match' : ''}`,
    );
    nouns.set(noun, [...(nouns.get(noun) ?? []), drawn]);
  }
  const chapters = [...nouns].flatMap(([noun, rows]) => [
    `## ${code(noun)}`,
    '',
    row('action', 'route', 'who', 'what', 'fields'),
    rule(5),
    ...rows,
    '',
  ]);
  const lines = [
    '# The API',
    '',
    'Every action with its route, drawn by `node scripts/docs.mjs`; the exact schemas stand in `/api/openapi.json`. A GET takes its fields as a query, a POST as a JSON body.',
    'Every POST but those of signing in needs an `Idempotency-Key`; `If-Match` tells the revision seen of what is changed. Refusals: [refusals.md](refusals.md).',
    'Who may: the role and how far it reaches ([permissions.md](permissions.md)). Points are integers of 1/10000 point. `?` marks what may be left out.',
    '',
    ...chapters,
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

async function refusalsPage() {
  const [{ unfilled }, { REFUSALS: api }, { REFUSALS: law }, { sayRefused }, { refusalsZhCN: zh }, { refusalsEn: en }] =
    await Promise.all([
      load('words/fill.ts'),
      load('contract/problem.ts'),
      load('domain/process/refusal.ts'),
      load('words/say-refused.ts'),
      load('words/refusals.zh-CN.ts'),
      load('words/refusals.en.ts'),
    ]);
  const rows = [
    ...Object.entries(api).map(([name, status]) =>
      row(code(name), String(status), '', unfilled(sayRefused(name, 'zh-CN')), unfilled(sayRefused(name, 'en'))),
    ),
    ...Object.entries(law).map(([name, { clause, status }]) =>
      row(code(name), String(status), clause, unfilled(zh[name]), unfilled(en[name])),
    ),
  ];
  const lines = [
    '# Refusals 不予办理',
    '',
    'Every code that the API answers, drawn by `node scripts/docs.mjs`: as `application/problem+json` with `code`, `message`, `clause` and `requestId`.',
    '',
    row('code', 'status', 'clause', '中文', 'English'),
    rule(5),
    ...rows,
  ];
  return `${lines.join('\n')}\n`;
}

/** What is drawn, and from what: each returns the text of one file. */
export const apiDrawings = { 'docs/api.md': apiPage, 'docs/refusals.md': refusalsPage };
