import { z } from 'zod';
import { claimed } from '#contract/act/words.ts';
import { amount, day } from '#contract/amount.ts';
import { id, read } from '#contract/endpoint.ts';
import { lineAnswer } from './process.ts';

const count = z.int().min(0);
const text = z.string().max(20_000);
const at = { day };
const reviewed = {
  ...at,
  /** The day of the session, its body, how many of it came, stepped aside without a reason told, and were for it. */
  session: id,
  body: z.enum(['committee', 'branch-meeting']),
  of: count,
  present: count,
  recused: count,
  ayes: count,
};
const matter = { noun: z.enum(['objection', 'appeal']), id };
/** Twenty digits of the hash of the event on the chain, which the page of fingerprints finds. */
const fingerprint = z.string();

/** A step by which a line came to where it stands 办理过程, days alone: an instant could point to a reporter. */
export const traceStep = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('declared'),
    ...at,
    /** `member` where another member reported it 由党员反映, whoever that was; `clock` where it was filled in by itself; `sheet` where it came of a sheet of opening points. */
    by: z.enum(['self', 'committee', 'recorder', 'member', 'clock', 'sheet']),
  }),
  z.strictObject({ step: z.literal('confirmed'), ...at, by: z.enum(['self', 'recorder']) }),
  z.strictObject({ step: z.literal('withdrawn'), ...at }),
  z.strictObject({ step: z.literal('told'), ...at, last: day, provisional: z.boolean() }),
  z.strictObject({
    step: z.literal('answered'),
    ...at,
    answer: z.enum(['accept', 'decline', 'contest', 'silence']),
    words: text.optional(),
    /** Said at the desk, and entered by the recorder. */
    onBehalf: z.boolean(),
  }),
  z.strictObject({ step: z.literal('verified'), ...at }),
  z.strictObject({
    step: z.literal('reviewed'),
    ...reviewed,
    as: z.enum(['accepted', 'adjusted', 'declined']),
    reason: text.optional(),
    /** The fact as it was adjusted. */
    fact: claimed.optional(),
  }),
  z.strictObject({ step: z.literal('referred'), ...reviewed }),
  z.strictObject({ step: z.literal('undone'), ...at, what: z.enum(['declaration', 'hearing', 'review']) }),
  z.strictObject({
    step: z.literal('put'),
    ...at,
    motion: id,
    assembly: id,
    /** The day of the meeting, and the number of the motion among those put in it. */
    meeting: day,
    number: z.int(),
    title: z.string(),
    alone: z.boolean(),
  }),
  z.strictObject({ step: z.literal('deferred'), ...at, motion: id, reason: text.optional() }),
  z.strictObject({
    step: z.literal('voted'),
    ...at,
    motion: id,
    way: z.enum(['hands', 'paper', 'screen']),
    entitled: count,
    present: count,
    ayes: count,
    noes: count,
    abstentions: count,
    invalid: count.optional(),
    result: z.enum(['passed', 'lost']),
  }),
  z.strictObject({ step: z.literal('rejected'), ...at, reason: text.optional() }),
  /** Determined; without an entry where the review had declined it and the meeting agreed. */
  z.strictObject({
    step: z.literal('entered'),
    ...at,
    entry: z.int().optional(),
    fact: day,
    fingerprint: fingerprint.optional(),
  }),
  z.strictObject({
    step: z.literal('registered'),
    ...at,
    kind: z.enum(['register', 'supplement']),
    number: z.int(),
    quarter: z.string(),
    fingerprint,
  }),
  z.strictObject({
    step: z.literal('noticed'),
    ...at,
    notice: id,
    /** What it posted: a quarter, or the year in which a supplement was counted in. */
    of: z.enum(['quarter', 'settlement']),
    period: z.string(),
    number: z.int(),
    last: day,
    provisional: z.boolean(),
    state: z.string(),
    fingerprint,
  }),
  /** Of an appeal only once the branch was served it, from that day on. */
  z.strictObject({ step: z.literal('objected'), ...at, ...matter, words: text }),
  z.strictObject({
    step: z.literal('found'),
    ...at,
    ...matter,
    result: z.enum(['upheld', 'partly', 'dismissed']),
    reason: text,
  }),
  z.strictObject({ step: z.literal('replied'), ...at, ...matter }),
  z.strictObject({ step: z.literal('reported'), ...at, ...matter, assembly: id }),
  z.strictObject({
    step: z.literal('reversed'),
    ...at,
    /** The entry that takes another back, and which; none where nothing had been entered. */
    entry: z.int().optional(),
    reverses: z.int().optional(),
    reason: text.optional(),
    /** What it rests on: `objection:` or `appeal:` and the id, or the finding's own name. */
    finding: z.string().optional(),
    fingerprint: fingerprint.optional(),
  }),
  z.strictObject({ step: z.literal('corrected'), ...at, entry: z.int(), fact: claimed, fingerprint }),
]);

/** What an item is worth to the member of the line on its day 分值: which of the fields there are follows from `kind`. */
export const worthAnswer = z.strictObject({
  kind: z.enum(['none', 'lost', 'each', 'once', 'levels', 'judged', 'convert', 'steps', 'meets', 'review']),
  points: amount.optional(),
  otherwise: amount.optional(),
  /** Judged: from how many to how many. */
  from: amount.optional(),
  to: amount.optional(),
  /** Each: for how much of a quantity (1/10000), in which unit, added up over which stretch; convert: a share of how much. */
  per: z.int().optional(),
  of: z.int().optional(),
  unit: z.string().optional(),
  over: z.string().optional(),
  levels: z.array(z.strictObject({ level: z.string(), points: amount })).optional(),
  on: z.string().optional(),
  rows: z
    .array(
      z.strictObject({
        from: z.int().optional(),
        to: z.int().optional(),
        upTo: z.int().optional(),
        label: z.string().optional(),
        points: amount,
      }),
    )
    .optional(),
});

/** The item of a line by the version of the scheme that is in force on its day. */
export const tracedItem = z.strictObject({
  id: z.string(),
  label: z.string(),
  clause: z.string().optional(),
  component: z.strictObject({ id: z.string(), label: z.string(), clause: z.string().optional() }).optional(),
  worth: worthAnswer,
  basis: z.string().optional(),
  scheme: z.strictObject({ title: z.string(), version: z.int(), effective: day.optional() }),
});

/** How one line came about 这分怎么来的. */
export const traceReads = {
  'line.show': read(
    'signed-in',
    'How a line came to where it stands: its rule, and every step in order; whoever reported it is in none',
    z.strictObject({ branch: id, id }),
    z.strictObject({
      line: lineAnswer,
      item: tracedItem.optional(),
      /** The item under which it counts since a finding put it right. */
      corrected: tracedItem.optional(),
      /** Where it was adjusted, declined, put right or taken back since: what it counts by itself now, and what it was put down for before. */
      worth: z.strictObject({ now: z.int(), before: z.int() }).optional(),
      steps: z.array(traceStep),
    }),
  ),
} as const;
