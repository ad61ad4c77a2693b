import { InvalidArgumentError } from 'commander';
import type { Services } from '#service/open.ts';
import type { Lang } from '#words/lang.ts';

/** The branch that is meant 指定支部: the one with that id or, where only one has it, that name, else the only one; undefined, with those that there are told, where none is. */
export async function branchAsked(
  services: Services,
  { branch: named, lang }: { readonly branch?: string; readonly lang: Lang },
): Promise<string | undefined> {
  const branches = await services.branchesNamed();
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

/** A year as typed 年度. */
export function yearArgument(text: string): number {
  if (!/^(19|20|21)\d\d$/.test(text)) throw new InvalidArgumentError('年度请写作 2026 / write a year as 2026.');
  return Number(text);
}
