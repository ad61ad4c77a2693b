import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { holding } from './hands.ts';
import { openPlace, type Place, reload, type SignIn, shot, violations, visit } from './place.ts';

let place: Place;

beforeAll(async () => {
  place = await openPlace({ until: '2026-05-20' });
}, 300_000);
afterAll(async () => await place?.stop());

async function asked<T>(as: SignIn, path: string): Promise<T> {
  const response = await place.api(as, path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

async function linesOf(as: SignIn) {
  const path = `declaration/list?branch=${place.branch}&member=${as.who.person}&limit=500`;
  return (await asked<AnswerOf<'declaration.list'>>(as, path)).rows;
}

async function monthOf(as: SignIn, id: string) {
  const { months } = await asked<AnswerOf<'month.list'>>(as, `month/list?branch=${place.branch}`);
  return months.find((month) => month.id === id);
}

/** Does an act over the API, as whoever works at another desk. */
async function done(
  as: SignIn,
  path: string,
  body: object,
): Promise<{ readonly id: string; readonly revision: number }> {
  const response = await place.api(as, path, { branch: place.branch, ...body });
  expect(response.status, await response.clone().text()).toBe(200);
  return await response.json();
}

/** Presses and counts. */
function presser(page: Page) {
  const count = { presses: 0 };
  return {
    count,
    press: async (role: 'button' | 'link', name: string | RegExp) => {
      count.presses += 1;
      await page.getByRole(role, { name }).first().click();
    },
  };
}

describe('declaring (§三(一), product §3.2)', () => {
  test('the usual case takes three presses from home, is undone by one, and is a draft again', async () => {
    const as = await place.member('D017');
    const { page, context } = await place.open('/my', { as });
    const { count, press } = presser(page);
    await press('link', '申报');
    await page.waitForSelector('.item-list button');
    await press('button', /^公开承诺/);
    await press('button', '提交');
    await page.getByText('已提交：公开承诺').waitFor();
    expect(count.presses).toBe(3);
    const [made] = (await linesOf(as)).filter(({ month }) => month === '2026-05');
    expect(made).toMatchObject({ state: 'submitted', subject: as.who.person, fact: { day: '2026-05-20' } });
    await shot(page, 'lines-after-declaring');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => (await linesOf(as)).find(({ id }) => id === made?.id)?.state).toBe('draft');
    await page.getByText('还没有提交').first().waitFor();
    await context.close();
  });

  test('a reload loses nothing, what is refused stands beside its field or in the rule’s words, and is not declared twice', async () => {
    const as = await place.member('D018');
    const { page, context } = await place.open('/my/declare', { as });
    await page.getByLabel('按事项名称查找').fill('志愿');
    await page.getByRole('button', { name: /志愿/ }).first().click();
    await page.getByLabel(/^数量/).fill('两小时');
    await page.getByLabel('凭据').fill('社区签到表');
    await reload(page);
    expect(await page.getByLabel('凭据').inputValue()).toBe('社区签到表');
    await page.getByRole('button', { name: '提交' }).click();
    const number = page.getByLabel(/^数量/);
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await number.fill('2');
    // The month of this day is closed: the server refuses, and what was typed stays.
    await page.getByLabel('发生日期').fill('2026-04-20');
    await page.getByRole('button', { name: '提交' }).click();
    await page.locator('.problem[data-code="month.closed"]').waitFor();
    expect(await number.inputValue()).toBe('2');
    await shot(page, 'declare-refused');
    await page.getByLabel('发生日期').fill('2026-05-19');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText(/^已提交：/).waitFor();
    const made = (await linesOf(as)).filter(({ fact }) => fact.ref === '社区签到表');
    expect(made).toMatchObject([{ state: 'submitted', fact: { quantity: 20_000, day: '2026-05-19' } }]);
    await context.close();
  });

  test('a network lost for a while neither loses nor doubles what is sent', async () => {
    const as = await place.member('D019');
    const { page, context } = await place.open('/my/declare', { as });
    await page
      .getByRole('button', { name: /^公开承诺/ })
      .first()
      .click();
    await page.getByLabel('说明').fill('断网时写的');
    await context.setOffline(true);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('网络暂时中断').waitFor();
    await context.setOffline(false);
    await page.getByText(/^已提交：/).waitFor();
    expect((await linesOf(as)).filter(({ words }) => words === '断网时写的')).toHaveLength(1);
    await context.close();
  });

  test('a file goes with a declaration', async () => {
    const as = await place.member('D026');
    const { page, context } = await place.open('/my/declare', { as });
    await page
      .getByRole('button', { name: /^公开承诺/ })
      .first()
      .click();
    const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const buffer = Buffer.from(picture, 'base64');
    await page.getByLabel('附一个文件').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
    // However long the file takes, one press is one press.
    const release = await holding(page, '**/api/v1/evidence/attach');
    const sending = page.waitForRequest('**/api/v1/evidence/attach');
    await page.getByRole('button', { name: '提交' }).click();
    await sending;
    expect(await page.getByRole('button', { name: '提交' }).isDisabled()).toBe(true);
    release();
    await page.getByText(/^已提交：/).waitFor();
    const [made] = (await linesOf(as)).filter(({ month }) => month === '2026-05');
    expect(made?.evidence).toHaveLength(1);
    await context.close();
  });

  test('a whole declaration needs no pointer', async () => {
    const as = await place.member('D027');
    const { page, context } = await place.open('/my/declare', { as });
    await page.getByLabel('按事项名称查找').focus();
    await page.keyboard.type('公开承诺');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByLabel('凭据').focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^已提交：/).waitFor();
    await expect.poll(async () => await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await context.close();
  });
});

describe('the month (product §3.2)', () => {
  test('what was recorded is read back, and one press confirms it and the month', async () => {
    const as = await place.member('D029');
    const recorder = await place.signIn('recorder');
    const fact = { item: 'LZ-主题党日', day: '2026-05-08', ref: '五月主题党日记录' };
    const { items } = await asked<AnswerOf<'item.list'>>(as, `item/list?branch=${place.branch}`);
    const item = items.find(({ label }) => label === '参加主题党日实践活动')?.id ?? fact.item;
    const line = await done(recorder, 'declaration/enter', { subject: as.who.person, fact: { ...fact, item } });
    const { page, context } = await place.open('/my', { as });
    const card = page.getByRole('region', { name: '2026年5月' });
    await card.getByText('参加主题党日实践活动').waitFor();
    await shot(page, 'home-month');
    expect(await violations(page)).toEqual([]);
    await card.getByRole('button', { name: '本月没有补充，也没有异议' }).click();
    await page.getByText('已确认2026年5月').waitFor();
    expect((await linesOf(as)).find(({ id }) => id === line.id)?.state).toBe('submitted');
    expect(await monthOf(as, '2026-05')).toMatchObject({ confirmed: true });
    await context.close();
  });
});

describe('about another member (§三(一), product §3.3)', () => {
  test('who is reported answers from home and takes it back; whoever reported is in no page and no answer', async () => {
    const as = await place.member('D031');
    const reporter = await place.member('D013');
    const { page, context } = await place.open('/my', { as });
    const bodies: string[] = [];
    page.on('response', async (response) => {
      // The list of names is everybody's.
      if (response.url().includes('/api/') && !response.url().includes('/member/list'))
        bodies.push(await response.text().catch(() => ''));
    });
    await page.getByRole('link', { name: /请答复/ }).click();
    await page.getByText('由党员反映').first().waitFor();
    await shot(page, 'hearing');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '答复' }).click();
    await page.getByText('请选择。').waitFor();
    await page.getByLabel('有不同意见').check();
    await page.getByRole('button', { name: '答复' }).click();
    await page.getByText('有不同意见的，请写明理由。').waitFor();
    await page.getByLabel('情况属实').check();
    await page.getByLabel('您的说明').fill('是我和门卫一起守的。');
    await reload(page);
    expect(await page.getByLabel('您的说明').inputValue()).toBe('是我和门卫一起守的。');
    await page.getByRole('button', { name: '答复' }).click();
    await page.getByText('已答复：情况属实').waitFor();
    const hearing = async () => (await linesOf(as)).find(({ origin }) => origin === 'report')?.hearing;
    expect(await hearing()).toMatchObject({ state: 'answered', answer: 'accept', words: '是我和门卫一起守的。' });
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => (await hearing())?.state).toBe('told');
    for (const path of ['/my', '/my/lines', '/my/looked', '/my/year', '/my/score']) {
      await visit(page, place.origin + path);
      bodies.push(await page.content());
    }
    expect(bodies.length).toBeGreaterThan(10);
    for (const body of bodies) {
      expect(body).not.toContain(reporter.who.name);
      expect(body).not.toContain(reporter.who.person);
    }
    await context.close();
  });

  test('a report promises who knows of it, and stands with its reporter alone', async () => {
    const as = await place.member('D034');
    const { page, context } = await place.open('/my/more', { as });
    await page.getByRole('link', { name: /反映其他党员的事项/ }).click();
    await page.getByText('您的姓名只有指定的核实人知道').waitFor();
    await page.getByLabel(/拼音/).fill('jqm');
    await page.getByLabel(/姜启明/).check();
    await page
      .getByRole('button', { name: /^公开承诺/ })
      .first()
      .click();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText(/^已提交反映/).waitFor();
    await page.getByText('只有您和核实人知道是您反映的。').waitFor();
    await shot(page, 'lines-reported');
    const subject = await place.member('D014');
    const [line] = (await linesOf(subject)).filter(({ origin }) => origin === 'report');
    expect(line).toMatchObject({ subject: subject.who.person, hearing: { state: 'told' } });
    expect(JSON.stringify(line)).not.toContain(as.who.person);
    await context.close();
  });

  test('a ground of veto is told without effect on the points, and answered (§二(三), product §3.5)', async () => {
    const as = await place.member('D035');
    const secretary = await place.signIn('secretary');
    await done(secretary, 'veto/propose', {
      subject: as.who.person,
      ground: '工作纪律',
      words: '收到反映：在校外代课',
    });
    const { page, context } = await place.open('/my', { as });
    await page.getByRole('link', { name: /请答复/ }).click();
    await page.getByText('没有主管机关的认定，不影响您的积分。').waitFor();
    await page.getByText('收到反映：在校外代课').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'hearing-veto');
    await page.getByLabel('有不同意见').check();
    await page.getByLabel('您的说明').fill('是去听课学习。');
    await page.getByRole('button', { name: '答复' }).click();
    await page.getByText('您已答复：有不同意见').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: '答复' }).waitFor();
    await context.close();
  });

  test('a deduction is told with its last day and what silence means', async () => {
    const as = await place.member('D010');
    const { page, context } = await place.open('/my', { as, mode: 'bigger' });
    await page.getByRole('link', { name: /请答复.*2026年5月27日截止/s }).click();
    await page.getByText('不算承认').waitFor();
    expect(await page.getByLabel('不要这项加分').count()).toBe(0);
    await shot(page, 'hearing-deduction-bigger');
    await context.close();
  });
});

