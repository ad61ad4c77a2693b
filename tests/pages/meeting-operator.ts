import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { AnswerOf } from '#contract/api.ts';
import type { DemoAccount } from '#service/account/demo-accounts.ts';
import { type Opened, type Place, visit } from './place.ts';

type Sitting = NonNullable<AnswerOf<'assembly.follow'>['sitting']>;

/** Whoever leads a meeting before a screen: what is pressed is counted by the browser itself, clicks and keys alike. */
export type Operator = Opened & {
  readonly presses: () => number;
  /** Presses the button with this name, once it is there. */
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly keys: (text: string) => Promise<void>;
  readonly see: (text: string | RegExp) => Promise<void>;
};

/** The password of a demonstration account. */
export function passwordOf(place: Place, role: DemoAccount['role']): string {
  const accounts = JSON.parse(readFileSync(join(place.folder, 'data', 'demo-accounts.json'), 'utf8')) as DemoAccount[];
  return accounts.find((one) => one.role === role)?.password ?? '';
}

/** Opens the runner for an operator, and listens to all real input from now on. */
export async function operator(place: Place, role: 'secretary' | 'recorder', path: string): Promise<Operator> {
  const opened = await place.open('/my', { as: role, size: 'desk' });
  const { page, context } = opened;
  let pressed = 0;
  await context.exposeFunction('countPress', () => pressed++);
  await context.addInitScript(() => {
    const count = (event: Event): void => {
      if (event.isTrusted && !(event instanceof KeyboardEvent && event.repeat))
        (window as unknown as { countPress: () => void }).countPress();
    };
    window.addEventListener('keydown', count, true);
    window.addEventListener('pointerdown', count, true);
  });
  await visit(page, place.origin + path);
  return { ...opened, presses: () => pressed, ...hands(page) };
}

/** Waits until a text can be seen. */
export async function see(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor();
}

/** Waits until a count takes Enter: in its first half second a press may have been meant for what stood there before. */
export async function counts(page: Page): Promise<void> {
  await page.locator('form.count button[type=submit]:enabled').waitFor();
}

/** The meeting as the secretary is told of it. */
export async function followed(place: Place): Promise<Sitting> {
  const answer = await place.api(await place.signIn('secretary'), `assembly/follow?branch=${place.branch}`);
  return ((await answer.json()) as { sitting: Sitting }).sitting;
}

function hands(page: Page): Pick<Operator, 'press' | 'keys' | 'see'> {
  return {
    press: async (name) =>
      await page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).click(),
    keys: async (text) => await page.keyboard.type(text),
    see: async (text) => await see(page, text),
  };
}
