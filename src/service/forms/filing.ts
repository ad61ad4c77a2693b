import { Refusal } from '#contract/problem.ts';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { term } from '#domain/calendar/term.ts';
import { divideRounded, showPoints } from '#domain/kernel/points.ts';
import type { Claim } from '#domain/outcome/claim.ts';
import { type FilingForm, filingForm } from '#paper/forms/filing.ts';
import { type Bin, distribute } from '#service/distribution.ts';
import { CALENDAR } from '#service/doing.ts';
import { documentsOfYear } from '#service/year-documents.ts';
import { listDocuments, type SealedDocument } from '#store/act.ts';
import type { Bodies } from '#store/bodies.ts';
import type { Rows } from '#store/database.ts';
import { listMatters } from '#store/matter.ts';
import { fill } from '#words/fill.ts';
import { listWords } from '#words/list.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import type { Asking, Made } from './asking.ts';
import { calledOn } from './called.ts';
import { proofOf } from './sealed.ts';

const { material, spreadBin } = paperZhCN.filing;

/** What is sent along with a filing, by kind of document. */
const SENT = ['register', 'minutes', 'notice', 'notice-file'] as const;

/** The filing form 备案表 with the annual points of every member as they were sealed for it; the latest year unless told. @throws form.none, thing.unknown */
export async function filingOf(asking: Asking): Promise<Made> {
  const { of, period } = asking.query;
  const { matters, documents } = await asking.ask('filing.show', {});
  const matter = matters.findLast((one) =>
    of === undefined ? period === undefined || one.period === period : one.id === of,
  );
  if (!matter) throw new Refusal(of === undefined ? 'form.none' : 'thing.unknown');
  const { settlement, rounds, number, document } = matter.content as unknown as Bodies['filing'];
  const year = matter.period ?? '';
  const sealed = documents.find((one) => one.kind === 'filing' && one.number === document);
  const members = await settled(asking, settlement);
  const components = await asking.components(`${year}-12-31`);
  const called = await calledOn(asking);
  const { notice, materials } = await asking.know((rows) => knownOf(asking, rows, { year, settlement }));
  const totals = members.map(({ claim }) => claim.total);
  const { unranked } = listWords('zh-CN').ranks;
  const data: FilingForm = {
    ...(sealed && { ...proofOf(asking, sealed), code: await asking.code({ kind: 'filing', of: sealed.number }) }),
    branch: await asking.branchName(),
    superior: (await asking.superior())?.name ?? '',
    year,
    settlement,
    ...(await asking.shown(`${year}-12-31`)),
    counts: {
      members: members.length,
      ranked: members.filter(({ claim }) => claim.rank !== null).length,
      exempt: members.filter(({ claim }) => claim.unranked === 'exempt').length,
      vetoed: members.filter(({ claim }) => claim.vetoed).length,
    },
    ...(totals.length > 0 && {
      average: divideRounded(
        totals.reduce((sum, one) => sum + one, 0),
        totals.length,
      ),
    }),
    spread: (distribute(totals) ?? []).map((bar) => ({ label: rangeOf(bar), members: bar.count })),
    ...(notice && { notice }),
    materials,
    rounds: rounds.map(({ day, did, reason, confirmed }) => ({
      day,
      did,
      ...(reason !== undefined && { reason }),
      ...(confirmed && { confirmed: confirmed.length }),
    })),
    ...(number !== undefined && { filedAs: number }),
    components: components.map(({ label }) => label),
    members: members.map(({ name, claim }) => ({
      name: called(claim.member, name),
      sums: components.map(({ id }) => claim.components[id] ?? 0),
      total: claim.total,
      ...(claim.rank !== null && { rank: claim.rank }),
      ...(claim.unranked !== null && { note: unranked[claim.unranked] ?? '' }),
    })),
  };
  return { data, document: filingForm(data) };
}

type Settled = { readonly name: string; readonly claim: Claim };

/** Every member of the branch in the sealed settlement that is filed. @throws form.none */
async function settled(asking: Asking, number: number): Promise<readonly Settled[]> {
  const { documents } = await asking.ask('settlement.show', {});
  const found = documents.find((one) => one.kind === 'settlement' && one.number === number);
  if (!found) throw new Refusal('form.none');
  const { members } = JSON.parse(found.text) as { readonly members: readonly Settled[] };
  return members.filter(({ claim }) => claim.unranked !== 'not-member');
}

/** A bar of the distribution in words, without its count. */
function rangeOf({ from, to }: Bin): string {
  const shown = { from: showPoints(from ?? 0), to: showPoints(to ?? 0) };
  if (from !== undefined) return fill(to === undefined ? spreadBin.from : spreadBin.between, shown);
  return fill(to === undefined ? spreadBin.all : spreadBin.to, shown);
}

/** How the settlement was posted, and what goes with the filing: names and counts of papers alone. */
async function knownOf(
  { context, query: { branch: id } }: Asking,
  rows: Rows,
  { year, settlement }: { readonly year: string; readonly settlement: number },
): Promise<Pick<FilingForm, 'materials' | 'notice'>> {
  const span = await context.schemes.yearNamed(rows, id, year);
  const all = documentsOfYear(await listDocuments(rows, id), { name: year, span });
  const notices = await listMatters(rows, id, 'notice', { period: [year], state: ['posted', 'closed', 'filed'] });
  const posted = notices.findLast(({ body }) => body.of === 'settlement' && body.shows === settlement)?.body;
  const counted = SENT.map((kind) => [kind, all.filter((one) => one.kind === kind).length] as const);
  return {
    ...(posted?.start !== undefined && { notice: noticeOf(context.calendar ?? CALENDAR, posted, all) }),
    materials: [
      fill(material.settlement, { n: settlement }),
      ...counted.flatMap(([kind, n]) => (n === 0 ? [] : [fill(material[kind], { n })])),
    ],
  };
}

/** The notice of a settlement, with what came of it once that was filed 公示归档记录. */
function noticeOf(
  calendar: Calendar,
  { start = '', days, document }: Bodies['notice'],
  all: readonly SealedDocument[],
): NonNullable<FilingForm['notice']> {
  const files = all.filter(({ kind }) => kind === 'notice-file').map(({ text }) => JSON.parse(text) as NoticeFile);
  const found = files.find(({ notice }) => notice === document);
  return {
    from: start,
    to: term(calendar, start, days).last,
    days,
    ...(found && { outcome: { objections: found.objections, questions: found.questions.length } }),
  };
}

type NoticeFile = { readonly notice: number; readonly objections: number; readonly questions: readonly unknown[] };
