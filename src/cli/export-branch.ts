import { InvalidArgumentError } from 'commander';
import type { Services } from '#service/open.ts';
import type { Lang } from '#words/lang.ts';

/** The branch that is meant 指定支部: the one named, else the only one; undefined, with the ids that there are told, where neither is. */
export async function branchAsked(
  services: Services,
  { branch: named, lang }: { readonly branch?: string; readonly lang: Lang },
): Promise<string | undefined> {
  const branches = await services.branches();
  const [only] = branches;
  const branch = named ?? (branches.length === 1 ? only : undefined);
  if (branch !== undefined && branches.includes(branch)) return branch;
  const ids = branches.map((id) => `\n  ${id}`).join('');
  process.stderr.write(
    lang === 'en' ? `Name a branch by --branch; there are:${ids}\n` : `请用 --branch 指明支部；现有：${ids}\n`,
  );
  process.exitCode = 1;
  return undefined;
}

/** A year as typed 年度. */
export function yearArgument(text: string): number {
  if (!/^(19|20|21)\d\d$/.test(text)) throw new InvalidArgumentError('年度请写作 2026 / write a year as 2026.');
  return Number(text);
}
