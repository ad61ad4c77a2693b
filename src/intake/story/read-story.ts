import { z } from 'zod';
import { PUBLISHED_NOTICES } from '#domain/calendar/holiday-notice.ts';
import { isDay } from '#domain/kernel/day.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import { GRANTABLE } from '#domain/permission/role.ts';
import { readDocument } from '#intake/read-document.ts';
import { Report } from '#intake/report.ts';

const text = z.string().min(1).max(2000);
const day = z.string().refine(isDay, 'day');
const role = z.enum(GRANTABLE);

const branch = z.strictObject({
  key: text,
  name: text,
  superior: text.optional(),
  scheme: text,
  roster: text,
  people: text.optional(),
  facts: text.optional(),
  offices: z.array(z.strictObject({ code: text, role })).max(200),
});

const step = z.strictObject({
  on: day,
  branch: text,
  by: text,
  do: text,
  with: z.record(z.string(), z.unknown()).default({}),
  second: text.optional(),
  as: text.optional(),
  refused: text.optional(),
});

const holiday = z.strictObject({ name: text, from: day, to: day, worked: z.array(day).default([]) });

const story = z.strictObject({
  story: text,
  // Only what nobody has published yet can be assumed.
  assumed: z
    .array(
      z.strictObject({
        year: z.int().refine((year) => PUBLISHED_NOTICES.every((one) => one.year !== year), 'published'),
        holidays: z.array(holiday),
      }),
    )
    .max(10)
    .default([]),
  superiors: z
    .array(z.strictObject({ key: text, name: text, reviewers: z.array(text).min(1).max(20) }))
    .max(100)
    .default([]),
  branches: z.array(branch).min(1).max(100),
  steps: z.array(step).max(100_000),
});

/** A story 情节脚本 as written: its files by name, beside it; each step with its line. */
export type WrittenStory = Omit<z.infer<typeof story>, 'steps'> & {
  readonly steps: readonly (z.infer<typeof step> & { readonly line: number })[];
};

/** Reads a story: its form only; that a branch, a member or an action is there is found when it is played. */
export async function readStory(
  path: string,
): Promise<{ readonly story?: WrittenStory; readonly problems: readonly Problem[] }> {
  const { value, problems, placeOf } = await readDocument(path);
  if (value === undefined || problems.some(({ severity }) => severity === 'error')) return { problems };
  const read = story.safeParse(value);
  if (read.success) {
    const steps = read.data.steps.map((one, at) => ({ ...one, line: placeOf(`steps[${at}]`).line }));
    return { story: { ...read.data, steps }, problems };
  }
  const report = new Report();
  for (const problem of problems) report.add(problem);
  for (const { path: keys, message } of read.error.issues) {
    const where = keys.map(String).join('.');
    const { line } = placeOf(where);
    report.error('intake.story-form', { file: path, line }, { where: where === '' ? '—' : where, detail: message });
  }
  return { problems: report.list() };
}
