import * as fc from 'fast-check';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';

type Doc = Record<string, unknown>;
type Gen = {
  readonly int: (least: number, most: number) => number;
  readonly flip: (percent: number) => boolean;
  readonly one: <T>(list: readonly T[]) => T;
};

export const CATEGORIES = ['在职', '离退休', '流动'] as const;
export const ROLES = ['书记', '委员'] as const;
export const LEVELS = ['国家级', '省级', '市级'] as const;
const SCOPES = ['day', 'matter', 'month', 'quarter', 'half', 'period', 'year'] as const;

const source = fc.gen().map((draw): Gen => {
  const int = (min: number, max: number): number => draw(fc.integer, { min, max });
  return {
    int,
    flip: (percent) => int(0, 99) < percent,
    one: (list) => list[int(0, list.length - 1)] as never,
  };
});

/** Quarter points up to `most`, so that halves and quarters occur. */
const amount = (gen: Gen, most = 12): number => gen.int(0, most * 4) / 4;

/** An amount that may differ by category, role or group. */
function varied(gen: Gen, sign: 1 | -1, most = 12): unknown {
  const one = (): number => sign * amount(gen, most) || 0;
  if (!gen.flip(20)) return one();
  const by = gen.one(['category', 'role', 'group'] as const);
  const keys = by === 'category' ? CATEGORIES : by === 'role' ? ROLES : ['一组', '二组'];
  return { by, [gen.one(keys)]: one(), ...(gen.flip(70) && { else: one() }) };
}

const take = (gen: Gen): Doc => (gen.flip(60) ? { take: gen.one(['all', 'highest', 'lowest', 'latest', 'mean']) } : {});
const missing = (gen: Gen): Doc => (gen.flip(20) ? { missing: amount(gen, 4) } : {});

function range(gen: Gen, at: number): Doc {
  return { from: at, ...(gen.one([{ to: at + 3 }, { upTo: at + 2 }, {}]) as Doc) };
}

/** Each kind of value, by its key. */
const VALUES: Record<string, (gen: Gen, sign: 1 | -1, items: readonly string[]) => unknown> = {
  each: (gen, sign) =>
    gen.flip(50)
      ? varied(gen, sign)
      : {
          points: varied(gen, sign),
          per: gen.one([1, 2, 500, 0.5]),
          unit: '小时',
          steps: gen.one(['whole', 'started', 'exact']),
          ...(gen.flip(40) && { over: gen.one(SCOPES) }),
        },
  once: (gen, sign) =>
    gen.flip(40)
      ? varied(gen, sign)
      : {
          yes: varied(gen, sign),
          ...(gen.flip(50) && { no: varied(gen, sign === 1 ? -1 : 1) }),
          ...missing(gen),
          ...(gen.flip(60) && { per: gen.one(SCOPES) }),
        },
  levels: (gen, sign) => {
    const of = Object.fromEntries(LEVELS.map((level) => [level, varied(gen, sign)]));
    return gen.flip(40) ? of : { of, ...take(gen), ...missing(gen) };
  },
  judged: (gen, sign) => {
    if (gen.flip(25)) return 'open';
    const [a, b] = [sign * amount(gen) || 0, sign * amount(gen) || 0];
    if (gen.flip(30)) return sign * amount(gen) || 0;
    return { from: Math.min(a, b), ...(gen.flip(80) && { to: Math.max(a, b) }), ...take(gen), ...missing(gen) };
  },
  convert: (gen, sign) => ({
    worth: varied(gen, sign),
    ...(gen.flip(40) && { of: gen.one([50, 120]) }),
    ...take(gen),
    ...missing(gen),
  }),
  steps: (gen, sign) => {
    const count = gen.int(1, 4);
    return {
      on: gen.one(['quantity', 'count', 'score', 'place', 'share']),
      rows: Array.from({ length: count }, (_, at) => ({ ...range(gen, (count - at) * 3), points: varied(gen, sign) })),
      ...(gen.flip(50) && { over: gen.one(SCOPES) }),
      ...(gen.flip(50) && { else: varied(gen, sign) }),
      ...missing(gen),
    };
  },
  meets: (gen, sign, items) => ({
    points: varied(gen, sign),
    ...(gen.flip(50) && { else: varied(gen, sign) }),
    when: [
      {
        of: gen.one(items),
        measure: gen.one(['count', 'quantity']),
        ...range(gen, gen.int(0, 4)),
        ...(gen.flip(50) && { over: gen.one(['period', 'year']) }),
      },
    ],
  }),
  review: (gen, sign) => ({ of: gen.one(['minzhu', 'qunzhong']), worth: varied(gen, sign) }),
  lost: () => 'whole',
};

/** The keys of all kinds of value that the generator makes. */
export const KINDS = Object.keys(VALUES);

