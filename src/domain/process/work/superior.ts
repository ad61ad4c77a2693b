import { type Asker, type Board, dueBy, type Last, type Owed, rowOf, type Seen, stands } from './owed.ts';

/** An appeal or concern as the superior has it, opened: whose, of which branch, and by when it is to be answered. */
export type Received = Seen<{ readonly investigator?: string }> & {
  readonly at?: string;
  readonly who?: string;
  readonly since: string;
  readonly term?: Last;
};

const APPEAL = {
  lodged: 'appeal-assign',
  assigned: 'appeal-serve',
  served: 'appeal-find',
  found: 'appeal-answer',
} as const;

/** What a superior owes to a branch below it 对所属支部的待办: filings, absences, verifiers to be drawn. */
export function superiorWork(asker: Asker, board: Board): readonly Owed[] {
  const when = (action: string, rows: readonly Owed[]): readonly Owed[] => (asker.may(action) ? rows : []);
  const absences = board.absence.filter((one) => stands(one, 'asked') && one.body.consented === undefined);
  // Which of the committee is concerned by a report is the superior's to know, not the branch's.
  const unnamed = board.line.filter(
    (one) => stands(one, 'submitted') && one.body.origin === 'report' && one.body.verifier === undefined,
  );
  const filings = (state: string) => board.filing.filter((one) => one.state === state);
  const drawn = unnamed.map((one) => {
    const { item, day } = one.body.fact;
    const title = asker.label(item, day);
    return rowOf(asker, 'verifier-draw', one, 'me', title === undefined ? {} : { title });
  });
  return [
    ...when(
      'filing.approve',
      filings('sent').map((one) => rowOf(asker, 'filing-in', one, 'me', { owedTo: 'branch' })),
    ),
    ...when(
      'filing.archive',
      filings('approved').map((one) => rowOf(asker, 'filing-archive', one, 'me')),
    ),
    ...when(
      'absence.consent',
      absences.map((one) => rowOf(asker, 'absence-consent', one, 'me')),
    ),
    ...when('verifier.draw', drawn),
  ];
}

/** What a superior owes of the appeals and concerns that reached it 申诉与监督待办 (product §3.8): no branch sees any of it. */
export function receivedWork(
  asker: Asker,
  appeals: readonly Received[],
  concerns: readonly Received[],
): readonly Owed[] {
  if (!asker.may('appeal.assign')) return [];
  return [
    ...appeals.flatMap((one) => {
      const kind = new Map(Object.entries(APPEAL)).get(one.state);
      const { at, who, since, term } = one;
      const mine = kind !== 'appeal-find' || one.body.investigator === asker.by;
      const more = {
        since,
        ...(at !== undefined && { at }),
        ...(who !== undefined && { who, owedTo: who }),
        ...(term && dueBy(term)),
      };
      return kind ? [rowOf(asker, kind, one, mine ? 'me' : 'superior', more)] : [];
    }),
    ...concerns.flatMap((one) => {
      if (stands(one, 'received')) return [rowOf(asker, 'concern-in', one, 'me', { since: one.since })];
      return stands(one, 'taken', 'served') ? [rowOf(asker, 'concern-answer', one, 'me', { since: one.since })] : [];
    }),
  ];
}
