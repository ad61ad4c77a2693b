import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { encode } from 'uqr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { ballotCodes, codeOf, type Sheet } from '#service/paper-codes.ts';
import { readSecrets } from '#service/secrets.ts';
import { openStore, type Store } from '#store/database.ts';
import { holdMeeting } from './held-meeting.ts';
import { browse, openPlace, overflow, type Place, shot, violations } from './place.ts';

let place: Place;
let store: Store;
let member: string;
let meeting: { readonly id: string; readonly motion: string };
const folder = mkdtempSync(join(tmpdir(), 'sunledger-sheets-'));
const browsers: Browser[] = [];

beforeAll(async () => {
  place = await openPlace({ until: '2026-07-20' });
  store = await openStore(join(place.folder, 'data'));
  const secretary = await place.signIn('secretary');
  const ask = async (path: string) => (await place.api(secretary, `${path}?branch=${place.branch}`)).json();
  const { members } = (await ask('member/list')) as AnswerOf<'member.list'>;
  member = members.find(({ code }) => code === 'D017')?.id ?? '';
  const { matters } = (await ask('assembly/show')) as AnswerOf<'assembly.show'>;
  const motion = matters.findLast(({ noun }) => noun === 'motion');
  meeting = { id: motion?.parent ?? '', motion: motion?.id ?? '' };
}, 300_000);
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await store?.close();
  await place?.stop();
  rmSync(folder, { recursive: true });
});

const code = async (sheet: Sheet): Promise<string> =>
  await codeOf({ secrets: readSecrets(join(place.folder, 'data'), undefined) }, store.rows, place.branch, sheet);
const page = () => `/desk/${place.branch}/paper`;

/** A picture of a sheet with the QR code of a text, as a camera or a photo shows it. */
async function picture(text: string): Promise<Buffer> {
  const modules = encode(text, { ecc: 'M', border: 4 }).data;
  const side = modules.length;
  const grey = Buffer.from(modules.flatMap((row) => row.map((dark) => (dark ? 30 : 225))));
  const raw = { width: side, height: side, channels: 1 } as const;
  const sheet = sharp(grey, { raw }).resize(300, 300, { kernel: 'nearest' }).rotate(7, { background: '#e1e1e1' }).png();
  const ground = sharp({ create: { width: 640, height: 480, channels: 3, background: '#e1e1e1' } });
  return await ground
    .composite([{ input: await sheet.toBuffer() }])
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** The part of a slip as it is really printed, with its QR code, as a telephone over the sheet sees it. */
async function printed(month: string): Promise<Buffer> {
  const asked = `branch=${place.branch}&form=declaration&format=pdf&member=${member}&period=${month}`;
  const answer = await place.api(await place.signIn('recorder'), `form/export?${asked}`);
  const [pdf, png] = [join(folder, 'slip.pdf'), join(folder, 'slip')];
  writeFileSync(pdf, Buffer.from(await answer.arrayBuffer()));
  execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', '-f', '1', '-l', '1', pdf, png]);
  const sheet = await sharp(`${png}.png`).rotate(-5, { background: '#ccc' }).blur(0.6).toBuffer();
  const { width, height } = await sharp(sheet).metadata();
  const part = { left: Math.round(width * 0.1), top: Math.round(height * 0.45), width: 720, height: 540 };
  return await sharp(sheet).extract(part).resize(640, 480).jpeg({ quality: 75 }).toBuffer();
}

/** A browser before whose camera sheets are laid one after the other, again and again. */
async function camera(name: string, pictures: readonly Buffer[]): Promise<Browser> {
  const file = join(folder, `${name}.mjpeg`);
  writeFileSync(file, Buffer.concat(pictures.flatMap((one) => Array<Buffer>(15).fill(one))));
  const browser = await browse(file);
  browsers.push(browser);
  return browser;
}

test('a printed slip is recognised by the camera of a phone and opens the entry of its member and month (issue 5 §4)', async () => {
  const slip = await code({ kind: 'slip', of: member, month: '2026-07' });
  const browser = await camera('slip', [await printed('2026-07')]);
  const { page: phone, context, complaints } = await place.open(page(), { as: 'recorder', browser });
  await phone.getByRole('button', { name: '用相机扫描' }).click();
  await phone.locator('[data-sheet="slip"]').waitFor();
  await shot(phone, 'sheets-slip');
  expect(await phone.locator('video').count()).toBe(0);
  expect(await phone.locator('h2:focus').textContent()).toBe('申报单');
  expect(await phone.locator('.sheet-facts').textContent()).toContain('2026年7月');
  await phone.getByRole('link', { name: '代为录入' }).click();
  await phone.locator('details[open]').waitFor();
  await phone.locator('details[open] input[type="radio"]:checked').waitFor();
  expect(await phone.getByLabel('依据（可以不写）').inputValue()).toBe(`纸质申报单 ${slip}`);
  expect(await phone.locator('details[open] input[type="date"]').getAttribute('min')).toBe('2026-07-01');
  await shot(phone, 'sheets-entry');
  expect(complaints).toEqual([]);
  await context.close();
});

test('ballots before the camera are counted once each; a sheet of elsewhere is told apart, and no choice is asked for (§5.7)', async () => {
  const { rows } = store;
  const set = { assembly: meeting.id, motions: [meeting.motion] };
  const [one = '', two = '', three = ''] = await ballotCodes(rows, place.branch, set, 5);
  const other = await code({ kind: 'register', of: 1 });
  const browser = await camera('ballots', await Promise.all([one, two, one, other, three].map(picture)));
  const { page: phone, context } = await place.open(page(), { as: 'recorder', browser });
  await phone.getByRole('button', { name: '用相机扫描' }).click();
  await phone.locator('[data-counted="3"][data-odd="1"]').waitFor({ timeout: 30_000 });
  await phone.getByText('这一张已经清点过，没有重复计入。').waitFor();
  await shot(phone, 'sheets-ballots');
  expect(await overflow(phone)).toBe(0);
  expect(await phone.locator('.ballot-count').textContent()).toContain('印出5张');
  const kept = await phone.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes('ballots:')));
  expect(kept).toHaveLength(1);
  expect(Object.keys(JSON.parse(kept[0]?.[1] ?? '{}')).toSorted()).toEqual(['codes', 'odd']);
  // A code of the same set that is typed is counted too, and what is mistyped stays to be mended.
  await phone.getByRole('button', { name: '停止扫描' }).click();
  const four = (await ballotCodes(rows, place.branch, set, 1))[0] ?? '';
  await phone.getByLabel('校验码').fill(four.slice(0, -1));
  await phone.getByRole('button', { name: '查找' }).click();
  await phone.getByText('校验码输错了').waitFor();
  expect(await phone.getByLabel('校验码').inputValue()).toBe(four.slice(0, -1));
  await phone.getByLabel('校验码').fill(four);
  await phone.keyboard.press('Enter');
  await phone.locator('[data-counted="4"]').waitFor();
  await expect.poll(async () => await phone.getByLabel('校验码').inputValue()).toBe('');
  await context.close();
});

