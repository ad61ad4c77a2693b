import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { factKey, linesOfFacts } from '#service/reads/fact-lines.ts';
import { listFacts } from '#store/entry.ts';
import { listMatters, type Matter } from '#store/matter.ts';
import { type PlayedDay, playDays } from './played-days.ts';
import { refusedWith } from './process-branch.ts';
import { timesAsLong } from './side-by-side.ts';

type Trace = AnswerOf<'line.show'>;
type Step = Trace['steps'][number];

/** Before the appeal is served, the day after the report was verified, and the end. */
const [UNSERVED, END] = ['2026-04-30', '2027-02-17'];

let played: Awaited<ReturnType<typeof playDays>>;
let end: PlayedDay;
let lines: readonly Matter<'line'>[];
const traces = new Map<string, Trace>();

beforeAll(async () => {
  played = await playDays([UNSERVED, END]);
  end = played.on(END);
  lines = await listMatters(end.store.rows, end.branch, 'line');
  for (const { id } of lines) traces.set(id, await end.ask(end.idOf('D001'), 'line.show', { id }));
}, 300_000);
afterAll(async () => await played.close());

const traceOf = (id: string): Trace => traces.get(id) ?? expect.fail();
function step<S extends Step['step']>(id: string, name: S): Extract<Step, { step: S }>[] {
  return traceOf(id).steps.filter((one): one is Extract<Step, { step: S }> => one.step === name);
}
const one = (name: string, of: readonly Matter<'line'>[] = lines): Matter<'line'> =>
  of.find(({ body }) => body.origin === name) ?? expect.fail();