describe('where the points come from (product §3, §6)', () => {
  test('every number of the score opens a thread whose counts are those of the record', async () => {
    const as = await place.member('D028');
    const { page, context } = await place.open('/my/score', { as });
    const links = await page.locator('a.source').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(1);
    for (const href of links) {
      const id = href.split('/').at(-1) ?? '';
      const { steps } = await asked<AnswerOf<'line.show'>>(as, `line/show?branch=${place.branch}&id=${id}`);
      await visit(page, place.origin + href);
      expect(
        await page.locator('.thread > li').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['step'])),
      ).toEqual(steps.map(({ step }) => step));
      for (const step of steps)
        if (step.step === 'voted')
          expect(await page.locator('[data-step="voted"]').last().textContent()).toContain(
            `应到${step.entitled}人，到会${step.present}人；同意${step.ayes}人，反对${step.noes}人，弃权${step.abstentions}人`,
          );
      expect(await violations(page)).toEqual([]);
      await shot(page, `line-${links.indexOf(href)}`);
    }
    await context.close();
  });
});

describe('objections and appeals (§三(四), product §3.8)', () => {
  test('an objection is raised from a line and withdrawn', async () => {
    const as = await place.member('D020');
    const line = (await linesOf(as)).find(({ state }) => state === 'determined');
    const { page, context } = await place.open(`/my/line/${line?.id}`, { as });
    await page.getByRole('link', { name: '对这一项提出异议' }).click();
    await page.getByRole('button', { name: '提出异议' }).click();
    await page.getByText('请写明理由。').waitFor();
    await page.getByLabel('理由').fill('假条在办公室。');
    await page.getByRole('button', { name: '提出异议' }).click();
    await page.getByText('异议已提出').waitFor();
    const shown = async () =>
      (await asked<AnswerOf<'objection.show'>>(as, `objection/show?branch=${place.branch}`)).matters;
    expect(await shown()).toMatchObject([
      { state: 'registered', parent: line?.id, content: { words: '假条在办公室。' } },
    ]);
    await page.getByText(/前答复/).waitFor();
    await shot(page, 'objection');
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByText('异议已撤回').waitFor();
    expect(await shown()).toMatchObject([{ state: 'withdrawn' }]);
    await context.close();
  });

  test('an appeal goes to the superior: the member sees its clock, the branch nothing', async () => {
    const as = await place.member('D020');
    const { page, context } = await place.open('/my/appeals', { as });
    await page.getByLabel('2026年度总分').check();
    await page.getByLabel('理由').fill('总分少算一次。');
    await page.getByRole('button', { name: '提出申诉' }).click();
    await page.getByText('申诉已送上级').waitFor();
    await page.getByText('党支部不知道有这件申诉').last().waitFor();
    await shot(page, 'appeal');
    const secretary = await place.signIn('secretary');
    const branch = await asked<AnswerOf<'appeal.show'>>(as, `appeal/show?branch=${place.branch}`);
    expect(branch.rows).toMatchObject([{ state: 'lodged', about: 'total', words: '总分少算一次。' }]);
    expect((await asked<AnswerOf<'appeal.show'>>(secretary, `appeal/show?branch=${place.branch}`)).rows).toEqual([]);
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByText('申诉已撤回').waitFor();
    await context.close();
  });
});

