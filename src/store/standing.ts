import { sql } from 'kysely';
import type { Member, Standing } from '#domain/ledger/member.ts';
import type { Grant, Role } from '#domain/permission/role.ts';
import type { Rows } from './database.ts';
import { statusOf } from './status-row.ts';
import type { BranchTable } from './tables.ts';
import type { AnswerTable } from './tables-process.ts';

/** What decides whether a person may do something in a branch 办理身份: as a member of its roster or none, its roles anywhere, and the path of the organisation above. */
export type Standings = {
  readonly member?: Member;
  readonly grants: readonly Grant[];
  /** The branch, where there is one, and the path of its organisation. */
  readonly branch?: BranchTable;
  readonly path: string;
  /** The number of the branch's latest scheme; 0 before the first. */
  readonly version: number;
  /** The answer kept for a key, where one was asked for and is there. */
  readonly answer?: KeptAnswer;
};

/** An answer as kept: the digest of what was asked, and what was answered. */
export type KeptAnswer = Pick<AnswerTable, 'digest' | 'answer'>;

type Row = {
  readonly kind: 'member' | 'status' | 'grant' | 'branch' | 'scheme' | 'answer';
  readonly number: number | null;
  readonly one: string | null;
  readonly two: string | null;
  readonly three: string | null;
  readonly four: string | null;
  readonly five: string | null;
  readonly six: string | null;
};

/** Reads the standing of a person in a branch, and with it the answer kept for a key, in one statement: every act and every reading asks for it. */
export async function readStandings(
  rows: Rows,
  branch: string,
  person: string,
  key?: Pick<AnswerTable, 'branch_id' | 'who' | 'action' | 'key'>,
): Promise<Standings> {
  const kept = key
    ? sql` union all select 'answer', null, digest, answer, null, null, null, null from answer
        where branch_id = ${key.branch_id} and who = ${key.who} and action = ${key.action} and key = ${key.key}`
    : sql``;
  const { rows: found } = await sql<Row>`
    select 'member' as kind, last_total as number, name as one, null as two, null as three, null as four, null as five, null as six
      from member where branch_id = ${branch} and member_id = ${person}
    union all select 'status', seq, from_day, to_day, standing, category, group_name, role
      from status where branch_id = ${branch} and member_id = ${person}
    union all select 'grant', null, org_id, role, from_day, to_day, null, null from role_grant where person_id = ${person}
    union all select 'branch', demo, org_id, branch.name, kind, branch.created_at, path, null
      from branch left join org on org.id = branch.org_id where branch_id = ${branch}
    union all select 'scheme', max(version), null, null, null, null, null, null from scheme where branch_id = ${branch}${kept}`.execute(
    rows,
  );
  const of = (kind: Row['kind']): readonly Row[] => found.filter((row) => row.kind === kind);
  const [[member], [at], [scheme], [answer]] = [of('member'), of('branch'), of('scheme'), of('answer')];
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
    ...(answer && { answer: { digest: answer.one ?? '', answer: answer.two ?? '' } }),
  };
}

function branchOf(id: string, { number, one, two, three, four }: Row): BranchTable {
  const kind = three as BranchTable['kind'];
  return { branch_id: id, org_id: one ?? '', name: two ?? '', kind, demo: number as 0 | 1, created_at: four ?? '' };
}
