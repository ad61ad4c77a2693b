import type { Board } from '#domain/process/work/owed.ts';
import { type Asked, heardOf, marksOf, mattersIn, mattersOf, toVerify } from '#store/board.ts';
import type { Noun } from '#store/bodies.ts';
import type { Rows } from '#store/database.ts';
import { listMatters, type Matter } from '#store/matter.ts';

/** The states in which somebody still has to do something 在办状态, with those that say what follows from them. */
const OPEN: Asked = {
  branch: ['set'],
  hearing: ['told'],
  month: ['open', 'reopened'],
  review: ['convened', 'open'],
  veto: ['pending', 'cited', 'confirmed'],
  second: ['waiting'],
  assembly: ['convened', 'frozen', 'open', 'closed'],
  motion: ['put', 'open'],
  minutes: ['drafted'],
  notice: ['drafted', 'reviewed', 'posted', 'closed', 'filed'],
  objection: ['registered', 'assigned', 'found', 'answered'],
  appeal: ['answered'],
  question: ['received', 'admitted', 'answered'],
  settlement: ['previewed', 'sealed'],
  commendation: ['proposed'],
  talk: ['proposed', 'held'],
  improvement: ['proposed', 'running'],
  disposition: ['listed', 'reminded', 'criticised', 'improving', 'urged'],
  absence: ['asked'],
  dossier: ['read'],
};

/** The lines that are not yet decided 未决事项. */
const LINES = ['draft', 'proposed', 'submitted', 'in-review'] as const;

/** Of these it matters that they are there, whatever they say. */
const MARKS = ['quarter', 'register', 'minutes', 'filing', 'appraisal'] as const satisfies readonly Noun[];

/** What a superior looks at in the branches below it. */
export const BELOW: Asked = {
  line: ['submitted'],
  second: ['waiting'],
  absence: ['asked'],
  filing: ['sent', 'approved'],
  objection: ['assigned', 'found'],
  notice: ['drafted'],
};

/** The matters as a board, by noun. */
export function boardOf(matters: readonly Matter[]): Board {
  const of = <N extends Noun>(noun: N): readonly Matter<N>[] =>
    matters.filter((one): one is Matter<N> => one.noun === noun);
  return {
    line: of('line'),
    hearing: of('hearing'),
    month: of('month'),
    review: of('review'),
    veto: of('veto'),
    second: of('second'),
    assembly: of('assembly'),
    motion: of('motion'),
    minutes: of('minutes'),
    quarter: of('quarter'),
    register: of('register'),
    notice: of('notice'),
    objection: of('objection'),
    appeal: of('appeal'),
    question: of('question'),
    settlement: of('settlement'),
    filing: of('filing'),
    appraisal: of('appraisal'),
    assessment: of('assessment'),
    commendation: of('commendation'),
    talk: of('talk'),
    improvement: of('improvement'),
    disposition: of('disposition'),
    absence: of('absence'),
    dossier: of('dossier'),
  };
}

/** Whose lines are read: the member's own with those that it reported, and everybody's for the office. */
export type Whose = { readonly all: boolean; readonly subject: string; readonly reported: ReadonlySet<string> };

/** Reads what is under way in a branch 在办情况, with the settings of the branch, in few statements. */
export async function readBoard(
  rows: Rows,
  branch: string,
  whose: Whose,
): Promise<{ readonly board: Board; readonly settings?: Matter<'branch'> }> {
  const marks = await marksOf(rows, branch, MARKS);
  const under = (noun: Noun, ...states: readonly string[]) =>
    marks.filter((one) => one.noun === noun && states.includes(one.state)).map(({ id }) => id);
  const found = await mattersIn(rows, [branch], {
    ...OPEN,
    ...(whose.all && { line: LINES }),
    ...(under('appraisal', 'open', 'peers').length > 0 && { assessment: ['given'] }),
  });
  const months = found.filter(({ noun }) => noun === 'month').map(({ id }) => id);
  const lines = await ownLines(rows, branch, whose, months);
  const proposed = found.filter(({ noun, state }) => noun === 'line' && state === 'proposed').map(({ id }) => id);
  const heard = await heardOf(rows, branch, proposed);
  const quarters = under('quarter', 'open');
  // A quarter is determined by a motion of it that was counted.
  const counted =
    quarters.length === 0 ? [] : await listMatters(rows, branch, 'motion', { state: ['counted'], period: quarters });
  // Minutes that are drafted are there with what they say, hearings once.
  const known = new Set(found.map(({ id }) => id));
  const rest = [...marks, ...heard].filter(({ id }) => !known.has(id));
  const settings = found.find((one): one is typeof one & Matter<'branch'> => one.noun === 'branch');
  return { board: boardOf([...found, ...lines, ...counted, ...rest]), ...(settings && { settings }) };
}

/** The member's own lines that are not decided or belong to an open month, what it is drafting about others, and what it was named to verify. */
async function ownLines(
  rows: Rows,
  branch: string,
  { all, subject, reported }: Whose,
  months: readonly string[],
): Promise<readonly Matter[]> {
  const own = await listMatters(rows, branch, 'line', { subject, notState: ['withdrawn', 'determined', 'reversed'] });
  if (all) return own.filter(({ state, period = '' }) => !isOpenLine(state) && months.includes(period));
  const drafts = await mattersOf(rows, branch, 'line', [...reported]);
  const verified = await toVerify(rows, branch, subject);
  return [...own, ...drafts.filter(({ state }) => state === 'draft'), ...verified];
}

function isOpenLine(state: string): boolean {
  return LINES.some((one) => one === state);
}
