import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SheetFound } from '#contract/read/paper.ts';
import { newBoardCode } from '#service/new-id.ts';
import { ballotCodes, codeOf, type Sheet } from '#service/paper-codes.ts';
import { read } from '#service/services.ts';
import { listDocuments } from '#store/act.ts';
import { addBoard, boardOf } from '#store/branch.ts';
import { addMatter } from '#store/matter.ts';
import { addNoticeCode } from '#store/public.ts';
import { type Place, startEngine } from './postgres/engine.ts';
import { openBranch, refusedWith, type TestBranch } from './process-branch.ts';
import { assembly, quarter } from './process-determined.ts';

let at: TestBranch;
let place: Place;
const NOW = '2026-01-02T00:00:00.000Z';

beforeAll(async () => {
  place = await (await startEngine('SQLite')).place();
  at = await openBranch(place.at);
  await quarter(at, '2026Q1', 'determined');
  await assembly(at, 'M1', 'open');
  const made = { revision: 1, created: NOW, changed: NOW } as const;
  const body = { kind: 'other', title: '表决一', lines: [], revisions: [], way: 'paper' } as const;
  await addMatter(at.store.rows, 'B', { noun: 'motion', id: 'm1', state: 'open', parent: 'M1', body, ...made });
  const talk = { year: '2026', rule: '§四(三)', by: 'b' };
  await addMatter(at.store.rows, 'B', { noun: 'talk', id: 't1', state: 'proposed', subject: 'g', body: talk, ...made });
});
afterAll(async () => {
  await at.close();
  await place.remove();
});

const find = async (text: string, person = 'e'): Promise<SheetFound> =>
  await read(at.context, 'paper.find', { branch: 'B', text }, { person, kind: 'person' });
const code = async (sheet: Sheet, branch = 'B') =>
  await at.store.reading(async (rows) => await codeOf(at.context, rows, branch, sheet));
const access = async (subject: string) =>
  await at.store.rows.selectFrom('access').selectAll().where('subject', '=', subject).execute();

