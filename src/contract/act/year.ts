import { z } from 'zod';
import { change, make } from '#contract/endpoint.ts';
import { people, reason } from './words.ts';

const aYear = z.string().regex(/^\d{4}$/);

/** The acts of settlement and filing 年度积分与备案 (§三(五)). */
export const year = {
  'settlement.preview': make('Previews the annual settlement, or renews its preview', { year: aYear }),
  'settlement.amend': make('Previews an amended settlement with the reason, by two persons', { year: aYear, reason }),
  'settlement.seal': change('Seals the annual settlement as previewed', {}),
  'settlement.supersede': change('Marks a settlement as superseded by its amended one', {}),
  'filing.draft': make('Drafts the filing of a year', { year: aYear }),
  'filing.send': change('Sends the filing; names the returned lines that the branch stands by', {
    confirmed: people.optional(),
  }),
  'filing.approve': change('Approves the filing under a number', { number: z.string().min(1).max(100) }),
  'filing.return': change('Returns the filing, naming lines', { reason, lines: people }),
  'filing.archive': change('Archives an approved filing', {}),
} as const;
