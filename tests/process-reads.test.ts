import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { Role } from '#domain/permission/role.ts';
import type { Caller } from '#service/caller.ts';
import { exportArchive } from '#service/export-archive.ts';
import { read } from '#service/services.ts';
import { addBranch } from '#store/branch.ts';
import { addGrant } from '#store/grant.ts';
import { hashOf } from '#store/hash.ts';
import { addMembers } from '#store/member.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import { CLOCK, openBranch, refusedWith, SCHEME, type TestBranch } from './process-branch.ts';
import { determined, quarter } from './process-determined.ts';
import { decidedLine } from './process-sitting.ts';

let at: TestBranch;
const NOW = '2026-01-01T00:00:00.000Z';
const SECRET = '申诉的原话';
const REPORT = '反映的原话';
/** Everyone who may ask: offices of branch B, members, the superior, three administrators, a member and a secretary of branch C, a stranger. */
const WHO = ['a', 'b', 'd', 'e', 'f', 'g', 'h', 'sup', 'sys', 'sec', 'aud', 'cm', 'cs', 'nobody'] as const;

async function grant(person: string, role: Role, org: string): Promise<void> {
  const days = { from_day: '2026-01-01', to_day: '9999-12-31', given_by: 'system', created_at: NOW };
  const grant = { org_id: org, grant_id: `${person}-${role}`, person_id: person, role, ...days };
  await addGrant(at.store.rows, grant);
}

beforeAll(async () => {
  at = await openBranch();
  await at.store.transaction(async (rows) => {
    await addBranch(rows, { branch_id: 'C', org_id: 'S', name: '另一支部', demo: 0, created_at: NOW });
    const history = [{ from: '2020-01-01', to: '9999-12-31', standing: 'full' as const }];
    await addMembers(rows, 'C', [{ code: 'cm', member: { id: 'cm', name: '外人', history } }], NOW);
  });
  await grant('cs', 'secretary', 'C');
  for (const [person, role] of [
    ['sys', 'system'],
    ['sec', 'security'],
    ['aud', 'audit'],
  ] as const)
    await grant(person, role, 'B');
  await at.act(CLOCK, 'month.open', { month: '2026-03' });
  await decidedLine(at, 'f', { item: 'zhiyuan', day: '2026-03-05' });
  const fact = { item: 'quexi', day: '2026-03-06' };
  const report = await at.act('g', 'declaration.draft', { subject: 'h', fact, words: REPORT });
  await at.act('g', 'declaration.submit', { id: report.id });
  await at.act('d', 'declaration.verify', { id: report.id });
  await determined(at, { id: 'L1', subject: 'h', fact: { item: 'weigui', day: '2026-03-07' } });
  await determined(at, { id: 'L2', subject: 'f', fact: { item: 'huojiang', day: '2026-03-08', level: '区级' } });
  await quarter(at, '2026Q1', 'closed');
  const contest = { concerns: 'h', about: 'line', line: 'L1', reason: SECRET } as const;
  await at.act('h', 'appeal.lodge', { of: 'B', ...contest }, { branch: 'S' });
  await at.act('f', 'objection.raise', { ...contest, concerns: 'f', line: 'L2', reason: '级别有误' });
  await at.act('b', 'talk.propose', { member: 'h', year: '2026', rule: '§四(三)' });
});
afterAll(async () => await at.close());

const caller = (person: string): Caller => ({ person, kind: 'person', password: true });
async function ask<A extends ReadAction>(
  person: string,
  action: A,
  input: Omit<InputOf<A>, 'branch'>,
  branch = 'B',
): Promise<AnswerOf<A>> {
  return await read(at.context, action, { branch, ...input } as InputOf<A>, caller(person));
}

/** Of everyone, who is answered. */
async function answered<A extends ReadAction>(
  action: A,
  input: (person: string) => Omit<InputOf<A>, 'branch'>,
  branch = 'B',
): Promise<string> {
  const found: string[] = [];
  for (const person of WHO) {
    const code = await refusedWith(ask(person, action, input(person), branch));
    if (code === undefined) found.push(person);
    else expect([action, person, code]).toEqual([action, person, 'right.missing']);
  }
  return found.join(' ');
}

