import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { see } from './meeting-operator.ts';
import { openPlace, type Place, shot } from './place.ts';

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
    await one.page.goto(place.origin + path, { waitUntil: 'networkidle' });
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
