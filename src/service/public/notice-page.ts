import { Refusal } from '#contract/problem.ts';
import { isOver, type Term, term } from '#domain/calendar/term.ts';
import { type Day, parsePeriod } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import type { Terms } from '#domain/process/terms.ts';
import type { Context } from '#service/context.ts';
import { CALENDAR } from '#service/doing.ts';
import { superiorOf } from '#service/nameless.ts';
import { readDocument } from '#store/act.ts';
import { boardOf, readBranch } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { type Matter, readMatter } from '#store/matter.ts';
import { hashOfEvent, noticeOfCode } from '#store/public.ts';
import type { DocumentTable } from '#store/tables-process.ts';
import { type Answered, shownQuestions } from './shown-questions.ts';
import { termsOn } from './terms.ts';

/** What a sealed notice says of one member; `front` where the member stands at the front 靠前. */
type Told = {
  readonly member: string;
  readonly name: string;
  readonly total: Points;
  readonly components: Readonly<Record<string, Points>>;
  readonly front?: true;
};

/** A line of the page: the name is missing where the member objected to being named online. */
export type NoticeLine = Omit<Told, 'member' | 'name'> & { readonly name?: string };

/** What a running notice 公示 shows to whoever has its code (product §6). */
export type NoticePage = {
  readonly branch: string;
  readonly demo: boolean;
  readonly board: string | undefined;
  /** Whether a superior is connected, to whom concerns and appeals go. */
  readonly superior: boolean;
  readonly code: string;
  readonly of: 'quarter' | 'settlement';
  readonly period: string;
  readonly text: string;
  readonly start: Day;
  readonly days: number;
  readonly term: Term;
  readonly terms: Pick<Terms, 'questionReplyDays' | 'objectionReplyDays' | 'appealReplyMonths'>;
  readonly number: number;
  readonly fingerprint: string;
  readonly decimals: number;
  readonly components: readonly { readonly id: string; readonly label: string }[];
  readonly members: readonly NoticeLine[];
  readonly questions: readonly Answered[];
};

/** By strokes of the surname 姓氏笔画: never by points. */
const strokes = new Intl.Collator('zh-u-co-stroke');

/** A running notice by its code; before it is posted, once it has ended and when it was withdrawn there is none. @throws page.unknown */
export async function showNotice(context: Context, code: string): Promise<NoticePage> {
  const { store, clock, schemes, secrets } = context;
  return await store.snapshot(async (rows) => {
    const { branch, notice, running } = await runningNotice(context, rows, code);
    const document = await readDocument(rows, branch.branch_id, 'notice', notice.body.document ?? 0);
    if (!document) throw new Refusal('page.unknown');
    const fingerprint = (await hashOfEvent(rows, branch.branch_id, document.seq)) ?? '';
    const { of, text, masked, start = clock.today(), days } = notice.body;
    const period = notice.period ?? '';
    const day = parsePeriod(period)?.to ?? start;
    const { scheme } = await schemes.prepared(rows, branch.branch_id, day);
    const { components, display } = scheme.document;
    return {
      branch: branch.name,
      demo: branch.demo === 1,
      board: await boardOf(rows, branch.branch_id),
      superior: (await superiorOf(rows, branch)) !== undefined,
      code,
      of,
      period,
      text,
      start,
      days,
      term: running,
      terms: await termsOn(context, rows, branch.branch_id, clock.today()),
      number: document.number,
      fingerprint,
      decimals: display?.decimals ?? 2,
      components: components.map(({ id, label }) => ({ id, label })),
      members: noticeLines(document, masked, (member) => secrets.digest('masked', `${fingerprint} ${member}`)),
      questions: await shownQuestions(rows, branch.branch_id, notice.id),
    };
  });
}

/** The matter of a notice that runs today, with its branch and term. @throws page.unknown */
export async function runningNotice({ clock, calendar = CALENDAR }: Context, rows: Rows, code: string) {
  const found = await noticeOfCode(rows, code);
  const branch = found && (await readBranch(rows, found.branch_id));
  const notice: Matter<'notice'> | undefined =
    found && (await readMatter(rows, found.branch_id, 'notice', found.notice_id));
  const { start, days = 0 } = notice?.body ?? {};
  if (!branch || notice?.state !== 'posted' || start === undefined) throw new Refusal('page.unknown');
  const running = term(calendar, start, days);
  if (isOver(running, clock.today())) throw new Refusal('page.unknown');
  return { branch, notice, running };
}

/** The lines of a sealed notice 公示内容 by strokes of the surname; those without a name last, in an order that tells nothing. */
export function noticeLines(
  { text }: Pick<DocumentTable, 'text'>,
  masked: readonly string[],
  anyOrder: (member: string) => string,
): readonly NoticeLine[] {
  const { members } = JSON.parse(text) as { readonly members: readonly Told[] };
  const [named, unnamed] = [false, true].map((hide) =>
    members.filter(({ member }) => masked.includes(member) === hide),
  );
  const sorted = (named ?? []).toSorted((a, b) => strokes.compare(a.name, b.name) || (a.member < b.member ? -1 : 1));
  const shuffled = (unnamed ?? []).toSorted((a, b) => (anyOrder(a.member) < anyOrder(b.member) ? -1 : 1));
  return [...sorted.map(withoutMember), ...shuffled.map(withoutName)];
}

/** A line as shown with its name: nothing that leads to the member's other lines. */
function withoutMember(told: Told): NoticeLine {
  const { member: _, ...line } = told;
  return line;
}

/** A line of a member who objected to being named. */
function withoutName(told: Told): NoticeLine {
  const { member: _, name: __, ...line } = told;
  return line;
}
