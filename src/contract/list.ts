import { z } from 'zod';
import { id, read } from './endpoint.ts';

/** The lists 清单 that can be had as a spreadsheet, each under the name of what is in it. */
export const LISTS = [
  'roster',
  'lines',
  'ranks',
  'notices',
  'objections',
  'questions',
  'served',
  'appeals',
  'vetoes',
  'terms',
  'absences',
  'relatives',
  'accounts',
  'persons',
  'rights',
  'concerns',
  'access',
  'record',
  'rollup',
  'work',
  'months',
  'reviews',
  'reviewed',
  'deductions',
  'entered',
  'meetings',
  'registers',
  'schemes',
  'trial',
  'imports',
  'difference',
  'scans',
  'file',
  'totals',
  'appraisal',
  'consequences',
  'filings',
  'opened',
] as const;

/** The formats of a list. */
export const LIST_FORMATS = ['xlsx', 'csv'] as const;

/** A file takes so many rows; what is beyond is told in a last one. */
export const MOST_ROWS = 100_000;

/** The export of a list, which has no right of its own: whoever may read the list may have it. */
export const listApi = {
  'list.export': read(
    'signed-in',
    'A list as a spreadsheet: the roster, lines, ranks, notices and what was raised about them, terms, absences, accounts and roles, who looked at one’s record, the audit record, the branches below, the work, months, reviews, meetings, registers, schemes, imports, scans, the year with appraisal, consequences and filings; exactly what the caller may read of it',
    z.strictObject({
      branch: id,
      list: z.enum(LISTS),
      format: z.enum(LIST_FORMATS),
      year: z.exactOptional(z.string().regex(/^\d{4}$/)),
      /** Of lines: one month alone. */
      month: z.exactOptional(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
      member: z.exactOptional(id),
      /** Of `reviewed`, `trial` and `difference`: the session, the drafted scheme, the import. */
      of: z.exactOptional(id),
      /** Of `opened`: why a superior takes the lines of a member; the branch and the member see it. */
      reason: z.exactOptional(z.string().min(1).max(500)),
      /** Of `record`: by whom, what, and how it ended. */
      actor: z.exactOptional(z.string().max(100)),
      action: z.exactOptional(z.string().max(60)),
      outcome: z.exactOptional(z.enum(['done', 'waits', 'refused'])),
      lang: z.exactOptional(z.enum(['zh-CN', 'en'])),
    }),
    z.string(),
  ),
} as const;

/** What a list is asked for by. */
export type ListQuery = z.infer<(typeof listApi)['list.export']['input']>;

/** What each format is sent as. */
export const LIST_MEDIA: Readonly<Record<(typeof LIST_FORMATS)[number], string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
