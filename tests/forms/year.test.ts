import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListQuery } from '#contract/list.ts';
import type { FilingForm } from '#paper/forms/filing.ts';
import type { NoticeSheet } from '#paper/forms/notice.ts';
import type { PersonalRecord } from '#paper/forms/personal.ts';
import type { BranchRegister } from '#paper/forms/register-branch.ts';
import type { SummarySheet } from '#paper/forms/summary.ts';
import { docxTexts, pdfPages } from '#tests/paper/read-back.ts';
import { openPlayed, type Played } from './played.ts';

let at: Played;

beforeAll(async () => {
  at = await openPlayed('2027-02-17');
});
afterAll(async () => await at.stop());

const as = (person: string) => ({ person, kind: 'person', password: true }) as const;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('the notice sheet of a quarter (§三(四))', () => {
  test('it has everyone once, by strokes, nobody who objects to it by name, and no reason of anything', async () => {
    const sheet = await at.data<NoticeSheet>(at.holder('secretary'), { form: 'notice', period: '2026Q3' });
    expect(sheet).toMatchObject({ branch: '演示小学党支部', period: '2026Q3', days: 5, superior: true });
    const { documents } = await at.services.read('notice.show', { branch: at.branch }, as(at.holder('secretary')));
    const sealed = documents.find(({ period }) => period === '2026Q3');
    expect(sheet).toMatchObject({ number: sealed?.number, fingerprint: sealed?.fingerprint });
    const { members } = JSON.parse(sealed?.text ?? '{}') as { members: { name: string; total: number }[] };
    const ordered = (all: readonly { readonly total: number }[]) =>
      all.map(({ total }) => total).toSorted((a, b) => a - b);
    expect(ordered(sheet.members)).toEqual(ordered(members));
    for (const { sums, total } of sheet.members) expect([sum(sums), 0]).toContain(total);
    const names = sheet.members.flatMap(({ name }) => name ?? []);
    expect(names).toEqual(names.toSorted(new Intl.Collator('zh-u-co-stroke').compare));
    expect(names).toHaveLength(members.length - 1);
    expect(JSON.stringify(sheet)).not.toContain('袁淑珍');
    for (const format of ['a4', 'a3'] as const) {
      const file = await at.file(at.holder('secretary'), {
        form: 'notice',
        format: 'pdf',
        period: '2026Q3',
        sheet: format,
      });
      expect(pdfPages(file).join('')).not.toContain('袁淑珍');
    }
  });

  test('once it has ended its QR leads to the page of fingerprints, and one that was never posted is none', async () => {
    const sheet = await at.data<NoticeSheet>(at.holder('secretary'), { form: 'notice', period: '2026Q1' });
    expect(sheet.address).toBe(`https://example.org/v/${sheet.fingerprint?.slice(0, 20)}`);
    await expect(at.data(at.holder('secretary'), { form: 'notice', period: '2031Q1' })).rejects.toThrow('form.none');
    await expect(at.data(at.holder('secretary'), { form: 'notice', of: at.branch })).rejects.toThrow('thing.unknown');
  });
});

describe('the tables of a quarter (issue 5 §1)', () => {
  test('who stands at 0 by a veto has that beside it, who left has that, and no day stands as a code', async () => {
    const asked = { period: '2026Q3' } as const;
    const secretary = at.holder('secretary');
    const { members } = await at.data<SummarySheet>(secretary, { form: 'summary', ...asked });
    const notes = members.flatMap(({ name, total, note }) => (total === 0 || note ? [[name, note]] : []));
    expect(notes).toEqual([
      ['黎振东', '一票否决'],
      ['毛志诚', '已转出'],
    ]);
    expect(members.filter(({ category }) => category === '')).toEqual([]);
    const register = await at.data<BranchRegister>(secretary, { form: 'registerBranch', ...asked });
    const said = register.members.flatMap(({ lines }) => lines.map(({ item, words }) => `${item}${words}`));
    expect(said.join('\n')).toContain('（2026年9月8日）');
    expect(said.filter((one) => /\d{4}-\d\d-\d\d/.test(one))).toEqual([]);
  });
});

describe('the filing form (§三(五), product §3.10)', () => {
  test('it says every round, what was filed, and every member’s points as sealed; its front page names nobody', async () => {
    const filing = await at.data<FilingForm>(at.holder('secretary'), { form: 'filing' });
    expect(filing.rounds.map(({ did }) => did)).toEqual(['sent', 'returned', 'sent', 'approved']);
    expect(filing).toMatchObject({ year: '2026', superior: '演示镇党委', filedAs: '演镇组备〔2027〕3 号' });
    const asked = { branch: at.branch, period: '2026' };
    const { documents } = await at.services.read('settlement.show', asked, as(at.holder('secretary')));
    const sealed = documents.find(({ number }) => number === filing.settlement);
    const { members } = JSON.parse(sealed?.text ?? '{}') as {
      members: { name: string; claim: { total: number; rank: number | null; unranked: string | null } }[];
    };
    const counted = members.filter(({ claim }) => claim.unranked !== 'not-member');
    // Of two who have the same name each has its number of the roster beside it.
    const shown = filing.members.map(({ name, total }) => [name.replace(/ D\d+$/, ''), total]);
    expect(shown).toEqual(counted.map((one) => [one.name, one.claim.total]));
    expect(sum(filing.spread.map((one) => one.members))).toBe(filing.counts.members);
    for (const one of filing.spread) expect(one.members).toBeGreaterThanOrEqual(3);
    const [front = ''] = pdfPages(await at.file(at.holder('secretary'), { form: 'filing', format: 'pdf' }));
    expect(front).toContain('同意备案');
    for (const { name } of filing.members.filter((one) => one.name !== '钱䶮')) expect(front).not.toContain(name);
  });

  test('who may not see filings gets no form of one', async () => {
    await expect(at.data(await at.member('D017'), { form: 'filing' })).rejects.toThrow('right.missing');
  });
});

