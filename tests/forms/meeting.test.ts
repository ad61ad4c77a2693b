import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActAction, AnswerOf, InputOf } from '#contract/api.ts';
import type { Ballots } from '#paper/forms/ballot.ts';
import type { MinutesSheet } from '#paper/forms/minutes.ts';
import type { NoticeSheet } from '#paper/forms/notice.ts';
import type { BranchRegister } from '#paper/forms/register-branch.ts';
import type { MemberRegister } from '#paper/forms/register-member.ts';
import type { RollSheet } from '#paper/forms/roll.ts';
import type { SummarySheet } from '#paper/forms/summary.ts';
import type { Sheet } from '#service/process/register-sheet.ts';
import { docxTexts } from '#tests/paper/read-back.ts';
import { openPlayed, type Played } from './played.ts';

const CODE = /^([0-9A-Z]{4}-){2}[0-9A-Z]{4}$/;

let at: Played;
let secretary: string;
let recorder: string;

beforeAll(async () => {
  at = await openPlayed('2026-07-20');
  secretary = at.holder('secretary');
  recorder = at.holder('recorder');
});
afterAll(async () => await at.stop());

const caller = (person: string) => ({ person, kind: 'person', password: true }) as const;

async function act<A extends ActAction>(
  person: string,
  action: A,
  input: Omit<InputOf<A>, 'branch'>,
  revision?: number,
) {
  const request = {
    input: { branch: at.branch, ...input } as unknown as InputOf<A>,
    ...(revision !== undefined && { revision }),
  };
  return await at.services.act(caller(person), action, request);
}

async function registers(): Promise<AnswerOf<'register.show'>> {
  return await at.services.read('register.show', { branch: at.branch }, caller(secretary));
}

async function sealedSheets(): Promise<readonly Sheet[]> {
  return (await registers()).documents.map(({ text }) => (JSON.parse(text) as { readonly sheet: Sheet }).sheet);
}

async function refused(asked: Promise<unknown>): Promise<string> {
  const error: unknown = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return (error as { readonly code?: string } | undefined)?.code ?? 'not refused';
}

