import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ALWAYS, type Member } from '#domain/ledger/member.ts';
import { readStoryFiles } from '#server/story-files.ts';
import { systemClock } from '#service/clock.ts';
import { newId } from '#service/new-id.ts';
import { openServices } from '#service/open.ts';
import { setUpBranch } from '#service/set-up.ts';
import { listBranches } from '#store/branch.ts';
import { openStore } from '#store/database.ts';
import { addEntries } from '#store/entry.ts';
import { grantsInOrg } from '#store/grant.ts';
import { addMembers, listMembers } from '#store/member.ts';

/** A branch to be measured, and its secretary. */
export type Office = { readonly branch: string; readonly secretary: string };

const ITEM = 'LZ-志愿';

/** Sets up a branch with nobody but its secretary, in a folder or on a database server. */
export async function fillOffice(place: string): Promise<Office> {
  const source = readFileSync('schemes/primary-school.yaml', 'utf8');
  const document = { ...(parse(source) as object), effective: '2020-01-01' };
  const secretary = newId();
  const history = [{ ...ALWAYS, standing: 'full' as const, category: '在职' }];
  const store = await openStore(place);
  const given = {
    name: '某支部',
    superior: { id: newId(), name: '上级党委' },
    demo: false,
    scheme: { version: 1, effective: '2020-01-01', source, document },
    members: [{ code: '1', member: { id: secretary, name: '书记', history } }],
    offices: [{ person: secretary, role: 'secretary', from: '2020-01-01' }] as const,
  };
  const branch = await store.transaction(async (rows) => await setUpBranch(rows, given, systemClock().now()));
  await store.close();
  return { branch, secretary };
}

/** Plays the example year, which seals more than forty documents, and adds what is missing of so many members and entries. */
export async function fillYear(folder: string, members: number, entries: number): Promise<Office> {
  const story = await readStoryFiles(join(process.cwd(), 'examples/story-2026.yaml'));
  if ('problems' in story) throw new Error(JSON.stringify(story.problems));
  const services = await openServices(folder);
  await services.play(story);
  await services.close();
  const store = await openStore(folder);
  const branch = (await listBranches(store.rows)).find(({ name }) => name === '演示小学党支部')?.branch_id ?? '';
  const secretary = (await grantsInOrg(store.rows, branch)).find(({ role }) => role === 'secretary')?.person ?? '';
  const there = (await listMembers(store.rows, branch)).length;
  const kept = await store.rows.selectFrom('entry').select('seq').where('branch_id', '=', branch).execute();
  const now = '2026-12-31T00:00:00.000Z';
  const added = Array.from({ length: Math.max(0, members - there) }, (_, at) => ({
    code: `Z${at + 1}`,
    member: {
      id: newId(),
      name: `党员${at + 1}`,
      history: [{ ...ALWAYS, standing: 'full', category: '在职' }],
    } satisfies Member,
  }));
  const facts = Array.from({ length: Math.max(0, entries - kept.length) }, (_, at) => ({
    member: added[at % added.length]?.member.id ?? '',
    fact: { item: ITEM, day: `2026-${String(1 + (at % 12)).padStart(2, '0')}-09`, quantity: 20_000 },
  }));
  await store.transaction(async (rows) => {
    await addMembers(rows, branch, added, now);
    await addEntries(rows, branch, facts, now);
  });
  await store.close();
  return { branch, secretary };
}
