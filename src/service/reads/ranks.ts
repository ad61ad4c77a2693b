import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { scoreBranch } from '#domain/outcome/branch-year.ts';
import { type Claim, claimOf } from '#domain/outcome/claim.ts';
import { check } from '#domain/scheme/check.ts';
import { prepare } from '#domain/score/prepare.ts';
import { scoreRows } from '#service/branch-scores.ts';
import type { Context } from '#service/context.ts';
import { listDocuments } from '#store/act.ts';
import type { Rows } from '#store/database.ts';
import { listFacts } from '#store/entry.ts';
import { readMatter } from '#store/matter.ts';
import { lastVersion } from '#store/scheme.ts';
import { pageOf } from './page.ts';

type Ranks = AnswerOf<'rank.show'>;

/** Without a scheme nothing is worth anything. @throws month.no-scheme */
async function needScheme(rows: Rows, branch: string): Promise<void> {
  if ((await lastVersion(rows, branch)) === 0) throw new Refusal('month.no-scheme');
}

/** The claims of a year that is asked for: of the sealed snapshot where there is one, else as the ledger stands (product §5.10). */
async function claimsOf(
  { store, clock, schemes }: Context,
  branch: string,
  asked: string | undefined,
): Promise<Pick<Ranks, 'year' | 'state' | 'asOf'> & { readonly claims: readonly Claim[] }> {
  const today = clock.today();
  return await store.snapshot(async (rows) => {
    const year = asked ?? (await schemes.yearOf(rows, branch, today));
    const sealed = (await listDocuments(rows, branch, 'settlement')).findLast(({ period }) => period === year);
    if (sealed) {
      const { asOf, members } = JSON.parse(sealed.text) as { asOf: string; members: { claim: Claim }[] };
      return { year, state: 'sealed', asOf, claims: members.map(({ claim }) => claim) };
    }
    await needScheme(rows, branch);
    const { asOf, members } = await scoreRows(rows, branch, await schemes.lastDay(rows, branch, year, today));
    return { year, state: 'expected', asOf, claims: members.map((one) => claimOf(one.year)) };
  });
}

/** The ranks 位次 of a branch, or those of the one member asked for: `rank.show`. */
export async function showRanks(
  context: Context,
  { branch, year, member, limit, cursor }: InputOf<'rank.show'>,
): Promise<Ranks> {
  const { claims, ...told } = await claimsOf(context, branch, year);
  const asked = member === undefined ? claims : claims.filter((claim) => claim.member === member);
  const rows = asked.map(({ member: id, total, rank, of, position, unranked }) => ({
    member: id,
    total,
    rank,
    of,
    position,
    unranked,
  }));
  return { ...told, ...pageOf(rows, (row) => row.member, { limit, cursor }) };
}

/** A drafted scheme on the facts of a year 试算: `scheme.try`; nothing of it is kept. @throws thing.unknown, scheme.has-errors */
export async function trySchemeOn(
  { store, clock, schemes }: Context,
  { branch, id, year, limit, cursor }: InputOf<'scheme.try'>,
): Promise<AnswerOf<'scheme.try'>> {
  const { asOf, rows } = await store.snapshot(async (found) => {
    const draft = await readMatter(found, branch, 'scheme', id);
    if (!draft) throw new Refusal('thing.unknown');
    const { scheme, problems } = check(draft.body.document);
    const errors = problems.filter(({ severity }) => severity !== 'warning').length;
    if (!scheme || errors > 0) throw new Refusal('scheme.has-errors', { errors });
    await needScheme(found, branch);
    const day = await schemes.lastDay(found, branch, year, clock.today());
    const now = await scoreRows(found, branch, day);
    const facts = await listFacts(found, branch);
    const tried = { ...scheme, document: { ...scheme.document, effective: '0000-01-01' } };
    const members = now.members.map(({ kept }) => kept.member);
    const after = scoreBranch(prepare(tried, day), members, facts);
    const shown = ({ total, rank }: Claim) => ({ total, rank });
    return {
      asOf: now.asOf,
      rows: now.members.flatMap(({ kept, year: before }, at) => {
        const then = after[at];
        return then ? [{ member: kept.member.id, before: shown(claimOf(before)), after: shown(claimOf(then)) }] : [];
      }),
    };
  });
  return { asOf, ...pageOf(rows, ({ member }) => member, { limit, cursor }) };
}
