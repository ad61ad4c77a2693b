import type { AnswerOf } from '#contract/api.ts';

type Row = Pick<AnswerOf<'access.show'>['rows'][number], 'at' | 'viewer' | 'action' | 'reason' | 'set'>;

/** What one person read of one's record: how often, when last, and the reasons given. */
export type Look = {
  readonly key: string;
  readonly action: string;
  readonly set: string;
  readonly times: number;
  readonly last: string;
  readonly reasons: readonly string[];
};

/** These sets hold nothing about a person: the items, the months, the scheme, the settings. */
const NOBODY = new Set([
  '#items',
  '#months',
  '#schemes',
  '#settings',
  '#branch',
  '#chain',
  '#operation',
  '#scheme-trial',
  '#questions',
  '#terms',
  '#paper',
]);

/** Groups what was read 查阅记录 by who read it, the latest first; one's own sets of nobody's record are left out. */
export function looksOf(rows: readonly Row[]): readonly { readonly viewer: string; readonly reads: readonly Look[] }[] {
  const viewers = new Map<string, Map<string, Look>>();
  for (const { at, viewer, action, reason, set } of rows) {
    if (NOBODY.has(set)) continue;
    // Of a set it does not matter by which state it was asked.
    const what = set.startsWith('#') ? set.split(' ').slice(0, 2).join(' ') : set;
    const key = set.startsWith('#') ? what : `${what} ${action}`;
    const reads = viewers.get(viewer) ?? new Map<string, Look>();
    viewers.set(viewer, reads);
    const { times = 0, last = '', reasons = [] } = reads.get(key) ?? {};
    reads.set(key, {
      key,
      action,
      set: what,
      times: times + 1,
      last: [at, last].toSorted()[1] ?? at,
      reasons: reason === null || reasons.includes(reason) ? reasons : [...reasons, reason],
    });
  }
  return [...viewers].map(([viewer, reads]) => ({ viewer, reads: [...reads.values()] }));
}