describe('who sees what (product §2, §6)', () => {
  test('what is one’s own: points, rank, file, lines, who looked at it; another’s only in office', async () => {
    const own = { member: 'f' };
    expect(await answered('ledger.show', () => own)).toBe('a b d e f');
    expect(await answered('rank.show', () => own)).toBe('a b d e f');
    expect(await answered('declaration.list', () => own)).toBe('a b d e f');
    expect(await answered('dossier.show', () => own)).toBe('a e f');
    expect(await answered('access.show', () => own)).toBe('f');
  });

  test('lists of the branch: the office’s, the members’, the superior’s, the administrators’', async () => {
    const none = () => ({});
    expect(await answered('rank.show', none)).toBe('a b d e');
    expect(await answered('declaration.list', none)).toBe('a b d e');
    expect(await answered('dossier.show', none)).toBe('a e');
    expect(await answered('roster.show', none)).toBe('a b d e sup');
    expect(await answered('assembly.follow', none)).toBe('a b d e f g h sup');
    expect(await answered('register.show', none)).toBe('a b d e f g h sup');
    expect(await answered('settlement.show', none)).toBe('a b d e f g h sup');
    expect(await answered('filing.show', none)).toBe('a sup');
    expect(await answered('rollup.show', none)).toBe('sup');
    expect(await answered('chain.verify', none)).toBe('a b d e f g h sup aud');
    expect(await answered('record.read', none)).toBe('aud');
    expect(await answered('right.show', none)).toBe('sec aud');
    expect(await answered('operation.show', none)).toBe('sys');
    expect(await answered('line.open', () => ({ member: 'f', reason: '复核' }))).toBe('sup');
  });

  test('an appeal that was not served is read by its member and the superior, and no answer in the branch knows of it (product §5.7)', async () => {
    const mine = await ask('h', 'appeal.show', {});
    expect(mine.rows).toMatchObject([{ at: 'S', state: 'lodged', words: SECRET, member: 'h', last: '2026-06-10' }]);
    for (const person of ['a', 'b', 'd', 'e', 'f', 'g'])
      expect([person, (await ask(person, 'appeal.show', {})).rows]).toEqual([person, []]);
    expect(await answered('appeal.show', () => ({}), 'S')).toBe('sup');
    expect((await ask('sup', 'appeal.show', {}, 'S')).rows).toMatchObject([{ branch: 'B', words: SECRET }]);
    // Asked of the branch, the superior too is only someone who lodged nothing, and leaves no trace there.
    expect((await ask('sup', 'appeal.show', {})).rows).toEqual([]);
    const traces = at.store.rows.selectFrom('access').select('subject').where('branch_id', '=', 'B');
    expect((await traces.execute()).filter(({ subject }) => subject.includes('appeal'))).toEqual([]);
  });

  test('what the office keeps in view: slips by the secretary alone, no appeal before it was served', async () => {
    const none = () => ({});
    expect(await answered('account.list', none)).toBe('a');
    expect(await answered('question.list', none)).toBe('a b d e');
    expect(await answered('term.list', none)).toBe('a b d e');
    expect(await answered('relative.list', none)).toBe('a e');
    expect(await answered('absence.list', none)).toBe('a e sup');
    expect(await answered('scheme.text', none)).toBe('a b d e f g h sup');
    expect(await answered('appeal.served', none)).toBe('a b d e');
    expect((await ask('a', 'appeal.served', {})).rows).toEqual([]);
    const { rows } = await ask('a', 'term.list', {});
    expect(rows).toMatchObject([{ noun: 'objection', provisional: false }]);
  });

  test('nobody reads who reported another, the subject least of all, and nobody of B reads it in C (product §3.3)', async () => {
    const told = async (person: string): Promise<string> => {
      const texts: string[] = [];
      for (const member of ['f', 'h', person]) {
        for (const action of ['declaration.list', 'dossier.show', 'ledger.show'] as const)
          texts.push(JSON.stringify(await ask(person, action, { member }).catch(refusal)));
      }
      for (const action of [
        'declaration.list',
        'objection.show',
        'assembly.show',
        'assembly.follow',
        'record.read',
      ] as const)
        texts.push(JSON.stringify(await ask(person, action, {}).catch(refusal)));
      return texts.join('\n');
    };
    for (const person of WHO) {
      const text = await told(person);
      const reports = [...text.matchAll(/"origin":"report"[^}]*/g)].map(([one]) => one);
      expect([person, reports.filter((one) => one.includes('declarant'))]).toEqual([person, []]);
      expect([person, text.includes(SECRET)]).toEqual([person, false]);
      if (!['a', 'b', 'd', 'e', 'g', 'h'].includes(person))
        expect([person, text.includes(REPORT)]).toEqual([person, false]);
    }
    // The audit administrator sees that something was reported, and neither the name nor the words.
    const { rows } = await ask('aud', 'record.read', { action: 'declaration.submit' });
    expect(rows.map(({ actor }) => actor).filter((actor) => actor === 'g')).toEqual([]);
  });

  test('of a report that is being written, or was thrown away, its subject learns nothing (product §3.3)', async () => {
    const fact = { item: 'quexi', day: '2026-03-09' };
    const { id } = await at.act('g', 'declaration.draft', { subject: 'f', fact, words: REPORT });
    const about = async (person: string) =>
      (await ask(person, 'declaration.list', { member: person })).rows.filter((row) => row.id === id);
    for (const discarded of [false, true]) {
      if (discarded) await at.act('g', 'declaration.discard', { id });
      expect([(await about('f')).length, (await about('g')).length]).toEqual([0, 1]);
      for (const person of ['f', 'g', 'a'])
        expect(await refusedWith(ask(person, 'line.show', { id }))).toBe('thing.unknown');
    }
  });

  test('whoever in office looked is seen by whom it looked at; the member itself leaves no trace (product §5.8)', async () => {
    await ask('g', 'rank.show', { member: 'g' });
    await ask('a', 'rank.show', { member: 'g' });
    await ask('e', 'dossier.show', { member: 'g' });
    await ask('b', 'rank.show', {});
    const { rows } = await ask('g', 'access.show', { member: 'g' });
    const looked = rows.map(({ viewer, action, set }) => `${viewer} ${action} ${set}`);
    expect(looked).toEqual(expect.arrayContaining(['a rank.show g', 'b rank.show #ranks', 'e dossier.show g']));
    expect(looked.filter((one) => one.startsWith('g '))).toEqual([]);
  });
});

