import type { AnswerOf } from '#contract/api.ts';

/** An appeal as the superior sees it. */
export type Appeal = AnswerOf<'appeal.show'>['rows'][number];

/** What a superior owes. */
export type WorkRow = AnswerOf<'work.list'>['rows'][number];
