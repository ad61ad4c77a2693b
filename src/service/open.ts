import type { ActAction, AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import type { BranchAnswer } from '#contract/branch.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import type { EvidenceFile } from '#contract/evidence.ts';
import type { FormQuery } from '#contract/form.ts';
import type { ListQuery } from '#contract/list.ts';
import type { ArchiveQuery, EvidenceQuery, ScanQuery } from '#contract/stream.ts';
import { type Calendar, calendarOf } from '#domain/calendar/calendar.ts';
import { PUBLISHED_NOTICES } from '#domain/calendar/holiday-notice.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { boardOf, listBranches, listPlaces } from '#store/branch.ts';
import { isServer, openStore, type Rows } from '#store/database.ts';
import { lastEntryDay } from '#store/entry.ts';
import { isMigrated } from '#store/migrate.ts';
import { isFileNamed } from '#store/named-files.ts';
import type { Limits } from '#store/postgres.ts';
import type { RowKey } from '#store/strays.ts';
import { type Accounts, accountsOf } from './account/accounts.ts';
import { ACCOUNT_LIMITS, type AccountLimits } from './account/limits.ts';
import { type Archived, type ArchiveOptions, writeArchive } from './archive.ts';
import { showBoard } from './branch.ts';
import { BranchScores } from './branch-scores.ts';
import type { Caller } from './caller.ts';
import { instantOn, systemClock } from './clock.ts';
import type { Context } from './context.ts';
import { Days } from './days.ts';
import { exportArchive } from './export-archive.ts';
import { exportForm, type FormFile } from './export-form.ts';
import { exportList, type ListFile } from './export-list.ts';
import { exportPackage, type Packed, type Programs } from './export-package.ts';
import { performAct, type Request } from './perform.ts';
import { type Played, playStory } from './play/play.ts';
import type { Story } from './play/story.ts';
import { evidenceName } from './process/evidence.ts';
import { type PublicPages, publicPagesOf } from './public/pages.ts';
import { readiness } from './readiness.ts';
import { BranchSchemes } from './schemes.ts';
import { readSecrets } from './secrets.ts';
import type { SeedPlan } from './seed/plan.ts';
import { type Seeded, type SeedProgress, seed } from './seed/seed.ts';
import type { SeedScheme } from './seed/seed-scheme.ts';
import { type BranchFiles, isEmpty, seedDemo } from './seed-demo.ts';
import { read } from './services.ts';
import { type SettledYear, type Settling, settleYear } from './settle-year.ts';
import { findEvidence } from './show-evidence.ts';
import { aboutOfScan, findScan } from './show-scan.ts';
import { verifyBranch } from './verify.ts';

/** The software without a way in: what the server and the command line call. */
export type Services = {
  readonly read: <A extends ReadAction>(action: A, query: InputOf<A>, caller?: Caller) => Promise<AnswerOf<A>>;
  /** The one door for whatever changes something. */
  readonly act: <A extends ActAction>(caller: Caller, action: A, request: Request<A>) => Promise<ActAnswer>;
  /** Signing in, and what the command line does with accounts. */
  readonly accounts: Accounts;
  readonly board: (code: string) => Promise<{ readonly answer: BranchAnswer; readonly scheme: Scheme }>;
  /** A running notice, a fingerprint, the two doors. */
  readonly publicPages: PublicPages;
  /** The code of the only branch's board; undefined while there is no branch. */
  readonly boardCode: () => Promise<string | undefined>;
  /** The boards of all branches, oldest first: the branch's name and the board's code. */
  readonly boards: () => Promise<readonly { readonly name: string; readonly code: string }[]>;
  readonly isEmpty: () => Promise<boolean>;
  /** Whether there are only demonstration branches: no real person's points can be shown. */
  readonly isDemo: () => Promise<boolean>;
  readonly seedDemo: (files: BranchFiles) => Promise<boolean>;
  /** Plays a written story of branches, up to a day where one is told. @throws StoryFault */
  readonly play: (story: Story, until?: Day, progress?: (day: Day, acts: number) => void) => Promise<Played>;
  /** Fills an empty database with invented branches, played through the actions of everybody. @throws branch.there */
  readonly seed: (plan: SeedPlan, scheme: SeedScheme, progress?: (done: SeedProgress) => void) => Promise<Seeded>;
  /** Previews the annual settlement and, unless only that is asked, seals it; tells the figures of the snapshot. @throws whatever the acts refuse */
  readonly settle: (caller: Caller, asked: Settling) => Promise<SettledYear>;
  /** Lets time do what is due today in every branch, as long as it is to go on; answers with how much that was. */
  readonly tick: (goOn?: () => boolean) => Promise<number>;
  /** The ids of the branches, oldest first. */
  readonly branches: () => Promise<readonly string[]>;
  /** The branches and superior organisations with their names, oldest first. */
  readonly placesNamed: () => Promise<
    readonly { readonly id: string; readonly name: string; readonly kind: 'branch' | 'superior' }[]
  >;
  /** Writes a branch's archive line by line, for whoever owns the machine: no account, and so no trace. */
  readonly archive: (options: ArchiveOptions, write: (line: string) => Promise<void> | void) => Promise<Archived>;
  /** A branch's archive and its lines, for who may have them. @throws right.missing */
  readonly exportArchive: (
    caller: Caller,
    query: ArchiveQuery,
  ) => Promise<Archived & { readonly lines: readonly string[] }>;
  /** The package of a branch-year with the verifiers that are given, for who may have it. @throws right.missing */
  readonly exportPackage: (caller: Caller, query: ArchiveQuery, programs: Programs) => Promise<Packed>;
  /** A list as a spreadsheet, as far as the caller may read it. @throws right.missing */
  readonly exportList: (caller: Caller, query: ListQuery) => Promise<ListFile>;
  /** A printed form with what the caller may read of it; its QR code leads to the origin that is given. @throws form.none, thing.unknown */
  readonly exportForm: (caller: Caller, query: FormQuery, origin?: string) => Promise<FormFile>;
  /** Attached files: under which name an original is kept, and what is known of one for who may see it. @throws right.missing, thing.unknown */
  readonly evidence: {
    readonly nameOf: (branch: string, line: string, sha256: string) => string;
    readonly find: (caller: Caller, query: EvidenceQuery) => Promise<EvidenceFile>;
    /** Whether anything of a branch names a kept file. */
    readonly isNamed: (branch: string, name: string) => Promise<boolean>;
  };
  /** Scans of signed sheets: what one is about, and its file for who may see it. @throws right.missing, thing.unknown */
  readonly scans: {
    readonly about: (branch: string, id: string) => Promise<string>;
    readonly find: (caller: Caller, query: ScanQuery) => Promise<EvidenceFile>;
  };
  /** Hands a branch's archive to a verifier, and answers with the rows that no event speaks of. For the command line only. */
  readonly verify: (options: ArchiveOptions, take: (line: string) => void) => Promise<readonly RowKey[]>;
  /** The civil day of the installation. */
  readonly today: () => Day;
  /** Whether the database answers soon and has all its tables. */
  readonly isReady: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** Asks for the last day of the year of the latest entry, as `score` takes it, instead of a day. */
export const YEAR_END = Symbol('year-end');

/** How services are opened: the limits of a server's connections, the folder in which the key lies, or the key itself (SECRETS_KEY). */
export type Opening = {
  readonly limits?: Limits | undefined;
  readonly folder?: string | undefined;
  readonly secretsKey?: string | undefined;
  readonly accounts?: AccountLimits | undefined;
  /** Other holidays than the published ones: what a written year assumes of a year that nobody has published yet. */
  readonly calendar?: Calendar | undefined;
};

/**
 * Opens the services 业务服务 on a data folder, or on the address of a database server. With a fixed day a written year is shown as of that day;
 * `YEAR_END` takes the last day of the year of the latest entry, as `score` does. @throws UnsafeConnection, NotMigrated
 */
export async function openServices(
  place: string,
  today?: Day | typeof YEAR_END,
  { limits, folder, secretsKey, accounts: accountLimits = ACCOUNT_LIMITS, calendar }: Opening = {},
): Promise<Services> {
  const store = await openStore(place, limits);
  let fixed = today === YEAR_END ? await lastYearEnd(store.rows) : today;
  const real = systemClock();
  const clock = { ...real, today: () => fixed ?? real.today() };
  const secrets = readSecrets(folder ?? (isServer(place) ? undefined : place), secretsKey);
  const [scores, schemes] = [new BranchScores(), new BranchSchemes()];
  const known = { store, clock, scores, schemes, secrets, accountLimits };
  const context: Context = { ...known, ...(calendar && { calendar }) };
  const days = new Days(context);
  return {
    read: (action, query, caller) => read(context, action, query, caller),
    act: async (caller, action, request) => {
      await days.begin(request.input.branch);
      return await performAct(context, caller, action, request);
    },
    accounts: accountsOf(context),
    board: (code) => showBoard(context, code),
    publicPages: publicPagesOf(context),
    boards: async () => {
      const boards: { name: string; code: string }[] = [];
      for (const { branch_id: id, name } of await listBranches(store.rows)) {
        const code = await boardOf(store.rows, id);
        if (code !== undefined) boards.push({ name, code });
      }
      return boards;
    },
    boardCode: async () => {
      const [branch] = await listBranches(store.rows);
      return branch && (await boardOf(store.rows, branch.branch_id));
    },
    isEmpty: () => isEmpty(context),
    isDemo: async () => (await listBranches(store.rows)).every((branch) => branch.demo === 1),
    seedDemo: async (files) => {
      const seeded = await seedDemo(context, files);
      if (today === YEAR_END) fixed = await lastYearEnd(store.rows);
      return seeded;
    },
    play: async (story, until, progress) => {
      let day = context.clock.today();
      const moving = { today: () => day, now: () => instantOn(day, real.now()) };
      const steps = story.steps.filter(({ on }) => until === undefined || on <= until);
      const setDay = (next: Day): void => {
        day = next;
      };
      const calendar = calendarOf([...PUBLISHED_NOTICES, ...story.assumed]);
      const played = await playStory({ ...context, clock: moving, calendar }, { ...story, steps }, setDay, progress);
      if (today === YEAR_END) fixed = await lastYearEnd(store.rows);
      return played;
    },
    settle: (caller, asked) => settleYear(context, caller, asked),
    seed: (plan, scheme, progress) => seed(context, plan, scheme, progress),
    tick: (goOn) => days.beginAll(goOn),
    branches: async () => (await listBranches(store.rows)).map((branch) => branch.branch_id),
    placesNamed: async () =>
      (await listPlaces(store.rows)).map(({ branch_id: id, name, kind }) => ({ id, name, kind })),
    evidence: {
      nameOf: (branch, line, sha256) => evidenceName(context, branch, line, sha256),
      find: (caller, query) => findEvidence(context, caller, query),
      isNamed: (branch, name) => isFileNamed(store.rows, branch, name),
    },
    scans: {
      about: (branch, id) => aboutOfScan(context, branch, id),
      find: (caller, query) => findScan(context, caller, query),
    },
    archive: (options, write) => writeArchive(context, options, write),
    exportArchive: (caller, query) => exportArchive(context, caller, query),
    exportList: (caller, query) => exportList(context, caller, query),
    exportForm: (caller, query, origin) => exportForm(context, caller, query, origin),
    exportPackage: (caller, query, programs) => exportPackage(context, caller, query, programs),
    verify: (options, take) => verifyBranch(context, options, take),
    today: () => clock.today(),
    isReady: readiness(() => isMigrated(store.rows)),
    close: store.close,
  };
}

/** The last day of the calendar year of the latest entry; undefined while there is none. */
async function lastYearEnd(rows: Rows): Promise<Day | undefined> {
  const day = await lastEntryDay(rows);
  return day === undefined ? undefined : `${day.slice(0, 4)}-12-31`;
}
