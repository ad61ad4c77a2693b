/** A document as a person would write it, in parts. */
export type Doc = Record<string, unknown>;
/** An item that counts one point an occurrence. */
export const item = (id: string, rest: Doc = {}): Doc => ({
  id,
  label: `项${id}`,
  basis: 'act',
  each: 1,
  cap: 10,
  ...rest,
});
/** One component with these items. */
export const parts = (...items: Doc[]): Doc => ({ components: [{ id: 'LZ', label: '履职分', items }] });
/** One component with one item, changed so. */
export const duty = (rest: Doc): Doc => parts(item('a', rest));
const value = (rest: Doc): Doc => parts({ id: 'a', label: '项a', basis: 'act', ...rest });
const steps = (rows: unknown[], rest: Doc = {}): Doc => value({ steps: { on: 'score', rows, ...rest } });
const grades = (...list: Doc[]): Doc => ({ ...parts(item('a')), total: { floor: 0 }, grades: list });
const pass = { label: '合格', from: 0 };
const meets = (condition: Doc, more: Doc[] = []): Doc =>
  parts(item('a', { each: undefined, meets: { points: 1, when: [condition] } }), item('b'), ...more);
const requires = (condition: Doc, rest: Doc = {}): Doc => ({
  ...grades({ ...pass, requires: [condition] }, { label: '基本合格' }),
  ...rest,
});
const deep = (levels: number): Doc => {
  let group: Doc = { id: 'g', label: 'g' };
  for (let at = 0; at < levels; at++) group = { id: `g${at}`, label: 'g', groups: [group] };
  return { components: [{ id: 'LZ', label: '履职分', groups: [group] }] };
};
const sums = (full: number, ...caps: number[]): Doc => ({
  components: [{ id: 'LZ', label: '履职分', full, items: caps.map((cap, at) => item(`i${at}`, { cap })) }],
});
const concerns = (base: Doc, ...list: Doc[]): Doc => ({
  total: { floor: 0 },
  components: [
    { id: 'JC', label: '基础分', items: [{ id: 'j', label: '政治信念', ...base }] },
    { id: 'KF', label: '扣分', items: list.map((one, at) => item(`k${at}`, { each: -1, cap: undefined, ...one })) },
  ],
});

