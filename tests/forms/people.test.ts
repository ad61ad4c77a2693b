import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActAction, InputOf } from '#contract/api.ts';
import type { AppealSheet } from '#paper/forms/appeal.ts';
import type { AppealAnswer } from '#paper/forms/appeal-answer.ts';
import type { DeclarationSlip } from '#paper/forms/declaration.ts';
import type { ExemptionForm } from '#paper/forms/exemption.ts';
import type { ImprovementPlan } from '#paper/forms/improvement.ts';
import type { ObjectionSheet } from '#paper/forms/objection.ts';
import type { ObjectionAnswer } from '#paper/forms/objection-answer.ts';
import type { TalkSheet } from '#paper/forms/talk.ts';
import { docxTexts } from '#tests/paper/read-back.ts';
import { openPlayed, type Played } from './played.ts';

let at: Played;

beforeAll(async () => {
  at = await openPlayed('2026-05-20');
});
afterAll(async () => await at.stop());

const callerOf = (person: string) => ({ person, kind: 'person', password: true }) as const;
let keys = 0;
async function act<A extends ActAction>(
  person: string,
  action: A,
  input: Omit<InputOf<A>, 'branch'>,
  revision?: number,
) {
  const whole = { branch: at.branch, ...input } as unknown as InputOf<A>;
  return await at.services.act(callerOf(person), action, { input: whole, revision, key: `key-${++keys}` });
}

type Slips = { readonly slips: readonly DeclarationSlip[] };

