import { condition, id } from './condition.ts';
import { component, definitions } from './node.ts';
import {
  either,
  flag,
  isRecord,
  type JsonSchema,
  list,
  matching,
  object,
  oneOf,
  optional,
  points,
  type Read,
  share,
  text,
  whole,
} from './shape.ts';

const day = matching(/^\d{4}-\d{2}-\d{2}$/, 'not-a-day');
const monthDay = matching(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'not-a-month-day');
const firstOfMonth = matching(/^(0[1-9]|1[0-2])-01$/, 'not-first-of-month');

const cycle = object({
  starts: optional(firstOfMonth),
  period: optional(oneOf(['month', 'quarter', 'half', 'year', 'term'])),
  terms: optional(list(object({ label: text(20), from: monthDay }), 2, 6)),
  year: optional(oneOf(['whole', 'sum', 'mean', 'last'])),
});

const category = object({
  id: text(40),
  label: optional(text(40)),
  clause: optional(text(60)),
  ranked: optional(flag),
  graded: optional(flag),
  note: optional(text(1000)),
});

const veto = object({
  id,
  label: text(),
  clause: optional(text(60)),
  source: optional(oneOf(['example', 'inferred'])),
  effect: optional(
    either((value) => value === 'zero', oneOf(['zero']), object({ grade: optional(text(40)), clears: optional(id) })),
  ),
  when: optional(list(condition, 1, 10)),
  note: optional(text(1000)),
});

/** A band 等次 of the totals: half-open [from, to), or closed by `upTo` where a scheme quoted from practice has whole-point bands (product §4). */
const grade = object({
  label: text(40),
  clause: optional(text(60)),
  source: optional(oneOf(['example', 'inferred'])),
  for: optional(list(text(40), 1, 50)),
  from: optional(points()),
  to: optional(points()),
  upTo: optional(points()),
  rank: optional(oneOf(['front', 'rear'])),
  requires: optional(list(condition, 1, 10)),
  note: optional(text(1000)),
});

const quota = object({
  grades: list(text(40), 1, 10),
  max: optional(share),
  min: optional(share),
  places: optional(whole(0, 100_000)),
  into: optional(text(40)),
  clause: optional(text(60)),
  note: optional(text(1000)),
});

const warning = object({
  label: text(40),
  clause: optional(text(60)),
  source: optional(oneOf(['example', 'inferred'])),
  when: list(condition, 1, 10),
  note: optional(text(1000)),
});

const review = object({
  id,
  label: text(),
  clause: optional(text(60)),
  of: optional(points(0.0001)),
  raters: optional(list(object({ id: text(40), weight: optional(share) }), 1, 20)),
});

const terms = object({
  declare: optional(oneOf(['month', 'quarter', 'year'])),
  review: optional(oneOf(['month', 'quarter', 'year'])),
  determine: optional(oneOf(['month', 'quarter', 'half', 'year'])),
  noticeDays: optional(whole(0, 365)),
  hearingDays: optional(whole(0, 365)),
  quorum: optional(share),
  majority: optional(share),
  objectionReplyDays: optional(whole(0, 365)),
  appealReplyMonths: optional(whole(0, 60)),
  improvementMonths: optional(whole(0, 60)),
});

/** The scheme document 方案 as people write it in YAML; what it says is §二, §三 and §四 of the source. */
export const document = object({
  scheme: id,
  title: text(),
  organisation: optional(text()),
  version: optional(whole(1, 10_000)),
  effective: optional(day),
  clause: optional(text(60)),
  source: optional(object({ title: optional(text()), address: optional(text(500)), partial: optional(text(1000)) })),
  historical: optional(flag),
  note: optional(text(2000)),
  cycle: optional(cycle),
  display: optional(object({ decimals: whole(0, 4) })),
  full: optional(points(0)),
  categories: optional(list(category, 0, 100)),
  components: list(component, 0, 50),
  total: optional(
    object({
      floor: optional(points()),
      cap: optional(points()),
      times: optional(either(isRecord, object({ review: id }), share)),
      clause: optional(text(60)),
    }),
  ),
  reviews: optional(list(review, 0, 20)),
  vetoes: optional(list(veto, 0, 200)),
  rank: optional(
    object({
      within: optional(oneOf(['branch', 'category'])),
      front: optional(share),
      rear: optional(share),
      clause: optional(text(60)),
      source: optional(oneOf(['example', 'inferred'])),
    }),
  ),
  grades: optional(list(grade, 0, 100)),
  quotas: optional(list(quota, 0, 20)),
  warnings: optional(list(warning, 0, 50)),
  exemptions: optional(
    list(
      object({
        label: text(),
        clause: optional(text(60)),
        approval: optional(list(text(60), 0, 10)),
        note: optional(text(1000)),
      }),
      0,
      50,
    ),
  ),
  terms: optional(terms),
  uses: optional(list(object({ label: text(), clause: optional(text(60)), note: optional(text(1000)) }), 0, 50)),
  readOnly: optional(text(1000)),
});

/** A scheme document as read: every key of the right kind, nothing yet known of how the parts fit. */
export type SchemeDocument = Read<typeof document>;
/** A veto 一票否决 ground as read. */
export type Veto = Read<typeof veto>;
/** A grade 等次 as read. */
export type Grade = Read<typeof grade>;
/** A quota 名额 on grades as read. */
export type Quota = Read<typeof quota>;
/** A coloured warning 预警 as read. */
export type Warning = Read<typeof warning>;
/** A review 测评/民主评议 whose result the scheme uses, as read. */
export type ReviewSetting = Read<typeof review>;
/** The cycle 考核周期 as read. */
export type Cycle = Read<typeof cycle>;

/** The JSON Schema of the scheme language, for editors (scheme language, "JSON Schema published"). */
export function schemeSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'scheme.schema.json',
    title: 'Sunledger scheme 党员积分方案',
    ...document.schema,
    $defs: Object.fromEntries(Object.entries(definitions).map(([name, shape]) => [name, shape.schema])),
  };
}
