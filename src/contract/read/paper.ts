import { z } from 'zod';
import { day } from '#contract/amount.ts';
import { id, read } from '#contract/endpoint.ts';

const code = z.string();
const assembly = z.strictObject({ id, day, state: z.string() });

/** What a sheet of paper is 纸质材料: what its control code, or what its QR code holds, stands for. */
export const sheetFound = z.discriminatedUnion('as', [
  /** A declaration slip of a member for a month; without the member one that was printed empty. */
  z.strictObject({ as: z.literal('slip'), code, member: id.optional(), month: z.string() }),
  z.strictObject({ as: z.literal('roll'), code, assembly }),
  /** One ballot of a meeting: the motions on it, and how many ballots with these motions were printed. */
  z.strictObject({
    as: z.literal('ballot'),
    code,
    assembly,
    motions: z.array(z.strictObject({ id, title: z.string(), state: z.string(), way: z.string().optional() })),
    printed: z.int(),
  }),
  /** A sealed document: `intact` where what is kept opens the commitment on the chain and the event has its hash. */
  z.strictObject({
    as: z.literal('document'),
    code: code.optional(),
    kind: z.string(),
    number: z.int(),
    period: z.string().optional(),
    matter: id,
    sealed: day,
    fingerprint: z.string(),
    intact: z.boolean(),
    supersededBy: z.int().optional(),
    withdrawn: z.boolean(),
  }),
  /** A form of one matter, or of a member for whom there is none yet. */
  z.strictObject({
    as: z.literal('form'),
    code,
    form: z.enum(['talk', 'improvement', 'exemption', 'objection']),
    member: id.optional(),
    matter: z.strictObject({ id, state: z.string() }).optional(),
  }),
  /** The running notice that is reached under the code of its address. */
  z.strictObject({ as: z.literal('notice'), matter: id, state: z.string() }),
  /** An event of the chain that sealed nothing, such as the head printed on a sheet. */
  z.strictObject({ as: z.literal('event'), day, fingerprint: z.string(), isHead: z.boolean() }),
  z.strictObject({ as: z.literal('board') }),
  z.strictObject({ as: z.literal('join') }),
]);

/** What a sheet is, as sent. */
export type SheetFound = z.infer<typeof sheetFound>;

/** The reads of paper that comes back 纸质材料收回. */
export const paperReads = {
  'paper.find': read(
    'signed-in',
    'What a sheet of paper is, by its control code as typed or by the text of its QR code; an address for signing in is told as such and its code is not spent',
    z.strictObject({ branch: id, text: z.string().min(1).max(500) }),
    sheetFound,
  ),
} as const;
