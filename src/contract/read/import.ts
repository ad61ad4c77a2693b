import { z } from 'zod';
import { importKind } from '#contract/act/dossier.ts';
import { claimed } from '#contract/act/words.ts';
import { day } from '#contract/amount.ts';
import { id, read } from '#contract/endpoint.ts';

const status = z.strictObject({
  from: day,
  to: day,
  standing: z.string(),
  category: z.string().optional(),
  group: z.string().optional(),
  role: z.string().optional(),
});

const who = { member: id, code: z.string(), name: z.string() };

/** A change of the roster 名册变动: of whom, whether that one joins, what will hold, and what holds till then. */
export const rosterChange = z.strictObject({ ...who, joins: z.boolean(), status, before: status.optional() });

/** An import as it is shown: who is new, what changes, the facts, and what stands in the way 导入内容. */
export const importAnswer = z.strictObject({
  id,
  state: z.string(),
  revision: z.int(),
  kind: importKind,
  title: z.string(),
  by: id,
  changed: z.string(),
  unchanged: z.int(),
  roster: z.array(rosterChange.extend({ row: z.int() })),
  gone: z.array(z.strictObject(who)),
  facts: z.array(z.strictObject({ row: z.int(), ...who, fact: claimed, words: z.string().optional() })),
  /** Of a sheet of openings: where it comes from, and what it says of each member by component. */
  openings: z
    .strictObject({
      source: z.strictObject({ file: z.string(), sha256: z.string(), keeper: z.string(), from: day, until: day }),
      sheet: z.int().optional(),
      components: z.array(z.strictObject({ id, label: z.string() })),
      /** Components of the scheme of which the sheet says nothing: they are computed as ever. */
      missing: z.array(z.string()),
      rows: z.array(z.strictObject({ row: z.int(), ...who, points: z.record(id, z.int()), total: z.int() })),
    })
    .optional(),
  problems: z.array(z.strictObject({ row: z.int(), problem: z.string() })),
  /** What stops nothing and is to be looked at. */
  doubts: z.array(z.strictObject({ row: z.int(), doubt: z.string() })),
  /** The proposed lines that it made. */
  lines: z.array(id),
});

/** One import with its whole difference 导入差异. */
export const importReads = {
  'import.show': read(
    'signed-in',
    'One import: who is new, what changes from what to what, who is missing from the file, the facts, and what stands in the way',
    z.strictObject({ branch: id, id }),
    importAnswer,
  ),
} as const;
