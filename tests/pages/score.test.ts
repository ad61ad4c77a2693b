import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import type { ExplanationAnswer } from '#contract/explanation.ts';
import { exactPoints } from '#domain/kernel/points.ts';
import { type MemberYear, scoreBranch } from '#domain/outcome/branch-year.ts';
import { check } from '#domain/scheme/check.ts';
import { prepare } from '#domain/score/prepare.ts';
import { openStore } from '#store/database.ts';
import { listFacts } from '#store/entry.ts';
import { listMembers } from '#store/member.ts';
import { listSchemes } from '#store/scheme.ts';
import { openPlace, type Place, type SignIn } from './place.ts';

const DAY = '2026-12-31';
let place: Place;
let secretary: SignIn;
/** What the domain itself says, from the facts as they stand in the ledger that was played, by roster number. */
let truth: ReadonlyMap<string, MemberYear>;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  place = await openPlace({ until: DAY });
  secretary = await place.signIn('secretary');
  const store = await openStore(join(place.folder, 'data'));
  const [version] = await listSchemes(store.rows, place.branch);
  const { scheme } = check(version?.document);
  if (!scheme) throw new Error('the example scheme does not pass check');
  const kept = await listMembers(store.rows, place.branch);
  const facts = await listFacts(store.rows, place.branch);
  await store.close();
  const members = kept.map(({ member }) => member);
  const years = scoreBranch(prepare(scheme, DAY), members, facts);
  truth = new Map(kept.flatMap(({ code }, at) => (years[at] ? [[code, years[at]] as const] : [])));
  ids = new Map(kept.map(({ code, member }) => [code, member.id]));
}, 300_000);
afterAll(async () => await place?.stop());

async function scoreOf(code: string): Promise<AnswerOf<'score.show'>> {
  const query = `score/show?branch=${place.branch}&member=${ids.get(code)}`;
  return (await (await place.api(secretary, query)).json()) as AnswerOf<'score.show'>;
}

describe('the member’s own score (product §5.1, §5.10)', () => {
  test('is for every member the total, rank and grade that the domain computes', async () => {
    expect(truth.size).toBeGreaterThan(30);
    for (const [code, year] of truth) {
      const score = await scoreOf(code);
      expect(score.total.exact, code).toBe(exactPoints(year.evaluation.total));
      expect(score.rank?.rank, code).toBe(year.rank?.rank);
      expect(score.proposal.grade, code).toBe(year.proposal.grade);
    }
  });

  test('adds up at every level: opening, parts and adjustments make the number shown', async () => {
    const faults: string[] = [];
    const units = (amount: { exact: string } | undefined): number => Math.round(Number(amount?.exact ?? 0) * 10_000);
    const walk = (node: ExplanationAnswer): void => {
      if (['fact', 'pool', 'missing', 'transfer'].includes(node.kind)) return;
      const parts = [
        node.opens,
        ...node.children.map((one) => one.points),
        ...node.adjustments.map((one) => one.delta),
      ];
      if (parts.reduce((all, one) => all + units(one), 0) !== units(node.points)) faults.push(node.id);
      node.children.forEach(walk);
    };
    for (const code of truth.keys()) walk((await scoreOf(code)).explanation);
    expect(faults).toEqual([]);
  });

  test('every fact of the tree names the line it was determined from, or came without one', async () => {
    let [facts, lines] = [0, 0];
    const walk = (node: ExplanationAnswer): void => {
      if (node.fact) facts++;
      if (node.fact?.line !== undefined) lines++;
      node.children.forEach(walk);
    };
    for (const code of truth.keys()) walk((await scoreOf(code)).explanation);
    expect(facts).toBeGreaterThan(100);
    expect(lines / facts).toBeGreaterThan(0.95);
  });

  test.each(['D007', 'D017', 'D030'])(
    'is shown to %s on its own page, and opened by the keyboard down to a fact',
    async (code) => {
      const { page, context } = await place.open('/my/score', { as: await place.member(code), size: 'desk' });
      const year = truth.get(code);
      expect(await page.locator('[data-total]').getAttribute('data-total')).toBe(
        exactPoints(year?.evaluation.total ?? NaN),
      );
      const depth = () => page.evaluate(() => document.querySelectorAll('details[open]').length);
      for (let steps = 0; steps < 60 && (await depth()) < 3; steps++) {
        await page.keyboard.press('Tab');
        const opens = await page.evaluate(() => {
          const at = document.activeElement;
          const inside =
            document.querySelectorAll('details[open]').length === 0 || at?.closest('details[open]') !== null;
          return at?.tagName === 'SUMMARY' && inside && at.parentElement?.querySelector('.fact') !== null;
        });
        if (opens) await page.keyboard.press('Enter');
      }
      expect(await depth()).toBe(3);
      expect(await page.locator('.fact time:visible').count()).toBeGreaterThan(0);
      await context.close();
    },
  );

  test('of another member is not shown to a member', async () => {
    const other = await place.member('D017');
    const answer = await place.api(other, `score/show?branch=${place.branch}&member=${ids.get('D007')}`);
    expect(answer.status).toBe(403);
  });
});
