import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeclarationSlip } from '#paper/forms/declaration.ts';
import { docxTexts } from '#tests/paper/read-back.ts';
import { openPlayed, type Played } from './played.ts';

let at: Played;

beforeAll(async () => {
  at = await openPlayed('2026-05-20');
});
afterAll(async () => await at.stop());

type Slips = { readonly slips: readonly DeclarationSlip[] };

describe('declaration slips (§三(一))', () => {
  test('every member has one with the lines that are its own, and never what another reported or the committee proposed', async () => {
    const secretary = at.holder('secretary');
    const { slips } = await at.data<Slips>(secretary, { form: 'declaration', member: 'all', period: '2026-05' });
    const caller = { person: secretary, kind: 'person', password: true } as const;
    const { branch } = at;
    const { members } = await at.services.read('member.list', { branch }, caller);
    const { rows } = await at.services.read('declaration.list', { branch, month: '2026-05', limit: 500 }, caller);
    expect(rows.some(({ origin }) => origin === 'report')).toBe(true);
    expect(rows.some(({ origin }) => origin === 'proposed')).toBe(true);
    const own = ['own', 'entry', 'batch', 'prefill'];
    for (const { declarant, own: stated = [] } of slips) {
      const { id } = members.find(({ name }) => name === declarant) ?? {};
      const lines = rows.filter(
        (line) => line.subject === id && own.includes(line.origin) && line.state !== 'withdrawn',
      );
      expect(stated.map(({ claimed }) => claimed).toSorted()).toEqual(lines.map(({ points }) => points).toSorted());
    }
    expect(new Set(slips.map(({ code }) => code)).size).toBe(slips.length);
    const here = members.filter(({ standing }) => standing !== 'transferred' && standing !== 'deceased');
    expect(slips.map(({ declarant }) => declarant)).toEqual(here.map(({ name }) => name));
  });

  test('who reported another member stands neither on the own slip nor on that of the other', async () => {
    const [reporter, subject] = [await at.member('D013'), await at.member('D031')];
    for (const person of [reporter, subject]) {
      const { slips } = await at.data<Slips>(person, { form: 'declaration', member: person, period: '2026-05' });
      expect(JSON.stringify(slips)).not.toMatch(/暴雨|排水泵/);
      expect(slips[0]?.about).toBeUndefined();
    }
  });

  test('an empty one names nobody; a member has no other member’s', async () => {
    const member = await at.member('D010');
    const { slips } = await at.data<Slips>(member, { form: 'declaration', copies: 3 });
    expect(slips).toEqual(Array.from({ length: 3 }, () => ({ branch: '演示小学党支部', month: '' })));
    const texts = docxTexts(await at.file(member, { form: 'declaration', format: 'docx' }));
    expect(texts).toContain('党员积分申报单');
    const other = { form: 'declaration', member: at.holder('secretary') } as const;
    await expect(at.data(member, other)).rejects.toMatchObject({ code: 'right.missing' });
    await expect(at.data(member, { ...other, member: 'all' })).rejects.toMatchObject({ code: 'right.missing' });
  });
});
