import type { AnswerOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { term } from '#domain/calendar/term.ts';
import { parsePeriod } from '#domain/kernel/day.ts';
import { type NoticeSheet, noticeForm } from '#paper/forms/notice.ts';
import { CALENDAR } from '#service/doing.ts';
import { noticeLines } from '#service/public/notice-page.ts';
import { termsOn } from '#service/public/terms.ts';
import type { Bodies } from '#store/bodies.ts';
import type { Rows } from '#store/database.ts';
import { listMatters } from '#store/matter.ts';
import type { Asking, Made } from './asking.ts';
import { proofOf } from './sealed.ts';

type Notices = AnswerOf<'notice.show'>;
type Matter = Notices['matters'][number];

/** The states of a notice whose sheet is on a wall or was. */
const POSTED = ['posted', 'closed', 'filed'];

/**
 * The notice sheet 公示 as it was posted, with what its page says: by strokes of the surname, without the names of who objects to being named; the latest
 * unless told. Its QR code opens its own page while that is there, then the page where fingerprints are checked. @throws form.none, thing.unknown
 */
export async function noticeOf(asking: Asking): Promise<Made> {
  const { sheet = 'a4' } = asking.query;
  const { matters, documents } = await asking.ask('notice.show', {});
  const matter = noticeMeant(asking, matters);
  const body = matter.content as unknown as Bodies['notice'];
  const { of, text, masked, start = '', days, code } = body;
  const document = documents.find(({ kind, number }) => kind === 'notice' && number === body.document);
  if (!document) throw new Refusal('form.none');
  const { fingerprint } = document;
  const period = matter.period ?? '';
  const running = term(asking.context.calendar ?? CALENDAR, start, days);
  const open = matter.state === 'posted' && code !== undefined;
  const address = open ? asking.address(`/n/${code}`) : undefined;
  const { components, ...known } = await asking.know((rows) => knownOf(asking, rows, { of, period, start }));
  const { digest } = asking.context.secrets;
  const lines = noticeLines(document, masked, (member) => digest('masked', `${fingerprint} ${member}`));
  const data: NoticeSheet = {
    ...proofOf(asking, document),
    code: await asking.code({ kind: 'notice', of: document.number }),
    ...(address !== undefined && { address, open }),
    ...known,
    superior: (await asking.superior()) !== undefined,
    sheet,
    branch: await asking.branchName(),
    period,
    ...(text !== '' && { text }),
    from: start,
    to: running.last,
    days,
    ...(running.provisional && { provisional: true }),
    components: components.map(({ label }) => label),
    members: lines.map(({ name, total, components: sums, front = false }) => ({
      ...(name !== undefined && { name }),
      sums: components.map(({ id }) => sums[id] ?? 0),
      total,
      front,
    })),
  };
  return { data, document: noticeForm(data) };
}

/** The notice that is asked for, by its id or its period, else the latest that was posted. @throws form.none, thing.unknown */
function noticeMeant({ query: { of, period } }: Asking, matters: readonly Matter[]): Matter {
  if (of !== undefined && !matters.some(({ id }) => id === of)) throw new Refusal('thing.unknown');
  const posted = matters.filter(({ state }) => POSTED.includes(state));
  const numbered = posted.toSorted((a, b) => numberOf(a) - numberOf(b));
  const found = numbered.findLast((one) =>
    of === undefined ? period === undefined || one.period === period : one.id === of,
  );
  if (!found) throw new Refusal('form.none');
  return found;
}

function numberOf({ content }: Matter): number {
  return Number(content['document'] ?? 0);
}

/** What of a notice nobody's right guards: the scheme, the day of the meeting, and the terms. */
async function knownOf(
  { context, query: { branch: id } }: Asking,
  rows: Rows,
  { of, period, start }: { readonly of: string; readonly period: string; readonly start: string },
) {
  const { scheme } = await context.schemes.prepared(rows, id, parsePeriod(period)?.to ?? start);
  const { title, components, display } = scheme.document;
  const [quarter] = of === 'quarter' ? await listMatters(rows, id, 'quarter', { period: [period] }) : [];
  const { determinedOn } = quarter?.body ?? {};
  const terms = await termsOn(context, rows, id, start);
  return {
    scheme: title,
    components,
    decimals: display?.decimals ?? 2,
    terms: { question: terms.questionReplyDays, objection: terms.objectionReplyDays, appeal: terms.appealReplyMonths },
    ...(determinedOn !== undefined && { determinedOn }),
  };
}
