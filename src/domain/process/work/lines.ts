import { earlier, parsePeriod } from '#domain/kernel/day.ts';
import type { WorkKind, WorkOwer } from './kinds.ts';
import { isOpening, isOver } from './openings.ts';
import { type Asker, type Board, byOffice, dueBy, isAsked, type Owed, rowOf, stands, titled } from './owed.ts';
import { aboutOf, isUnconfirmed, labelOfLine } from './own.ts';

type Line = Board['line'][number];

/** One row a month for several lines of it. */
function monthly(
  asker: Asker,
  { month }: Board,
  kind: WorkKind,
  lines: readonly Line[],
  owedBy: WorkOwer,
): readonly Owed[] {
  const periods = [...new Set(lines.flatMap(({ period }) => period ?? []))].toSorted();
  return periods.map((period) => {
    const own = lines.filter((line) => line.period === period);
    const since = own.map(({ changed }) => asker.dayOf(changed)).reduce(earlier);
    const revision = month.find(({ id }) => id === period)?.revision;
    return {
      kind,
      noun: 'month',
      id: period,
      ...(revision !== undefined && { revision }),
      period,
      count: own.length,
      owedBy,
      since,
    };
  });
}

function hearings(asker: Asker, board: Board): readonly Owed[] {
  if (!asker.may('hearing.serve') && !asker.may('review.take')) return [];
  return board.hearing.flatMap((one) =>
    stands(one, 'told') && one.subject !== asker.by && !isOver(board, one) && !isOpening(board, one)
      ? [
          rowOf(asker, 'hearing-waits', one, 'member', {
            since: one.body.start,
            ...dueBy(asker.term(one.body.start, one.body.days)),
            ...labelOfLine(asker, board, one.parent),
            ...aboutOf(one),
          }),
        ]
      : [],
  );
}

/** Whether a submitted line waits for nothing but the review: told and heard, and a report verified. */
function isReady({ id, state, body }: Line, { hearing }: Board): boolean {
  if (state !== 'submitted' || (body.origin === 'report' && body.verified === undefined)) return false;
  return !hearing.some((one) => one.parent === id && stands(one, 'told'));
}

function proposed(asker: Asker, board: Board): readonly Owed[] {
  return board.line.flatMap((one) => {
    if (!stands(one, 'proposed') || one.body.origin !== 'proposed' || one.subject === asker.by) return [];
    const { fact } = one.body;
    const told = board.hearing.some(({ parent }) => parent === one.id);
    const owedBy = byOffice(asker, told ? 'review.serve' : 'hearing.serve', 'review.take');
    const title = titled(asker.label(fact.item, fact.day));
    return owedBy ? [rowOf(asker, told ? 'line-bring' : 'hearing-serve', one, owedBy, title)] : [];
  });
}

function verified(asker: Asker, { line }: Board): readonly Owed[] {
  return line.flatMap((one) => {
    const { origin, verifier, verified: done, fact } = one.body;
    const mine = stands(one, 'submitted') && origin === 'report' && verifier === asker.by && done === undefined;
    return mine ? [rowOf(asker, 'line-verify', one, 'me', titled(asker.label(fact.item, fact.day)))] : [];
  });
}

function sessions(asker: Asker, { review }: Board): readonly Owed[] {
  return review.flatMap((one) => {
    const { day } = one.body;
    const kind = stands(one, 'convened') ? 'review-open' : 'review-close';
    const owedBy = stands(one, 'convened', 'open')
      ? byOffice(asker, kind === 'review-open' ? 'review.open' : 'review.close', 'review.take')
      : undefined;
    return owedBy ? [rowOf(asker, kind, one, owedBy, { due: day })] : [];
  });
}

/** What keeps a month open: what is submitted, being reviewed, or proposed by the committee and not yet brought before it. */
function isPending({ state, body }: Line): boolean {
  return state === 'submitted' || state === 'in-review' || (state === 'proposed' && body.origin === 'proposed');
}

