import type { Member, Standing } from '#domain/ledger/member.ts';
import type { Grant, Role } from '#domain/permission/role.ts';
import type { Rows } from './database.ts';
import { isPostgres, Statement } from './dialect.ts';
import { type Matter, matterOf } from './matter.ts';
import { statusOf } from './status-row.ts';
import type { BranchTable, Tables } from './tables.ts';
import type { AnswerTable, MatterTable } from './tables-process.ts';

/** What decides whether a person may do something in a branch 办理身份: as a member of its roster or none, its roles anywhere, and the path of the organisation above. */
export type Standings = {
  readonly member?: Member;
  readonly grants: readonly Grant[];
  /** The branch, where there is one, and the path of its organisation. */
  readonly branch?: BranchTable;
  readonly path: string;
  /** The number of the branch's latest scheme; 0 before the first. */
  readonly version: number;
  /** What was asked for beside it, where it is there: the answer kept for a key, the matter, and the month that this belongs to with its state. */
  readonly answer?: KeptAnswer;
  readonly matter?: Matter;
  readonly month?: readonly [month: string, state: string];
};

/** An answer as kept: the digest of what was asked, and what was answered. */
export type KeptAnswer = Pick<AnswerTable, 'digest' | 'answer'>;

type Row = {
  readonly kind: 'member' | 'status' | 'grant' | 'branch' | 'scheme' | 'answer' | 'matter' | 'month';
  readonly number: number | null;
  readonly one: string | null;
  readonly two: string | null;
  readonly three: string | null;
  readonly four: string | null;
  readonly five: string | null;
  readonly six: string | null;
  readonly seven: string | null;
};

/** What is read beside the standing: the answer kept for a key, and the matter that the act is about, with the month it belongs to. */
export type Beside = {
  readonly key?: Pick<AnswerTable, 'branch_id' | 'who' | 'action' | 'key'> | undefined;
  readonly matter?: { readonly noun: string; readonly id: string } | undefined;
};

/** Reads the standing of a person in a branch, and what else nearly every act asks for, in one statement. */
export async function readStandings(
  rows: Rows,
  branch: string,
  person: string,
  { key, matter }: Beside = {},
): Promise<Standings> {
  let asked = new Statement(isPostgres(rows))
    .add`select 'member' as kind, last_total as number, name as one, null as two, null as three, null as four, null as five, null as six, null as seven
      from member where branch_id = ${branch} and member_id = ${person}`
    .add` union all select 'status', seq, from_day, to_day, standing, category, group_name, role, null
      from status where branch_id = ${branch} and member_id = ${person}`
    .add` union all select 'grant', null, org_id, role, from_day, to_day, null, null, null from role_grant where person_id = ${person}`
    .add` union all select 'branch', demo, org_id, branch.name, kind, branch.created_at, path, null, null
      from branch left join org on org.id = branch.org_id where branch_id = ${branch}`
    .add` union all select 'scheme', max(version), null, null, null, null, null, null, null from scheme where branch_id = ${branch}`;
  if (key)
    asked = asked.add` union all select 'answer', null, digest, answer, null, null, null, null, null from answer
      where branch_id = ${key.branch_id} and who = ${key.who} and action = ${key.action} and key = ${key.key}`;
  if (matter)
    asked = asked.add` union all select 'matter', revision, state, subject, period, parent, body, created_at, changed_at
      from matter where branch_id = ${branch} and noun = ${matter.noun} and id = ${matter.id}`
      .add` union all select 'month', null, id, state, null, null, null, null, null from matter where branch_id = ${branch} and noun = 'month'
      and id = (select period from matter where branch_id = ${branch} and noun = ${matter.noun} and id = ${matter.id})`;
  const found = await asked.rows<Row, Tables>(rows);
  const of = (kind: Row['kind']): readonly Row[] => found.filter((row) => row.kind === kind);
  const [[member], [at], [scheme], [answer]] = [of('member'), of('branch'), of('scheme'), of('answer')];
  const [[about], [month]] = [of('matter'), of('month')];
  const history = of('status')
    .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .map(({ one, two, three, four, five, six }) =>
      statusOf({
        from_day: one ?? '',
        to_day: two ?? '',
        standing: three as Standing,
        category: four,
        group_name: five,
        role: six,
      }),
    );
  return {
    ...(member && {
      member: {
        id: person,
        name: member.one ?? '',
        history,
        ...(member.number !== null && { lastTotal: member.number }),
      },
    }),
    grants: of('grant').map(({ one, two, three, four }) => ({
      person,
      org: one ?? '',
      role: two as Role,
      from: three ?? '',
      to: four ?? '',
    })),
    ...(at && { branch: branchOf(branch, at) }),
    path: at?.five ?? '',
    version: scheme?.number ?? 0,
    ...(about && matter && { matter: matterOf(columnsOf(branch, matter, about)) }),
    ...(month && { month: [month.one ?? '', month.two ?? ''] }),
    ...(answer && { answer: { digest: answer.one ?? '', answer: answer.two ?? '' } }),
  };
}

function branchOf(id: string, { number, one, two, three, four }: Row): BranchTable {
  const kind = three as BranchTable['kind'];
  return { branch_id: id, org_id: one ?? '', name: two ?? '', kind, demo: number as 0 | 1, created_at: four ?? '' };
}

function columnsOf(
  branch: string,
  { noun, id }: { readonly noun: string; readonly id: string },
  row: Row,
): MatterTable {
  return {
    branch_id: branch,
    noun,
    id,
    state: row.one ?? '',
    revision: row.number ?? 0,
    subject: row.two,
    period: row.three,
    parent: row.four,
    body: row.five ?? '',
    created_at: row.six ?? '',
    changed_at: row.seven ?? '',
  };
}