describe('how each line came about 这分怎么来的 (product §3, §6)', () => {
  test('of every determined line the chain is whole, and in order', () => {
    const determined = lines.filter(({ state }) => state === 'determined' || state === 'reversed');
    expect(determined.length).toBeGreaterThan(800);
    for (const { id, body } of determined) {
      const { steps, item } = traceOf(id);
      const names = steps.map((other) => other.step);
      const entered = body.decision?.as !== 'declined';
      // What came late stands on a supplement sheet, and in the first notice after it.
      const wanted = ['declared', 'put', 'voted', 'entered', ...(entered ? ['registered', 'noticed'] : [])];
      expect([id, wanted.filter((name) => !names.includes(name as Step['step']))]).toEqual([id, []]);
      expect([id, names.includes('reviewed') || names.includes('referred')]).toEqual([id, true]);
      const days = steps.map(({ day }) => day);
      expect([id, days]).toEqual([id, days.toSorted()]);
      expect([id, item?.id]).toEqual([id, (body.decision?.fact ?? body.fact).item]);
      expect(item?.scheme).toMatchObject({ title: '党员积分制管理实施方案', version: 1 });
    }
  });

  test('its counts are the motion’s, its number that in the meeting', async () => {
    const motions = await listMatters(end.store.rows, end.branch, 'motion');
    const known = new Map(motions.map((motion) => [motion.id, motion]));
    for (const { id, body } of lines) {
      if (body.motion === undefined) continue;
      const motion = known.get(body.motion);
      const voted = step(id, 'voted').find((other) => other.motion === body.motion);
      const { way, ayes, noes, abstentions } = motion?.body.counts ?? {};
      const { result, entitled, present } = motion?.body ?? {};
      expect(voted).toMatchObject({ way, ayes, noes, abstentions, result, entitled, present });
      const put = step(id, 'put').find((other) => other.motion === body.motion);
      const sitting = motions.filter(({ parent }) => parent === motion?.parent);
      expect(put?.number).toBe(sitting.findIndex((other) => other.id === body.motion) + 1);
    }
  });

  test('every entry has the fingerprint of its event, every sheet and notice that of what was sealed', async () => {
    const events = await end.store.rows
      .selectFrom('event')
      .select('hash')
      .where('branch_id', '=', end.branch)
      .execute();
    const known = new Set(events.map(({ hash }) => hash.slice(0, 20)));
    const prints = [...traces.values()].flatMap(({ steps }) =>
      steps.flatMap((other) => ('fingerprint' in other && other.fingerprint !== undefined ? [other.fingerprint] : [])),
    );
    expect(prints.length).toBeGreaterThan(2000);
    expect(prints.filter((print) => !known.has(print))).toEqual([]);
  });

  test('an objection that was upheld: found, reversed, put right, told to the next meeting, on a supplement', () => {
    const [line] = lines.filter(({ id }) => step(id, 'corrected').length > 0 && step(id, 'objected').length === 1);
    const names = traceOf(line?.id ?? '').steps.map((other) => other.step);
    const after = names.slice(names.indexOf('objected'));
    expect(after.filter((name) => name !== 'registered')).toEqual([
      'objected',
      'found',
      'replied',
      'reversed',
      'corrected',
      'reported',
      'noticed',
    ]);
    // The notice after the supplement counted it in: the register of its own quarter had been posted long before.
    expect(step(line?.id ?? '', 'noticed').map(({ period }) => period)).toEqual(['2026Q1', '2026Q2']);
    const [entered] = step(line?.id ?? '', 'entered');
    expect(step(line?.id ?? '', 'reversed')).toMatchObject([{ reverses: entered?.entry }]);
    expect(step(line?.id ?? '', 'registered').map(({ kind }) => kind)).toContain('supplement');
    expect(traceOf(line?.id ?? '').corrected?.id).toBe(line?.body.corrected?.item);
    // Leave that was asked for late is free the first times: it counts nothing now.
    expect(traceOf(line?.id ?? '').worth).toEqual({ now: 0, before: line?.body.points });
  });

  test('an appeal is in the chain from its service on, and in none before (product §5.7)', async () => {
    const appealed = lines.filter(({ id }) => step(id, 'objected').some(({ noun }) => noun === 'appeal'));
    expect(appealed).toHaveLength(1);
    const { id, subject = '' } = appealed[0] ?? expect.fail();
    const [appeal] = step(id, 'objected').filter(({ noun }) => noun === 'appeal');
    expect(appeal?.day).toBe('2026-05-11');
    const before = played.on(UNSERVED);
    for (const person of [subject, before.idOf('D001')])
      expect(JSON.stringify((await before.ask(person, 'line.show', { id })).steps)).not.toContain('appeal');
  });

  test('a deferred motion and a referral stand in the chain; a line’s review counts who stepped aside, without a reason', () => {
    expect(step(one('report').id, 'deferred')).toMatchObject([{ reason: '到会人数不足法定人数' }]);
    const referred = lines.find(({ body }) => body.decision?.as === 'referred');
    expect(step(referred?.id ?? '', 'referred')).toHaveLength(1);
    const own = lines.find(({ subject, body }) => subject === end.idOf('D001') && body.decision?.as === 'accepted');
    const [reviewed] = step(own?.id ?? '', 'reviewed');
    expect(reviewed?.recused).toBeGreaterThanOrEqual(1);
    expect(Object.keys(reviewed ?? {})).not.toContain('reasons');
  });
});

test('a veto is traced like a number: said and told, heard, found on, confirmed on the chain, lifted, or dropped (product §3.5)', async () => {
  const courseOf = async (code: string): Promise<readonly { did: string; day: string; fingerprint?: string }[]> => {
    const member = end.idOf(code);
    const { rows } = await end.ask(member, 'dossier.show', { member, limit: 500 });
    const content = rows.find(({ noun }) => noun === 'veto')?.content as { course?: [] } | undefined;
    return content?.course ?? [];
  };
  const lifted = await courseOf('D035');
  expect(lifted.map(({ did, day }) => [did, day])).toEqual([
    ['proposed', '2026-08-31'],
    ['answered', '2026-09-03'],
    ['cited', '2026-09-10'],
    ['confirmed', '2026-09-10'],
    ['lifted', '2026-11-16'],
  ]);
  expect(lifted[3]?.fingerprint).toMatch(/^[0-9a-f]{20}$/);
  expect((await courseOf('D012')).map(({ did }) => did)).toContain('dropped');
});