/** For each code a document that has the problem, and a near one that has not. */
export const CASES: Record<string, readonly [Doc, Doc]> = {
  'not-text': [duty({ label: true }), duty({ label: 2026 })],
  'empty-text': [duty({ label: ' ' }), duty({ label: ' 会 ' })],
  'text-too-long': [duty({ label: '长'.repeat(201) }), duty({ label: '长'.repeat(200) })],
  'not-one-of': [duty({ basis: 'gossip' }), duty({ basis: 'award' })],
  'not-yes-or-no': [duty({ outside: 'yes' }), duty({ outside: true })],
  'not-a-number': [duty({ each: '1' }), duty({ each: 1 })],
  'too-fine': [duty({ each: 0.00001 }), duty({ each: 0.0001 })],
  'out-of-range': [duty({ full: -1 }), duty({ full: 10, cap: 1 })],
  'not-whole': [duty({ free: { count: 1.5 } }), duty({ free: { count: 1 } })],
  'not-a-share': [duty({ times: '很多' }), duty({ times: '1/3' })],
  'not-a-list': [duty({ limits: { per: 'year', cap: 1 } }), duty({ limits: [{ per: 'year', cap: 1 }] })],
  'too-few': [value({ steps: { on: 'score', rows: [] } }), steps([{ points: 1 }])],
  'too-many': [
    duty({ extra: Array.from({ length: 21 }, (_, at) => ({ id: `x${at}`, label: `x${at}`, plus: 1 })) }),
    duty({ extra: Array.from({ length: 20 }, (_, at) => ({ id: `x${at}`, label: `x${at}`, plus: 1 })) }),
  ],
  'not-a-table': [value({ levels: 3 }), value({ levels: { 省: 3 } })],
  'not-an-object': [{ components: ['LZ'] }, duty({})],
  'unknown-key': [duty({ eech: 1 }), duty({ each: 1 })],
  'missing-key': [duty({ label: undefined }), duty({})],
  'too-deep': [deep(60), deep(5)],
  'not-a-day': [
    { ...duty({}), effective: '2026-02-30' },
    { ...duty({}), effective: '2026-02-28' },
  ],
  'not-a-month-day': [
    {
      ...duty({}),
      cycle: {
        period: 'term',
        terms: [
          { label: '上', from: '02-30' },
          { label: '下', from: '09-01' },
        ],
      },
    },
    {
      ...duty({}),
      cycle: {
        period: 'term',
        terms: [
          { label: '上', from: '02-28' },
          { label: '下', from: '09-01' },
        ],
      },
    },
  ],
  'not-first-of-month': [
    { ...duty({}), cycle: { starts: '07-02' } },
    { ...duty({}), cycle: { starts: '07-01' } },
  ],
  'not-an-id': [duty({ id: 'a b' }), duty({ id: '会议-1' })],
  'id-twice': [parts(item('a'), item('a', { label: '别名' })), parts(item('a'), item('b'))],
  'id-reserved': [duty({ id: 'total' }), duty({ id: 'totals' })],
  'label-twice': [parts(item('a', { label: '会' }), item('b', { label: '会' })), parts(item('a'), item('b'))],
  'label-is-id': [parts(item('a', { label: 'b' }), item('b')), parts(item('a', { label: 'a' }), item('b'))],
  'two-values': [duty({ once: 1 }), duty({})],
  'no-value': [value({}), value({ opens: 5 })],
  'basis-missing': [duty({ basis: undefined }), value({ basis: undefined, opens: 5 })],
  'basis-refused': [duty({ basis: 'application' }), duty({ basis: 'result' })],
  'basis-word': [duty({ label: '学习强国' }), duty({ label: '集中学习' })],
  'unknown-node': [concerns({ opens: 5 }, { concerns: 'x' }), concerns({ opens: 5 }, { concerns: 'j' })],
  'unknown-review': [
    value({ review: { of: 'r', worth: 5 } }),
    { ...value({ review: { of: 'r', worth: 5 } }), reviews: [{ id: 'r', label: '测评' }] },
  ],
  'unknown-grade': [
    { ...grades(pass), quotas: [{ grades: ['优秀'], places: 3 }] },
    { ...grades(pass), quotas: [{ grades: ['合格'], places: 3 }] },
  ],
  'unknown-category': [
    { ...duty({ for: ['离休'] }), categories: [{ id: '在职' }] },
    { ...duty({ for: ['在职'] }), categories: [{ id: '在职' }] },
  ],
  'concerns-itself': [concerns({ opens: 5 }, { concerns: 'k0' }), concerns({ opens: 5 }, { concerns: 'j' })],
  'concerns-not-item': [concerns({ opens: 5 }, { concerns: 'JC' }), concerns({ opens: 5 }, { concerns: 'j' })],
  'concerned-twice': [
    concerns({ opens: 5 }, { concerns: 'j' }, { concerns: 'j' }),
    concerns({ opens: 5 }, { concerns: 'j' }, {}),
  ],
  'double-jeopardy': [
    concerns({ opens: 5, each: -1, basis: 'act' }, { concerns: 'j' }),
    concerns({ opens: 5 }, { concerns: 'j' }),
  ],
  'veto-without-effect': [
    { ...duty({}), vetoes: [{ id: 'v', label: '违纪', effect: {} }] },
    { ...duty({}), vetoes: [{ id: 'v', label: '违纪', effect: 'zero' }] },
  ],
  'veto-clears-by-points': [
    { ...duty({}), vetoes: [{ id: 'v', label: '违纪', effect: { clears: 'LZ' }, when: [{ of: 'a', from: 5 }] }] },
    {
      ...duty({}),
      vetoes: [{ id: 'v', label: '违纪', effect: { clears: 'LZ' }, when: [{ of: 'a', measure: 'count', from: 5 }] }],
    },
  ],
  'meets-points': [meets({ of: 'b', measure: 'points', from: 1 }), meets({ of: 'b', measure: 'count', from: 1 })],
  'meets-itself': [meets({ of: 'a', from: 1 }), meets({ of: 'b', from: 1 })],
  'condition-not-item': [meets({ of: 'LZ', from: 1 }), meets({ of: 'b', from: 1 })],
  'condition-points-of-extra': [
    { ...requires({ of: 'x', from: 1 }), ...duty({ extra: [{ id: 'x', label: '另', plus: 1 }] }) },
    { ...requires({ of: 'x', measure: 'count', from: 1 }), ...duty({ extra: [{ id: 'x', label: '另', plus: 1 }] }) },
  ],
  'condition-empty': [meets({ of: 'b' }), meets({ of: 'b', upTo: 0 })],
  'in-a-row-unread': [meets({ of: 'b', from: 1, inARow: 2 }), meets({ of: 'b', from: 1 })],
  'in-a-row-whole': [
    requires({ of: 'total', from: 1, inARow: 2 }),
    requires({ of: 'total', from: 1, inARow: 2 }, { cycle: { year: 'sum' } }),
  ],
  'in-a-row-total': [
    requires({ of: 'LZ', from: 1, inARow: 2 }, { cycle: { year: 'sum' } }),
    requires({ of: 'total', from: 1, inARow: 2 }, { cycle: { year: 'sum' } }),
  ],
  'in-a-row-too-long': [
    requires({ of: 'total', from: 1, inARow: 5 }, { cycle: { year: 'sum' } }),
    requires({ of: 'total', from: 1, inARow: 4 }, { cycle: { year: 'sum' } }),
  ],
  'range-two-ends': [steps([{ from: 1, to: 2, upTo: 2, points: 1 }]), steps([{ from: 1, to: 2, points: 1 }])],
  'range-empty': [steps([{ from: 2, to: 2, points: 1 }]), steps([{ from: 2, upTo: 2, points: 1 }])],
  'judged-turned': [value({ judged: { from: 5, to: 1 } }), value({ judged: { from: 1, to: 1 } })],
  'cap-below-floor': [duty({ cap: 1, floor: 2 }), duty({ cap: 2, floor: 2 })],
  'limit-empty': [duty({ limits: [{ per: 'year' }] }), duty({ limits: [{ per: 'year', count: 2 }] })],
  'without-value': [value({ opens: 5, times: 0.5 }), value({ opens: 5, each: -1, times: 0.5 })],
  'lost-without-opens': [value({ lost: 'whole' }), value({ lost: 'whole', opens: 5 })],
  'extra-neither': [duty({ extra: [{ id: 'x', label: '另' }] }), duty({ extra: [{ id: 'x', label: '另', plus: 1 }] })],
  'extra-both': [
    duty({ extra: [{ id: 'x', label: '另', plus: 1, times: 2 }] }),
    duty({ extra: [{ id: 'x', label: '另', times: 2 }] }),
  ],
  'extra-unread': [
    value({ once: 1, extra: [{ id: 'x', label: '另', plus: 1 }] }),
    value({ levels: { 省: 1 }, extra: [{ id: 'x', label: '另', plus: 1 }] }),
  ],
  'carry-odd': [
    { components: [{ id: 'JC', label: '基础分', opens: { carry: 2, newcomer: 20 } }] },
    { components: [{ id: 'JC', label: '基础分', opens: { carry: '20%', newcomer: 20 } }] },
  ],
  'amount-too-large': [duty({ each: 100_001 }), duty({ each: 100_000 })],
  'factor-too-large': [duty({ times: 101 }), duty({ times: 100 })],
  'order-factor': [duty({ times: 2 }), duty({ times: 2, cap: undefined })],
  'order-extra': [
    duty({
      extra: [
        { id: 'x', label: '另', plus: 1 },
        { id: 'y', label: '翻', times: 2 },
      ],
    }),
    duty({
      extra: [
        { id: 'x', label: '另', plus: 1 },
        { id: 'y', label: '又', plus: 2 },
      ],
    }),
  ],
  'terms-missing': [
    { ...duty({}), cycle: { period: 'term' } },
    { ...duty({}), cycle: { period: 'half' } },
  ],
  'terms-unread': [
    {
      ...duty({}),
      cycle: {
        terms: [
          { label: '上', from: '03-01' },
          { label: '下', from: '09-01' },
        ],
      },
    },
    {
      ...duty({}),
      cycle: {
        period: 'term',
        terms: [
          { label: '上', from: '03-01' },
          { label: '下', from: '09-01' },
        ],
      },
    },
  ],
  'term-twice': [
    {
      ...duty({}),
      cycle: {
        period: 'term',
        terms: [
          { label: '上', from: '03-01' },
          { label: '下', from: '03-01' },
        ],
      },
    },
    {
      ...duty({}),
      cycle: {
        period: 'term',
        terms: [
          { label: '上', from: '03-01' },
          { label: '下', from: '03-02' },
        ],
      },
    },
  ],
  'year-limit-by-period': [
    { ...duty({ limits: [{ per: 'year', cap: 5 }] }), cycle: { year: 'sum' } },
    { ...duty({ limits: [{ per: 'quarter', cap: 5 }] }), cycle: { year: 'sum' } },
  ],
  'pool-by-period': [
    { ...value({ each: { points: 1, per: 3, over: 'year' } }), cycle: { period: 'quarter', year: 'sum' } },
    { ...value({ each: { points: 1, per: 3, over: 'quarter' } }), cycle: { period: 'quarter', year: 'sum' } },
  ],
  'veto-at-once': [
    {
      ...duty({}),
      vetoes: [{ id: 'v', label: '汇报过少', effect: 'zero', when: [{ of: 'a', measure: 'count', to: 2 }] }],
    },
    {
      ...duty({}),
      vetoes: [{ id: 'v', label: '缺席过多', effect: 'zero', when: [{ of: 'a', measure: 'count', from: 3 }] }],
    },
  ],
  'cap-on-deduction': [
    { ...duty({ each: -1, cap: undefined, limits: [{ per: 'month', cap: 2 }] }), total: { floor: 0 } },
    { ...duty({ each: -1, cap: undefined, limits: [{ per: 'month', floor: -2 }] }), total: { floor: 0 } },
  ],
  'term-below-least': [
    { ...duty({}), terms: { noticeDays: 4 } },
    { ...duty({}), terms: { noticeDays: 5, hearingDays: 3 } },
  ],
  'term-above-most': [
    { ...duty({}), terms: { improvementMonths: 13 } },
    { ...duty({}), terms: { improvementMonths: 12, objectionReplyDays: 15, appealReplyMonths: 3 } },
  ],
  'term-zero': [
    { ...duty({}), terms: { objectionReplyDays: 0 } },
    { ...duty({}), terms: { objectionReplyDays: 1 } },
  ],
  'share-below-half': [
    { ...duty({}), terms: { quorum: '49%' } },
    { ...duty({}), terms: { quorum: '1/2', majority: '1/2' } },
  ],
  'share-over-whole': [
    { ...grades(pass), quotas: [{ grades: ['合格'], max: '101%' }] },
    { ...grades(pass), quotas: [{ grades: ['合格'], max: 1 }] },
  ],
  'quota-without-number': [
    { ...grades(pass), quotas: [{ grades: ['合格'] }] },
    { ...grades(pass), quotas: [{ grades: ['合格'], places: 0 }] },
  ],
  'quota-into-itself': [
    { ...grades(pass), quotas: [{ grades: ['合格'], max: 0.1, into: '合格' }] },
    { ...grades(pass), quotas: [{ grades: ['合格'], min: 0.1, into: '合格' }] },
  ],
  'quota-turned': [
    { ...grades(pass), quotas: [{ grades: ['合格'], max: 0.1, min: 0.2 }] },
    { ...grades(pass), quotas: [{ grades: ['合格'], max: 0.2, min: 0.2 }] },
  ],
  'cap-zero': [duty({ cap: 0 }), duty({ cap: 0, each: -1, floor: -5 })],
  'limit-below-once': [
    duty({ each: 3, limits: [{ per: 'month', cap: 2 }] }),
    duty({ each: 2, limits: [{ per: 'month', cap: 2 }] }),
  ],
  'no-number': [value({ judged: 'open' }), value({ judged: 'open', limits: [{ per: 'year', cap: 5 }] })],
  'step-unreachable': [
    steps([
      { from: 1, points: 1 },
      { from: 2, points: 2 },
    ]),
    steps([
      { from: 2, points: 2 },
      { from: 1, points: 1 },
    ]),
  ],
  'step-overlap': [
    steps([
      { from: 10, points: 2 },
      { from: 5, to: 12, points: 1 },
    ]),
    steps([
      { from: 10, points: 2 },
      { from: 5, to: 10, points: 1 },
    ]),
  ],
  'step-shared-end': [
    steps([
      { from: 10, upTo: 20, points: 2 },
      { from: 20, upTo: 30, points: 1 },
    ]),
    steps([
      { from: 10, to: 20, points: 2 },
      { from: 20, upTo: 30, points: 1 },
    ]),
  ],
  'step-gap': [
    steps([
      { from: 10, points: 2 },
      { from: 1, to: 9, points: 1 },
    ]),
    value({
      steps: {
        on: 'count',
        rows: [
          { from: 10, points: 2 },
          { from: 1, upTo: 9, points: 1 },
        ],
      },
    }),
  ],
  'band-unreachable': [grades(pass, { label: '优', from: 5 }), grades({ label: '优', from: 5 }, pass)],
  'band-overlap': [
    grades({ label: '优', from: 8 }, { label: '合格', from: 0, to: 9 }),
    grades({ label: '优', from: 8 }, { label: '合格', from: 0, to: 8 }),
  ],
  'band-shared-end': [
    grades({ label: '优', from: 8 }, { label: '合格', from: 0, upTo: 8 }),
    grades({ label: '优', from: 8 }, { label: '合格', from: 0, to: 8 }),
  ],
  'band-out-of-reach': [grades({ label: '优', from: 11 }, pass), grades({ label: '优', from: 10 }, pass)],
  'bands-not-all': [grades({ label: '合格', from: 5 }), grades(pass)],
  'band-whole-points': [
    grades({ label: '优', from: 8 }, { label: '合格', from: 0, upTo: 7 }),
    grades({ label: '优', from: 8 }, { label: '合格', from: 0, to: 8 }),
  ],
  'band-gap': [
    grades({ label: '优', from: 8 }, { label: '合格', from: 0, to: 6 }),
    grades({ label: '优', from: 8 }, { label: '合格', from: 0, to: 8 }),
  ],
  'band-hole': [
    { ...grades({ label: '优', from: 8, rank: 'front' }, { label: '合格', from: 0, to: 8 }), rank: { front: 0.3 } },
    { ...grades({ label: '优', from: 8, rank: 'front' }, { label: '合格', from: 0 }), rank: { front: 0.3 } },
  ],
  'rank-without-number': [
    grades({ label: '优', from: 8, rank: 'front' }, pass),
    { ...grades({ label: '优', from: 8, rank: 'front' }, pass), rank: { front: 0.3 } },
  ],
  'rank-over-whole': [
    { ...duty({}), rank: { front: 0.6, rear: 0.6 } },
    { ...duty({}), rank: { front: 0.5, rear: 0.5 } },
  ],
  'items-over-heading': [sums(6, 5, 5), sums(10, 5, 5)],
  'items-under-heading': [sums(12, 5, 5), sums(10, 5, 5)],
  'components-over-full': [
    { ...sums(10, 5, 5), full: 9 },
    { ...sums(10, 5, 5), full: 10 },
  ],
  'components-under-full': [
    { ...sums(10, 5, 5), full: 11 },
    { ...sums(10, 5, 5), full: 10 },
  ],
  'no-floor': [duty({ each: -1 }), { ...duty({ each: -1 }), total: { floor: 0 } }],
  'no-components': [{ components: [] }, { components: [], readOnly: '不计分' }],
  'read-only-with-components': [{ ...duty({}), readOnly: '不计分' }, duty({})],
  'source-partial': [
    { ...duty({}), source: { partial: '等次未见' } },
    { ...duty({}), source: { title: '全本' } },
  ],
};