describe('what the reads answer', () => {
  test('ranks: one’s own is one row; the office’s page by page, expected while nothing is sealed', async () => {
    const own = await ask('f', 'rank.show', { member: 'f' });
    expect(own).toMatchObject({ year: '2026', state: 'expected', rows: [{ member: 'f', total: 650_000, rank: 1 }] });
    expect(own.rows).toHaveLength(1);
    const first = await ask('a', 'rank.show', { limit: 5 });
    const second = await ask('a', 'rank.show', { limit: 5, ...(first.next !== null && { cursor: first.next }) });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([5, 3, null]);
    expect(await refusedWith(ask('cs', 'rank.show', {}, 'C'))).toBe('month.no-scheme');
  });

  test('the file of a member holds what was decided and proposed about it, and its sealed years', async () => {
    const file = await ask('h', 'dossier.show', { member: 'h' });
    expect(file.member).toMatchObject({ id: 'h', code: 'h', years: [] });
    expect(file.rows.map(({ noun }) => noun)).toEqual(['hearing', 'talk']);
    const first = await ask('h', 'dossier.show', { member: 'h', limit: 1 });
    expect(first.rows.map(({ noun }) => noun)).toEqual(['hearing']);
    const { rows } = await ask('h', 'dossier.show', { member: 'h', limit: 1, cursor: first.next ?? '' });
    expect(rows.map(({ noun }) => noun)).toEqual(['talk']);
    expect(await refusedWith(ask('a', 'dossier.show', { member: 'nobody' }))).toBe('member.unknown');
  });

  test('the roll-up has counts and bars, and nobody in them', async () => {
    const { rows } = await ask('sup', 'rollup.show', {}, 'S');
    expect(rows).toMatchObject([
      { branch: 'B', members: 8, settlement: null },
      { branch: 'C', members: 0, distribution: null },
    ]);
    expect(JSON.stringify(rows)).not.toContain('党员');
    const first = await ask('sup', 'rollup.show', { limit: 1 }, 'S');
    expect(first.next).toBe('B');
    expect((await ask('sup', 'rollup.show', { limit: 1, cursor: 'B' }, 'S')).rows).toMatchObject([{ branch: 'C' }]);
  });

  test('a drafted scheme is tried on the year’s facts and changes nothing', async () => {
    const [base, duty, minus] = SCHEME.components;
    const changed = { ...SCHEME, effective: '2027-01-01', components: [{ ...base, opens: 50 }, duty, minus] };
    const document = JSON.parse(JSON.stringify(changed)) as InputOf<'scheme.draft'>['document'];
    const draft = await at.act('b', 'scheme.draft', { title: '修订稿', source: '', document });
    const { rows } = await ask('b', 'scheme.try', { id: draft.id, year: '2026' });
    expect(rows.find(({ member }) => member === 'f')).toEqual({
      member: 'f',
      before: { total: 650_000, rank: 1 },
      after: { total: 550_000, rank: 1 },
    });
    expect((await ask('f', 'rank.show', { member: 'f' })).rows[0]?.total).toBe(650_000);
    const broken = await at.act('b', 'scheme.draft', { title: '错稿', source: '', document: { scheme: 'x' } });
    expect(await refusedWith(ask('b', 'scheme.try', { id: broken.id, year: '2026' }))).toBe('scheme.has-errors');
    expect(await refusedWith(ask('b', 'scheme.try', { id: 'none', year: '2026' }))).toBe('thing.unknown');
  });

  test('where the scheme ranks by category, a rank says among whom; a changed line says from what to what (分类管理, §3(2))', async () => {
    const categories = [{ id: 'young', label: '青年教师' }];
    const scheme = { ...SCHEME, rank: { ...SCHEME.rank, within: 'category' }, categories };
    const other = await openBranch(undefined, { scheme });
    for (const member of ['f', 'g'])
      await other.act('a', 'roster.change', { member, standing: 'full', from: '2026-02-01', category: 'young' });
    const rankOf = async (member: string) =>
      (await read(other.context, 'score.brief', { branch: 'B', member }, caller(member))).rank;
    expect(await rankOf('f')).toMatchObject({ rank: 1, of: 2, category: '青年教师' });
    expect(await rankOf('h')).not.toHaveProperty('category');
    // A line that the review adjusted or declined tells what it counts now, and what it was put down for.
    await other.act(CLOCK, 'month.open', { month: '2026-03' });
    const worthOf = async (id: string) =>
      (await read(other.context, 'line.show', { branch: 'B', id }, caller('a'))).worth;
    const award = { item: 'huojiang', day: '2026-03-05', level: '区级' };
    expect(await worthOf(await decidedLine(other, 'f', award, 'adjust'))).toEqual({ now: 30_000, before: 50_000 });
    const help = { item: 'zhiyuan', day: '2026-03-06' };
    expect(await worthOf(await decidedLine(other, 'g', help, 'decline'))).toEqual({ now: 0, before: 20_000 });
    expect(await worthOf(await decidedLine(other, 'h', help))).toBeUndefined();
    await other.close();
  });

  test('the record is read page by page, latest first, and filtered', async () => {
    const first = await ask('aud', 'record.read', { limit: 3 });
    const second = await ask('aud', 'record.read', { limit: 3, ...(first.next !== null && { cursor: first.next }) });
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
    const { rows } = await ask('aud', 'record.read', { action: 'talk.propose', outcome: 'done' });
    expect(rows).toMatchObject([{ actor: 'b', action: 'talk.propose', outcome: 'done', code: null }]);
  });

  test('rights show ends and what stands against another; operation shows no path, key or point', async () => {
    const { rows } = await ask('sec', 'right.show', {});
    expect(rows).toHaveLength(9);
    expect(rows.every(({ exclusive, revision }) => !exclusive && revision === 1)).toBe(true);
    const operation = await ask('sys', 'operation.show', {});
    expect(operation).toMatchObject({ branches: 2, missing: [], day: '2026-03-10' });
    expect(Object.keys(operation).join(' ')).not.toMatch(/key|secret|url|path/i);
  });

  test('the chain is verified with counts; a row that somebody changed is found', async () => {
    const laid = await ask('f', 'chain.verify', {});
    expect(laid).toMatchObject({ fault: null, strays: 3 }); // the test itself laid two lines and a quarter
    await at.store.rows.updateTable('matter').set({ state: 'signed' }).where('noun', '=', 'talk').execute();
    expect(await ask('f', 'chain.verify', {})).toMatchObject({ sound: false, strays: 4 });
    await at.store.rows.updateTable('matter').set({ state: 'proposed' }).where('noun', '=', 'talk').execute();
  });

  test('the archive is lines that a verifier reads, for the office, and for the superior with a reason that everyone in it sees (product §2)', async () => {
    expect(await exportArchive(at.context, caller('f'), { branch: 'B' }).catch(refusal)).toBe('right.missing');
    expect(await exportArchive(at.context, caller('sup'), { branch: 'B' }).catch(refusal)).toBe('reason.missing');
    const reason = '备案抽查';
    const { lines } = await exportArchive(at.context, caller('sup'), { branch: 'B', reason });
    const check = new ArchiveCheck(hashOf);
    for (const line of lines) check.take(line.trimEnd());
    expect(check.finish().sound).toBe(true);
    const [latest] = (await ask('f', 'access.show', { member: 'f' })).rows.filter(({ viewer }) => viewer === 'sup');
    expect(latest).toMatchObject({ action: 'archive.export', set: '#archive', reason });
  });
});

function refusal(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  throw error;
}
