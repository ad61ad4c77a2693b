import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '#domain/outcome/claim.ts';
import type { BranchRegister } from '#paper/forms/register-branch.ts';
import type { MemberRegister } from '#paper/forms/register-member.ts';
import type { SummarySheet } from '#paper/forms/summary.ts';
import { openPlayed, type Played } from './played.ts';

let at: Played;
let secretary: string;
let sealed: { readonly number: number; readonly fingerprint: string; readonly claims: readonly Claim[] };

beforeAll(async () => {
  at = await openPlayed('2027-02-20');
  secretary = at.holder('secretary');
  const caller = { person: secretary, kind: 'person', password: true } as const;
  const { documents } = await at.services.read('settlement.show', { branch: at.branch }, caller);
  const { number = 0, fingerprint = '', text = '{}' } = documents.at(-1) ?? {};
  const { members } = JSON.parse(text) as { readonly members: readonly { readonly claim: Claim }[] };
  sealed = { number, fingerprint, claims: members.map(({ claim }) => claim) };
});
afterAll(async () => await at.stop());

describe('a settled year on paper (§三(五))', () => {
  test('the table of the settlement has total, rank and grade as the snapshot that stands has them', async () => {
    const table = await at.data<SummarySheet>(secretary, { form: 'settlement', period: '2026' });
    expect(table).toMatchObject({ number: sealed.number, fingerprint: sealed.fingerprint, period: '2026' });
    expect(table.members.map(({ total, rank, grade }) => [total, rank ?? null, grade ?? null])).toEqual(
      sealed.claims
        .filter(({ unranked }) => unranked !== 'not-member')
        .map(({ total, rank, grade }) => [total, rank, grade]),
    );
    for (const { rank, note } of table.members) expect(rank === undefined).toBe(note !== undefined);
  });

  test('the ranks of all are for the office; a member has the own year (product §6)', async () => {
    const member = await at.member('D013');
    const asked = at.file(member, { form: 'settlement', format: 'xlsx' });
    await expect(asked).rejects.toMatchObject({ code: 'right.missing' });
    const register = at.file(member, { form: 'registerBranch', format: 'xlsx', period: '2026' });
    await expect(register).rejects.toMatchObject({ code: 'right.missing' });
    const reader = { person: member, kind: 'person', password: true } as const;
    const { documents } = await at.services.read('settlement.show', { branch: at.branch }, reader);
    const rows = documents.flatMap(({ text }) => (JSON.parse(text) as { members: { claim: Claim }[] }).members);
    expect(new Set(rows.map((one) => one.claim.member))).toEqual(new Set([member]));
    const own = await at.data<MemberRegister>(member, { form: 'registerMember', period: '2026' });
    const claim = sealed.claims.find((one) => one.member === member);
    expect(own.total).toBe(claim?.total);
    expect(own.fingerprint).toBe(sealed.fingerprint);
    expect(own.lines.length).toBeGreaterThan(10);
    for (const { entry, determined } of own.lines)
      expect([typeof entry, typeof determined]).toEqual(['number', 'string']);
    const none = at.file(member, { form: 'registerMember', format: 'pdf', period: '2025' });
    await expect(none).rejects.toMatchObject({ code: 'form.none' });
  });

  test('the register of the year has every determined line, no code in the place of a name, and the totals of the settlement', async () => {
    const register = await at.data<BranchRegister>(secretary, { form: 'registerBranch', period: '2026' });
    expect(register.members.map(({ total }) => total)).toEqual(sealed.claims.map(({ total }) => total));
    const lines = register.members.flatMap((one) => one.lines);
    expect(lines.length).toBeGreaterThan(700);
    for (const { item, words = '' } of lines)
      expect(`${item} ${words}`).not.toMatch(/[A-Z]{2,}\d?-|objection:|appeal:|undefined/);
    const quarters = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'];
    const sheets = await Promise.all(
      quarters.map(async (period) => await at.data<BranchRegister>(secretary, { form: 'registerBranch', period })),
    );
    const inQuarters = sheets.flatMap(({ members }) => members.flatMap((one) => one.lines));
    // What a finding put right since is on no sheet of the first printing.
    expect(Math.abs(lines.length - inQuarters.length)).toBeLessThan(6);
  });
});