test('from the count of a meeting to its ballots and back: what was counted stands in the count (issue 5 §4)', async () => {
  const [secretary, recorder] = [await place.signIn('secretary'), await place.signIn('recorder')];
  const act = async (action: string, input: object, revision?: number) => {
    const more = revision === undefined ? {} : { 'if-match': `"${revision}"` };
    const answer = await place.api(secretary, action, { branch: place.branch, ...input }, more);
    expect([answer.status, answer.status === 200 ? '' : await answer.clone().text()]).toEqual([200, '']);
    return (await answer.json()) as { id: string; revision: number };
  };
  const held = await holdMeeting(place, '2026-07-20');
  const put = await act('motion/put', { assembly: held.id, kind: 'other', title: '推选工作小组' });
  const followed = await place.api(secretary, `assembly/follow?branch=${place.branch}&id=${held.id}`);
  const { sitting } = (await followed.json()) as AnswerOf<'assembly.follow'>;
  await act('assembly/brief', { id: held.id, motion: put.id }, sitting?.meeting.revision);
  await act('motion/open', { id: put.id, way: 'paper' }, put.revision);
  const asked = `branch=${place.branch}&form=ballot&format=json&of=${held.id}`;
  const { codes } = (await (await place.api(recorder, `form/export?${asked}`)).json()) as { codes: string[] };
  const { page: phone, context } = await place.open(`/meeting/${place.branch}/${held.id}`, { as: 'recorder' });
  await phone.getByRole('link', { name: '清点表决票' }).click();
  for (const [at, one] of codes.slice(0, 3).entries()) {
    await phone.getByLabel('校验码').fill(one);
    await phone.keyboard.press('Enter');
    await phone.locator(`[data-counted="${at + 1}"]`).waitFor();
  }
  await phone.getByRole('button', { name: '把收回3张填入计票' }).click();
  await phone.getByText('已填入').waitFor();
  expect([await violations(phone), await overflow(phone)]).toEqual([[], 0]);
  await phone.getByRole('link', { name: '到党员大会计票' }).click();
  await phone.getByLabel('收回选票').waitFor();
  expect(await phone.getByLabel('收回选票').inputValue()).toBe('3');
  expect(await phone.getByLabel('赞成').inputValue()).toBe('3');
  await shot(phone, 'sheets-count');
  await context.close();
});

