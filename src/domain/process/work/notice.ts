import { type Asker, type Board, byOffice, dueBy, type Owed, rowOf, stands } from './owed.ts';

type Notice = Board['notice'][number];

/** Whether a notice is under way or was shown; one that was withdrawn counts for nothing. */
function counts(one: Notice): boolean {
  return !stands(one, 'withdrawn');
}

/** The notice of the settlement of a year that has run its days 公示期满. */
export function isNoticed({ notice }: Board, { period, body }: Board['settlement'][number]): boolean {
  return notice.some(
    (one) =>
      one.body.of === 'settlement' &&
      one.period === period &&
      one.body.shows === body.document &&
      stands(one, 'closed', 'filed'),
  );
}

/** What is sealed and not on any notice yet. */
function unposted(asker: Asker, { quarter, register, settlement, notice }: Board): readonly Owed[] {
  if (!asker.may('notice.draft')) return [];
  const quarters = quarter.filter(
    (one) =>
      stands(one, 'determined', 'posted') &&
      register.some(({ period, state }) => period === one.id && state === 'sealed') &&
      !notice.some((other) => counts(other) && other.body.of === 'quarter' && other.period === one.id),
  );
  const years = settlement.filter(
    (one) =>
      stands(one, 'sealed') &&
      !notice.some(
        (other) =>
          counts(other) &&
          other.body.of === 'settlement' &&
          other.period === one.period &&
          (other.body.shows === undefined || other.body.shows === one.body.document),
      ),
  );
  return [...quarters, ...years].map((one) => rowOf(asker, 'notice-draft', one, 'me'));
}

function next(asker: Asker, one: Notice): readonly Owed[] {
  const { author, edited, start, days } = one.body;
  if (stands(one, 'drafted')) {
    // Who wrote any of it does not review it.
    const wrote = author === asker.by || edited.includes(asker.by);
    const able = asker.may('notice.review') && !wrote;
    if (able) return [rowOf(asker, 'notice-review', one, 'me')];
    return asker.may('notice.edit') || wrote ? [rowOf(asker, 'notice-review', one, 'office')] : [];
  }
  if (stands(one, 'posted')) {
    if (!asker.may('notice.show')) return [];
    const since = start ?? asker.today;
    return [rowOf(asker, 'notice-running', one, 'clock', { since, ...dueBy(asker.term(since, days)) })];
  }
  const kind = stands(one, 'reviewed') ? 'notice-post' : 'notice-file';
  if (!stands(one, 'reviewed', 'closed')) return [];
  const owedBy = byOffice(asker, kind === 'notice-post' ? 'notice.post' : 'notice.file', 'notice.edit');
  return owedBy ? [rowOf(asker, kind, one, owedBy)] : [];
}

/** What is owed about notices 公示待办 (product §3.7); of one that runs everyone in the branch is told. */
export function noticeWork(asker: Asker, board: Board): readonly Owed[] {
  return [...unposted(asker, board), ...board.notice.flatMap((one) => next(asker, one))];
}
