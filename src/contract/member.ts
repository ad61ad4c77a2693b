import { z } from 'zod';
import { STANDINGS } from '#domain/ledger/member.ts';
import { day } from './amount.ts';
import { id } from './endpoint.ts';

/** What held of a member between two days 党籍状态, as the roster and the member's own file show it. */
export const statusAnswer = z.strictObject({
  from: day,
  to: day,
  standing: z.string(),
  category: z.string().optional(),
  group: z.string().optional(),
  role: z.string().optional(),
});

/** A member 党员 in a list: who it is and what held on the day, no points. */
export const memberAnswer = z.strictObject({
  id: z.string(),
  code: z.string().meta({ description: "The number in the branch's own roster." }),
  name: z.string(),
  standing: z.enum(STANDINGS).optional(),
  category: z.string().optional(),
  role: z.string().optional(),
});

/** The members of the branch by strokes of the surname 姓氏笔画, and the names of others who act in it: of the superior, or lent. */
export const memberList = z.strictObject({
  members: z.array(
    memberAnswer.extend({
      /** What a search by sound finds the name under: syllables without tones, then the initials. */
      keys: z.string(),
    }),
  ),
  others: z.array(z.strictObject({ id, name: z.string() })),
  /** Who holds an office of the branch today or later 职务, with its days; a last day only where one is set. */
  offices: z.array(
    z.strictObject({
      person: id,
      role: z.enum(['secretary', 'committee', 'discipline', 'recorder']),
      from: day,
      to: day.optional(),
    }),
  ),
});

/** A member as sent. */
export type MemberAnswer = z.infer<typeof memberAnswer>;
/** A member as listed, with what it is found under. */
export type ListedMember = z.infer<typeof memberList>['members'][number];