describe('who may see it', () => {
  test('a report reads “a member”; its reporter’s id and name are in nobody’s answer (product §3.3)', async () => {
    const report = one('report');
    const reporter = end.idOf('D013');
    const { name } = end.members.find(({ code }) => code === 'D013')?.member ?? { name: '' };
    expect(step(report.id, 'declared')).toMatchObject([{ by: 'member' }]);
    expect(step(report.id, 'verified')).toEqual([{ step: 'verified', day: '2026-05-20' }]);
    const asked = [...end.members.map(({ member }) => member.id), ...end.reviewers];
    let answered = 0;
    for (const person of asked) {
      const answer = await end.ask(person, 'line.show', { id: report.id }).catch(() => undefined);
      if (answer) answered++;
      expect([person, JSON.stringify(answer ?? '').includes(reporter)]).toEqual([person, false]);
      expect([person, JSON.stringify(answer ?? '').includes(name)]).toEqual([person, false]);
    }
    expect(answered).toBe(6); // the subject and the five of the office
    expect(await refusedWith(end.ask(reporter, 'line.show', { id: report.id }))).toBe('right.missing');
  });

  test('a member reads its own and nobody else’s; what is not there is unknown; whoever investigates a line sees it', async () => {
    const line = lines.find(({ subject, state }) => subject === end.idOf('D020') && state === 'determined');
    const id = line?.id ?? '';
    expect((await end.ask(end.idOf('D020'), 'line.show', { id })).steps.length).toBeGreaterThan(4);
    expect(await refusedWith(end.ask(end.idOf('D021'), 'line.show', { id }))).toBe('right.missing');
    expect(await refusedWith(end.ask(end.idOf('D021'), 'line.show', { id: 'none' }))).toBe('thing.unknown');
    const [first = '', ...others] = end.reviewers;
    const served = await listMatters(end.store.rows, end.branch, 'appeal');
    const investigator = served[0]?.body.investigator ?? '';
    const appealed = served[0]?.parent ?? '';
    expect([first, ...others]).toContain(investigator);
    expect((await end.ask(investigator, 'line.show', { id: appealed })).line.id).toBe(appealed);
    expect(await refusedWith(end.ask(investigator, 'line.show', { id }))).toBe('right.missing');
  });

  test('whoever in office or as investigator reads another’s line is seen by its member; the member leaves no trace (product §5.8)', async () => {
    const line = lines.find(({ subject }) => subject === end.idOf('D022'));
    const id = line?.id ?? '';
    const rows = async () =>
      (await end.ask(end.idOf('D022'), 'access.show', { member: end.idOf('D022') })).rows.filter(
        ({ action }) => action === 'line.show',
      );
    const before = await rows();
    await end.ask(end.idOf('D022'), 'line.show', { id });
    await end.ask(end.idOf('D005'), 'line.show', { id });
    const after = await rows();
    expect(after.length).toBe(before.length + 1);
    expect(after.filter(({ viewer }) => viewer === end.idOf('D005'))).toHaveLength(1);
    expect(after.every(({ set }) => set === end.idOf('D022'))).toBe(true);
  });

  test('one line is shown about as quickly as the lines of the year are read', async () => {
    const ids = lines.slice(0, 9).map(({ id }) => id);
    const shown = async (): Promise<unknown> => await end.ask(end.idOf('D001'), 'line.show', { id: ids.pop() ?? '' });
    const read = async (): Promise<unknown> => await listMatters(end.store.rows, end.branch, 'line');
    expect(await timesAsLong(shown, read, ids.length)).toBeLessThan(3);
  });
});

test('the facts of a score find their lines (product §5.1)', async () => {
  const { rows } = end.store;
  const facts = await listFacts(rows, end.branch);
  for (const { member } of end.members) {
    const own = facts.get(member.id) ?? [];
    const found = await linesOfFacts(rows, end.branch, member.id);
    expect([...found.values()].flat()).toHaveLength(own.length);
    for (const fact of own)
      for (const id of found.get(factKey(fact)) ?? expect.fail()) {
        const line = lines.find((other) => other.id === id);
        if (id === '') expect(fact.item).toMatch(/^(opening|veto):/);
        else
          expect([line?.subject, line?.body.corrected ?? line?.body.decision?.fact ?? line?.body.fact]).toMatchObject([
            member.id,
            { item: fact.item, day: fact.day },
          ]);
      }
  }
});
