import { showPoints } from '#domain/kernel/points.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { listWords } from '#words/list.ts';
import { sayInstant } from '#words/say-instant.ts';
import { moreWords } from '#words/web/my-more.ts';
import { type List, listOf } from './list.ts';
import { nameIn } from './name-in.ts';
import type { AccessRow, People, RecordRow, RollupRow } from './rows.ts';

/** Who looked at one's record 谁看过我 as a list. */
export function accessList(lang: Lang, rows: readonly AccessRow[], people: People): List {
  const { title, heads } = listWords(lang).access;
  const { looked } = moreWords(lang);
  const [what, sets]: readonly Readonly<Record<string, string>>[] = [looked.what, looked.sets];
  const seen = ({ set, action }: AccessRow): string => {
    if (!set.startsWith('#')) return what?.[action] ?? looked.own;
    return sets?.[set.slice(1).split(' ')[0] ?? ''] ?? looked.sets.other;
  };
  return listOf<AccessRow, keyof typeof heads>(
    title,
    heads,
    {
      at: ['text', ({ at }) => sayInstant(at)],
      viewer: ['text', ({ viewer }) => nameIn(people, viewer, lang)],
      action: ['text', ({ action }) => action],
      set: ['text', seen],
      reason: ['text', ({ reason }) => reason],
    },
    rows,
  );
}

/** The audit record 审计记录 as a list: never what anything was worth. */
export function recordList(lang: Lang, rows: readonly RecordRow[], people: People): List {
  const { title, heads, outcomes, actors } = listWords(lang).record;
  return listOf<RecordRow, keyof typeof heads>(
    title,
    heads,
    {
      at: ['text', ({ at }) => sayInstant(at)],
      actor: ['text', ({ actor }) => actors[actor] ?? nameIn(people, actor, lang)],
      action: ['text', ({ action }) => action],
      outcome: ['text', ({ outcome }) => outcomes[outcome] ?? outcome],
      code: ['text', ({ code }) => code],
      target: ['text', ({ target }) => target],
      request: ['text', ({ request }) => request],
    },
    rows,
  );
}

/** The branches below a superior 下级支部汇总 as a list: counts and bars, nobody's points. */
export function rollupList(lang: Lang, rows: readonly RollupRow[]): List {
  const { title, heads, states, bin, join } = listWords(lang).rollup;
  const say = (state: string | null): string => states[state ?? 'none'] ?? state ?? '';
  const bar = ({ from, to, count }: NonNullable<RollupRow['distribution']>[number]): string => {
    const shown = { from: showPoints(from ?? 0), to: showPoints(to ?? 0), count };
    if (from !== undefined) return fill(to === undefined ? bin.from : bin.between, shown);
    return fill(to === undefined ? bin.all : bin.to, shown);
  };
  return listOf<RollupRow, keyof typeof heads>(
    title,
    heads,
    {
      branch: ['text', ({ name }) => name],
      members: ['number', ({ members }) => members],
      asOf: ['day', ({ asOf }) => asOf],
      settlement: ['text', ({ settlement }) => say(settlement)],
      filing: ['text', ({ filing }) => say(filing)],
      distribution: ['text', ({ distribution }) => distribution?.map(bar).join(join)],
    },
    rows,
  );
}
