import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import type { Day } from '#domain/kernel/day.ts';
import { passwordOf } from './meeting-operator.ts';
import type { Opened, Place, SignIn, Size } from './place.ts';
import { shot, stands } from './place.ts';

/** One of the six: a browser of their own that stays open through the year, and what they do with their hands. */
export type Hand = Opened & {
  readonly name: string;
  readonly sign: SignIn;
  readonly size: Size;
  /** Opens the application at an address, as after having put the device away. */
  readonly go: (path: string) => Promise<void>;
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly follow: (name: string | RegExp) => Promise<void>;
  readonly write: (label: string | RegExp, text: string) => Promise<void>;
  /** Types the password that is asked for again, and confirms. */
  readonly vouch: () => Promise<void>;
  readonly see: (text: string | RegExp) => Promise<void>;
  /** Keeps a picture, where one is asked for. */
  readonly keep: (name: string) => Promise<void>;
};

/** How somebody is known to the test: a name for pictures, the sign-in, its password, and the device. */
export type Somebody = {
  readonly name: string;
  readonly sign: SignIn;
  readonly password: string;
  readonly size: Size;
};

/** The hands of somebody in a context that is open already. */
export function handsOf(place: Place, { name, sign, password, size }: Somebody, opened: Opened): Hand {
  const { page } = opened;
  return {
    ...opened,
    name,
    sign,
    size,
    go: async (path) => {
      await page.goto(place.origin + path);
      await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.waiting'));
    },
    press: async (label) =>
      await page
        .getByRole('button', { name: label, exact: typeof label === 'string' })
        .first()
        .click(),
    follow: async (label) => await page.getByRole('link', { name: label }).first().click(),
    write: async (label, text) => await page.getByLabel(label).first().fill(text),
    vouch: async () => {
      const dialog = page.getByRole('dialog');
      await dialog.locator('input[type=password]').fill(password);
      await dialog.locator('button[type=submit]').click();
      await dialog.waitFor({ state: 'hidden' });
    },
    see: async (text) => await page.getByText(text).first().waitFor(),
    keep: async (picture) => await shot(page, `${picture}-${name}`),
  };
}

/** Opens the browser of somebody whom the demonstration has an account for. */
export async function ofRole(
  place: Place,
  name: string,
  role: 'secretary' | 'recorder' | 'superior',
  path: string,
): Promise<Hand> {
  const sign = await place.signIn(role);
  const opened = await place.open(path, { as: sign, size: 'desk' });
  return handsOf(place, { name, sign, password: passwordOf(place, role), size: 'desk' }, opened);
}

/** Joins with the code of a slip on one's own device, as everybody does the first time (contracts, First use). */
export async function joins(
  place: Place,
  { name, code, size, password }: { name: string; code: string; size: Size; password: string },
): Promise<Hand> {
  const opened = await place.open(`/join/${code}`, { size });
  const { page, context } = opened;
  for (const field of await page.locator('input[type=password]').all()) await field.fill(password);
  await page.locator('main button[type=submit]').click();
  await page.locator('main a[href^="/my"]').click();
  await stands(page);
  const cookie = (await context.cookies()).find((one) => one.name === 'sunledger')?.value ?? '';
  const who = (await (await place.api({ cookie, who: {} as SignIn['who'] }, 'session/show')).json()) as SignIn['who'];
  return handsOf(place, { name, sign: { cookie, who }, password, size }, opened);
}

/** Counts what is really pressed from now on, until the page is loaded anew. */
export async function counted({ page }: Hand): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const count = { pressed: 0 };
    Object.assign(window, { count });
    window.addEventListener('pointerdown', () => count.pressed++, true);
  });
  return async () => await page.evaluate(() => (window as unknown as { count: { pressed: number } }).count.pressed);
}

/** Waits until something is so. */
export async function until(so: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 600; turn++) {
    if (await so()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it did not become so: ${so.toString()}`);
}

/** Lets the calendar go on; what the process kept of connections to the server of the day before is let go. */
export async function turn(place: Place, day: Day): Promise<void> {
  await place.turnTo(day);
  const knock = async (): Promise<unknown> => await fetch(`${place.origin}/healthz`).catch(() => undefined);
  await Promise.all(Array.from({ length: 24 }, knock));
}

/** Asks the API as somebody. */
export async function asks<T>(place: Place, as: Pick<Hand, 'sign'>, path: string): Promise<T> {
  const response = await place.api(as.sign, path);
  expect(response.status, `${path} ${await response.clone().text()}`).toBe(200);
  return (await response.json()) as T;
}

/** The lines of somebody's own. */
export async function ownLines(place: Place, hand: Hand): Promise<AnswerOf<'declaration.list'>['rows']> {
  const path = `declaration/list?branch=${place.branch}&member=${hand.sign.who.person}&limit=500`;
  return (await asks<AnswerOf<'declaration.list'>>(place, hand, path)).rows;
}

/** Holds back the answers of requests to an address until they are let go, as a slow network does; answers with how they are. */
export async function holding(page: Page, address: string): Promise<() => void> {
  let go = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(address, async (route) => {
    await gone;
    await route.continue();
  });
  return () => go();
}