test('a typed code finds the sealed register and its check; the fingerprint on the sheet is compared', async () => {
  const register = await code({ kind: 'register', of: 1 });
  const { page: desk, context } = await place.open(page(), { as: 'secretary', size: 'desk' });
  await desk.getByLabel('校验码').fill(register.toLowerCase().replaceAll('-', ' '));
  await desk.keyboard.press('Enter');
  await desk.locator('[data-kind="register"] [data-intact="true"]').waitFor();
  const shown = (await desk.locator('.sheet-facts .code').textContent()) ?? '';
  await desk.getByLabel('与纸面核对').fill(shown.toUpperCase());
  await desk.getByText('一致：纸上的指纹就是这份文书的指纹。').waitFor();
  await desk.getByLabel('与纸面核对').fill('0'.repeat(20));
  await desk.getByText('不一致').waitFor();
  await shot(desk, 'sheets-register');
  await desk.getByRole('link', { name: '查看这份文书' }).click();
  await desk.locator('article.paper').waitFor();
  await context.close();
});

test('a photo is read where there is no camera, and each refusal stands beside the field with what was typed', async () => {
  const { page: phone, context } = await place.open(page(), { as: 'recorder' });
  // Over plain HTTP from another machine a browser lends no camera.
  await phone.evaluate(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
  await phone.getByRole('button', { name: '用相机扫描' }).click();
  await phone.getByText('这个页面用不了相机').waitFor();
  const photo = { name: 'sheet.jpg', mimeType: 'image/jpeg' };
  await phone
    .locator('input[type="file"]')
    .setInputFiles({ ...photo, buffer: await picture('https://x.example/join/abcd-efgh-jkmn-pqrs') });
  await phone.locator('[data-sheet="join"]').waitFor();
  await phone.locator('input[type="file"]').setInputFiles({ ...photo, buffer: Buffer.from('no picture') });
  await phone.getByText('不是能打开的照片').waitFor();
  const typed = '2222-2222-2222';
  for (const [text, says] of [
    [typed, '校验码输错了'],
    ['0000-0000-0000', '没有这个校验码'],
    ['发票', '这里没有本系统的校验码'],
  ] as const) {
    await phone.getByLabel('校验码').fill(text);
    await phone.keyboard.press('Enter');
    await phone.getByText(says).waitFor();
    expect(await phone.getByLabel('校验码').inputValue()).toBe(text);
  }
  await shot(phone, 'sheets-refused');
  await context.close();
});

test('the signed register is scanned back: kept beside it, replaced by a better one, and opened (issue 5 §4)', async () => {
  const register = await code({ kind: 'register', of: 1 });
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
  const { page: desk, context, complaints } = await place.open(`${page()}?code=${register}`, { as: 'recorder' });
  const scans = desk.locator('[data-scans="register"]');
  await scans.getByText('打印、签字以后').waitFor();
  // What is no picture and no PDF is refused beside the button.
  await scans.locator('input').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') });
  await scans.getByRole('alert').waitFor();
  await scans.locator('input').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: pdf });
  await scans.locator('[data-scan="kept"]').waitFor();
  expect(await scans.textContent()).toContain('PDF');
  expect(await violations(desk)).toEqual([]);
  await desk.getByRole('link', { name: '查看这份文书' }).click();
  await scans.locator('[data-scan="kept"]').waitFor();
  const photo = { name: 'b.jpg', mimeType: 'image/jpeg', buffer: await picture('signed') };
  await scans.getByLabel(/^更换/).setInputFiles(photo);
  await scans.locator('[data-scan="superseded"]').waitFor();
  expect(await scans.locator('li').count()).toBe(2);
  await shot(desk, 'sheets-scans');
  expect(await overflow(desk)).toBe(0);
  const [download] = await Promise.all([desk.waitForEvent('download'), scans.getByRole('link').first().click()]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  const { rows } = (await (
    await place.api(await place.signIn('secretary'), `scan/list?branch=${place.branch}`)
  ).json()) as AnswerOf<'scan.list'>;
  expect(rows.map(({ of, number, state }) => [of, number, state])).toEqual([
    ['register', 1, 'superseded'],
    ['register', 1, 'kept'],
  ]);
  expect(complaints.filter((one) => !one.includes('415'))).toEqual([]);
  await context.close();
});

test('the page stands in both languages and at every size, without a fault of axe', async () => {
  const slip = await code({ kind: 'slip', of: member, month: '2026-07' });
  for (const opening of [{ size: 'phone' }, { size: 'desk', lang: 'en', mode: 'bigger' }] as const) {
    const { page: one, context } = await place.open(`${page()}?code=${slip}`, { as: 'recorder', ...opening });
    await one.locator('[data-sheet="slip"]').waitFor();
    expect(await violations(one)).toEqual([]);
    expect(await overflow(one)).toBe(0);
    await context.close();
  }
  const { page: small, context } = await place.open(page(), { as: 'secretary', size: 'small', mode: 'bigger' });
  expect(await overflow(small)).toBe(0);
  await context.close();
});

test('whoever holds no office in the branch has neither entry nor answer', async () => {
  const sign = await place.member('D017');
  const slip = await code({ kind: 'slip', of: member, month: '2026-07' });
  const answer = await place.api(sign, `paper/find?branch=${place.branch}&text=${slip}`);
  expect(answer.status).toBe(403);
});