describe('the register on paper (§三(三))', () => {
  test('says what its sealed sheet says, with number, fingerprint, control code and who was in office', async () => {
    const register = await at.data<BranchRegister>(secretary, { form: 'registerBranch', period: '2026Q1' });
    expect(register).toMatchObject({
      branch: '演示小学党支部',
      period: '2026Q1',
      kind: 'register',
      number: 1,
      determinedOn: '2026-04-09',
      recorder: '余小芹',
      secretary: '沈维忠',
    });
    expect(register.code).toMatch(CODE);
    expect(register.address).toBe(`https://example.org/v/${register.fingerprint?.slice(0, 20)}`);
    const verified = await at.services.publicPages.verify(register.fingerprint ?? '');
    expect(verified?.document).toMatchObject({ kind: 'register', number: register.number });
    const [sheet] = await sealedSheets();
    expect(register.members.map(({ total, lines }) => [total, lines.map(({ day }) => day)])).toEqual(
      sheet?.members.map(({ total, lines }) => [total, lines.map(({ fact }) => fact.day)]),
    );
    for (const { sums, total } of register.members) expect(sums.reduce((sum, one) => sum + one, 0)).toBe(total);
    const texts = docxTexts(await at.file(secretary, { form: 'registerBranch', format: 'docx', period: '2026Q1' }));
    for (const { name } of register.members) expect(texts).toContain(name);
  });

  test('each line has the points that the member reads in the explanation, and none where the score has changed since', async () => {
    const { members } = await at.data<BranchRegister>(secretary, { form: 'registerBranch', period: '2026Q1' });
    const [sheet, ...later] = await sealedSheets();
    const now = later.find(({ kind, quarter }) => kind === 'supplement' && quarter === '2026Q1');
    const changed = sheet?.members.map(({ member, components }) => {
      const then = now?.members.find((one) => one.member === member)?.components;
      return JSON.stringify(then) !== JSON.stringify(components);
    });
    expect(changed?.filter(Boolean).length).toBeGreaterThan(0);
    for (const [nth, { lines, sums }] of members.entries()) {
      const counted = lines.flatMap(({ points }) => (points === undefined ? [] : [points]));
      if (changed?.[nth]) expect(counted).toEqual([]);
      else expect(counted.reduce((sum, one) => sum + one, 0)).toBe((sums[1] ?? 0) + (sums[2] ?? 0));
    }
  });

  test('the words of lines stand on it for the office; a member reads the own ones alone', async () => {
    const wordsFor = async (person: string) =>
      (await at.data<BranchRegister>(person, { form: 'registerBranch', period: '2026Q2' })).members
        .filter(({ lines }) => lines.some(({ words = '' }) => words.includes('送教下乡')))
        .map(({ name }) => name);
    expect((await wordsFor(secretary)).length).toBeGreaterThan(10);
    expect(await wordsFor(await at.member('D013'))).toEqual(['杜雅琴']);
  });

  test('the words of a report stand on no form: how somebody writes tells who wrote (product §3.3)', async () => {
    const query = { branch: at.branch, limit: 500 };
    const { rows } = await at.services.read('declaration.list', query, caller(secretary));
    const reports = rows.filter(({ origin, words, entry }) => origin === 'report' && words && entry !== undefined);
    const written = reports.flatMap(({ words, fact }) => [words ?? '', fact.note ?? '']).filter((one) => one !== '');
    expect(written.length).toBeGreaterThan(0);
    const forms = [
      ...(['2026Q1', '2026Q2'] as const).map(async (period) =>
        at.file(secretary, { form: 'registerBranch', format: 'json', period }),
      ),
      ...reports.map(async ({ subject }) =>
        at.file(secretary, { form: 'registerMember', format: 'json', member: subject }),
      ),
    ];
    const texts = (await Promise.all(forms)).join('\n');
    expect(written.filter((one) => texts.includes(one))).toEqual([]);
  });

  test('two of one name are told apart by the number of the roster', async () => {
    const { members } = await at.data<BranchRegister>(recorder, { form: 'registerBranch' });
    const names = members.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['刘桂芳 D006', '刘桂芳 D007']));
    expect(new Set(names).size).toBe(names.length);
  });

  test('a supplement is printed by its own id, with the day of its own meeting; what is not there is refused', async () => {
    const { matters } = await registers();
    const supplement = matters.find(({ content }) => content['kind'] === 'supplement');
    const sheet = await at.data<BranchRegister>(secretary, { form: 'registerBranch', of: supplement?.id ?? '' });
    expect(sheet).toMatchObject({ kind: 'supplement', period: '2026Q1', determinedOn: '2026-07-15' });
    expect(sheet.withdrawn).not.toEqual([]);
    expect(sheet.members.length).toBeLessThan(10);
    expect(await refused(at.file(secretary, { form: 'registerBranch', format: 'pdf', period: '2025Q4' }))).toBe(
      'form.none',
    );
    expect(await refused(at.file(secretary, { form: 'registerBranch', format: 'pdf', of: 'nothing' }))).toBe(
      'thing.unknown',
    );
  });

  test('every member has the own register of a quarter, which adds up to the sheet; that of another is refused', async () => {
    const { members } = await at.services.read('member.list', { branch: at.branch }, caller(secretary));
    const [sheet] = (await sealedSheets()).filter(({ quarter }) => quarter === '2026Q2');
    for (const one of sheet?.members ?? []) {
      const own = await at.data<MemberRegister>(secretary, {
        form: 'registerMember',
        period: '2026Q2',
        member: one.member,
      });
      expect(own.total).toBe(one.total);
      expect(own.sums.map(({ points }) => points).reduce((sum, points) => sum + points, 0)).toBe(one.total);
      expect(new Set(own.lines.map(({ entry }) => entry))).toEqual(new Set(one.lines.map(({ entry }) => entry)));
      for (const line of own.lines)
        expect(line).toMatchObject({ determined: '2026-07-15', claimed: expect.any(Number) });
    }
    const self = await at.member('D013');
    const own = await at.data<MemberRegister>(self, { form: 'registerMember' });
    expect(own).toMatchObject({
      period: '2026Q2',
      member: { name: '杜雅琴', standing: '正式党员', group: '第二党小组' },
    });
    const other = members.find(({ code }) => code === 'D014')?.id ?? '';
    expect(await refused(at.file(self, { form: 'registerMember', format: 'pdf', member: other }))).toBe(
      'right.missing',
    );
  });

  test('the summary of a quarter has the totals of its latest sheet', async () => {
    const summary = await at.data<SummarySheet>(recorder, { form: 'summary', period: '2026Q1' });
    const sheet = (await sealedSheets()).findLast(({ quarter }) => quarter === '2026Q1');
    expect(summary.members.map(({ total }) => total)).toEqual(sheet?.members.map(({ total }) => total));
    expect(summary.columns).toEqual(['基础分', '履职分', '扣分']);
  });
});