function limits(gen: Gen): Doc[] {
  return Array.from({ length: gen.int(0, 3) }, () => ({
    per: gen.one(SCOPES),
    ...(gen.one([
      { cap: amount(gen, 20) },
      { floor: -amount(gen, 20) || 0 },
      { count: gen.int(1, 4) },
      { cap: amount(gen, 9), floor: -amount(gen, 9) || 0, count: gen.int(1, 9) },
    ]) as Doc),
  }));
}

/** What may hold and move any node. */
function bounds(gen: Gen): Doc {
  const found: Doc = {};
  if (gen.flip(25)) found['cap'] = amount(gen, 40);
  if (gen.flip(10)) found['full'] = amount(gen, 40);
  if (gen.flip(5)) found['cap'] = 'none';
  if (gen.flip(25)) found['floor'] = -amount(gen, 10) || 0;
  if (gen.flip(10))
    found['times'] = gen.one([0.7, '1/3', 1.5, { review: 'minzhu' }, { by: 'role', 书记: 1.5, else: 0.8 }]);
  if (gen.flip(10)) found['outside'] = true;
  if (gen.flip(10)) found['for'] = gen.flip(50) ? ['在职'] : ['在职', '流动'];
  return found;
}

function item(gen: Gen, id: string, others: readonly string[]): Doc {
  const sign = gen.flip(70) ? 1 : -1;
  const kind = gen.one(others.length > 0 ? KINDS : KINDS.filter((one) => one !== 'meets'));
  const opens = kind === 'lost' || gen.flip(20) ? { opens: varied(gen, 1) } : {};
  const base = { id, label: `项目${id}`, ...bounds(gen), ...opens };
  if (gen.flip(8)) {
    const { times: _times, ...rest } = { ...base, times: undefined };
    return { ...rest, opens: amount(gen) };
  }
  return {
    ...base,
    basis: gen.one(['attendance', 'act', 'result', 'award', 'judged', 'outside']),
    [kind]: VALUES[kind]?.(gen, sign, others),
    ...(gen.flip(40) && { limits: limits(gen) }),
    ...(gen.flip(15) && { free: { count: gen.int(1, 3), ...(gen.flip(50) && { per: gen.one(SCOPES) }) } }),
    ...(gen.flip(15) && { evidence: 'required' }),
    ...(gen.flip(20) && {
      extra: [
        { id: `${id}x`, label: `表彰${id}`, plus: varied(gen, sign) },
        { id: `${id}y`, label: `报道${id}`, times: gen.one([2, 0.5, '1/3']) },
      ].slice(gen.int(0, 1)),
    }),
    ...(gen.flip(5) && { reaches: gen.one(['group', { role: '书记' }]) }),
  };
}

/** A random scheme document that `check` accepts: all kinds of value, limits, scopes, groups, extras, outside, factors, vetoes, categories, cycles. */
export function randomScheme(): fc.Arbitrary<unknown> {
  return source.map((gen) => {
    const items: string[] = [];
    const concerned = new Set<string>();
    const list = (count: number): Doc[] =>
      Array.from({ length: count }, () => {
        const id = `i${items.length}`;
        const made = item(gen, id, items.slice());
        items.push(id);
        return made;
      });
    let groups = 0;
    const group = (depth: number): Doc => ({
      id: `g${groups++}`,
      label: '组',
      ...bounds(gen),
      ...(gen.flip(15) && { take: 'highest' }),
      ...(gen.flip(15) && { limits: limits(gen) }),
      ...(gen.flip(15) && { opens: varied(gen, 1) }),
      ...(depth > 0 && gen.flip(40) && { groups: [group(depth - 1)] }),
      items: list(gen.int(0, 2)),
    });
    const components = Array.from({ length: gen.int(1, 3) }, (_, at) => ({
      id: `c${at}`,
      label: `构成${at}`,
      ...bounds(gen),
      ...(gen.flip(15) && { take: 'highest' }),
      ...(gen.flip(10) && { limits: limits(gen) }),
      ...(gen.flip(10) && { partYear: 'byMonth' }),
      ...(gen.flip(30) && {
        opens: gen.flip(30) ? { carry: '20%', newcomer: gen.flip(50) ? 'mean' : 20 } : varied(gen, 1, 60),
      }),
      groups: Array.from({ length: gen.int(0, 2) }, () => group(2)),
      items: list(gen.int(at === 0 ? 1 : 0, 3)),
    }));
    const target = gen.one(items);
    concerned.add(target);
    const deduction: Doc = {
      id: 'KF',
      label: '扣分',
      items: [
        { id: 'k0', label: '扣分项', basis: 'act', each: -amount(gen) || 0, ...(gen.flip(60) && { concerns: target }) },
      ],
    };
    return { scheme: 'random', title: '随机方案', ...settings(gen, items), components: [...components, deduction] };
  });
}

