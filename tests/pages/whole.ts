import type { Page } from 'playwright-core';
import type { Role } from '#domain/permission/role.ts';
import { overflow, type Place, SIZES, type SignIn, type Size, shot, violations } from './place.ts';

/** How a page is looked at: as whom, what is done to it first, on which two screens, and under which name its pictures are kept. */
export type Looking = {
  readonly as: Role | SignIn;
  readonly name: string;
  readonly prepare?: (page: Page) => Promise<unknown>;
  readonly sizes?: readonly [Size, Size];
};

/**
 * What is wrong with a page 页面检查: wider than its window, against axe, or complained of by the browser; in both languages, as usual and in the largest text,
 * on two screens and, as usual, on the narrowest. The elements are the same on every screen; axe sees each language in both sizes of text and on both screens once.
 */
export async function faultsOf(place: Place, path: string, looking: Looking): Promise<unknown[]> {
  const { as, name, prepare, sizes = ['phone', 'desk'] } = looking;
  const wrong: unknown[] = [];
  for (const lang of [undefined, 'en'] as const) {
    const { page, context, complaints } = await place.open(path, { as, size: sizes[0], ...(lang && { lang }) });
    await prepare?.(page);
    if ((await page.locator('.waiting').count()) > 0) wrong.push([path, lang, 'waits']);
    for (const size of sizes)
      for (const mode of ['', 'bigger']) {
        await page.setViewportSize(SIZES[size]);
        await page.evaluate((text) => {
          document.documentElement.dataset['mode'] = text;
        }, mode);
        const wide = await overflow(page);
        if (wide > 0) wrong.push([path, size, lang, mode, `${wide} px too wide`]);
        const looks = (size === sizes[0]) === ((mode === '') === (lang === undefined));
        const found = looks ? ((await violations(page)) as unknown[]) : [];
        if (found.length > 0) wrong.push([path, size, lang, mode, ...found]);
        await shot(page, `${name}-${size}-${lang ?? 'zh'}-${mode}`);
      }
    await page.setViewportSize(SIZES.small);
    await page.evaluate(() => delete document.documentElement.dataset['mode']);
    const over = await overflow(page);
    if (over > 0) wrong.push([path, 'small', lang, `${over} px too wide`]);
    if (complaints.length > 0) wrong.push([path, lang, ...complaints]);
    await context.close();
  }
  return wrong;
}
