import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import { calendarOf } from '#domain/calendar/calendar.ts';
import { PUBLISHED_NOTICES } from '#domain/calendar/holiday-notice.ts';
import type { Day } from '#domain/kernel/day.ts';
import { readStoryFiles } from '#server/story-files.ts';
import { ACCOUNT_LIMITS } from '#service/account/limits.ts';
import { BranchScores } from '#service/branch-scores.ts';
import type { Context } from '#service/context.ts';
import { openServices } from '#service/open.ts';
import { BranchSchemes } from '#service/schemes.ts';
import { secretsOf } from '#service/secrets.ts';
import { read } from '#service/services.ts';
import { listBranches } from '#store/branch.ts';
import { openStore, type Store } from '#store/database.ts';
import { type KeptMember, listMembers } from '#store/member.ts';

/** The folder of the project. */
const HOME = join(import.meta.dirname, '..');
const KEY = 'play'.repeat(16);

/** The played year as it stood in the evening of a day, read as anybody. */
export type PlayedDay = {
  readonly store: Store;
  readonly context: Context;
  readonly branch: string;
  readonly superior: string;
  readonly members: readonly KeptMember[];
  /** The reviewers of the superior. */
  readonly reviewers: readonly string[];
  readonly idOf: (code: string) => string;
  readonly ask: <A extends ReadAction>(
    person: string,
    action: A,
    input: Omit<InputOf<A>, 'branch'>,
    at?: string,
  ) => Promise<AnswerOf<A>>;
};

/** Plays the year of the story once, keeps it as it stood on some of its days, and answers with each of them by its day. */
export async function playDays(
  days: readonly Day[],
): Promise<{ readonly on: (day: Day) => PlayedDay; readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-days-'));
  const services = await openServices(join(folder, 'all'), undefined, { secretsKey: KEY });
  const story = await readStoryFiles(join(HOME, 'examples/story-2026.yaml'));
  if ('problems' in story) throw new Error('the story does not read');
  await services.play(story, days.at(-1), (day) => {
    if (days.includes(day)) copy(join(folder, 'all'), join(folder, day));
  });
  await services.close();
  const calendar = calendarOf([...PUBLISHED_NOTICES, ...story.assumed]);
  const opened = new Map<Day, PlayedDay>();
  for (const day of days) opened.set(day, await open(join(folder, day), day, calendar));
  return {
    on: (day) => {
      const found = opened.get(day);
      if (!found) throw new Error(`the story was not kept on ${day}`);
      return found;
    },
    close: async () => {
      for (const { store } of opened.values()) await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Between two days nothing is written: the file and its journal together are the database. */
function copy(from: string, to: string): void {
  mkdirSync(to);
  for (const file of ['sunledger.db', 'sunledger.db-wal'])
    if (existsSync(join(from, file))) copyFileSync(join(from, file), join(to, file));
}

async function open(folder: string, day: Day, calendar: NonNullable<Context['calendar']>): Promise<PlayedDay> {
  const store = await openStore(folder);
  const clock = { today: () => day, now: () => `${day}T12:00:00.000Z` };
  const [scores, schemes, secrets] = [new BranchScores(), new BranchSchemes(), secretsOf(KEY)];
  const context: Context = { store, clock, scores, schemes, secrets, accountLimits: ACCOUNT_LIMITS, calendar };
  const all = await listBranches(store.rows);
  const branch = all.find(({ name }) => name === '演示小学党支部')?.branch_id ?? '';
  const superior =
    (await store.rows.selectFrom('org').select('id').where('name', '=', '演示镇党委').execute())[0]?.id ?? '';
  const members = await listMembers(store.rows, branch);
  const grants = store.rows.selectFrom('role_grant').select('person_id').where('org_id', '=', superior);
  return {
    store,
    context,
    branch,
    superior,
    members,
    reviewers: (await grants.execute()).map(({ person_id: person }) => person),
    idOf: (code) => members.find((one) => one.code === code)?.member.id ?? '',
    ask: async (person, action, input, at = branch) =>
      await read(context, action, { branch: at, ...input } as InputOf<typeof action>, {
        person,
        kind: 'person',
        password: true,
      }),
  };
}
