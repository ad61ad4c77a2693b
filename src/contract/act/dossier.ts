import { z } from 'zod';
import { day } from '#contract/amount.ts';
import { change, id, make } from '#contract/endpoint.ts';
import { STANDINGS } from '#domain/ledger/member.ts';
import { claimed, reason, words } from './words.ts';

/** What can be imported 导入内容. */
export const importKind = z.enum(['roster', 'facts', 'points']);

const label = z.exactOptional(z.string().max(40));

/** The row of the file, as the person counts it; without it rows are counted from 1. */
const row = z.exactOptional(z.int().min(0).max(2_000_000));

/**
 * A row of a roster as it was read: the number of the roster, the name, and what holds from which day. Without a number the one of that name is meant,
 * and who is new gets the next. `confirmed` is the day on which a probationary member became a full one.
 */
const rosterRow = z.strictObject({
  row,
  code: z.exactOptional(id),
  name: z.string().min(1).max(60),
  standing: z.enum(STANDINGS),
  from: day,
  to: z.exactOptional(day),
  category: label,
  group: label,
  role: label,
  confirmed: z.exactOptional(day),
});

/** Columns of which a file says nothing, so that what held stays; of the standing, where the file knows only full and probationary. */
const silent = z.exactOptional(z.array(z.enum(['standing', 'category', 'group', 'role', 'to'])).max(5));

/** What a person said of the headings of a file: which is read as which column, by its usual name, or as none. Kept with the branch once the import is applied. */
export const mapped = z
  .array(z.strictObject({ heading: z.string().min(1).max(40), field: z.string().max(40) }))
  .max(200);

const mapping = z.exactOptional(mapped);

/** Ten thousand rows with everything that a row can hold. */
const MOST_BYTES = 8_000_000;

/**
 * A sheet of points of before the branch began here 启用前积分表: per member the points of each component in 1/10000, up to which day, and where it
 * comes from. It becomes lines that each member answers and the general meeting determines.
 */
const openings = z.strictObject({
  until: day,
  source: z.strictObject({
    file: z.string().min(1).max(200),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    keeper: z.string().min(1).max(100),
  }),
  points: z
    .array(
      z.strictObject({
        row,
        code: id,
        points: z
          .array(z.strictObject({ component: id, points: z.int().min(-1e10).max(1e10) }))
          .min(1)
          .max(50),
      }),
    )
    .min(1)
    .max(500),
  mapping,
});

/** The acts of an import 档案导入 (§五(二), product §3.13): rows that were read already; a roster, facts that become proposals, or points of before. */
export const dossier = {
  'dossier.read': {
    ...make('Reads an import: shows what it would change and what is wrong with it, and changes nothing', {
      title: z.string().min(1).max(200),
      rows: z.union([
        z.strictObject({ roster: z.array(rosterRow).min(1).max(10_000), silent, mapping }),
        z.strictObject({
          facts: z
            .array(z.strictObject({ row, code: id, fact: claimed, words: z.exactOptional(words) }))
            .min(1)
            .max(2000),
          mapping,
        }),
        openings,
      ]),
    }),
    bytes: MOST_BYTES,
  },
  'dossier.apply': change(
    'Applies an import as one step once its difference was seen; two persons where it alters a vote',
    {
      seen: z.boolean(),
    },
  ),
  'dossier.undo': change('Takes an import back while nothing of it is determined', {}),
  'dossier.reverse': change('Reverses an import of which something is determined, by two persons', { reason }),
  'dossier.discard': change('Throws an import away that was not applied', {}),
} as const;