describe('paper that comes back (product §7)', () => {
  test('a slip opens the entry of its member and month, and the member sees who looked (§5.8)', async () => {
    const slip = await code({ kind: 'slip', of: 'f', month: '2026-03' });
    const found = { as: 'slip', code: slip, member: 'f', month: '2026-03' };
    for (const typed of [slip, slip.toLowerCase().replaceAll('-', ' '), `https://x.example/?code=${slip}`])
      expect(await find(typed)).toEqual(found);
    expect(await access('f')).toMatchObject([{ viewer: 'e', action: 'paper.find' }, {}, {}]);
    const blank = await code({ kind: 'slip', month: '2026-03' });
    expect(await find(blank, 'a')).toEqual({ as: 'slip', code: blank, month: '2026-03' });
  });

  test('a roll and a ballot say their meeting; a ballot its motions and how many were printed', async () => {
    const meeting = { id: 'M1', day: '2026-06-30', state: 'open' };
    const roll = await code({ kind: 'roll', of: 'M1' });
    expect(await find(roll)).toEqual({ as: 'roll', code: roll, assembly: meeting });
    const { rows } = at.store;
    const [ballot = ''] = await ballotCodes(rows, 'B', { assembly: 'M1', motions: ['m1'] }, 8);
    await ballotCodes(rows, 'B', { assembly: 'M1', motions: ['m1', 'm2'] }, 5);
    const motions = [{ id: 'm1', title: '表决一', state: 'open', way: 'paper' }];
    expect(await find(ballot)).toEqual({ as: 'ballot', code: ballot, assembly: meeting, motions, printed: 8 });
    // What is about nobody is noted once a day, however many ballots are counted.
    await find(ballot);
    expect(await access('#paper')).toHaveLength(2);
  });

  test('a sealed sheet is told by its code and by its fingerprint, and whether it is what was sealed', async () => {
    const register = await code({ kind: 'register', of: 1 });
    const [document] = await listDocuments(at.store.rows, 'B', 'register');
    const fingerprint = document?.hash ?? '';
    const found = { as: 'document', kind: 'register', number: 1, period: '2026Q1', matter: '2026Q1', fingerprint };
    expect(await find(register)).toMatchObject({ ...found, code: register, intact: true, withdrawn: false });
    for (const text of [fingerprint.slice(0, 20), `https://x.example/v/${fingerprint.slice(0, 20)}`])
      expect(await find(text)).toMatchObject({ ...found, intact: true });
    expect(await find((await chain()).at(-2) ?? '')).toMatchObject({ as: 'event', isHead: false });
  });

  test('a document that was changed below the application is no longer what was sealed', async () => {
    const home = await (await startEngine('SQLite')).place();
    const other = await openBranch(home.at);
    await quarter(other, '2026Q1', 'determined');
    const text = await codeOf(other.context, other.store.rows, 'B', { kind: 'register', of: 1 });
    await home.tamper(`update document set text = '{"period":"2026Q2"}'`);
    const recorder = { person: 'e', kind: 'person' } as const;
    const found = await read(other.context, 'paper.find', { branch: 'B', text }, recorder);
    expect(found).toMatchObject({ as: 'document', intact: false });
    await other.close();
    await home.remove();
  });

  test('a form says its member and its matter, where there is one', async () => {
    const talk = await code({ kind: 'talk', of: 't1' });
    const matter = { id: 't1', state: 'proposed' };
    expect(await find(talk)).toEqual({ as: 'form', code: talk, form: 'talk', member: 'g', matter });
    const objection = await code({ kind: 'objection', of: 'h' });
    expect(await find(objection)).toEqual({ as: 'form', code: objection, form: 'objection', member: 'h' });
  });

  test('an address for signing in is told as such; no slip is asked for', async () => {
    expect(await find('https://x.example/join/abcd-efgh-jkmn-pqrs')).toEqual({ as: 'join' });
  });

  test('the addresses of a notice and of the board are told', async () => {
    const [notice, board] = [newBoardCode(), newBoardCode()];
    const body = { of: 'quarter', author: 'a', edited: [], days: 5, text: '', masked: [], feedback: [], code: notice };
    const made = { noun: 'notice', id: 'n1', state: 'posted', revision: 1, created: NOW, changed: NOW } as const;
    await addMatter(at.store.rows, 'B', { ...made, body: { ...body, of: 'quarter' } });
    await addNoticeCode(at.store.rows, { code: notice, branch_id: 'B', notice_id: 'n1' });
    await addBoard(at.store.rows, { code: board, branch_id: 'B', created_at: NOW });
    expect(await boardOf(at.store.rows, 'B')).toBe(board);
    expect(await find(`https://x.example/n/${notice}`)).toEqual({ as: 'notice', matter: 'n1', state: 'posted' });
    expect(await find(`https://x.example/b/${board}`)).toEqual({ as: 'board' });
  });

  test('of another branch, of nothing, mistyped, and no code at all: each is said', async () => {
    const mine = await code({ kind: 'minutes', of: 7 });
    const theirs = await code({ kind: 'filing', of: 1 }, 'S');
    const swapped = `${mine[1]}${mine[0]}${mine.slice(2)}`;
    expect(await refusedWith(find(theirs))).toBe('paper.elsewhere');
    expect(await refusedWith(find('0000-0000-0000'))).toBe('paper.unknown');
    expect(await refusedWith(find(mine))).toBe('paper.unknown'); // printed, but there is no such document here
    expect(await refusedWith(find(swapped))).toBe(mine[0] === mine[1] ? 'paper.unknown' : 'paper.mistyped');
    expect(await refusedWith(find('发票号码'))).toBe('paper.no-code');
    expect(await refusedWith(find('f'.repeat(20)))).toBe('paper.unknown');
    const [superior = ''] = await chain('S');
    expect(await refusedWith(find(superior))).toBe('paper.unknown');
    expect(await refusedWith(find(`https://x.example/n/${newBoardCode()}`))).toBe('paper.unknown');
    expect(await refusedWith(find(`https://x.example/b/${newBoardCode()}`))).toBe('paper.elsewhere');
  });

  test('whoever has no office in the branch learns nothing', async () => {
    const slip = await code({ kind: 'slip', of: 'f', month: '2026-03' });
    for (const person of ['f', 'b', 'sup', 'stranger'])
      expect(await refusedWith(find(slip, person))).toBe('right.missing');
  });
});

/** The hashes of a chain. */
async function chain(branch = 'B'): Promise<readonly string[]> {
  const events = at.store.rows.selectFrom('event').select('hash').where('branch_id', '=', branch).orderBy('seq');
  return (await events.execute()).map(({ hash }) => hash);
}
