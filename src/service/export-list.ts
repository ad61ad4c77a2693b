import type { InputOf } from '#contract/api.ts';
import { type ListQuery, MOST_ROWS } from '#contract/list.ts';
import { cutOff } from '#paper/list/cut-off.ts';
import { writeListCsv } from '#paper/list/list-csv.ts';
import { writeListXlsx } from '#paper/list/list-xlsx.ts';
import { readBranch } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { readMember } from '#store/member.ts';
import { branchesBelow, findOrg } from '#store/org.ts';
import type { Caller } from './caller.ts';
import type { Context } from './context.ts';
import type { Appellant, Asking, Made, Place } from './listing/asking.ts';
import { keptLists } from './listing/kept.ts';
import { processLists } from './listing/process.ts';
import { read } from './services.ts';

/** A list as a file 清单文件, and how many rows it has. */
export type ListFile = { readonly bytes: Uint8Array; readonly rows: number };

const LISTS: { readonly [L in ListQuery['list']]: Made } = { ...keptLists, ...processLists };

/**
 * A list as a spreadsheet 清单导出. There is no right of its own: the list is read as whoever asks would read it on the page, so that it can hold nothing
 * more, is refused where that is refused, and leaves the same trace. @throws right.missing, and whatever the read refuses
 */
export async function exportList(context: Context, caller: Caller, query: ListQuery): Promise<ListFile> {
  const { branch, list: name, format, lang = 'zh-CN' } = query;
  const ask: Asking['ask'] = async (action, input) =>
    await read(context, action, { branch, ...input } as InputOf<typeof action>, caller);
  const named: Asking['named'] = async (rows) => await context.store.reading((found) => namesOf(found, rows));
  const tree: Asking['tree'] = async () => await context.store.reading((found) => treeOf(found, branch));
  const today = context.clock.today();
  const running = async (): Promise<string> => await context.schemes.yearOf(context.store.rows, query.branch, today);
  const whole = await LISTS[name]({ query, caller, today, running, ask, named, tree });
  const list = whole.rows.length > MOST_ROWS ? cutOff(lang, whole, MOST_ROWS) : whole;
  const bytes = format === 'csv' ? new TextEncoder().encode(writeListCsv(list)) : await writeListXlsx(list);
  return { bytes, rows: list.rows.length };
}

async function treeOf(rows: Rows, at: string): Promise<readonly Place[]> {
  const own = await readBranch(rows, at);
  const path = own && own.kind !== 'branch' ? (await findOrg(rows, own.org_id))?.path : undefined;
  const below = path === undefined ? [] : await branchesBelow(rows, path, { most: MOST_ROWS });
  return [...(own ? [own] : []), ...below].map(({ branch_id: id, name }) => ({ id, name }));
}

async function namesOf(rows: Rows, appeals: readonly Appellant[]): ReturnType<Asking['named']> {
  const [people, places] = [new Map<string, { name: string }>(), new Map<string, string>()];
  for (const { member, branch } of appeals) {
    const kept = await readMember(rows, branch, member);
    if (kept) people.set(member, { name: kept.member.name });
    places.set(branch, (await readBranch(rows, branch))?.name ?? branch);
  }
  return [people, places];
}
