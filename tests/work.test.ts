import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { WORK_KINDS, type WorkKind } from '#domain/process/work/kinds.ts';
import { listMatters } from '#store/matter.ts';
import { type PlayedDay, playDays } from './played-days.ts';
import { refusedWith } from './process-branch.ts';
import { timesAsLong } from './side-by-side.ts';

type Row = AnswerOf<'work.list'>['rows'][number];

/** The evenings on which everybody is asked: between declaring and review, in hearings, notices, objections, appeals, vetoes, settlement, filing. */
const DAYS = [
  '2026-03-10',
  '2026-03-31',
  '2026-04-01',
  '2026-04-10',
  '2026-04-15',
  '2026-04-16',
  '2026-04-20',
  '2026-04-27',
  '2026-04-30',
  '2026-05-11',
  '2026-05-18',
  '2026-05-20',
  '2026-07-02',
  '2026-07-08',
  '2026-08-31',
  '2026-09-10',
  '2026-11-24',
  '2027-01-04',
  '2027-01-07',
  '2027-01-18',
  '2027-01-27',
  '2027-02-15',
] as const;

/** What the story brings on one of these evenings; the rest is brought by small states in work.test.ts of the domain. */
const BROUGHT: readonly WorkKind[] = [
  'month-confirm',
  'review-ready',
  'assembly-due',
  'notice-running',
  'question-answer',
  'objection-assign',
  'objection-waits',
  'objection-find',
  'objection-report',
  'objection-answered',
  'appeal-waits',
  'appeal-assign',
  'appeal-serve',
  'appeal-find',
  'hearing-serve',
  'appeal-report',
  'hearing-waits',
  'line-verify',
  'appeal-answered',
  'hearing-answer',
  'veto-cite',
  'settlement-seal',
  'quarter-post',
  'notice-draft',
  'appraisal-open',
  'filing-returned',
  'month-close',
  'filing-sent',
  'filing-in',
];

let played: Awaited<ReturnType<typeof playDays>>;
const rows = new Map<string, readonly Row[]>();
const on = (day: string): PlayedDay => played.on(day);
/** What somebody by roster number is told on a day; a superior's reviewer by number in its own organisation. */
const told = (day: string, who: string): readonly Row[] => rows.get(`${day} ${who}`) ?? [];

beforeAll(async () => {
  played = await playDays(DAYS);
  for (const day of DAYS) {
    const { members, reviewers, superior, ask } = on(day);
    for (const { code, member } of members) {
      const found = await ask(member.id, 'work.list', { limit: 500 }).catch(() => ({ rows: [] }));
      rows.set(`${day} ${code}`, found.rows);
    }
    for (const [at, person] of reviewers.entries())
      rows.set(`${day} S${at}`, (await ask(person, 'work.list', { limit: 500 }, superior)).rows);
  }
}, 300_000);
afterAll(async () => await played.close());

