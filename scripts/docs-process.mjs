// What scripts/docs.mjs draws of the process: docs/process.md from the state tables, docs/permissions.md from the permission table.
import { tsImport } from 'tsx/esm/api';

const load = (path) => tsImport(`../src/${path}`, import.meta.url);
const cell = (text) => text.replaceAll('|', '\\|');
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
const rule = (count) => `|${'---|'.repeat(count)}`;
const code = (text) => `\`${text}\``;

/** One state diagram; acts that leave the state are in the table alone. */
function diagram({ rows, final }) {
  const node = (state) => (state === 'none' ? '[*]' : state.replaceAll('-', '_'));
  const arrows = Object.entries(rows).flatMap(([action, { from, to }]) =>
    to === 'same' ? [] : from.map((state) => `  ${node(state)} --> ${node(to)}: ${action}`),
  );
  const ends = final.map((state) => `  ${node(state)} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...arrows, ...ends, '```'];
}

function stepSection(step) {
  const { noun, term, clause, blocked, blockedIn = {}, rows } = step;
  const table = Object.entries(rows).map(([action, { from, by, guards = [], to }]) =>
    row(
      code(action),
      from.map((state) => (state === 'none' ? 'none' : state)).join(', '),
      by.join(', '),
      [...new Set(guards.map((guard) => code(guard.code)))].join(' '),
      to === 'same' ? 'as it was' : to,
    ),
  );
  const elsewhere = Object.entries(blockedIn).map(([state, refusal]) => `${state}: ${code(refusal)}`);
  return [
    `## ${term} \`${noun}\` (${clause})`,
    '',
    ...diagram(step),
    '',
    row('action', 'from', 'by', 'refused with', 'to'),
    rule(5),
    ...table,
    '',
    `Where the state does not allow the action: ${[...elsewhere, `otherwise ${code(blocked)}`].join(', ')}.`,
    '',
  ];
}

async function processPage() {
  const [{ unfilled }, { steps }, { REFUSALS }, { TERMS }, { refusalsZhCN: zh }, { refusalsEn: en }] =
    await Promise.all([
      load('words/fill.ts'),
      load('domain/process/steps.ts'),
      load('domain/process/refusal.ts'),
      load('domain/process/terms.ts'),
      load('words/refusals.zh-CN.ts'),
      load('words/refusals.en.ts'),
    ]);
  const terms = Object.entries(TERMS).map(([name, { unit, otherwise, least, most, begins, ends, clause }]) =>
    row(code(name), clause, code(begins), code(ends), unit.replace('-', ' '), ...[otherwise, least, most].map(String)),
  );
  const refusals = Object.entries(REFUSALS).map(([name, { clause, status }]) =>
    row(code(name), String(status), clause, unfilled(zh[name]), unfilled(en[name])),
  );
  const lines = [
    '# The process',
    '',
    'The state tables of `src/domain/process`, drawn by `node scripts/docs.mjs`. A guard is asked in the order given; the first that is not kept refuses.',
    'Whoever acts as `clock` is no person: time itself closes what has ended. Who may play which part stands in [permissions.md](permissions.md).',
    '',
    ...steps.flatMap(stepSection),
    '## Terms 期限',
    '',
    'Day 0 is not counted; a term ends at 24:00 of its last working day, Asia/Shanghai. A setting beyond the least or the most is held to it.',
    '',
    row('term', 'clause', 'from', 'to', 'counted in', 'default', 'least', 'most'),
    rule(8),
    ...terms,
    '',
    '## Refusals 不予办理',
    '',
    '403 not by you, 404 not there, 409 not now, 422 not so.',
    '',
    row('code', 'status', 'clause', '中文', 'English'),
    rule(5),
    ...refusals,
  ];
  return `${lines.join('\n')}\n`;
}

const TITLES = {
  scoring: 'Scheme, declarations, review, veto 方案、申报、初评',
  meeting: 'General meeting and register 党员大会、登记表',
  supervision: 'Notice, objection, appeal, concerns 公示与监督',
  year: 'The year and what follows 年度积分与运用',
  files: 'Roster, files, enquiries 名册、档案、查询',
  operation: 'Accounts and operation 账号与运行',
};

async function permissionsPage() {
  const [{ CHAPTERS }, { ROLES }] = await Promise.all([
    load('domain/permission/table.ts'),
    load('domain/permission/role.ts'),
  ]);
  const chapters = Object.entries(CHAPTERS).flatMap(([name, actions]) => {
    // Only the roles that do something in this chapter, so that the table fits a page.
    const roles = ROLES.filter((role) => Object.values(actions).some((one) => one.roles[role]));
    const table = Object.entries(actions).map(([action, one]) =>
      row(code(action), one.touches, ...roles.map((role) => one.roles[role] ?? '')),
    );
    return [`## ${TITLES[name]}`, '', row('action', 'points', ...roles), rule(roles.length + 2), ...table, ''];
  });
  const lines = [
    '# Permissions',
    '',
    'The permission table of `src/domain/permission`, drawn by `node scripts/docs.mjs`. Rights are dated: a role counts on the days for which it was given.',
    '`own`: what is one’s own, or what one is named for. `branch`: the branch in which the role is held. `subtree`: the organisation in which it is held and all below.',
    'An empty cell means that the role may not. Recusal and four eyes come on top ([process.md](process.md)).',
    'The three administrators (`system`, `security`, `audit`) exclude each other and every role but `observer`, and touch no points. `observer` has no account; `clock` is time.',
    '',
    ...chapters,
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What is drawn, and from what: each returns the text of one file. */
export const processDrawings = { 'docs/process.md': processPage, 'docs/permissions.md': permissionsPage };