describe('a general meeting on paper (product §3.6)', () => {
  test('the minutes are those that were signed', async () => {
    const minutes = await at.data<MinutesSheet>(recorder, { form: 'minutes' });
    expect(minutes.text).toContain('应到');
    expect(minutes.text).not.toMatch(/[A-Z]{2}-|\dQ\d/);
    expect(minutes.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(minutes.code).toMatch(CODE);
    expect(minutes.draft).toBeUndefined();
  });

  test('the roll is a draft until it is frozen, then the sealed one; ballots are printed by the office, with codes that name nobody', async () => {
    const called = { day: '2026-07-20', place: '二楼会议室', chair: secretary, recorder, items: ['增补候选人'] };
    const { id, revision } = await act(secretary, 'assembly.convene', called);
    const draft = await at.data<RollSheet>(recorder, { form: 'roll', of: id });
    expect(draft).toMatchObject({ draft: true, day: '2026-07-20', place: '二楼会议室', chair: '沈维忠' });
    expect(draft.fingerprint).toBeUndefined();
    expect(docxTexts(await at.file(recorder, { form: 'roll', of: id, format: 'docx' }))).toContain(
      '党员大会应到名册及签到表（草）',
    );

    const frozen = await act(recorder, 'assembly.freeze', { id }, revision);
    const roll = await at.data<RollSheet>(recorder, { form: 'roll', of: id });
    expect(roll.draft).toBeUndefined();
    expect(roll.code).toMatch(CODE);
    const { documents } = await at.services.read('assembly.show', { branch: at.branch, id }, caller(secretary));
    const sealed = documents.find(({ fingerprint }) => fingerprint === roll.fingerprint);
    const lines = (JSON.parse(sealed?.text ?? '') as { lines: { member: string; entitled: boolean }[] }).lines;
    expect(roll.lines.map(({ entitled }) => entitled)).toEqual(lines.map(({ entitled }) => entitled));

    expect(await refused(at.file(recorder, { form: 'ballot', format: 'pdf', of: id }))).toBe('form.none');
    const present = lines.filter(({ entitled }) => entitled).map(({ member }) => member);
    const there = await act(recorder, 'assembly.attend', { id, present, leave: [] }, frozen.revision);
    await act(secretary, 'assembly.open', { id }, there.revision);
    await act(secretary, 'motion.put', { assembly: id, kind: 'other', title: '增补候选人' });
    const ballots = await at.data<Ballots>(recorder, { form: 'ballot' });
    expect(ballots.motions).toEqual([{ title: '增补候选人' }]);
    expect(ballots.codes).toHaveLength(present.length);
    for (const code of ballots.codes) expect(code).toMatch(CODE);
    const again = await at.data<Ballots>(recorder, { form: 'ballot', of: id, copies: 3 });
    expect(again.codes).toHaveLength(3);
    expect(again.codes.some((code) => ballots.codes.includes(code))).toBe(false);
    const member = await at.member('D020');
    expect(await refused(at.file(member, { form: 'ballot', format: 'pdf', of: id }))).toBe('right.missing');
  });
});

describe('the sheet of a running notice (§三(四), product §6)', () => {
  test('it says what its page says to whoever scans it, line by line, and its QR opens that page', async () => {
    const secretary = at.holder('secretary');
    const sheet = await at.data<NoticeSheet>(secretary, { form: 'notice' });
    const code = sheet.address?.split('/n/')[1] ?? '';
    const page = await at.services.publicPages.notice(code);
    expect(sheet.address).toBe(`https://example.org/n/${code}`);
    const { branch, period, days, number, fingerprint, superior, decimals } = page;
    expect(sheet).toMatchObject({ branch, period, days, number, fingerprint, superior, decimals });
    expect([sheet.from, sheet.to]).toEqual([page.start, page.term.last]);
    const { questionReplyDays: question, objectionReplyDays: objection, appealReplyMonths: appeal } = page.terms;
    expect(sheet.terms).toEqual({ question, objection, appeal });
    expect(sheet.components).toEqual(page.components.map(({ label }) => label));
    const shown = page.members.map(({ name, total, front = false, components }) => {
      const sums = page.components.map(({ id }) => components[id] ?? 0);
      return { ...(name !== undefined && { name }), sums, total, front };
    });
    expect(sheet.members).toEqual(shown);
  });
});
