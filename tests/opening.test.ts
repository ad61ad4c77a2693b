import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerOf, InputOf } from '#contract/api.ts';
import { readPoints } from '#intake/points/read-points.ts';
import { readTables } from '#intake/read-tables.ts';
import { readPrograms } from '#server/programs.ts';
import { scoreRows } from '#service/branch-scores.ts';
import { openServices, type Services } from '#service/open.ts';
import { tick } from '#service/tick.ts';
import { verifyBranch } from '#service/verify.ts';
import { addEntries, listEntriesOf } from '#store/entry.ts';
import { listMatters, readMatter } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import { openBranch, refusedWith, SCHEME, type TestBranch } from './process-branch.ts';
import { walk } from './process-follow.ts';
import { bodyOf, convene } from './process-sitting.ts';

type Openings = Extract<InputOf<'dossier.read'>['rows'], { until: unknown }>;

const source = { file: '上半年积分.xlsx', sha256: 'ab'.repeat(32), keeper: '组织委员' };
const row = (code: string, base: number, duty: number, minus = 0): Openings['points'][number] => ({
  code,
  points: [
    { component: 'base', points: base * 10_000 },
    { component: 'duty', points: duty * 10_000 },
    { component: 'minus', points: minus * 10_000 },
  ],
});
const sheet = (points: Openings['points'], until = '2026-06-30'): Openings => ({ until, source, points });

