import { expect } from 'vitest';
import type { ActAnswer } from '#contract/endpoint.ts';
import { type Action, permissionOf } from '#domain/permission/table.ts';
import { secretsOf } from '#service/secrets.ts';
import { verifyBranch } from '#service/verify.ts';
import { openStore, type Rows } from '#store/database.ts';
import { hashOf } from '#store/hash.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import type { Entry } from './journal.ts';
import { SECRETS_KEY } from './program.ts';

const BRANCH = 'B';
const secrets = secretsOf(SECRETS_KEY);

/** Matters of which every step is the effect of one request: nothing else, not time either, writes to them in the load. */
const BY_REQUEST: ReadonlySet<string> = new Set(['line', 'review']);

/** What a branch holds, as the rows say. */
export type Held = { readonly events: number; readonly keys: ReadonlySet<string> };

/** Looks at a place with a connection of its own, and says how much there is when everything fits; fails by what does not. */
export async function expectWhole(at: string, journal: readonly Entry[]): Promise<Held> {
  const store = await openStore(at);
  try {
    const held = await agree(store.rows, journal);
    const check = new ArchiveCheck(hashOf, undefined);
    const strays = await verifyBranch({ store }, { branch: BRANCH }, (line) => check.take(line));
    const { sound, faults } = check.finish();
    expect({ sound, faults, strays }).toEqual({ sound: true, faults: [], strays: [] });
    return held;
  } finally {
    await store.close();
  }
}

/** Matter, step, act, event, record and answer tell of one another. */
async function agree(rows: Rows, journal: readonly Entry[]): Promise<Held> {
  const matters = await rows.selectFrom('matter').selectAll().where('branch_id', '=', BRANCH).execute();
  const steps = await rows.selectFrom('step').selectAll().where('branch_id', '=', BRANCH).execute();
  const acts = await rows.selectFrom('act').selectAll().where('branch_id', '=', BRANCH).execute();
  const events = await rows.selectFrom('event').select(['seq', 'kind']).where('branch_id', '=', BRANCH).execute();
  const head = await rows.selectFrom('head').selectAll().where('branch_id', '=', BRANCH).executeTakeFirstOrThrow();
  const records = await rows.selectFrom('record').selectAll().where('branch_id', '=', BRANCH).execute();
  const kept = await rows.selectFrom('answer').selectAll().where('branch_id', '=', BRANCH).execute();
  const answers = kept.map(({ action, key, answer }) => ({ action, key, ...openAnswer(answer) }));

  // Each matter has as many steps as its revision, numbered from 1, and no step is of no matter.
  const stepped = countBy(steps, ({ noun, id }) => `${noun} ${id}`);
  const highest = new Map<string, number>();
  for (const { noun, id, revision } of steps)
    highest.set(`${noun} ${id}`, Math.max(revision, highest.get(`${noun} ${id}`) ?? 0));
  const revisions = Object.fromEntries(matters.map(({ noun, id, revision }) => [`${noun} ${id}`, revision]));
  expect(Object.fromEntries(stepped)).toEqual(revisions);
  expect(Object.fromEntries(highest)).toEqual(revisions);

  // Each step that bears on points has its act, each act its event, and the head is the last event.
  const chained = steps.filter(({ action }) => permissionOf(action as Action).touches === 'writes');
  const said = acts.map(({ content }) => JSON.parse(content) as { noun: string; id: string; revision: number });
  const nameOf = (one: { noun: string; id: string; revision: number }) => `${one.noun} ${one.id} ${one.revision}`;
  expect(said.map(nameOf).toSorted()).toEqual(chained.map(nameOf).toSorted());
  const chainedActs = events.filter(({ kind }) => kind === 'act/1').map(({ seq }) => seq);
  expect(acts.map(({ seq }) => seq).toSorted(byNumber)).toEqual(chainedActs.toSorted(byNumber));
  expect([head.event_seq, Math.max(...events.map(({ seq }) => seq))]).toEqual([events.length, events.length]);

  // Each answer was given with its record, and of each step somebody was told.
  const done = records.filter(
    ({ outcome, actor }) => outcome !== 'refused' && actor !== 'clock' && actor !== 'machine',
  );
  expect(Object.fromEntries(countBy(done, ({ action }) => action))).toEqual(
    Object.fromEntries(countBy(answers, ({ action }) => action)),
  );
  const told = answers.flatMap(({ action, id, revision, told: lines }) => {
    const ids = lines?.['lines']?.split(' ') ?? [id];
    return ids.map((one) => `${action} ${one} ${revision}`);
  });
  const byRequest = steps.filter(({ noun }) => BY_REQUEST.has(noun));
  const confirmed = steps.filter(({ action }) => action === 'month.confirm');
  const slips = answers.filter(({ action }) => action === 'account.slip');
  const effects = [...byRequest, ...confirmed].map(({ action, id, revision }) => `${action} ${id} ${revision}`);
  expect([...effects, ...slips.map(({ action, id, revision }) => `${action} ${id} ${revision}`)].toSorted()).toEqual(
    told.toSorted(),
  );
  const issued = await rows.selectFrom('slip').select('digest').where('issued_by', '=', 'a').execute();
  expect(issued).toHaveLength(slips.length);

  // What was acknowledged is there as it was said; what was refused left no answer.
  const byKey = new Map(kept.map(({ key, answer }) => [key, openAnswer(answer)]));
  expect(byKey.size).toBe(answers.length);
  for (const { key, answer, action } of journal) {
    if (answer === undefined) continue;
    if (answer.status < 300) expect(byKey.get(key), `${action} ${key}`).toEqual(answer.body);
    else expect(byKey.has(key), `${action} ${key} ${answer.code}`).toBe(false);
  }
  const keys = new Set(journal.map(({ key }) => key));
  expect(answers.filter(({ key }) => !keys.has(key))).toEqual([]);
  return { events: events.length, keys: new Set(byKey.keys()) };
}

function openAnswer(answer: string): ActAnswer {
  const sealed = 'sealed:';
  return JSON.parse(answer.startsWith(sealed) ? secrets.open(answer.slice(sealed.length)) : answer) as ActAnswer;
}

function countBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

function byNumber(a: number, b: number): number {
  return a - b;
}
