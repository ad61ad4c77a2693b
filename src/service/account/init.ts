import { Refusal } from '#contract/problem.ts';
import type { Algorithm } from '#domain/ledger/digest.ts';
import { ALWAYS } from '#domain/ledger/member.ts';
import { ADMINISTRATORS, type Role } from '#domain/permission/role.ts';
import { check } from '#domain/scheme/check.ts';
import type { Context } from '#service/context.ts';
import { newId } from '#service/new-id.ts';
import { appoint, setUpBranch } from '#service/set-up.ts';
import { boardOf, listBranches } from '#store/branch.ts';
import { lockSetup } from '#store/dialect.ts';
import { SYSTEM } from '#store/ledger.ts';
import { addRecord } from '#store/record.ts';
import { issueSlip, makeAccount, type NewAccount, type Slip } from './issue.ts';

/** What the first use asks for: names, and the scheme as written and as data. The four persons are four. */
export type FirstUse = {
  readonly branch: string;
  /** The superior organisation; without one, appeals and filings go on paper. */
  readonly superior?: string | undefined;
  readonly secretary: string;
  readonly administrators: { readonly system: string; readonly security: string; readonly audit: string };
  readonly scheme: { readonly source: string; readonly document: unknown };
  /** The algorithm of the chain's hashes 摘要算法; SHA-256 unless told. */
  readonly hash?: Algorithm | undefined;
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
    const [branch, person] = [newId(), newId()];
    const superior = given.superior ? { id: newId(), name: given.superior } : undefined;
    const history = [{ ...ALWAYS, standing: 'full' as const }];
    await setUpBranch(
      rows,
      {
        id: branch,
        name: given.branch,
        ...(superior && { superior }),
        demo: false,
        algorithm: given.hash,
        scheme: { version: 1, effective, ...scheme },
        members: [{ code: '1', member: { id: person, name: secretary, history } }],
        offices: [],
      },
      now,
    );
    const made: (Slip & { role: Role })[] = [];
    const setUp = async (role: Role, { org, ...whose }: NewAccount & { readonly org: string }): Promise<void> => {
      await appoint(rows, org, { person: whose.person, role, from: today }, now);
      const account = await makeAccount(rows, whose, now);
      made.push({ role, ...(await issueSlip(context, rows, account, SYSTEM)) });
    };
    await setUp('secretary', { person, name: secretary, home: branch, org: branch });
    const home = superior?.id ?? branch; // the administrators belong to the superior where there is one (product §2)
    for (const role of ADMINISTRATORS)
      await setUp(role, { person: newId(), name: administrators[role], home, org: home });
    await addRecord(rows, {
      branch_id: branch,
      record_id: newId(),
      at: now,
      actor: SYSTEM,
      action: 'branch.open',
      outcome: 'done',
      code: null,
      target: branch,
      request: null,
    });
    const board = (await boardOf(rows, branch)) ?? '';
    return { branch, superior: superior?.id ?? null, board, slips: made };
  });
}