describe('a branch that kept a spreadsheet until June begins in July (product §3.13, decision 022)', () => {
  let at: TestBranch;
  let id = '';
  const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const read = async (rows: Openings) => await at.act('e', 'dossier.read', { title: source.file, rows });
  const lineOf = async (subject: string, component: string) => {
    const lines = await listMatters(at.store.rows, 'B', 'line', { subject });
    const found = lines.find(({ body, state }) => body.fact.item === `opening:${component}` && state !== 'withdrawn');
    if (!found) throw new Error(`no opening of ${subject}`);
    return found;
  };
  const hearingOf = async (line: string) => {
    const [hearing] = await listMatters(at.store.rows, 'B', 'hearing', { parent: line });
    return hearing?.id ?? '';
  };

  beforeAll(async () => {
    at = await openBranch();
    at.day = '2026-07-02';
    await tick(at.context, 'B');
  });
  afterAll(async () => await at.close());

  test('the sheet is read and changes nothing: who is unknown or there twice is a problem, points beyond the scheme are looked at', async () => {
    const { told, id: wrong } = await read(
      sheet([
        row('f', 60, 12),
        row('f', 60, 12),
        row('zz', 60, 1),
        row('g', 61, 5, 3),
        { code: 'h', points: [{ component: 'jiafen', points: 1 }] },
      ]),
    );
    expect(told).toMatchObject({ openings: '4', problems: '3', gone: '5' });
    const body = await bodyOf(at, 'dossier', wrong);
    expect(body['problems']).toEqual([
      { row: 2, problem: 'twice' },
      { row: 3, problem: 'member-unknown' },
      { row: 5, problem: 'component-unknown' },
    ]);
    expect(body['doubts']).toEqual([{ row: 4, doubt: 'points-outside' }]);
    expect(await refusedWith(at.act('e', 'dossier.apply', { id: wrong, seen: true }))).toBe('dossier.has-problems');
    for (const until of ['2025-12-31', '2026-07-03'])
      expect(await refusedWith(read(sheet([row('f', 60, 1)], until)))).toBe('opening.other-year');
    expect(await refusedWith(at.act('f', 'dossier.read', { title: 'x', rows: sheet([row('f', 60, 1)]) }))).toBe(
      'right.missing',
    );
  });

  test('applied, it is withdrawn as one while nothing is determined, and can be brought again', async () => {
    const first = await read(sheet(people.map((one) => row(one, 60, 10))));
    await at.act('e', 'dossier.apply', { id: first.id, seen: true });
    await at.act('e', 'dossier.undo', { id: first.id });
    ({ id } = await read(sheet(people.map((one) => row(one, 60, 10, one === 'h' ? -2 : 0)))));
    const { told } = await at.act('e', 'dossier.apply', { id, seen: true });
    expect((told?.['lines'] ?? '').split(' ')).toHaveLength(24);
    expect(await readMatter(at.store.rows, 'B', 'line', (await lineOf('f', 'duty')).id)).toMatchObject({
      state: 'submitted',
      period: '2026-06',
      body: { origin: 'opening', points: 100_000, deduction: false, opening: { from: '2026-01-01', sheet: 2 } },
    });
    const twice = await read(sheet([row('f', 60, 1)]));
    expect((await bodyOf(at, 'dossier', twice.id))['problems']).toEqual([{ row: 1, problem: 'opening-there' }]);
  });

  test('its days are not declared once more, by nobody and in no way', async () => {
    const fact = { item: 'zhiyuan', day: '2026-06-20' };
    const { id: draft } = await at.act('f', 'declaration.draft', { subject: 'f', fact });
    expect(await refusedWith(at.act('f', 'declaration.submit', { id: draft }))).toBe('opening.covers-day');
    const minus = { item: 'quexi', day: '2026-05-20', ref: '签到表' };
    expect(await refusedWith(at.act('b', 'review.propose', { subject: 'f', fact: minus }))).toBe('opening.covers-day');
    const forged = { item: 'opening:duty', day: '2026-07-01', points: 10_000, ref: '表' };
    expect(await refusedWith(at.act('b', 'review.propose', { subject: 'f', fact: forged }))).toBe(
      'opening.only-points',
    );
    const { id: facts } = await at.act('e', 'dossier.read', {
      title: '六月.xlsx',
      rows: { facts: [{ code: 'f', fact }] },
    });
    expect((await bodyOf(at, 'dossier', facts))['problems']).toEqual([{ row: 1, problem: 'opening-covers' }]);
    expect(await refusedWith(at.act('f', 'declaration.withdraw', { id: (await lineOf('f', 'duty')).id }))).toBe(
      'right.missing',
    );
  });

  test('each member is told each component, and answers or is silent within the term (product §5.3)', async () => {
    const contested = await lineOf('g', 'duty');
    for (const component of ['base', 'duty', 'minus'])
      await at.act('f', 'hearing.answer', {
        id: await hearingOf((await lineOf('f', component)).id),
        answer: 'accept',
      });
    await at.act('g', 'hearing.answer', {
      id: await hearingOf(contested.id),
      answer: 'contest',
      words: '五月的公开课没有计入',
    });
    await at.act('h', 'hearing.answer', {
      id: await hearingOf((await lineOf('h', 'minus')).id),
      answer: 'contest',
      words: '已经请假',
    });
    const { id: review } = await at.act('a', 'review.convene', { month: '2026-06', day: '2026-07-03' });
    await at.act('a', 'review.open', { id: review, present: ['a', 'b', 'c', 'd'] });
    const told = await lineOf('h', 'duty');
    expect(await refusedWith(at.act('b', 'review.take', { id: told.id, review }))).toBe('hearing.not-over');
    at.day = '2026-07-10';
    await tick(at.context, 'B');
    const silent = await listMatters(at.store.rows, 'B', 'hearing', { state: ['silent'] });
    expect(silent.length).toBeGreaterThan(15);
  });

  test('others than who brought it review it: what is contested is corrected or kept with a reason (product §5.4)', async () => {
    const [review = ''] = (await listMatters(at.store.rows, 'B', 'review')).map((one) => one.id);
    const ayes = (subject: string) => ['a', 'b', 'c', 'd'].filter((one) => one !== subject);
    const lines = (await listMatters(at.store.rows, 'B', 'line', { state: ['submitted'] })).filter(
      ({ body }) => body.opening,
    );
    expect(lines).toHaveLength(24);
    for (const { id: line, subject = '', body } of lines) {
      const by = subject === 'b' ? 'c' : 'b';
      await at.act(by, 'review.take', { id: line, review });
      const decided = { id: line, review, ayes: ayes(subject) };
      if (subject === 'g' && body.fact.item === 'opening:duty') {
        expect(await refusedWith(at.act(by, 'review.accept', decided))).toBe('reason.missing');
        expect(
          await refusedWith(
            at.act(by, 'review.adjust', { ...decided, fact: { ...body.fact, item: 'opening:base' }, reason: '补记' }),
          ),
        ).toBe('opening.only-points');
        await at.act(by, 'review.adjust', {
          ...decided,
          fact: { ...body.fact, points: 120_000 },
          reason: '补记公开课',
        });
      } else if (subject === 'h' && body.deduction)
        await at.act(by, 'review.accept', { ...decided, reason: '没有请假记录' });
      else await at.act(by, 'review.accept', decided);
    }
    await at.act('a', 'review.close', { id: review });
    await at.act('a', 'month.close', { id: '2026-06' });
  });

  test('the general meeting determines it: the rest as one, what is contested each alone (product §5.5)', async () => {
    at.day = '2026-07-20';
    const { id: meeting } = await at.act('a', 'assembly.convene', {
      day: '2026-07-20',
      place: '会议室',
      chair: 'a',
      recorder: 'e',
      items: ['启用前积分'],
      quarter: '2026Q2',
    });
    const acts = await walk(at, meeting, { present: () => people, noes: () => 0 });
    expect(acts.filter((one) => one === 'motion.put')).toHaveLength(3);
    expect(acts).toContain('quarter.determine');
    const { members } = await scoreRows(at.store.rows, 'B', '2026-07-20');
    const totals = Object.fromEntries(members.map(({ kept, year }) => [kept.code, year.evaluation.total]));
    expect(totals).toMatchObject({ f: 700_000, g: 720_000, h: 680_000 });
    const refs = (await listEntriesOf(at.store.rows, 'B', 'g')).map(({ fact }) => fact.ref);
    expect(refs[0]).toBe(
      '启用前积分表第2号（上半年积分.xlsx，截至2026年6月30日，组织委员保存，SHA-256 abababababababab）；2026年7月20日党员大会表决通过',
    );
    const register = await listMatters(at.store.rows, 'B', 'register', { period: ['2026Q2'] });
    expect(register[0]?.body.text).toContain('"component":"duty"');
  });

  test('the chain fits every row, and what is determined is taken back by reversal alone', async () => {
    expect(await verifyBranch({ store: at.store }, { branch: 'B' }, () => undefined)).toEqual([]);
    expect(await refusedWith(at.act('e', 'dossier.undo', { id }))).toBe('dossier.determined');
    const asked = await at.act('a', 'dossier.reverse', { id, reason: '表有误' });
    await at.act('b', 'second.confirm', { id: asked.id });
    const { members } = await scoreRows(at.store.rows, 'B', '2026-07-20');
    expect(new Set(members.map(({ year }) => year.evaluation.total))).toEqual(new Set([600_000]));
    const again = await read(sheet([row('f', 60, 12)]));
    expect(await bodyOf(at, 'dossier', again.id)).toMatchObject({ problems: [] });
  });
});

