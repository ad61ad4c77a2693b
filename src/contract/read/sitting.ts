import { z } from 'zod';
import { claimed, people } from '#contract/act/words.ts';
import { day } from '#contract/amount.ts';
import { id, read } from '#contract/endpoint.ts';
import { SITTING_STEPS } from '#domain/process/sitting-next.ts';

const text = z.string().max(20_000);
const count = z.int().min(0);
const revised = { id, state: z.string(), revision: z.int() };

/**
 * A line on the table of a meeting 会议事项. The number runs over the whole meeting, contested lines first, and stays. Whose line it is and what it says is
 * there only for whom product §3.6 gives it to; a deduction on the wall is its number alone.
 */
const tableLine = z.strictObject({
  number: z.int(),
  deduction: z.literal(true).optional(),
  line: id.optional(),
  label: z.string().optional(),
  motion: id.optional(),
  subject: id.optional(),
  fact: claimed.optional(),
  points: z.int().optional(),
  decision: z
    .strictObject({ as: z.string(), reason: text.optional() })
    .optional()
    .meta({ description: 'What the review decided, of a contested line.' }),
  hearing: z
    .strictObject({ answer: z.string().optional(), words: text.optional(), silent: z.boolean() })
    .optional()
    .meta({ description: 'What its member answered, of a contested line.' }),
  words: text.optional(),
});

const named = z.strictObject({ id, name: z.string() });

/** The numbers of a vote as counted; the sheets are told of paper ballots only. */
const counts = z.strictObject({
  way: z.enum(['hands', 'paper', 'screen']),
  ayes: count,
  noes: count,
  abstentions: count,
  issued: count.optional(),
  returned: count.optional(),
  invalid: count.optional(),
});

const motion = z.strictObject({
  ...revised,
  kind: z.enum(['bundle', 'contested', 'scheme', 'absence', 'other']),
  title: z.string().optional(),
  lines: people,
  numbers: z.array(z.int()),
  about: id.optional(),
  way: z.enum(['hands', 'paper', 'screen']).optional(),
  knowing: z.boolean().optional(),
  briefed: z.boolean(),
  entitled: count,
  present: count,
  notVoting: count,
  needed: count,
  canPass: z.boolean(),
  screen: z.boolean().meta({ description: 'Whether enough may vote for a secret ballot on screen.' }),
  counts: counts.optional(),
  result: z.enum(['passed', 'lost']).optional(),
  reason: text.optional(),
  cast: count.optional().meta({ description: 'How many ballots are in the box, of an open vote on screen.' }),
  mine: z
    .strictObject({ may: z.boolean(), voted: z.boolean() })
    .optional()
    .meta({ description: 'Of an open vote on screen: whether the caller may vote, and has.' }),
});

/** The next step of a meeting: who takes it, what it is about, the refusal that stands in its way, and the step that can be taken instead. */
const nextStep = z.strictObject({
  step: z.enum(SITTING_STEPS),
  by: z.enum(['secretary', 'recorder']),
  person: id.optional(),
  motion: id.optional(),
  line: id.optional(),
  outcome: z.strictObject({ noun: z.enum(['objection', 'appeal']), id }).optional(),
  quarter: z.string().optional(),
  register: id.optional(),
  blocked: z.string().optional(),
  or: z.enum(SITTING_STEPS).optional(),
});

/** A general meeting as those in it follow it 会议进行. */
export const sittingAnswer = z.strictObject({
  meeting: z.strictObject({
    ...revised,
    day,
    place: z.string(),
    chair: named,
    recorder: named,
    period: z.string().optional(),
    items: z.array(z.string()),
    told: z.boolean(),
    reason: text.optional(),
    owed: z.array(
      z.strictObject({
        noun: z.enum(['objection', 'appeal']),
        id,
        state: z.string(),
        revision: z.int(),
        about: z.enum(['line', 'total']),
        result: z.string().optional(),
        member: id.optional(),
        reason: text.optional(),
      }),
    ),
  }),
  full: z.boolean().meta({ description: 'Whether the caller is given whose lines they are and what they say.' }),
  office: z.boolean(),
  here: z.boolean().meta({ description: 'Whether the caller is recorded as present.' }),
  roll: z.strictObject({
    frozen: z.boolean(),
    entitled: count,
    lines: z.array(
      z.strictObject({ member: id, name: z.string(), entitled: z.boolean(), reason: z.string().optional() }),
    ),
    present: people,
    leave: z.array(z.strictObject({ member: id, reason: z.string().optional() })),
  }),
  quorum: z.strictObject({ least: count, present: count, met: z.boolean() }),
  law: z.strictObject({ entitled: count, ayes: count }),
  quarter: z
    .strictObject({
      ...revised,
      motion: id.optional(),
      monthsOpen: count,
      linesToDecide: z.strictObject({ contested: count, rest: count }),
    })
    .nullable(),
  contested: z.array(tableLine),
  rest: z.array(tableLine),
  motions: z.array(motion),
  minutes: z.strictObject({ ...revised, chair: z.boolean(), recorder: z.boolean() }).nullable(),
  register: z.strictObject(revised).nullable(),
  next: nextStep,
});

/** What is read of a meeting while it goes on. */
export const sittingReads = {
  'assembly.follow': read(
    'signed-in',
    'A general meeting as it goes on: roll, quorum, lines, motions and the next step; without id that of today, else the next, else the last',
    z.strictObject({
      branch: id,
      id: z.exactOptional(id),
      wall: z.exactOptional(z.enum(['true', 'false']).transform((on) => on === 'true')),
    }),
    z.strictObject({ sitting: sittingAnswer.nullable() }),
  ),
} as const;
