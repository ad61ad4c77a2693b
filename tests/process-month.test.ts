import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyBranch } from '#service/verify.ts';
import { hashOf } from '#store/hash.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import { CLOCK, openBranch, refusedWith, type TestBranch } from './process-branch.ts';

let at: TestBranch;

beforeAll(async () => {
  at = await openBranch();
});
afterAll(async () => await at.close());

const fact = (item: string, day: string) => ({ item, day });

describe('a month of the branch (§三(一)–(二))', () => {
  test('nothing can be submitted before the month opens', async () => {
    const draft = await at.act('f', 'declaration.draft', { subject: 'f', fact: fact('zhiyuan', '2026-03-05') });
    expect(await refusedWith(at.act('f', 'declaration.submit', { id: draft.id }))).toBe('month.not-open');
    await at.act(CLOCK, 'month.open', { month: '2026-03' });
    expect(await at.act('f', 'declaration.submit', { id: draft.id })).toMatchObject({ state: 'submitted' });
    expect(await refusedWith(at.act('g', 'declaration.withdraw', { id: draft.id }))).toBe('right.missing');
    expect(await refusedWith(at.act('stranger', 'declaration.withdraw', { id: draft.id }))).toBe('right.missing');
    expect(await refusedWith(at.act('g', 'declaration.withdraw', { id: 'none' }))).toBe('thing.unknown');
  });

  test('the committee reviews; whoever declared does not decide, and two deciders are enough', async () => {
    const [line = ''] = await lines('f');
    const session = await at.act('a', 'review.convene', { month: '2026-03', day: '2026-03-10' });
    expect(await refusedWith(at.act('a', 'review.open', { id: session.id, present: ['a', 'b'] }))).toBe(
      'review.no-quorum',
    );
    await at.act('a', 'review.open', { id: session.id, present: ['a', 'b', 'c'] });
    await at.act('b', 'review.take', { id: line, review: session.id });
    const decision = { id: line, review: session.id };
    expect(await refusedWith(at.act('b', 'review.accept', { ...decision, ayes: ['b'] }))).toBe('review.no-majority');
    expect(await at.act('b', 'review.accept', { ...decision, ayes: ['b', 'c'] })).toMatchObject({ state: 'accepted' });
    expect(await at.act('b', 'review.undo', { id: line })).toMatchObject({ state: 'in-review' });
    await at.act('b', 'review.accept', { ...decision, ayes: ['b', 'c'] });
    await at.act('a', 'review.close', { id: session.id });
  });

  test('a report hides its reporter, the subject is told and heard, and only then it is reviewed (product §3.3)', async () => {
    const draft = await at.act('g', 'declaration.draft', { subject: 'h', fact: fact('quexi', '2026-03-06') });
    await at.act('g', 'declaration.submit', { id: draft.id });
    const rows = await at.store.rows.selectFrom('step').selectAll().where('id', '=', draft.id).execute();
    expect(rows.map(({ actor }) => actor).every((actor) => actor.startsWith('shield:'))).toBe(true);
    const chained = await at.store.rows.selectFrom('event').select('actor').orderBy('seq', 'desc').limit(2).execute();
    expect(chained.map(({ actor }) => actor)).toEqual(['shield', 'shield']);
    const session = await at.act('a', 'review.convene', { month: '2026-03', day: '2026-03-10' });
    await at.act('a', 'review.open', { id: session.id, present: ['a', 'b', 'c', 'd'] });
    expect(await refusedWith(at.act('a', 'review.take', { id: draft.id, review: session.id }))).toBe(
      'declaration.not-verified',
    );
    expect(await refusedWith(at.act('b', 'declaration.verify', { id: draft.id }))).toBe('right.missing');
    await at.act('d', 'declaration.verify', { id: draft.id });
    expect(await refusedWith(at.act('a', 'review.take', { id: draft.id, review: session.id }))).toBe(
      'hearing.not-over',
    );
    const [hearing] = await at.store.rows.selectFrom('matter').select('id').where('parent', '=', draft.id).execute();
    expect(await refusedWith(at.act('g', 'hearing.answer', { id: hearing?.id ?? '', answer: 'contest' }))).toBe(
      'right.missing',
    );
    await at.act('h', 'hearing.answer', { id: hearing?.id ?? '', answer: 'contest', words: '当天请假' });
    await at.act('a', 'review.take', { id: draft.id, review: session.id });
    await at.act('a', 'review.accept', { id: draft.id, review: session.id, ayes: ['a', 'b', 'c'] });
    await at.act('a', 'review.close', { id: session.id });
  });

  test('a reporter stands in no row beside the report: not in steps, chain, records, answers, nor by instant (product §5.7)', async () => {
    const draft = await at.act(
      'g',
      'declaration.draft',
      { subject: 'h', fact: fact('quexi', '2026-03-09') },
      { key: 'key-of-g-1' },
    );
    // Somebody who reports too early is refused, and is not named then either.
    expect(await refusedWith(at.act('g', 'declaration.confirm', { id: draft.id, readBack: true }))).toBeDefined();
    await at.act('g', 'declaration.submit', { id: draft.id }, { key: 'key-of-g-2' });
    const { rows } = at.store;
    const about = [
      ...(await rows.selectFrom('step').selectAll().where('id', '=', draft.id).execute()),
      ...(await rows.selectFrom('matter').selectAll().where('id', '=', draft.id).execute()),
      ...(await rows.selectFrom('matter').selectAll().where('parent', '=', draft.id).execute()),
      ...(await rows.selectFrom('record').selectAll().where('target', '=', draft.id).execute()),
      ...(await rows.selectFrom('act').selectAll().where('content', 'like', `%${draft.id}%`).execute()),
      ...(await rows.selectFrom('answer').selectAll().where('answer', 'like', `%${draft.id}%`).execute()),
    ];
    expect(about.length).toBeGreaterThan(8);
    for (const row of about)
      for (const value of Object.values(row)) {
        expect(value).not.toBe('g');
        expect(JSON.stringify(value)).not.toContain('"g"');
      }
    const instants = about.flatMap((row) => ('at' in row && 'actor' in row ? [row.at] : []));
    expect(instants.every((instant) => instant.endsWith('T00:00:00.000Z'))).toBe(true);
    expect(/^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(draft.id)).toBe(true);
    // The verifier learns the name only with a second person's consent, who does not see it.
    const asked = await at.act('d', 'reporter.read', { id: draft.id, reason: '核实情况' });
    expect(asked).toMatchObject({ waits: true });
    const consent = await at.act('b', 'second.confirm', { id: asked.id });
    expect(consent.told).toBeUndefined();
    expect((await at.act('d', 'reporter.read', { id: draft.id, reason: '核实情况' })).told).toEqual({ reporter: 'g' });
    expect(await at.act('d', 'reporter.read', { id: draft.id, reason: '再看一次' })).toMatchObject({ waits: true });
    await at.act('g', 'declaration.withdraw', { id: draft.id });
  });

  test('a stale decision says what changed, and a key is answered once', async () => {
    const draft = await at.act(
      'f',
      'declaration.draft',
      { subject: 'f', fact: fact('zhiyuan', '2026-03-07') },
      { key: 'k-1-12345' },
    );
    const again = await at.act(
      'f',
      'declaration.draft',
      { subject: 'f', fact: fact('zhiyuan', '2026-03-07') },
      { key: 'k-1-12345' },
    );
    expect(again).toEqual(draft);
    expect(
      await refusedWith(
        at.act('f', 'declaration.draft', { subject: 'f', fact: fact('quexi', '2026-03-07') }, { key: 'k-1-12345' }),
      ),
    ).toBe('key.other-body');
    await at.act('f', 'declaration.edit', { id: draft.id, fact: fact('zhiyuan', '2026-03-08') });
    await expect(at.act('f', 'declaration.submit', { id: draft.id }, { revision: 1 })).rejects.toMatchObject({
      code: 'revision.stale',
      params: { revision: 2, changed: 'declaration.edit' },
    });
    await at.act('f', 'declaration.discard', { id: draft.id });
  });

  test('the month closes when it is over, and is reopened only by two persons', async () => {
    expect(await refusedWith(at.act('a', 'month.close', { id: '2026-03' }))).toBe('month.not-over');
    at.day = '2026-04-02';
    await at.act('a', 'month.close', { id: '2026-03' });
    const request = await at.act('a', 'month.reopen', { id: '2026-03', reason: '漏报一项' });
    expect(request).toMatchObject({ waits: true });
    expect(await refusedWith(at.act('a', 'second.confirm', { id: request.id }))).toBe('second.same-person');
    expect(await at.act('b', 'second.confirm', { id: request.id })).toMatchObject({ state: 'reopened' });
    await at.act('a', 'month.close', { id: '2026-03' });
    const sealed = await at.store.rows.selectFrom('document').selectAll().execute();
    expect(sealed.map(({ number, supersedes }) => [number, supersedes])).toEqual([
      [1, null],
      [2, 1],
    ]);
  });

  test('the chain says what every matter came to, and verifies (product §5.2)', async () => {
    const check = new ArchiveCheck(hashOf, undefined);
    const strays = await verifyBranch(at.context, { branch: at.branch }, (line) => check.take(line));
    expect({ strays, ...check.finish() }).toMatchObject({ strays: [], faults: [], sound: true });
  });

  test('every act and every refusal is on record', async () => {
    const rows = await at.store.rows.selectFrom('record').select(['outcome', 'code']).execute();
    expect(rows.filter(({ outcome }) => outcome === 'refused').every(({ code }) => code !== null)).toBe(true);
    expect(rows.filter(({ outcome }) => outcome === 'waits')).toHaveLength(3);
  });
});

async function lines(subject: string): Promise<string[]> {
  const rows = await at.store.rows
    .selectFrom('matter')
    .select('id')
    .where('noun', '=', 'line')
    .where('subject', '=', subject)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
