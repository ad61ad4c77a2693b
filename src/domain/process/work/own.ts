import { earlier, parsePeriod } from '#domain/kernel/day.ts';
import { isOpening, isOver } from './openings.ts';
import { type Asker, type Board, dueBy, type Last, type Owed, rowOf, type Seen, stands, titled } from './owed.ts';

/** An appeal of the caller's own at the superior: the branch's rows know nothing of it. */
export type OwnAppeal = Seen<{ readonly start: string }> & { readonly at?: string; readonly term: Last };

/** How a line came up that its member still has to read and confirm 待本人确认. */
export function isUnconfirmed({ state, body }: Board['line'][number]): boolean {
  return state === 'proposed' && body.origin !== 'proposed';
}

/** The label of the line that a hearing is about. */
export function labelOfLine(asker: Asker, { line }: Board, id: string | undefined): Pick<Owed, 'title'> {
  const fact = line.find((one) => one.id === id)?.body.fact;
  return titled(fact && asker.label(fact.item, fact.day));
}

/** What a hearing is about, where that is a matter of its own. */
export function aboutOf({ parent, body }: Board['hearing'][number]): Pick<Owed, 'about'> {
  return parent === undefined || body.about === 'disposition' ? {} : { about: { noun: body.about, id: parent } };
}

function hearings(asker: Asker, board: Board): readonly Owed[] {
  return board.hearing.flatMap((one) =>
    stands(one, 'told') && one.subject === asker.by && !isOver(board, one) && !isOpening(board, one)
      ? [
          rowOf(asker, 'hearing-answer', one, 'me', {
            since: one.body.start,
            ...dueBy(asker.term(one.body.start, one.body.days)),
            ...labelOfLine(asker, board, one.parent),
            ...aboutOf(one),
          }),
        ]
      : [],
  );
}

function months(asker: Asker, { month, line }: Board): readonly Owed[] {
  return month.flatMap((one) => {
    const last = parsePeriod(one.id)?.to ?? asker.today;
    const here = asker.wasMember(earlier(last, asker.today));
    if (!stands(one, 'open', 'reopened') || !here || one.body.confirmed.includes(asker.by)) return [];
    const mine = line.filter(({ subject, period }) => subject === asker.by && period === one.id);
    const own = mine.filter(isUnconfirmed);
    // Once the month is over, whoever declared something in it has said what there was to say.
    const said = last < asker.today && mine.some((other) => !stands(other, 'draft', 'proposed'));
    if (said && own.length === 0) return [];
    const since = asker.dayOf(one.created);
    return [rowOf(asker, 'month-confirm', one, 'me', { since, due: last, count: own.length })];
  });
}

function lines(asker: Asker, { line }: Board): readonly Owed[] {
  return line.flatMap((one) => {
    const { fact, declarant } = one.body;
    const title = titled(asker.label(fact.item, fact.day));
    if (one.subject === asker.by && isUnconfirmed(one)) return [rowOf(asker, 'line-confirm', one, 'me', title)];
    // A draft is its author's alone: of a report its subject learns only when it is submitted.
    const drafted = stands(one, 'draft') && (declarant === asker.by || asker.reported.has(one.id));
    return drafted ? [rowOf(asker, 'line-draft', one, 'me', title)] : [];
  });
}

function contests(asker: Asker, { objection, appeal }: Board, atSuperior: readonly OwnAppeal[]): readonly Owed[] {
  const objections = objection.filter(({ subject }) => subject === asker.by);
  return [
    ...objections.flatMap((one) => {
      const { start } = one.body;
      if (stands(one, 'answered')) return [rowOf(asker, 'objection-answered', one, 'office', { owedTo: 'meeting' })];
      if (!stands(one, 'registered', 'assigned', 'found')) return [];
      const due = dueBy(asker.term(start, asker.replyDays.objection));
      return [rowOf(asker, 'objection-waits', one, 'office', { since: start, owedTo: asker.by, ...due })];
    }),
    ...appeal.flatMap((one) =>
      one.subject === asker.by && one.body.at === 'branch' && stands(one, 'answered')
        ? [rowOf(asker, 'appeal-answered', one, 'office', { owedTo: 'meeting' })]
        : [],
    ),
    ...atSuperior.map((one) =>
      rowOf(asker, 'appeal-waits', one, 'superior', {
        since: one.body.start,
        owedTo: asker.by,
        ...(one.at !== undefined && { at: one.at }),
        ...dueBy(one.term),
      }),
    ),
  ];
}

function appraised(asker: Asker, { appraisal, assessment }: Board): readonly Owed[] {
  if (!asker.wasMember(asker.today)) return [];
  const wrote = (id: string, kind: string): boolean =>
    assessment.some(({ parent, body }) => parent === id && body.kind === kind && body.by === asker.by);
  return appraisal.flatMap((one) => {
    if (stands(one, 'open') && !wrote(one.id, 'self')) return [rowOf(asker, 'appraisal-assess', one, 'me')];
    // Who has assessed one may go on with others, until the office ends it.
    if (stands(one, 'peers')) return [rowOf(asker, 'appraisal-rate', one, wrote(one.id, 'peer') ? 'office' : 'me')];
    return [];
  });
}

function votes(asker: Asker, { motion }: Board): readonly Owed[] {
  return motion.flatMap((one) => {
    if (!stands(one, 'open') || !asker.votes.has(one.id)) return [];
    const about = one.parent === undefined ? {} : { about: { noun: 'assembly', id: one.parent } };
    return [rowOf(asker, 'vote-open', one, 'me', { ...titled(one.body.title), ...about, due: asker.today })];
  });
}

/** What a member owes and is owed in its own matters 本人待办 (product §3.2–§3.8, §3.11). */
export function ownWork(asker: Asker, board: Board, atSuperior: readonly OwnAppeal[] = []): readonly Owed[] {
  const talks = board.talk.filter((one) => stands(one, 'held') && one.subject === asker.by);
  return [
    ...votes(asker, board),
    ...hearings(asker, board),
    ...months(asker, board),
    ...lines(asker, board),
    ...contests(asker, board, atSuperior),
    ...talks.map((one) => rowOf(asker, 'talk-sign', one, 'me')),
    ...appraised(asker, board),
  ];
}
