import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { see } from './meeting-operator.ts';
import { openPlace, overflow, type Place, shot, violations, visit } from './place.ts';

let place: Place;

beforeAll(async () => {
  place = await openPlace({ until: '2026-10-15' });
}, 300_000);
afterAll(async () => await place?.stop());

test('a line of somebody else is kindly said to be not theirs, and nothing of it is told (product §6)', async () => {
  const secretary = await place.signIn('secretary');
  const { rows } = (await (
    await place.api(secretary, `declaration/list?branch=${place.branch}&limit=100`)
  ).json()) as AnswerOf<'declaration.list'>;
  const member = await place.member('D017');
  const other = rows.find(({ subject }) => subject !== member.who.person);
  const { page, context, complaints } = await place.open(`/my/line/${other?.id}`, { as: member });
  await see(page, '它是别的党员的');
  expect(complaints).toEqual([]);
  await shot(page, 'tried-not-yours');
  await context.close();
});

test('the terms of objection and appeal are those that hold: the branch’s own, else the scheme’s, else the default (product §3)', async () => {
  const secretary = await place.signIn('secretary');
  const scheme = (await (
    await place.api(secretary, `scheme/text?branch=${place.branch}`)
  ).json()) as AnswerOf<'scheme.text'>;
  const terms = (scheme.document['terms'] ?? {}) as { objectionReplyDays?: number };
  const before = terms.objectionReplyDays ?? 15;
  const one = await place.open('/my/objections', { as: await place.member('D017') });
  await see(one.page, new RegExp(`${before}个工作日`));
  const changed = await place.api(secretary, 'setting/change', {
    branch: place.branch,
    settings: { objectionReplyDays: 9, appealReplyMonths: 2 },
  });
  expect(changed.status, await changed.clone().text()).toBe(200);
  for (const path of ['/my/objections', '/my/appeals']) {
    await visit(one.page, place.origin + path);
    await see(one.page, /9个工作日/);
    await see(one.page, /2个月/);
  }
  await one.context.close();
});

test('who came from another branch sees what was brought along (product §4)', async () => {
  const came = await place.open('/my/score', { as: await place.member('D037') });
  await came.page.getByRole('button', { name: '全部展开' }).click();
  await shot(came.page, 'tried-came');
  await see(came.page, /结转|转入/);
  await came.context.close();
});

test('a verifier without an office, drawn by the superior, verifies from home and never reads who reported (product §3.3)', async () => {
  const { branch } = place;
  const reporter = await place.member('D020');
  const verifier = await place.member('D021');
  const subject = await place.member('D022');
  const superior = await place.signIn('superior');
  const did = async (as: typeof reporter, action: string, body: object, revision?: number) => {
    const headers = revision === undefined ? undefined : { 'if-match': `"${revision}"` };
    const answer = await place.api(as, action, { branch, ...body }, headers);
    expect(answer.status, await answer.clone().text()).toBe(200);
    return (await answer.json()) as { id: string; revision: number };
  };
  const fact = { item: 'LZ-急难', day: '2026-10-12', points: 20_000, ref: '校门口积水疏导' };
  const { id, revision } = await did(reporter, 'declaration/draft', { subject: subject.who.person, fact });
  const sent = await did(reporter, 'declaration/submit', { id }, revision);
  await did(superior, 'verifier/draw', { id, verifier: verifier.who.person }, sent.revision);
  const { page, context, complaints } = await place.open('/my', { as: verifier });
  await page.getByRole('link', { name: /请您核实由党员反映的一项/ }).click();
  await see(page, '校门口积水疏导');
  expect(await page.locator('main').textContent()).not.toContain(reporter.who.name);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await shot(page, 'tried-verify');
  await page.getByRole('button', { name: '核实属实' }).click();
  await see(page, '已核实，可以初评。');
  expect(complaints).toEqual([]);
  await context.close();
});