describe('work over the played year (product §3, §6)', () => {
  test('the story brings what it is to bring', () => {
    const found = new Set([...rows.values()].flat().map(({ kind }) => kind));
    expect(BROUGHT.filter((kind) => !found.has(kind))).toEqual([]);
    expect([...found].filter((kind) => !WORK_KINDS.includes(kind))).toEqual([]);
  });

  test('a member sees its own alone', () => {
    const office = new Set(['D001', 'D002', 'D003', 'D004', 'D005']);
    for (const [key, list] of rows) {
      const [day = '', who = ''] = key.split(' ');
      if (office.has(who) || who.startsWith('S')) continue;
      const id = on(day).idOf(who);
      for (const row of list) {
        const own = row.who === undefined || row.who === id || row.kind === 'line-draft';
        expect([key, row.kind, own]).toEqual([key, row.kind, true]);
      }
    }
  });

  test('no row of the branch tells of an appeal that was not served; its member and the superior know it (product §5.7)', () => {
    const [lodged, served] = ['2026-04-30', '2026-05-11'];
    const all = (day: string) => [...rows].filter(([key]) => key.startsWith(`${day} D`));
    const about = (day: string) =>
      all(day).flatMap(([key, list]) =>
        list.flatMap(({ kind, noun }) => (noun === 'appeal' ? [`${key.slice(11)} ${kind}`] : [])),
      );
    const who = on(lodged).members.find(({ code }) =>
      told(lodged, code).some(({ kind }) => kind === 'appeal-waits'),
    )?.code;
    expect(who).toBeDefined();
    expect(about(lodged)).toEqual([`${who} appeal-waits`]);
    expect(about(served)).toEqual([`${who} appeal-waits`]);
    const above = [...rows].filter(([key]) => key.startsWith(`${lodged} S`)).flatMap(([, list]) => list);
    expect(above.filter(({ noun }) => noun === 'appeal').length).toBeGreaterThan(0);
    expect(above.every(({ noun, due }) => noun !== 'appeal' || due !== undefined)).toBe(true);
  });

  test('a report is a row of its verifier and its subject; nothing anywhere names who made it', async () => {
    const day = '2026-05-18';
    const { idOf, store, branch } = on(day);
    const [report] = (await listMatters(store.rows, branch, 'line')).filter(({ body }) => body.origin === 'report');
    const reporter = idOf('D013');
    for (const [key, list] of rows)
      for (const row of list) {
        if (row.kind === 'line-draft') continue;
        const { who, owedTo, ...rest } = row;
        const named = [who, owedTo].includes(reporter) && row.about?.id === report?.id;
        expect([key, named, JSON.stringify(rest).includes(reporter)]).toEqual([key, false, false]);
      }
    const about = [...rows].flatMap(([key, list]) =>
      key.startsWith(day)
        ? list.flatMap(({ id, about: other, kind }) =>
            [id, other?.id].includes(report?.id) ? [`${key.slice(11)} ${kind}`] : [],
          )
        : [],
    );
    expect(about).toContain('D031 hearing-answer');
    expect(about).toContain('D004 line-verify');
    expect(about.filter((one) => one.includes('D013'))).toEqual([]);
  });

  test('the list stands by date, says who acts, and what is late has a last day that is over', () => {
    for (const [key, list] of rows) {
      const days = list.map(({ due, since }) => due ?? since);
      expect([key, days]).toEqual([key, days.toSorted()]);
      const day = key.slice(0, 10);
      for (const { due, late, provisional } of list)
        expect(late).toBe(due !== undefined && provisional !== true && due < day);
    }
  });

  test('the office leaves one trace a day that it looked at its list, a member none (product §5.8)', async () => {
    const { store, branch, idOf, ask } = on('2026-05-20');
    await ask(idOf('D001'), 'work.list', {});
    const found = await store.rows.selectFrom('access').selectAll().where('branch_id', '=', branch).execute();
    const work = found.filter(({ action }) => action === 'work.list');
    expect(work.every(({ subject }) => subject === '#work')).toBe(true);
    expect(work.filter(({ viewer }) => viewer === idOf('D001'))).toHaveLength(1);
    expect(work.some(({ viewer }) => viewer === idOf('D020'))).toBe(false);
    expect(await refusedWith(ask('nobody', 'work.list', {}))).toBe('right.missing');
  });

  test('page by page it is the same list', async () => {
    const { idOf, ask } = on('2026-05-20');
    const whole = (await ask(idOf('D001'), 'work.list', {})).rows;
    const first = await ask(idOf('D001'), 'work.list', { limit: 2 });
    const second = await ask(idOf('D001'), 'work.list', { ...(first.next !== null && { cursor: first.next }) });
    expect([...first.rows, ...second.rows]).toEqual(whole);
  });

  test('in a year of 800 lines the secretary’s list takes about as long as reading them', async () => {
    const { idOf, ask, store, branch } = on('2027-01-04');
    const list = async (): Promise<unknown> => await ask(idOf('D001'), 'work.list', {});
    const read = async (): Promise<unknown> => await listMatters(store.rows, branch, 'line');
    expect(await timesAsLong(list, read)).toBeLessThan(2);
  });
});
