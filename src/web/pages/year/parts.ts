import type { AnswerOf } from '#contract/api.ts';

/** What the parts of the year's page share: the settlements of the year, and what computes now. */
export type YearParts = {
  readonly branch: string;
  readonly year: string;
  readonly settlements: AnswerOf<'settlement.show'>;
  readonly drawn: AnswerOf<'settlement.draw'>;
};

/** What the parts of the page on appraisal and uses share. */
export type UsesParts = {
  readonly branch: string;
  readonly year: string;
  readonly matters: AnswerOf<'consequence.list'>['matters'];
};