function closings(asker: Asker, { month, line }: Board): readonly Owed[] {
  if (!asker.may('month.close')) return [];
  return month.flatMap((one) => {
    const last = parsePeriod(one.id)?.to ?? asker.today;
    const open = stands(one, 'open', 'reopened') && last < asker.today;
    const pending = line.some((other) => other.period === one.id && isPending(other));
    return open && !pending ? [rowOf(asker, 'month-close', one, 'me', { since: last })] : [];
  });
}

function vetoes(asker: Asker, board: Board): readonly Owed[] {
  const { veto, hearing } = board;
  return veto.flatMap((one) => {
    if (one.subject === asker.by) return [];
    const told = hearing.some(({ parent, state }) => parent === one.id && state === 'told');
    if (stands(one, 'pending')) return asker.may('veto.cite') ? [rowOf(asker, 'veto-cite', one, 'me')] : [];
    if (!stands(one, 'cited') || told || isAsked(board, 'veto.confirm', one.id)) return [];
    const owedBy = byOffice(asker, 'veto.confirm', 'veto.cite');
    return owedBy ? [rowOf(asker, 'veto-confirm', one, owedBy)] : [];
  });
}

/** Acts whose reason is no reason of points: the second person reads it before confirming. */
const REASONED = ['month.reopen', 'settlement.amend', 'notice.withdraw', 'dossier.reverse', 'veto.lift'];

/** What of an act a second person must know to confirm it 双人办理内容: its period, whom it concerns, and why it is asked for. */
function askedFor(
  { action, target, given }: Board['second'][number]['body'],
  { line, veto, notice }: Board,
): Pick<Owed, 'period' | 'who' | 'title'> {
  const { input = {} } = JSON.parse(given ?? '{}') as { readonly input?: Readonly<Record<string, unknown>> };
  const text = (name: string): string | undefined => {
    const value = input[name];
    return typeof value === 'string' ? value : undefined;
  };
  const period = action === 'month.reopen' ? target : (text('year') ?? notice.find(({ id }) => id === target)?.period);
  const who = text('member') ?? [...line, ...veto].find(({ id }) => id === target)?.subject;
  const reason = REASONED.includes(action) ? (text('reason') ?? text('withdrawal')) : undefined;
  return { ...(period !== undefined && { period }), ...(who !== undefined && { who }), ...titled(reason) };
}

/** What waits for a second person 等候第二人: whether the caller may be it, or asked for it itself. */
export function secondWork(asker: Asker, board: Board): readonly Owed[] {
  return board.second.flatMap((one) => {
    const { action, by, target } = one.body;
    if (!stands(one, 'waiting')) return [];
    const [noun = ''] = action.split('.');
    const about =
      target === '' ? {} : { about: { noun: noun === 'reporter' || noun === 'review' ? 'line' : noun, id: target } };
    const more = { action, owedTo: by, ...about, ...askedFor(one.body, board) };
    const elsewhere = asker.small ? 'superior' : 'office';
    if (by === asker.by) return [rowOf(asker, 'second-confirm', one, elsewhere, more)];
    const able = asker.may('second.confirm') && !asker.concerned.has(target);
    if (!able) return [];
    const own = asker.small && asker.wasMember(asker.today);
    return [rowOf(asker, 'second-confirm', one, own ? 'superior' : 'me', more)];
  });
}

/** What is owed in months, lines and their review 申报与初评待办 (product §3.2–§3.5), as far as the caller's office lets it act. */
export function lineWork(asker: Asker, board: Board): readonly Owed[] {
  const unconfirmed = board.line.filter((line) => isUnconfirmed(line) && line.subject !== asker.by);
  const ready = board.line.filter((line) => isReady(line, board));
  return [
    ...verified(asker, board),
    ...proposed(asker, board),
    ...hearings(asker, board),
    ...(asker.may('declaration.enter') ? monthly(asker, board, 'confirm-waits', unconfirmed, 'member') : []),
    ...(asker.may('review.take') ? monthly(asker, board, 'review-ready', ready, 'me') : []),
    ...sessions(asker, board),
    ...closings(asker, board),
    ...vetoes(asker, board),
    ...secondWork(asker, board),
  ];
}
