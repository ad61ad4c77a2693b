import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MinutesSheet } from '#paper/forms/minutes.ts';
import type { BranchRegister } from '#paper/forms/register-branch.ts';
import { docxTexts } from '#tests/paper/read-back.ts';
import { openPlayed, type Played } from './played.ts';

let at: Played;

beforeAll(async () => {
  at = await openPlayed('2026-07-20');
});
afterAll(async () => await at.stop());

describe('what a general meeting leaves on paper (§三(三))', () => {
  test('the register of a quarter says what its sealed sheet says, with its number and fingerprint', async () => {
    const secretary = at.holder('secretary');
    const register = await at.data<BranchRegister>(secretary, { form: 'registerBranch', period: '2026Q1' });
    expect(register).toMatchObject({ branch: '演示小学党支部', period: '2026Q1' });
    expect(register.address).toBe(`https://example.org/v/${register.fingerprint?.slice(0, 20)}`);
    const verified = await at.services.publicPages.verify(register.fingerprint ?? '');
    expect(verified?.document).toMatchObject({ kind: 'register', number: register.number });
    for (const { sums, total } of register.members) expect(sums.reduce((sum, one) => sum + one, 0)).toBe(total);
    const texts = docxTexts(await at.file(secretary, { form: 'registerBranch', format: 'docx', period: '2026Q1' }));
    for (const { name } of register.members) expect(texts).toContain(name);
  });

  test('the minutes are those that were signed', async () => {
    const minutes = await at.data<MinutesSheet>(at.holder('recorder'), { form: 'minutes' });
    expect(minutes.text).toContain('应到');
    expect(minutes.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });
});
