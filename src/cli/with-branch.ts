import type { Command } from 'commander';
import type { Caller } from '#service/caller.ts';
import type { Services } from '#service/open.ts';
import type { Lang } from '#words/lang.ts';
import { actingAs } from './acting-as.ts';
import { openData } from './data-folder.ts';
import { sayRefusal } from './print-slip.ts';

/** What a command on a branch is told: where the data lie, as whom, which branch. */
export type BranchOptions = {
  readonly data?: string;
  readonly as?: string;
  readonly branch?: string;
  readonly json?: boolean;
  readonly lang: Lang;
};

/** Which organisations a command can work on: branches; any, a branch where none is named; or the superior, where none is named. */
export type Reach = 'branch' | 'any' | 'superior';

/** A branch on which a command works, and in whose name. */
export type Open = { readonly services: Services; readonly caller: Caller; readonly branch: string };

/** Does something in a branch, or in another organisation within reach, as a named account 在支部办理: opens the data, finds it, says why where it is refused, and closes again. */
export async function withBranch(
  options: BranchOptions,
  command: Command,
  run: (open: Open) => Promise<void>,
  reach: Reach = 'branch',
): Promise<void> {
  const services = await openData(command, options.data);
  try {
    const branch = await branchAsked(services, options, reach);
    if (branch === undefined) return;
    await run({ services, branch, caller: await actingAs(command, services, options.as) });
  } catch (error) {
    sayRefusal(error, options);
  } finally {
    await services.close();
  }
}

/** The branch that is meant 指定支部: the one with that id or, where only one has it, that name, else the only one; undefined, with those that there are told, where none is. */
async function branchAsked(
  services: Services,
  { branch: named, lang }: BranchOptions,
  reach: Reach,
): Promise<string | undefined> {
  const places = await services.placesNamed();
  const silent = reach === 'superior' ? 'superior' : 'branch';
  const branches = places.filter(({ kind }) => (named !== undefined && reach !== 'branch') || kind === silent);
  const meant = branches.filter(({ id, name }) => named === undefined || id === named || name === named);
  const [only] = meant;
  if (only && meant.length === 1) return only.id;
  const said = branches.map(({ id, name }) => `\n  ${id}  ${name}`).join('');
  process.stderr.write(
    lang === 'en'
      ? `Name a branch by --branch, by its id or name; there are:${said}\n`
      : `请用 --branch 指明支部，写编号或名称；现有：${said}\n`,
  );
  process.exitCode = 1;
  return undefined;
}