describe('declaration slips (§三(一))', () => {
  test('every member has one with the lines that are its own, and never what another reported or the committee proposed', async () => {
    const secretary = at.holder('secretary');
    const { slips } = await at.data<Slips>(secretary, { form: 'declaration', member: 'all', period: '2026-05' });
    const caller = callerOf(secretary);
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
      const inOrder = (points: readonly number[]) => points.toSorted((a, b) => a - b);
      expect(inOrder(stated.map(({ claimed = 0 }) => claimed))).toEqual(inOrder(lines.map(({ points = 0 }) => points)));
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

describe('objections and appeals (§三(四))', () => {
  test('an objection stands as it was raised, its answer with the finding and the entries that carry it out', async () => {
    const member = await at.member('D014');
    const { matters } = await at.services.read('objection.show', { branch: at.branch }, callerOf(member));
    const { id = '', content = {} } = matters[0] ?? {};
    for (const person of [member, at.holder('secretary')]) {
      const sheet = await at.data<ObjectionSheet>(person, { form: 'objection', of: id });
      expect(sheet).toMatchObject({ member: '姜启明', day: '2026-04-15', current: '扣1分，积分台账分录106' });
      expect(sheet.about).toBe('2026年3月5日“无故缺席组织生活”');
      expect(sheet.words).toBe(content['words']);
      const answer = await at.data<ObjectionAnswer>(person, { form: 'objectionAnswer', of: id });
      expect(answer).toMatchObject({ result: 'upheld', superior: '演示镇党委', findings: content['finding'] });
      expect(answer.entries).toEqual([151, content['entry']]);
    }
    const other = await at.member('D010');
    for (const form of ['objection', 'objectionAnswer'] as const)
      await expect(at.data(other, { form, of: id })).rejects.toMatchObject({ code: 'thing.unknown' });
  });

  test('an appeal is printed for its member and the superior, never for the branch; the answer for the branch once it was served', async () => {
    const member = await at.member('D028');
    const { rows } = await at.services.read('appeal.show', { branch: at.branch }, callerOf(member));
    const { id = '', at: above = '', words } = rows[0] ?? {};
    const own = await at.data<AppealSheet>(member, { form: 'appeal', of: id });
    expect(own).toMatchObject({ superior: '演示镇党委', member: '崔兰英', words, day: '2026-04-27' });
    expect(own.before).toContain('异议不成立');
    for (const office of ['secretary', 'recorder', 'committee'] as const)
      await expect(at.data(at.holder(office), { form: 'appeal', of: id })).rejects.toMatchObject({
        code: 'thing.unknown',
      });
    const answer = await at.data<AppealAnswer>(at.holder('secretary'), { form: 'appealAnswer', of: id });
    expect(answer).toMatchObject({ member: '崔兰英', result: 'upheld', day: '2026-05-18' });
    expect(answer.lodged).toBeUndefined();
    expect(await at.data(member, { form: 'appealAnswer', of: id })).toMatchObject({ lodged: '2026-04-27' });
    const address = '演示镇人民路1号镇党委组织办';
    await act(at.holder('secretary'), 'setting.change', { settings: {}, appealTo: { name: '', address } });
    const empty = await at.data(await at.member('D010'), { form: 'appeal' });
    expect(empty).toEqual({ superior: '演示镇党委', address, branch: '演示小学党支部' });
    expect(above).not.toBe(at.branch);
  });

  test('before it is served the branch asks in vain, for that appeal as for one that never was', async () => {
    const member = await at.member('D017');
    const { rows } = await at.services.read('appeal.show', { branch: at.branch }, callerOf(await at.member('D028')));
    const concerns = { of: at.branch, concerns: member, about: 'total', reason: '合计与本人记录不符。' } as const;
    const input = { branch: rows[0]?.at ?? '', ...concerns };
    const { id } = await at.services.act(callerOf(member), 'appeal.lodge', { input, key: 'appeal' });
    expect(await at.data(member, { form: 'appeal', of: id })).toMatchObject({ words: concerns.reason });
    await expect(at.data(member, { form: 'appealAnswer', of: id })).rejects.toMatchObject({ code: 'form.none' });
    for (const form of ['appeal', 'appealAnswer'] as const)
      for (const of of [id, 'nothing'])
        await expect(at.data(at.holder('secretary'), { form, of })).rejects.toMatchObject({ code: 'thing.unknown' });
  });
});

describe('exemption, talks, improvement (§四)', () => {
  test('an exemption begins with its standing; an absence has a form of its own with what was agreed', async () => {
    const exempt = await at.member('D022');
    const form = await at.data<ExemptionForm>(at.holder('secretary'), { form: 'exemption', member: exempt });
    expect(form).toMatchObject({ member: { name: '石长根', standing: '正式党员' }, from: '2026-03-01' });
    expect(form.to).toBeUndefined();
    const member = await at.member('D024');
    const { id } = await act(member, 'absence.ask', { from: '2026-06-01', to: '2026-12-31' });
    const away = { form: 'exemption', member, of: id } as const;
    expect(await at.data(member, away)).toMatchObject({ absence: true, from: '2026-06-01', to: '2026-12-31' });
    const texts = docxTexts(await at.file(at.holder('recorder'), { ...away, format: 'docx' }));
    expect(texts).toContain('党员长期外出审批表');
    const other = await at.member('D010');
    await expect(at.data(other, away)).rejects.toMatchObject({ code: 'right.missing' });
    await expect(at.data(other, { form: 'exemption', member })).rejects.toMatchObject({ code: 'right.missing' });
  });

  test('a talk is read by its subject once it was held, by the office, and by nobody else', async () => {
    const [secretary, subject] = [at.holder('secretary'), await at.member('D010')];
    const about = { member: subject, year: '2026', rule: '§四(三)', words: '两次缺席' };
    const { id, revision } = await act(secretary, 'talk.propose', about);
    const asked = { form: 'talk', of: id } as const;
    expect(await at.data(secretary, asked)).toMatchObject({ subject: '罗文斌', cause: '两次缺席', content: '' });
    await expect(at.data(subject, { ...asked, member: subject })).rejects.toMatchObject({ code: 'form.none' });
    const said = {
      time: '2026年5月20日15时',
      place: '书记办公室',
      cause: '两次缺席组织生活',
      content: '今后按时参加。',
    };
    const held = await act(secretary, 'talk.hold', { id, recorder: '石长根', ...said }, revision);
    await act(subject, 'talk.sign', { id }, held.revision);
    const read = await at.data<TalkSheet>(subject, { ...asked, member: subject });
    expect(read).toMatchObject({ ...said, subject: '罗文斌', recorder: '石长根', signed: '2026-05-20' });
    expect(await at.data(secretary, asked)).toEqual(read);
    await expect(at.data(await at.member('D014'), asked)).rejects.toMatchObject({ code: 'right.missing' });
  });

  test('a plan says each measure in a line of its own', async () => {
    const [secretary, member] = [at.holder('secretary'), await at.member('D020')];
    const about = { member, year: '2026', rule: '§四(三)', words: '学习笔记不完整' };
    const { id, revision } = await act(secretary, 'improvement.propose', about);
    const early = at.data(member, { form: 'improvement', member });
    await expect(early).rejects.toMatchObject({ code: 'form.none' });
    const plan = { plan: '补齐学习笔记\n按时参加学习', helper: at.holder('discipline'), last: '2026-08-31' };
    await act(secretary, 'improvement.start', { id, ...plan }, revision);
    const form = await at.data<ImprovementPlan>(member, { form: 'improvement', member });
    expect(form).toMatchObject({ problems: '学习笔记不完整', from: '2026-05-20', to: '2026-08-31' });
    expect(form.measures.map(({ text }) => text)).toEqual(['补齐学习笔记', '按时参加学习']);
  });

  test('empty forms are for everyone of the branch and name nobody', async () => {
    const member = await at.member('D010');
    const titles = { exemption: '党员免考核审批表', talk: '提醒谈话记录', improvement: '党员限期整改方案' };
    for (const [form, title] of Object.entries(titles)) {
      const texts = docxTexts(await at.file(member, { form: form as 'talk', format: 'docx' }));
      expect(texts).toContain(title);
      expect(texts.join()).not.toMatch(/undefined|\{|\[/);
    }
    await expect(at.data('nobody', { form: 'objection' })).rejects.toMatchObject({ code: 'right.missing' });
  });

  test('an empty objection or appeal bears the name of whoever asks for the own; nobody else’s (issue 5 §1)', async () => {
    const [member, other] = [await at.member('D010'), await at.member('D011')];
    const name = { member: '罗文斌' };
    expect(await at.data(member, { form: 'objection', member })).toMatchObject({ ...name, group: expect.any(String) });
    expect(await at.data(member, { form: 'appeal', member })).toMatchObject(name);
    await expect(at.data(other, { form: 'objection', member })).rejects.toMatchObject({ code: 'right.missing' });
    expect(await at.data(other, { form: 'appeal', member })).not.toMatchObject(name);
  });
});
