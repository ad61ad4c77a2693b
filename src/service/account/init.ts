import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import { ALWAYS } from '#domain/ledger/member.ts';
import type { Role } from '#domain/permission/role.ts';
import { check } from '#domain/scheme/check.ts';
import type { Context } from '#service/context.ts';
import { newBoardCode, newId } from '#service/new-id.ts';
import { addBoard, addBranch, listBranches } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { lockSetup } from '#store/dialect.ts';
import { addGrant } from '#store/grant.ts';
import { addMembers } from '#store/member.ts';
import { addOrg } from '#store/org.ts';
import { addRecord } from '#store/record.ts';
import { addScheme } from '#store/scheme.ts';
import { issueSlip, makeAccount, type Slip } from './issue.ts';
import { FOREVER } from './rights.ts';

/** What the first use asks for: names, and the scheme as written and as data. The four persons are four. */
export type FirstUse = {
  readonly branch: string;
  /** The superior organisation; without one, appeals and filings go on paper. */
  readonly superior?: string | undefined;
  readonly secretary: string;
  readonly administrators: { readonly system: string; readonly security: string; readonly audit: string };
  readonly scheme: { readonly source: string; readonly document: unknown };
};

/** What the first use made: the branch, its board, and a slip for each of the four persons. */
export type Initiated = {
  readonly branch: string;
  readonly superior: string | null;
  readonly board: string;
  readonly slips: readonly (Slip & { readonly role: Role })[];
};

/**
 * Makes the first branch 初始化 of an empty database, wholly or not at all: its superior organisation or none, its chain and board, the scheme's first version, the
 * secretary as member of the roster, and the three administrators, each with a slip. @throws branch.there, scheme.has-errors, right.exclusive
 */
export async function initBranch(context: Context, given: FirstUse): Promise<Initiated> {
  const { store, clock } = context;
  const { secretary, administrators, scheme } = given;
  const names = [secretary, ...Object.values(administrators)];
  if (new Set(names).size < names.length) throw new Refusal('right.exclusive');
  const checked = check(scheme.document);
  const errors = checked.problems.filter(({ severity }) => severity !== 'warning').length;
  if (!checked.scheme || errors > 0) throw new Refusal('scheme.has-errors', { errors });
  const { effective = `${clock.today().slice(0, 4)}-01-01` } = checked.scheme.document;
  return await store.transaction(async (rows) => {
    await lockSetup(rows);
    if ((await listBranches(rows)).length > 0) throw new Refusal('branch.there');
    const [now, today] = [clock.now(), clock.today()];
    const [org, branch, person, board] = [newId(), newId(), newId(), newBoardCode()];
    const superior = given.superior !== undefined && given.superior !== '';
    const top = given.superior || given.branch;
    await addOrg(rows, { id: org, parent_id: null, path: `/${org}/`, name: top, created_at: now });
    const row = { org_id: org, demo: 0 as const, created_at: now };
    if (superior) await addBranch(rows, { branch_id: org, name: top, kind: 'superior', ...row });
    await addBranch(rows, { branch_id: branch, name: given.branch, ...row });
    await addBoard(rows, { code: board, branch_id: branch, created_at: now });
    await addScheme(rows, branch, { version: 1, effective, ...scheme }, now);
    const history = [{ ...ALWAYS, standing: 'full' as const }];
    await addMembers(rows, branch, [{ code: '1', member: { id: person, name: secretary, history } }], now);
    const made: (Slip & { role: Role })[] = [];
    const setUp = async (role: Role, whose: Person): Promise<void> => {
      await giveRole(rows, role, whose, { today, now });
      const account = await makeAccount(rows, whose, now);
      made.push({ role, ...(await issueSlip(context, rows, account, 'system')) });
    };
    await setUp('secretary', { person, name: secretary, home: branch, org: branch });
    for (const [role, name] of Object.entries(administrators))
      await setUp(role as Role, { person: newId(), name, home: superior ? org : branch, org });
    await addRecord(rows, {
      branch_id: branch,
      record_id: newId(),
      at: now,
      actor: 'system',
      action: 'branch.open',
      outcome: 'done',
      code: null,
      target: branch,
      request: null,
    });
    return { branch, superior: superior ? org : null, board, slips: made };
  });
}

type Person = { readonly person: string; readonly name: string; readonly home: string; readonly org: string };

async function giveRole(
  rows: Rows,
  role: Role,
  { person, org }: Person,
  { today, now }: { readonly today: Day; readonly now: string },
): Promise<void> {
  await addGrant(rows, {
    org_id: org,
    grant_id: newId(),
    person_id: person,
    role,
    from_day: today,
    to_day: FOREVER,
    given_by: 'system',
    created_at: now,
  });
}
