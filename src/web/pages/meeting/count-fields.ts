import type { VotingWay } from '#domain/process/ballot.ts';
import type { Said } from './take.ts';

/** What the recorder typed of a count 计票; what is empty is worked out. */
export type Typed = {
  readonly ayes: string;
  readonly noes: string;
  readonly abstentions: string;
  readonly issued: string;
  readonly returned: string;
  readonly invalid: string;
};

/** Nothing typed yet. */
export const UNTYPED: Typed = { ayes: '', noes: '', abstentions: '', issued: '', returned: '', invalid: '' };

/** The fields of a way of voting, in the order in which they are typed. */
export function fieldsOf(way: VotingWay): readonly (keyof Typed)[] {
  if (way === 'screen') return [];
  return way === 'paper'
    ? ['issued', 'returned', 'noes', 'abstentions', 'invalid', 'ayes']
    : ['noes', 'abstentions', 'ayes'];
}

/** The counts as they stand: sheets are one for each voter and all come back, nobody is against, and the ayes are the rest, unless typed otherwise. */
export function countsOf(way: VotingWay, voters: number, typed: Typed): Required<NonNullable<Said['counts']>> {
  const number = (text: string, otherwise: number): number => (text.trim() === '' ? otherwise : Number(text));
  const noes = number(typed.noes, 0);
  const abstentions = number(typed.abstentions, 0);
  const issued = number(typed.issued, voters);
  const returned = number(typed.returned, issued);
  const invalid = way === 'paper' ? number(typed.invalid, 0) : 0;
  const ayes = number(typed.ayes, Math.max(0, (way === 'paper' ? returned : voters) - noes - abstentions - invalid));
  return { ayes, noes, abstentions, issued, returned, invalid };
}

/** The counts as they are sent: a show of hands has no sheets, and a vote on screen counts itself. */
export function sentCounts(way: VotingWay, voters: number, typed: Typed): Pick<Said, 'counts'> {
  const { ayes, noes, abstentions, ...sheets } = countsOf(way, voters, typed);
  if (way === 'screen') return {};
  return { counts: { ayes, noes, abstentions, ...(way === 'paper' && sheets) } };
}
