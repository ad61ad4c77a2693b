import type { Day } from '#domain/kernel/day.ts';
import { statusOn } from '#domain/ledger/member.ts';
import type { Claim } from '#domain/outcome/claim.ts';
import { type SummarySheet, summaryForm } from '#paper/forms/summary.ts';
import { listMembers } from '#store/member.ts';
import { listWords } from '#words/list.ts';
import type { Asking, Made } from './asking.ts';
import { calledOn } from './called.ts';
import { proofOf } from './sealed.ts';
import { endOfQuarter, registerMeant, sheetOf } from './sealed-register.ts';
import { wholeYear } from './sealed-year.ts';

const { ranks } = listWords('zh-CN');

/** The summary 季度积分汇总表 of a quarter: each member's components and total as the latest sealed sheet of the quarter has them. @throws form.none, thing.unknown, right.missing */
export async function summaryOf(asking: Asking): Promise<Made> {
  const registers = await asking.ask('register.show', {});
  const first = registerMeant(asking, registers);
  // What a supplement put right stands on the last sheet of the quarter.
  const later = registers.documents.findLast(({ period }) => period === first.period);
  const document = (asking.query.of === undefined ? later : undefined) ?? first;
  const sheet = sheetOf(document);
  const last = endOfQuarter(sheet.quarter);
  const components = await asking.components(last);
  const called = await calledOn(asking);
  const categories = await categoriesOn(asking, last);
  const data: SummarySheet = {
    ...proofOf(asking, document),
    code: await asking.code({ kind: 'register', of: document.number }),
    branch: await asking.branchName(),
    period: sheet.quarter,
    columns: components.map(({ label }) => label),
    members: sheet.members.map((one) => ({
      name: called(one.member, one.name),
      category: categories.get(one.member) ?? '',
      figures: components.map(({ id }) => one.components[id] ?? 0),
      total: one.total,
    })),
  };
  return { data, document: summaryForm(data) };
}

/**
 * The table 年度积分汇总表 of a year as it was settled, with ranks and proposed grades: for the office that may read the ranks of all, and for the superior to
 * whom the year is sent. @throws form.none, thing.unknown, right.missing
 */
export async function settlementOf(asking: Asking): Promise<Made> {
  const { document, year, asOf, members } = await wholeYear(asking);
  // Who left before the year ended stands in the snapshot, and on no table of the branch.
  const there = members.filter(({ claim }) => claim.unranked !== 'not-member');
  const components = await asking.components(asOf);
  const called = await calledOn(asking);
  const data: SummarySheet = {
    ...proofOf(asking, document),
    code: await asking.code({ kind: 'settlement', of: document.number }),
    branch: await asking.branchName(),
    period: year,
    columns: components.map(({ label }) => label),
    members: there.map(({ name, claim }) => ({
      name: called(claim.member, name),
      category: claim.category ?? '',
      figures: components.map(({ id }) => claim.components[id] ?? 0),
      total: claim.total,
      ...(claim.rank !== null && { rank: claim.rank }),
      ...(claim.grade !== null && { grade: claim.grade }),
      ...noteOf(claim),
    })),
  };
  return { data, document: summaryForm(data) };
}

function noteOf({ unranked }: Claim): { readonly note?: string } {
  return unranked === null ? {} : { note: ranks.unranked[unranked] ?? '' };
}

async function categoriesOn(asking: Asking, day: Day): Promise<ReadonlyMap<string, string>> {
  const members = await asking.know((rows) => listMembers(rows, asking.query.branch));
  return new Map(members.map(({ member }) => [member.id, statusOn(member, day)?.category ?? '']));
}
