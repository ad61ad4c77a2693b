import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { pathOf } from '#contract/path.ts';
import { ALWAYS } from '#domain/ledger/member.ts';
import { digestOf, newLogin, newToken } from '#service/account/codes.ts';
import { DAY, instantAfter } from '#service/account/instant.ts';
import { systemClock } from '#service/clock.ts';
import { newId } from '#service/new-id.ts';
import { setUpBranch } from '#service/set-up.ts';
import { addAccount } from '#store/account.ts';
import type { LineBody } from '#store/bodies.ts';
import { openStore, type Rows, type Store } from '#store/database.ts';
import { addSession } from '#store/session.ts';
import type { MatterTable } from '#store/tables-process.ts';
import { rawOf } from './http-load.ts';

/** A member of a filled branch, signed in. */
type Person = { readonly id: string; readonly token: string };

/** A branch ready to be asked: its members, the first of whom is the secretary. */
type Filled = { readonly id: string; readonly members: readonly Person[] };

/** A draft to be submitted: in which branch, whose. */
type Draft = { readonly branch: string; readonly id: string; readonly by: Person };

const [MEMBERS, LISTED] = [8, 4];
const ITEM = 'LZ-志愿';
const BLOCK = 500;

/** The requests for a filled server: of each kind for ours and for the bare side, the lists that both are asked for, and what one connection asks alone. */
export type FilledServer = {
  readonly many: readonly [readonly string[], readonly string[]];
  readonly one: readonly [readonly string[], readonly string[]];
  readonly lists: readonly string[];
  readonly single: readonly string[];
};

/** Fills a database server: drafts in many branches and in a single one, and pending lines in a few others. */
export async function fillServer(url: string, branches: number, pending: number, most: number): Promise<FilledServer> {
  const store = await openStore(url);
  const all = await fillBranches(store, branches + 1 + LISTED);
  const [many, one, listed] = [all.slice(0, branches), all.slice(branches, branches + 1), all.slice(branches + 1)];
  const drafts = async (where: readonly Filled[], count: number): Promise<readonly string[]> =>
    (await fillLines(store, where, count, 'draft')).map(submitting);
  const filled: FilledServer = {
    many: [await drafts(many, most), await drafts(many, most)],
    one: [await drafts(one, most), await drafts(one, most)],
    lists: listed.map(listing),
    single: await drafts(many, most),
  };
  await fillLines(store, listed, pending * LISTED, 'submitted');
  await store.close();
  return filled;
}

/** Fills a data folder with drafts in many branches; answers with the requests that submit them. */
export async function fillEmbedded(folder: string, branches: number, most: number): Promise<readonly string[]> {
  const store = await openStore(folder);
  const drafts = await fillLines(store, await fillBranches(store, branches), most, 'draft');
  await store.close();
  return drafts.map(submitting);
}

/** Sets up branches under one superior, with the scheme of the primary school, and a session for each member. */
async function fillBranches(store: Store, count: number): Promise<readonly Filled[]> {
  const source = readFileSync('schemes/primary-school.yaml', 'utf8');
  const document = { ...(parse(source) as object), effective: '2020-01-01' };
  const scheme = { version: 1, effective: '2020-01-01', source, document };
  const now = systemClock().now();
  const superior = { id: newId(), name: '上级党委' };
  const branches: Filled[] = [];
  await store.transaction(async (rows) => {
    for (let at = 1; at <= count; at++) {
      const history = [{ ...ALWAYS, standing: 'full' as const, category: '在职' }];
      const members = Array.from({ length: MEMBERS }, (_, one) => {
        const name = `党员${one + 1}`;
        return { code: `${one + 1}`, member: { id: newId(), name, history } };
      });
      const [secretary = ''] = members.map(({ member }) => member.id);
      const offices = [{ person: secretary, role: 'secretary', from: '2020-01-01' }] as const;
      const name = `第${at}党支部`;
      const id = await setUpBranch(rows, { name, superior, demo: false, scheme, members, offices }, now);
      const signedIn: Person[] = [];
      for (const { member } of members) signedIn.push(await signIn(rows, id, member, now));
      branches.push({ id, members: signedIn });
    }
  });
  return branches;
}

async function signIn(rows: Rows, home: string, { id, name }: { id: string; name: string }, now: string) {
  const [login, token] = [newLogin(), newToken()];
  const dates = { created_at: now, changed_at: now };
  await addAccount(rows, { login, person_id: id, home, name, password: null, state: 'active', revision: 1, ...dates });
  const until = instantAfter(now, DAY);
  const digest = digestOf(token);
  await addSession(rows, { digest, login, person_id: id, created_at: now, seen_at: now, until, ended_at: null });
  return { id, token };
}

/** Writes lines of today in a state, of the members in turn. As rows: played through the door there would be too many to wait for. */
async function fillLines(
  store: Store,
  branches: readonly Filled[],
  count: number,
  state: 'draft' | 'submitted',
): Promise<readonly Draft[]> {
  const clock = systemClock();
  const [today, now] = [clock.today(), clock.now()];
  const drafts: Draft[] = [];
  const found: MatterTable[] = [];
  for (let at = 0; at < count; at++) {
    const branch = branches[at % branches.length];
    const by = branch?.members[Math.floor(at / branches.length) % MEMBERS];
    if (!branch || !by) break;
    const id = newId();
    drafts.push({ branch: branch.id, id, by });
    const fact = { item: ITEM, day: today, quantity: 20_000, note: '社区志愿服务两小时' };
    const body: LineBody = {
      origin: 'own',
      declarant: by.id,
      fact,
      deduction: false,
      ...(state === 'submitted' && { points: 10_000 }),
    };
    found.push({
      branch_id: branch.id,
      noun: 'line',
      id,
      state,
      revision: 1,
      subject: by.id,
      period: today.slice(0, 7),
      parent: null,
      body: JSON.stringify(body),
      created_at: now,
      changed_at: now,
    });
  }
  await store.transaction(async (rows) => {
    for (let from = 0; from < found.length; from += BLOCK)
      await rows
        .insertInto('matter')
        .values(found.slice(from, from + BLOCK))
        .execute();
  });
  return drafts;
}

/** Submitting a draft, as a browser of its author asks for it. */
function submitting({ branch, id, by }: Draft): string {
  const headers = { cookie: `sunledger=${by.token}`, 'if-match': '"1"', 'idempotency-key': newId() };
  const body = JSON.stringify({ branch, id });
  return rawOf({ method: 'POST', path: pathOf('declaration.submit'), headers, body });
}

/** The pending lines of a branch, as its secretary's browser asks for them. */
function listing({ id, members: [secretary] }: Filled): string {
  const headers = { cookie: `sunledger=${secretary?.token}` };
  return rawOf({ method: 'GET', path: `${pathOf('declaration.list')}?branch=${id}&state=submitted`, headers });
}
