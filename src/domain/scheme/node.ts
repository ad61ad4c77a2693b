import { ONE, type Ratio } from '#domain/kernel/ratio.ts';
import { id } from './condition.ts';
import {
  either,
  flag,
  isRecord,
  list,
  named,
  object,
  oneOf,
  optional,
  points,
  type Read,
  recursive,
  type Shape,
  share,
  table,
  text,
  whole,
} from './shape.ts';
import { type Amount, amount, SCOPES, valueFields } from './value.ts';

const scope = oneOf(SCOPES);

/** A limit 上限/下限: at most so many points, not below so many, or at most so many occurrences, in each stretch. */
const limit = object({
  cap: optional(amount),
  floor: optional(amount),
  count: optional(whole(1, 100_000)),
  per: scope,
});

/** A limit as read; amounts in 1/10000 point, `count` in occurrences. */
export type Limit = Read<typeof limit>;

const reviewFactor = object({ review: id });

const factorByMember: Shape<SharesByMember> = {
  read(value, path, problems) {
    if (!isRecord(value)) return undefined;
    const { by, else: otherwise, ...shares } = value;
    const kind = oneOf(['category', 'role', 'group']).read(by, `${path}.by`, problems);
    const named = table(share).read(shares, path, problems);
    const rest = otherwise === undefined ? ONE : share.read(otherwise, `${path}.else`, problems);
    return kind && named && rest ? { by: kind, shares: named, otherwise: rest } : undefined;
  },
  schema: {
    type: 'object',
    properties: { by: { enum: ['category', 'role', 'group'] }, else: share.schema },
    additionalProperties: share.schema,
    required: ['by'],
  },
};

/** Factors 系数 by a member's category, role or group; 1 for everyone not named. */
export type SharesByMember = {
  readonly by: 'category' | 'role' | 'group';
  readonly shares: ReadonlyMap<string, Ratio>;
  readonly otherwise: Ratio;
};

const factor = either(
  (value) => isRecord(value) && 'review' in value,
  reviewFactor,
  either<SharesByMember, Ratio>(isRecord, factorByMember, share),
);

/** A factor 系数 on a node after its cap and floor: a share, the result of a review, or shares by member. */
export type Factor = Read<typeof factor>;

/** What every node says of itself: where it stands in the scheme document, and the limits and factor that act on it. */
const common = {
  id,
  label: text(),
  clause: optional(text(60)),
  source: optional(oneOf(['example', 'inferred'])),
  note: optional(text(1000)),
  for: optional(list(text(40), 1, 50)),
  full: optional(points(0)),
  cap: optional(either((value) => value === 'none', oneOf(['none']), amount)),
  floor: optional(amount),
  times: optional(factor),
  outside: optional(flag),
  concerns: optional(id),
  limits: optional(list(limit, 0, 20)),
};

const extra = object({
  id,
  label: text(),
  clause: optional(text(60)),
  source: optional(oneOf(['example', 'inferred'])),
  plus: optional(amount),
  times: optional(share),
});

/** Something that raises a single occurrence 另加、翻倍: a further amount or a factor, before the item's limits. */
export type Extra = Read<typeof extra>;

/** Where a fact comes from 依据; points for the use of an application are refused (product §3.1). */
export const BASES = ['attendance', 'act', 'result', 'award', 'judged', 'outside', 'application'] as const;

const item = named(
  'item',
  object({
    ...common,
    ...valueFields,
    opens: optional(amount),
    limits: optional(list(limit, 0, 20)),
    free: optional(object({ count: whole(1, 1000), per: optional(scope) })),
    extra: optional(list(extra, 1, 20)),
    basis: optional(oneOf(BASES)),
    declare: optional(oneOf(['required', 'optional', 'never'])),
    evidence: optional(oneOf(['required', 'optional'])),
    by: optional(oneOf(['member', 'organisation', 'either'])),
    reaches: optional(either((value) => value === 'group', oneOf(['group']), object({ role: text(40) }))),
  }),
);

/** An item 项目 as read: the place where facts become points. */
export type Item = Read<typeof item>;

/** A group 组 of items or of further groups, with limits of its own. */
export type Group = Omit<Read<typeof groupShape>, 'groups'> & { readonly groups?: readonly Group[] };

const groupShape = object({
  ...common,
  opens: optional(amount),
  take: optional(oneOf(['all', 'highest'])),
  items: optional(list(item)),
});

const group: Shape<Group> = recursive('group', () => groupFields);
const groupFields: Shape<Group> = object({
  ...common,
  opens: optional(amount),
  take: optional(oneOf(['all', 'highest'])),
  groups: optional(list(group)),
  items: optional(list(item)),
});

const carry = object({
  carry: share,
  newcomer: either((value) => value === 'mean', oneOf(['mean']), amount),
});

/** An opening taken from last year 结转: a share of last year's own total, and what a newcomer opens with. */
export type Carry = Read<typeof carry>;

/** A component 积分构成 as written: 基础分, 履职分, 扣分 …; it may open full, empty or from last year. */
export const component = object({
  ...common,
  opens: optional(either((value): value is object => isRecord(value) && 'carry' in value, carry, amount)),
  partYear: optional(oneOf(['whole', 'byMonth'])),
  take: optional(oneOf(['all', 'highest'])),
  groups: optional(list(group)),
  items: optional(list(item)),
});

/** A component as read. */
export type Component = Read<typeof component>;

/** The shapes of the recursive and of the oft-repeated parts, for `$defs`. */
export const definitions = { group: groupFields, item: item.published, amount: amount.published };

/** Any node of the scheme that bears limits. */
export type AnyNode = Component | Group | Item;

/** An amount, unless it is an opening carried over. */
export function isCarry(opens: Amount | Carry | undefined): opens is Carry {
  return typeof opens === 'object' && 'carry' in opens;
}
