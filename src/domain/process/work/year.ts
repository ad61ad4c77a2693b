import { parsePeriod } from '#domain/kernel/day.ts';
import { quartersIn } from '#domain/kernel/period.ts';
import type { WorkKind } from './kinds.ts';
import { isNoticed } from './notice.ts';
import { type Asker, type Board, byOffice, isAsked, type Owed, rowOf, type Seen, stands, titled } from './owed.ts';

function isPosted(one: Seen): boolean {
  return stands(one, 'posted', 'closed');
}

/** The year that a posted quarter ends; undefined where more of it follows. */
function yearEndedBy(asker: Asker, { id }: Seen): string | undefined {
  const { from = '' } = parsePeriod(id) ?? {};
  const year = asker.yearOf(from);
  return quartersIn(asker.yearNamed(year)).at(-1) === id ? year : undefined;
}

function settlements(asker: Asker, { quarter, settlement }: Board): readonly Owed[] {
  const isOver = (year: string): boolean => asker.today > asker.yearNamed(year).to;
  const unsettled = quarter.flatMap((last) => {
    const year = isPosted(last) ? yearEndedBy(asker, last) : undefined;
    if (year === undefined || !isOver(year) || settlement.some(({ period }) => period === year)) return [];
    const own = quartersIn(asker.yearNamed(year));
    return quarter.filter(({ id }) => own.includes(id)).every(isPosted) ? [{ last, year }] : [];
  });
  const previewed = settlement.filter((one) => stands(one, 'previewed') && isOver(one.period ?? '9999'));
  return [
    ...(asker.may('settlement.preview')
      ? unsettled.map(({ last, year }) => rowOf(asker, 'settlement-preview', last, 'me', { period: year }))
      : []),
    ...previewed.flatMap((one) => {
      const owedBy = byOffice(asker, 'settlement.seal', 'settlement.preview');
      return owedBy ? [rowOf(asker, 'settlement-seal', one, owedBy)] : [];
    }),
  ];
}

/** What follows once the notice of the sealed year is over: filing and appraisal, each once a year. */
function afterNotice(asker: Asker, board: Board): readonly Owed[] {
  const noticed = board.settlement.filter((one) => stands(one, 'sealed') && isNoticed(board, one));
  const without = (others: readonly Seen[]) =>
    noticed.filter(({ period }) => !others.some((other) => other.period === period));
  const isOver = ({ period }: Seen): boolean => noticed.some((one) => one.period === period);
  const send = board.filing.filter((one) => stands(one, 'drafted') && isOver(one));
  return [
    ...(asker.may('filing.draft') ? without(board.filing).map((one) => rowOf(asker, 'filing-draft', one, 'me')) : []),
    ...(asker.may('filing.send') ? send.map((one) => rowOf(asker, 'filing-send', one, 'me')) : []),
    ...(asker.may('appraisal.open')
      ? without(board.appraisal).map((one) => rowOf(asker, 'appraisal-open', one, 'me'))
      : []),
  ];
}

/** What one noun owes in one state: its kind, by which act it is settled, who besides may know, and the words that it has. */
type Next = {
  readonly kind: WorkKind;
  readonly act: string;
  readonly sees?: string;
};

const FILING: Readonly<Record<string, Next>> = {
  returned: { kind: 'filing-returned', act: 'filing.send' },
};

const APPRAISAL: Readonly<Record<string, Next>> = {
  open: { kind: 'appraisal-peers', act: 'appraisal.peers' },
  peers: { kind: 'appraisal-ballot', act: 'appraisal.ballot' },
  ballot: { kind: 'appraisal-decide', act: 'appraisal.decide', sees: 'appraisal.tell' },
  decided: { kind: 'appraisal-tell', act: 'appraisal.tell' },
};

const COMMENDATION: Readonly<Record<string, Next>> = {
  proposed: { kind: 'commendation-approve', act: 'commendation.approve', sees: 'commendation.propose' },
};

const IMPROVEMENT: Readonly<Record<string, Next>> = {
  proposed: { kind: 'improvement-start', act: 'improvement.start', sees: 'improvement.propose' },
  running: { kind: 'improvement-judge', act: 'improvement.meet' },
};

const RUNG: Next = { kind: 'disposition-next', act: 'disposition.end' };
const DISPOSITION: Readonly<Record<string, Next>> = {
  listed: RUNG,
  reminded: RUNG,
  criticised: RUNG,
  improving: RUNG,
  urged: RUNG,
};

const DOSSIER: Readonly<Record<string, Next>> = { read: { kind: 'import-apply', act: 'dossier.apply' } };

function nextOf<M extends Seen>(
  asker: Asker,
  matters: readonly M[],
  table: Readonly<Record<string, Next>>,
  more: (matter: M) => Pick<Owed, 'title' | 'due'> = () => ({}),
): readonly Owed[] {
  return matters.flatMap((one) => {
    const next = new Map(Object.entries(table)).get(one.state);
    const owedBy = next && byOffice(asker, next.act, next.sees);
    // Nobody decides about itself.
    return next && owedBy && one.subject !== asker.by ? [rowOf(asker, next.kind, one, owedBy, more(one))] : [];
  });
}

/** The talk is held by the branch's head, with the head itself by the superior (product §3.12). */
function talks(asker: Asker, { talk }: Board): readonly Owed[] {
  return talk.flatMap((one) => {
    const { subject = '' } = one;
    if (!stands(one, 'proposed') || subject === asker.by || !asker.may('talk.propose')) return [];
    const above = asker.heads.has(subject);
    if (asker.may('talk.order') && !above) return [];
    const mine = above ? asker.may('talk.order') : asker.may('talk.hold');
    return [rowOf(asker, 'talk-hold', one, mine ? 'me' : above ? 'superior' : 'office')];
  });
}

/** What is owed of the year and of what follows from it 年度待办 (product §3.9–§3.13). */
export function yearWork(asker: Asker, board: Board): readonly Owed[] {
  const sent = board.filing.filter((one) => stands(one, 'sent'));
  const unasked = board.dossier.filter(({ id }) => !isAsked(board, 'dossier.apply', id));
  const asked = board.absence.filter((one) => stands(one, 'asked') && one.body.approved === undefined);
  return [
    ...settlements(asker, board),
    ...afterNotice(asker, board),
    ...(asker.may('filing.send') ? sent.map((one) => rowOf(asker, 'filing-sent', one, 'superior')) : []),
    ...nextOf(asker, board.filing, FILING),
    ...nextOf(asker, board.appraisal, APPRAISAL),
    ...nextOf(asker, board.commendation, COMMENDATION, ({ body }) => titled(body.title)),
    ...talks(asker, board),
    ...nextOf(asker, board.improvement, IMPROVEMENT, ({ body: { last }, state }) =>
      state === 'running' && last !== undefined ? { due: last } : {},
    ),
    ...nextOf(asker, board.disposition, DISPOSITION),
    ...nextOf(asker, unasked, DOSSIER, ({ body }) => titled(body.title)),
    ...(asker.may('absence.approve')
      ? asked.map((one) => rowOf(asker, 'absence-approve', one, 'me', { owedTo: 'meeting' }))
      : []),
  ];
}
