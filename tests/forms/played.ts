import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FormQuery } from '#contract/form.ts';
import type { Role } from '#domain/permission/role.ts';
import { readStoryFiles } from '#server/story-files.ts';
import { openServices, type Services } from '#service/open.ts';
import { listBranches } from '#store/branch.ts';
import { openStore } from '#store/database.ts';
import { grantsInOrg } from '#store/grant.ts';

const HOME = join(import.meta.dirname, '..', '..');

/** A played branch whose forms are asked for, without a server before it. */
export type Played = {
  readonly services: Services;
  readonly branch: string;
  /** Who holds a role in the branch. */
  readonly holder: (role: Role) => string;
  /** The member with a number of the roster. */
  readonly member: (code: string) => Promise<string>;
  /** A form as a file, as a person of the branch asks for it. */
  readonly file: (person: string, query: Omit<FormQuery, 'branch'>) => Promise<Buffer>;
  /** What stands on a form. */
  readonly data: <T>(person: string, query: Omit<FormQuery, 'branch' | 'format'>) => Promise<T>;
  readonly stop: () => Promise<void>;
};

/** Plays a story up to a day. */
export async function openPlayed(until: string, path = 'examples/story-2026.yaml'): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-forms-'));
  const story = await readStoryFiles(resolve(HOME, path));
  if ('problems' in story) throw new Error(JSON.stringify(story.problems.slice(0, 5)));
  const services = await openServices(folder, until);
  await services.play(story, until);
  const store = await openStore(folder);
  const branch = (await listBranches(store.rows))[0]?.branch_id ?? '';
  const grants = await grantsInOrg(store.rows, branch);
  await store.close();
  const holder: Played['holder'] = (role) => grants.find((one) => one.role === role)?.person ?? '';
  const caller = (person: string) => ({ person, kind: 'person', password: true }) as const;
  const file: Played['file'] = async (person, query) => {
    const { bytes } = await services.exportForm(caller(person), { branch, ...query }, 'https://example.org');
    return Buffer.from(bytes);
  };
  return {
    services,
    branch,
    holder,
    member: async (code) => {
      const { members } = await services.read('member.list', { branch }, caller(holder('secretary')));
      return members.find((one) => one.code === code)?.id ?? '';
    },
    file,
    data: async <T>(person: string, query: Omit<FormQuery, 'branch' | 'format'>) =>
      JSON.parse((await file(person, { ...query, format: 'json' })).toString()) as T,
    stop: async () => {
      await services.close();
      rmSync(folder, { recursive: true });
    },
  };
}
