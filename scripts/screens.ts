// Takes the pictures of docs/screens: `npm run screens`. The written year is played, the pages are built and opened in a real browser, as people see them.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Role } from '#domain/permission/role.ts';
import { openPlace, type Place, type Size } from '#tests/pages/place.ts';

const OUT = join(import.meta.dirname, '..', 'docs/screens');

/** A picture: its name, the page, as whom, and how large a screen. Heights are cut to what one sees at first. */
type Picture = { readonly name: string; readonly path: string; readonly as?: Role; readonly sizes?: readonly Size[] };

const BOTH: readonly Size[] = ['phone', 'desk'];

/** What a day of the played year shows best. */
const DAYS: readonly { readonly until: string; readonly pictures: (place: Place) => readonly Picture[] }[] = [
  {
    until: '2026-05-20',
    pictures: ({ branch, board }) => [
      { name: 'home', path: '/my', as: 'member' },
      { name: 'score', path: '/my/score', as: 'member' },
      { name: 'declare', path: '/my/declare', as: 'member' },
      { name: 'year', path: '/my/year', as: 'member' },
      { name: 'work', path: `/desk/${branch}`, as: 'secretary' },
      { name: 'months', path: `/desk/${branch}/months`, as: 'secretary' },
      { name: 'review', path: `/desk/${branch}/review`, as: 'committee' },
      { name: 'meeting', path: `/meeting/${branch}`, as: 'secretary' },
      { name: 'board', path: board },
      { name: 'superior', path: '/above', as: 'superior' },
    ],
  },
];

mkdirSync(OUT, { recursive: true });
for (const { until, pictures } of DAYS) {
  const place = await openPlace({ until });
  for (const { name, path, as, sizes = BOTH } of pictures(place))
    for (const size of sizes) {
      const { page, context } = await place.open(path, { size, ...(as && { as }) });
      const picture = await page.screenshot();
      await sharp(picture)
        .png({ palette: true, colours: 64 })
        .toFile(join(OUT, `${name}-${size}.png`));
      await context.close();
    }
  await place.stop();
}
