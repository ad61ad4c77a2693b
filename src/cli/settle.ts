import { type Command, InvalidArgumentError } from 'commander';
import { exactPoints, roundPoints, showPoints } from '#domain/kernel/points.ts';
import type { SettledYear } from '#service/settle-year.ts';
import type { Lang } from '#words/lang.ts';
import { actingAs } from './acting-as.ts';
import { openData } from './data-folder.ts';
import { jsonNumber } from './explanation-json.ts';
import { langOption } from './language.ts';
import { sayRefusal } from './print-slip.ts';
import { table } from './table.ts';

type Options = {
  readonly branch?: string;
  readonly year: string;
  readonly preview?: boolean;
  readonly as?: string;
  readonly data?: string;
  readonly json?: boolean;
  readonly lang: Lang;
};

/** Adds `settle` 年度结算: previews a year of a branch and seals it as an account, and prints what the snapshot says (§三(五)). */
export function addSettle(program: Command): void {
  program
    .command('settle')
    .description('年度结算：预览并封存年度积分 / settle a year of a branch')
    .option('--branch <id>', '支部，只有一个时可省略 / the branch, needed only where there are several')
    .requiredOption('--year <year>', '年度 / the year', yearArgument)
    .option('--preview', '只预览，不封存 / preview only, seal nothing')
    .option('--as <login>', '以这个账号办理 / act as this account')
    .option('--data <dir>', '数据目录 / folder of the database')
    .option('--json', '以 JSON 输出 / print JSON')
    .addOption(langOption())
    .action(run);
}

function yearArgument(text: string): string {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('年度请写作 2026 / write a year as 2026.');
  return text;
}

async function run(options: Options, command: Command): Promise<void> {
  const { branch, year, preview = false, lang } = options;
  const services = await openData(command, options.data);
  try {
    const caller = await actingAs(command, services, options.as);
    const settled = await services.settle(caller, { branch, year, preview });
    process.stdout.write(options.json === true ? settledJson(settled) : settledText(settled, lang));
  } catch (error) {
    sayRefusal(error, { lang, json: options.json });
  } finally {
    await services.close();
  }
}

/** The snapshot as JSON: points rounded by the scheme's display rule, and exact beside them. */
function settledJson({ components: all, decimals, members, ...settled }: SettledYear): string {
  const shown = (points: number): number => jsonNumber(roundPoints(points, decimals));
  const each = (components: Readonly<Record<string, number>>, show: (points: number) => unknown): object =>
    Object.fromEntries(Object.entries(components).map(([id, points]) => [id, show(points)]));
  const told = members.map(({ name, claim }) => ({
    id: claim.member,
    name,
    category: claim.category,
    total: shown(claim.total),
    components: each(claim.components, shown),
    rank: claim.rank,
    of: claim.of,
    position: claim.position,
    unranked: claim.unranked,
    grade: claim.grade,
    gradeReason: claim.gradeReason,
    vetoed: claim.vetoed,
    exact: { total: exactPoints(claim.total), components: each(claim.components, exactPoints) },
  }));
  return `${JSON.stringify({ ...settled, components: all.map(({ id }) => id), members: told }, null, 2)}\n`;
}

/** The snapshot as a table for a terminal, in the order of rank; who has none stands below. */
function settledText({ year, state, number, asOf, components, decimals, members }: SettledYear, lang: Lang): string {
  const en = lang === 'en';
  const sealed = state === 'sealed';
  const what = en
    ? sealed
      ? `sealed as no. ${number ?? ''}`
      : 'preview, not sealed'
    : sealed
      ? `已封存，第${number ?? ''}号`
      : '预览，未封存';
  const head = en ? `Annual points of ${year}, up to ${asOf} (${what})` : `${year}年度积分 截至 ${asOf}（${what}）`;
  const heads = en
    ? ['rank', 'name', 'category', 'total', 'proposed grade']
    : ['位次', '姓名', '类别', '总分', '拟定等次'];
  const labels = components.map(({ label }) => label);
  const rows = members
    .toSorted((a, b) => (a.claim.rank ?? members.length + 1) - (b.claim.rank ?? members.length + 1))
    .map(({ name, claim }) => [
      claim.rank === null ? '' : String(claim.rank),
      name,
      claim.category ?? '',
      ...components.map(({ id }) => showPoints(claim.components[id] ?? 0, decimals)),
      showPoints(claim.total, decimals),
      claim.grade ?? '',
    ]);
  return `${head}\n\n${table([...heads.slice(0, 3), ...labels, ...heads.slice(3)], rows)}\n`;
}