describe('the yearly record of a member (product §3.13)', () => {
  test('every member has its sealed total, rank and components on it, and the last quarter comes to the same', async () => {
    const secretary = at.holder('secretary');
    const asked = { branch: at.branch, year: '2026', limit: 500 };
    const { rows } = await at.services.read('rank.show', asked, as(secretary));
    for (const { member, total, rank, unranked } of rows.filter((one) => one.unranked !== 'not-member')) {
      const record = await at.data<PersonalRecord>(secretary, { form: 'personal', member, period: '2026' });
      expect(record.total).toBe(total);
      expect(record.rank?.rank).toBe(rank ?? undefined);
      if (unranked !== 'vetoed') expect(sum(record.sums.map(({ points }) => points))).toBe(total);
      expect(record.quarters.at(-1)?.soFar).toBe(total);
      expect(record.asOf).toBeUndefined();
      for (const { item, determined } of record.lines) {
        expect(item).toMatch(/[\u4e00-\u9fff]/);
        expect(determined).toMatch(/^202[67]-/);
      }
    }
  });

  test('an appeal stands on it for its member; for the office once it was served, and no sooner', async () => {
    const [member, secretary] = [await at.member('D028'), at.holder('secretary')];
    const own = await at.data<PersonalRecord>(member, { form: 'personal', period: '2026' });
    const office = await at.data<PersonalRecord>(secretary, { form: 'personal', member, period: '2026' });
    for (const { objections, keep } of [own, office]) {
      expect(objections).toHaveLength(2);
      expect(objections?.at(-1)).toContain('成立，2026年5月18日答复');
      expect(keep).toBeUndefined();
    }
    const asked = await at.services.read('appeal.show', { branch: at.branch }, as(member));
    const superior = asked.rows[0]?.at ?? '';
    const input = {
      branch: superior,
      of: at.branch,
      about: 'total',
      year: '2026',
      concerns: member,
      reason: '合计有误',
    } as const;
    await at.services.act(as(member), 'appeal.lodge', { input });
    const again = await at.data<PersonalRecord>(member, { form: 'personal', period: '2026' });
    expect(again.keep).toBe(true);
    expect(docxTexts(await at.file(member, { form: 'personal', format: 'docx', period: '2026' })).join()).toContain(
      '尚未送达党支部',
    );
    expect(await at.data<PersonalRecord>(secretary, { form: 'personal', member, period: '2026' })).toEqual(office);
  });

  test('nobody has the record of another member who does not keep the files', async () => {
    const [one, other] = [await at.member('D017'), await at.member('D028')];
    await expect(at.data(one, { form: 'personal', member: other })).rejects.toThrow('right.missing');
  });
});

describe('the lists of the office as spreadsheets (issue 5 §3)', () => {
  const listed = async (person: string, list: ListQuery['list'], more: Partial<ListQuery> = {}): Promise<string[]> => {
    const { bytes } = await at.services.exportList(as(person), { branch: at.branch, list, format: 'csv', ...more });
    return new TextDecoder().decode(bytes).split('\r\n').slice(1, -1);
  };

  test('each has a row for every one on its page, in words and without an id', async () => {
    const [secretary, branch] = [at.holder('secretary'), { branch: at.branch }];
    const counts = {
      questions: (await at.services.read('question.list', branch, as(secretary))).rows.length,
      served: (await at.services.read('appeal.served', branch, as(secretary))).rows.length,
      terms: (await at.services.read('term.list', branch, as(secretary))).rows.length,
      absences: (await at.services.read('absence.list', branch, as(secretary))).rows.length,
      relatives: (await at.services.read('relative.list', branch, as(secretary))).rows.length,
      accounts: (await at.services.read('account.list', branch, as(secretary))).rows.length,
      vetoes: (await at.services.read('veto.list', branch, as(secretary))).rows.length,
    } as const;
    for (const [list, count] of Object.entries(counts) as [keyof typeof counts, number][]) {
      const rows = await listed(secretary, list);
      expect([list, rows.length]).toEqual([list, count]);
      expect([list, rows.join('\n').match(/[0-9a-f]{8}-[0-9a-f]{4}|undefined|\d{4}Q\d/)?.[0]]).toEqual([
        list,
        undefined,
      ]);
    }
    expect(counts.questions + counts.served + counts.vetoes).toBeGreaterThan(2);
    expect((await listed(secretary, 'notices')).join('\n')).toMatch(/季度积分,2026年第1季度,/);
    const march = await listed(secretary, 'lines', { month: '2026-03' });
    expect(march.length).toBeGreaterThan(10);
    for (const row of march) expect(row).toMatch(/^2026-03,/);
  });

  test('a member has the own lines, rank and appeals alone, and never what it reported of others', async () => {
    const [member, secretary] = [await at.member('D028'), at.holder('secretary')];
    expect(await listed(member, 'ranks', { member, year: '2026' })).toHaveLength(1);
    expect((await listed(member, 'appeals')).join()).toContain('演示小学党支部');
    const { members } = await at.services.read('member.list', { branch: at.branch }, as(secretary));
    for (const { id, code } of members.filter(({ standing }) => standing === 'full').slice(0, 12))
      for (const row of await listed(id, 'lines', { member: id })) expect(row).toContain(`,${code},`);
    for (const list of ['accounts', 'absences', 'served', 'vetoes', 'questions', 'rights'] as const)
      await expect(listed(member, list)).rejects.toThrow('right.missing');
  });
});
