import { type Asker, type Board, dueBy, type Owed, rowOf, stands } from './owed.ts';

type Hearing = Board['hearing'][number];

/** The line that a hearing is about, while there is still something to decide about it. */
function lineOf({ line }: Board, { parent }: Hearing): Board['line'][number] | undefined {
  return line.find(({ id }) => id === parent);
}

/** Whether a hearing is about opening points 启用前积分: they are answered as one row, and not each by itself. */
export function isOpening(board: Board, hearing: Hearing): boolean {
  return lineOf(board, hearing)?.body.origin === 'opening';
}

/** Whether the line of a hearing was taken back since: then nobody owes an answer any more. */
export function isOver(board: Board, hearing: Hearing): boolean {
  return hearing.body.about === 'line' && lineOf(board, hearing) === undefined;
}

/** The answers to a sheet of openings 启用前积分答复: one row for all that a member is told of, one for all members that the branch waits for. */
export function openingWork(asker: Asker, board: Board): readonly Owed[] {
  const told = board.hearing.filter((one) => stands(one, 'told') && isOpening(board, one));
  const mine = told.filter(({ subject }) => subject === asker.by);
  const others = told.filter(({ subject }) => subject !== asker.by);
  const row = (
    kind: 'opening-answer' | 'opening-waits',
    [first]: readonly Hearing[],
    count: number,
  ): readonly Owed[] =>
    first === undefined
      ? []
      : [
          rowOf(asker, kind, first, kind === 'opening-answer' ? 'me' : 'member', {
            since: first.body.start,
            count,
            ...dueBy(asker.term(first.body.start, first.body.days)),
          }),
        ];
  const sees = asker.may('hearing.serve') || asker.may('review.take');
  const waiting = sees
    ? row('opening-waits', others, new Set(others.map(({ subject }) => subject)).size).map(nameless)
    : [];
  return [...row('opening-answer', mine, mine.length), ...waiting];
}

/** A row that stands for many names nobody. */
function nameless(row: Owed): Owed {
  const { who: _, ...rest } = row;
  return rest;
}