describe('from the spreadsheet to the package of the year (issue 5 §2, §3)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-openings-'));
  let at: TestBranch;
  let services: Services;
  beforeAll(async () => {
    at = await openBranch(folder, { scheme: { ...SCHEME, effective: '2026-07-01' } });
    at.day = '2026-07-02';
    await tick(at.context, 'B');
  });
  afterAll(async () => {
    await services?.close();
    rmSync(folder, { recursive: true });
  });

  test('scores are what the sheet says and what was done since; the package says so to a stranger', async () => {
    const book = new Workbook();
    const page = book.addWorksheet('上半年');
    page.addRow(['姓名', '基础分', '履职分', '扣分', '合计']);
    for (const code of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) page.addRow([`党员${code}`, 60, 38.25, -1.5, 96.75]);
    const path = join(folder, '上半年.xlsx');
    await book.xlsx.writeFile(path);
    const kept = await listMembers(at.store.rows, 'B');
    const members = kept.map(({ code, member }) => ({ ...member, id: code }));
    const components = SCHEME.components.map(({ id, label }) => ({ id, label }));
    const { rows, problems } = readPoints(await readTables(path), { components, members });
    expect(problems).toEqual([]);
    const points = rows.map((one) => ({ ...one, points: one.points.map((part) => ({ ...part })) }));
    const read = await at.act('e', 'dossier.read', { title: '上半年.xlsx', rows: sheet(points) });
    await at.act('e', 'dossier.apply', { id: read.id, seen: true });
    at.day = '2026-07-10';
    await tick(at.context, 'B');
    const { id: review } = await at.act('a', 'review.convene', { month: '2026-06', day: at.day });
    await at.act('a', 'review.open', { id: review, present: ['a', 'b', 'c', 'd'] });
    for (const { id, subject } of await listMatters(at.store.rows, 'B', 'line')) {
      const by = subject === 'b' ? 'c' : 'b';
      await at.act(by, 'review.take', { id, review });
      const ayes = ['a', 'b', 'c', 'd'].filter((one) => one !== subject);
      await at.act(by, 'review.accept', { id, review, ayes });
    }
    await at.act('a', 'review.close', { id: review });
    await at.act('a', 'month.close', { id: '2026-06' });
    at.day = '2026-07-20';
    const meeting = await convene(at, { quarter: '2026Q2', items: ['启用前积分'] });
    await walk(at, meeting, { present: () => ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] });
    // One activity afterwards, of which the cap of the component leaves 1.75.
    await addEntries(
      at.store.rows,
      'B',
      [{ member: 'f', fact: { item: 'zhiyuan', day: '2026-07-12' } }],
      `${at.day}T04:00:00.000Z`,
    );
    await at.close();
    services = await openServices(folder, at.day);
    const branch = await scored(services);
    expect([branch.get('f'), branch.get('g')]).toEqual([985_000, 967_500]);
    const caller = { person: 'a', kind: 'person', password: true } as const;
    // Where the points come from: the sheet, then every step up to the vote.
    const own = { person: 'f', kind: 'person', password: true } as const;
    const { explanation: tree } = await services.read('score.show', { branch: 'B', member: 'f' }, own);
    const leaf = leavesOf(tree).find(({ fact }) => fact?.item === 'opening:duty');
    expect(leaf?.fact?.ref).toMatch(/^启用前积分表第1号（上半年积分\.xlsx.*；2026年7月20日党员大会表决通过$/);
    const traced = await services.read('line.show', { branch: 'B', id: leaf?.fact?.line ?? '' }, own);
    const steps = traced.steps.map(({ step }) => step);
    expect(traced.item).toMatchObject({ label: '启用前积分·履职分' });
    expect(traced.steps[0]).toMatchObject({ step: 'declared', by: 'sheet' });
    for (const step of ['told', 'reviewed', 'put', 'voted', 'entered']) expect(steps).toContain(step);
    const packed = await services.exportPackage(
      caller,
      { branch: 'B', year: 2026 },
      readPrograms(join(import.meta.dirname, '..')),
    );
    const files = unzipSync(packed.bytes);
    const text = (name: string): string => new TextDecoder().decode(files[name]);
    expect(text('documents/opening-1.txt')).toContain(
      '来源：上半年积分.xlsx，组织委员保存；所记期间2026-01-01至2026-06-30',
    );
    for (const name of ['verifier.js', 'archive.jsonl']) writeFileSync(join(folder, name), files[name] ?? '');
    const ran = spawnSync(process.execPath, ['verifier.js', 'archive.jsonl'], { cwd: folder, encoding: 'utf8' });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
  });
});

type Leaf = AnswerOf<'score.show'>['explanation'];

function leavesOf(tree: Leaf): readonly Leaf[] {
  return [tree, ...tree.children.flatMap(leavesOf)];
}

async function scored(services: Services): Promise<ReadonlyMap<string, number>> {
  const caller = { person: 'a', kind: 'person', password: true } as const;
  const found = new Map<string, number>();
  for (const member of ['f', 'g']) {
    const { total } = await services.read('score.brief', { branch: 'B', member }, caller);
    found.set(member, Math.round(Number(total.exact) * 10_000));
  }
  return found;
}
