import { type Day, type Span, within } from '#domain/kernel/day.ts';
import { statusOn } from '#domain/ledger/member.ts';
import { type SummarySheet, summaryForm } from '#paper/forms/summary.ts';
import type { Sheet } from '#service/process/register-sheet.ts';
import { listMembers } from '#store/member.ts';
import { listWords } from '#words/list.ts';
import type { Asking, Made } from './asking.ts';
import { calledOn } from './called.ts';
import { proofOf } from './sealed.ts';
import { endOfQuarter, registerMeant, sheetOf } from './sealed-register.ts';
import { wholeYear } from './sealed-year.ts';

const { ranks, roster } = listWords('zh-CN');

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
  const cycle = await asking.cycle(last);
  const called = await calledOn(asking);
  const stood = await stoodOn(asking, last);
  const year = await asking.yearNamed(await asking.yearOf(last));
  const struck = struckBy(registers.documents.map(sheetOf), sheet.quarter, year);
  const data: SummarySheet = {
    ...proofOf(asking, document),
    code: await asking.code({ kind: 'register', of: document.number }),
    branch: await asking.branchName(),
    period: sheet.quarter,
    ...(await asking.shown(last)),
    ...(cycle !== undefined && { cycle }),
    columns: components.map(({ label }) => label),
    members: sheet.members.map((one) => ({
      name: called(one.member, one.name),
      category: stood.get(one.member)?.category ?? '',
      figures: components.map(({ id }) => one.components[id] ?? 0),
      total: one.total,
      ...noted(one.total === 0 && struck.has(one.member) ? ranks.unranked['vetoed'] : stood.get(one.member)?.note),
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
  const cycle = await asking.cycle(asOf);
  const called = await calledOn(asking);
  const data: SummarySheet = {
    ...proofOf(asking, document),
    code: await asking.code({ kind: 'settlement', of: document.number }),
    branch: await asking.branchName(),
    period: year,
    ...(await asking.shown(asOf)),
    ...(cycle !== undefined && { cycle }),
    columns: components.map(({ label }) => label),
    members: there.map(({ name, claim }) => ({
      name: called(claim.member, name),
      category: claim.category ?? '',
      figures: components.map(({ id }) => claim.components[id] ?? 0),
      total: claim.total,
      ...(claim.rank !== null && { rank: claim.rank }),
      ...(claim.grade !== null && { grade: claim.grade }),
      ...noted(claim.unranked === null ? undefined : ranks.unranked[claim.unranked]),
    })),
  };
  return { data, document: summaryForm(data) };
}

function noted(note: string | undefined): { readonly note?: string } {
  return note === undefined ? {} : { note };
}

/** Whom a ground of veto struck 一票否决, as the sheets of a year say up to a quarter: it zeroes the quarters after it too. */
function struckBy(sheets: readonly Sheet[], until: string, year: Span): ReadonlySet<string> {
  const own = sheets.filter(({ quarter }) => quarter <= until && within(endOfQuarter(quarter), year));
  const struck = own.flatMap(({ members }) =>
    members.filter(({ lines }) => lines.some(({ fact }) => fact.item.startsWith('veto:'))),
  );
  return new Set(struck.map(({ member }) => member));
}

/** The category of each member on a day; who had left by then has the last one before, and that stands beside it. */
async function stoodOn(asking: Asking, day: Day) {
  const members = await asking.know((rows) => listMembers(rows, asking.query.branch));
  return new Map(
    members.map(({ member }) => {
      const { standing, category } = statusOn(member, day) ?? {};
      const gone = standing === 'transferred' || standing === 'deceased';
      const before = gone ? member.history.findLast((one) => one.category !== undefined)?.category : undefined;
      return [member.id, { category: category ?? before ?? '', ...(gone && { note: roster.standings[standing] }) }];
    }),
  );
}
