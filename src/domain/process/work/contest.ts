import { nextMeeting } from './meeting.ts';
import { type Asker, type Board, byOffice, dueBy, type Owed, rowOf, stands } from './owed.ts';

type Objection = Board['objection'][number];

/** What of an objection is owed: to be given to someone, found, answered, told to the meeting. */
function next(asker: Asker, board: Board, one: Objection): readonly Owed[] {
  const { investigator, start } = one.body;
  const mine = investigator === asker.by;
  const sees = asker.may('objection.report');
  const more = { since: start, owedTo: one.body.raisedBy, ...dueBy(asker.term(start, asker.replyDays.objection)) };
  if (stands(one, 'registered') && sees)
    return [rowOf(asker, 'objection-assign', one, asker.may('objection.assign') ? 'me' : 'office', more)];
  if (stands(one, 'assigned') && (mine || sees))
    return [rowOf(asker, 'objection-find', one, mine ? 'me' : 'office', more)];
  if (stands(one, 'found') && (mine || sees)) {
    const able = mine || asker.may('objection.answer');
    return [rowOf(asker, 'objection-answer', one, able ? 'me' : 'office', more)];
  }
  return stands(one, 'answered') && sees ? [rowOf(asker, 'objection-report', one, 'me', toMeeting(board))] : [];
}

/** What the next meeting is owed, due on its day where it is called. */
function toMeeting(board: Board): Pick<Owed, 'owedTo' | 'due'> {
  const due = nextMeeting(board);
  return { owedTo: 'meeting', ...(due !== undefined && { due }) };
}

function questions(asker: Asker, { question }: Board): readonly Owed[] {
  return question.flatMap((one) => {
    const { start } = one.body;
    const due = { since: start, ...dueBy(asker.term(start, asker.replyDays.question)) };
    if (stands(one, 'received') && asker.may('question.admit')) return [rowOf(asker, 'question-admit', one, 'me', due)];
    if (stands(one, 'admitted') && asker.may('question.answer'))
      return [rowOf(asker, 'question-answer', one, 'me', due)];
    const owedBy = stands(one, 'answered') ? byOffice(asker, 'question.show', 'question.answer') : undefined;
    return owedBy ? [rowOf(asker, 'question-show', one, owedBy)] : [];
  });
}

/** What is owed about objections, served appeals and questions 监督待办 (product §3.8); an appeal that was not served is nothing here. */
export function contestWork(asker: Asker, board: Board): readonly Owed[] {
  const served = board.appeal.filter((one) => one.body.at === 'branch' && stands(one, 'answered'));
  // Whoever raised it owes nothing of it: it stands among its own.
  const others = board.objection.filter(({ subject }) => subject !== asker.by);
  return [
    ...others.flatMap((one) => next(asker, board, one)),
    ...(asker.may('appeal.report')
      ? served
          .filter(({ subject }) => subject !== asker.by)
          .map((one) => rowOf(asker, 'appeal-report', one, 'me', toMeeting(board)))
      : []),
    ...questions(asker, board),
  ];
}