describe('first use and the rest', () => {
  test('whoever spends a slip sets a password and is home by one link (contracts, First use)', async () => {
    const secretary = await place.signIn('secretary');
    const { members } = await asked<AnswerOf<'member.list'>>(secretary, `member/list?branch=${place.branch}`);
    const member = members.find(({ code }) => code === 'D036')?.id ?? '';
    const slip = await (await place.api(secretary, 'account/slip', { branch: place.branch, member })).json();
    const { page, context } = await place.open(`/join/${slip.told.code}`);
    await page.locator('input[name="password"]').fill('春天种下一棵树');
    await page.locator('input[name="password"]').fill('春天里种下一棵小树苗');
    await page.locator('input[name="again"]').fill('春天里种下一棵小树苗');
    await page.locator('button[type="submit"]').click();
    await page.locator('main a[href^="/my"]').first().click();
    await page.locator('[data-total]').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/my');
    await visit(page, `${place.origin}/my/password`);
    await page.getByLabel('现在的密码').fill('春天里种下一棵小树苗');
    await page.getByLabel('新密码', { exact: true }).fill('123');
    await page.getByLabel('再输入一次新密码').fill('123');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.locator('#main .problem').first().waitFor();
    await page.getByLabel('新密码', { exact: true }).fill('秋天里收获了满满一筐果实');
    await page.getByLabel('再输入一次新密码').fill('秋天里收获了满满一筐果实');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByText('密码已修改').waitFor();
    await context.close();
  });

  test('a near relative is declared and a long absence asked for', async () => {
    const as = await place.member('D030');
    const { page, context } = await place.open('/my/relatives', { as });
    await page.getByRole('button', { name: '申报' }).click();
    await page.getByText('请选择党员。').waitFor();
    await page.getByLabel(/拼音/).fill('D011');
    await page.getByLabel(/汪玉洁/).check();
    await page.getByRole('button', { name: '申报' }).click();
    await page.getByText('已申报近亲属关系').waitFor();
    await visit(page, `${place.origin}/my/absence`);
    await page.getByLabel('起', { exact: true }).fill('2026-06-01');
    await page.getByLabel('止', { exact: true }).fill('2026-09-30');
    await page.getByRole('button', { name: '提出请求' }).click();
    await page.getByText('2026年6月1日至2026年9月30日').waitFor();
    await context.close();
  });
});