function settings(gen: Gen, items: readonly string[]): Doc {
  const period = gen.one(['month', 'quarter', 'half', 'year', 'term'] as const);
  const vetoes = [
    { id: 'v0', label: '违反纪律', effect: 'zero' },
    { id: 'v1', label: '不合格情形', effect: { grade: '不合格' } },
    { id: 'v2', label: '清零情形', effect: { clears: gen.one(['c0', ...items]) } },
    { id: 'v3', label: '低分', effect: 'zero', when: [{ of: 'total', to: -20 }] },
    { id: 'v4', label: '缺席过多', effect: 'zero', when: [{ of: gen.one(items), measure: 'count', from: 30 }] },
  ];
  return {
    ...(gen.flip(50) && { effective: '2026-01-01' }),
    categories: CATEGORIES.map((id) => ({ id, ...(gen.flip(20) && { ranked: false }) })),
    ...(gen.flip(70) && {
      cycle: {
        starts: gen.one(['01-01', '07-01', '09-01']),
        period,
        year: gen.one(['whole', 'sum', 'mean', 'last']),
        ...(period === 'term' && {
          terms: [
            { label: '上学期', from: '09-01' },
            { label: '下学期', from: '03-01' },
          ],
        }),
      },
    }),
    ...(gen.flip(60) && {
      total: {
        ...(gen.flip(60) && { floor: 0 }),
        ...(gen.flip(40) && { cap: 100 }),
        ...(gen.flip(20) && { times: gen.one([0.5, '2/3', { review: 'qunzhong' }]) }),
      },
    }),
    reviews: [
      { id: 'minzhu', label: '民主测评', raters: [{ id: '党员', weight: 2 }, { id: '群众' }] },
      { id: 'qunzhong', label: '群众评议', of: 10 },
    ],
    vetoes: vetoes.filter(() => gen.flip(50)),
    rank: { within: gen.one(['branch', 'category']), front: '1/3', rear: '1/4' },
    grades: [
      { label: '优秀', from: 60, rank: 'front' },
      { label: '合格', from: 20 },
      { label: '不合格', to: 20 },
    ],
    quotas: gen.flip(40) ? [{ grades: ['优秀'], max: '1/3', into: '合格' }] : [],
  };
}

/** Random facts for a scheme: each item, its extras, grounds, reviews, openings, and some that name nothing; days in and around 2026. */
export function randomFacts(scheme: Scheme, most = 30): fc.Arbitrary<readonly Fact[]> {
  const { vetoes = [], reviews = [], components } = scheme.document;
  const own = [...scheme.nodes.values()].flatMap((entry) =>
    entry.kind === 'item' || entry.kind === 'extra' ? [entry.node.id] : [],
  );
  const rare = [
    ...vetoes.map(({ id }) => `veto:${id}`),
    ...reviews.map(({ id }) => `review:${id}`),
    ...components.map(({ id }) => `opening:${id}`),
    'veto:',
    'nothing',
  ];
  return source.chain((gen) =>
    fc.constant(
      Array.from({ length: gen.int(0, most) }, () => fact(gen, scheme, gen.flip(88) ? gen.one(own) : gen.one(rare))),
    ),
  );
}

const two = (value: number): string => String(value).padStart(2, '0');

function fact(gen: Gen, scheme: Scheme, name: string): Fact {
  const year = gen.flip(92) ? 2026 : gen.one([2025, 2027]);
  const day = `${year}-${two(gen.int(1, 12))}-${two(gen.int(1, 28))}`;
  const entry = scheme.nodes.get(name);
  const extras = entry?.kind === 'item' ? (entry.node.extra ?? []).map(({ label }) => label) : [];
  const level = [gen.one([...LEVELS, '是', '否']), ...(gen.flip(40) ? extras : [])].join('、');
  const large = gen.flip(2);
  return {
    item: name,
    day,
    ...(gen.flip(10) && { period: day.slice(0, 7) }),
    ...(gen.flip(50) && { quantity: large ? 10_000_000_000 : gen.int(0, 24) * 2500 }),
    ...((gen.flip(50) || extras.length > 0) && { level }),
    ...((gen.flip(50) || name.startsWith('opening:')) && { points: gen.int(-60, 120) * 1250 }),
    ...(gen.flip(50) && { score: large ? 10_000_000_000 : gen.int(0, 440) * 2500 }),
    ...(gen.flip(30) && { rater: gen.one(['党员', '群众']) }),
    ...(gen.flip(50) && { ref: gen.one(['会议记录1', '会议记录2', '红头文件']) }),
  };
}
