import { ONCE, type Points } from '#domain/kernel/points.ts';
import { condition } from './condition.ts';
import {
  as,
  either,
  isRecord,
  list,
  matching,
  named,
  object,
  oneOf,
  optional,
  points,
  type Read,
  type Shape,
  table,
  text,
} from './shape.ts';

/** Stretches 范围 over which a limit counts or a quantity is pooled; `matter` is all facts with one reference, `period` what the cycle scores or posts by itself (a quarter, a school term). */
export const SCOPES = ['day', 'matter', 'month', 'quarter', 'half', 'period', 'year'] as const;

/** One stretch over which a limit counts. */
export type Scope = (typeof SCOPES)[number];

/** An amount 分值 in 1/10000 point, or one that differs by category, role or group of the member. */
export type Amount = Points | ByMember;

/** Amounts by a member's category, role or group (分类管理, §一); `else` is for everyone not named. */
export type ByMember = {
  readonly by: 'category' | 'role' | 'group';
  readonly amounts: ReadonlyMap<string, Points>;
  readonly otherwise: Points;
};

const byMember: Shape<ByMember> = {
  read(value, path, problems) {
    if (!isRecord(value)) return undefined;
    const { by, else: otherwise, ...amounts } = value;
    const kind = oneOf(['category', 'role', 'group']).read(by, `${path}.by`, problems);
    const named = table(points()).read(amounts, path, problems);
    const rest = otherwise === undefined ? 0 : points().read(otherwise, `${path}.else`, problems);
    if (kind === undefined || named === undefined || rest === undefined) return undefined;
    return { by: kind, amounts: named, otherwise: rest };
  },
  schema: {
    type: 'object',
    properties: { by: { enum: ['category', 'role', 'group'] }, else: points().schema },
    additionalProperties: points().schema,
    required: ['by'],
  },
};

/** An amount as written: a number, or `{ by: category, 在职: 60, else: 40 }`. */
export const amount = named<Amount>('amount', either<ByMember, Points>(isRecord, byMember, points()));

const scope = oneOf(SCOPES);
const TAKES = ['all', 'highest', 'lowest', 'latest', 'mean'] as const;
const take = optional(oneOf(TAKES));

/** Which of several facts of one item count: all, the largest in size, the smallest, the latest, or their mean. */
export type Take = (typeof TAKES)[number];

const each = either(
  (value) => isRecord(value) && !('by' in value),
  object({
    points: amount,
    per: optional(points(0.0001)),
    unit: optional(text(20)),
    steps: optional(oneOf(['whole', 'exact', 'started'])),
    over: optional(scope),
  }),
  as(amount, (read) => ({ points: read, per: ONCE, unit: '次', steps: 'whole' as const })),
);

const once = either(
  (value) => isRecord(value) && !('by' in value),
  object({ yes: amount, no: optional(amount), missing: optional(points(0)), per: optional(scope) }),
  as(amount, (read) => ({ yes: read })),
);

const levels = either(
  (value) => isRecord(value) && isRecord(value['of']),
  object({ of: table(amount), take, missing: optional(points(0)) }),
  as(table(amount), (of) => ({ of })),
);

const judged = either(
  (value) => typeof value === 'number' || (isRecord(value) && 'by' in value),
  as(amount, (to) => ({ to, take: 'latest' as const })),
  either(
    (value) => value === 'open',
    as(oneOf(['open']), (): { readonly from?: Amount; readonly to?: Amount } => ({})),
    object({ from: optional(amount), to: optional(amount), take, missing: optional(points(0)) }),
  ),
);

const convert = object({ worth: amount, of: optional(points(0.0001)), take, missing: optional(points(0)) });

const row = object({
  from: optional(points()),
  to: optional(points()),
  upTo: optional(points()),
  points: amount,
  label: optional(text()),
});

const steps = object({
  on: oneOf(['quantity', 'count', 'score', 'place', 'share']),
  over: optional(scope),
  rows: list(row, 1, 100),
  else: optional(amount),
  missing: optional(points(0)),
});

const meets = object({ points: amount, else: optional(amount), when: list(condition, 1, 10) });

const review = object({ of: matching(/^[\w-]{1,40}$/, 'not-an-id'), worth: amount });

/** The keys by which an item says how a fact becomes points 计分方式; an item bears exactly one, or none when it only opens with its worth. */
export const VALUE_KEYS = ['each', 'once', 'levels', 'judged', 'convert', 'steps', 'meets', 'review', 'lost'] as const;

/** The fields of an item that hold its value. */
export const valueFields = {
  each: optional(each),
  once: optional(once),
  levels: optional(levels),
  judged: optional(judged),
  convert: optional(convert),
  steps: optional(steps),
  meets: optional(meets),
  review: optional(review),
  lost: optional(oneOf(['whole'])),
};

/** So much for each occurrence or each `per` of a quantity (每次、每小时). */
export type Each = Read<typeof each>;
/** So much once, by yes or no (一次性、是否). */
export type Once = Read<typeof once>;
/** So much by level (按级别). */
export type Levels = Read<typeof levels>;
/** Points given by judgement within a range (评定). */
export type Judged = Read<typeof judged>;
/** A share of an outside score (折算). */
export type Convert = Read<typeof convert>;
/** So much by where a number falls in a table (分档). */
export type Steps = Read<typeof steps>;
/** So much when a condition holds (达到条件). */
export type Meets = Read<typeof meets>;
/** A share of a review's result (测评). */
export type Review = Read<typeof review>;
