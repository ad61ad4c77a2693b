import { describe, expect, test } from 'vitest';
import { check } from '#domain/scheme/check.ts';
import { diffSchemes } from '#domain/scheme/diff.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { evaluate } from '#domain/score/evaluate.ts';
import { prepare } from '#domain/score/prepare.ts';
import { sayDiff } from './diff.ts';
import { explainScheme } from './explain-scheme.ts';
import { explainScore } from './explain-score.ts';
import { chineseNumber, heading } from './scheme/numbering.ts';

type Doc = Record<string, unknown>;

function schemeOf(rest: Doc): Scheme {
  const { scheme, problems } = check({ scheme: 's', title: '方案', ...rest });
  if (!scheme) throw new Error(JSON.stringify(problems));
  return scheme;
}

const withItem = (rest: Doc): Doc => ({
  components: [
    {
      id: 'LZ',
      label: '履职分',
      items: [
        { id: 'a', label: '志愿服务', ...rest },
        { id: 'b', label: '缺席', basis: 'attendance', each: 0 },
      ],
    },
  ],
  reviews: [{ id: 'r', label: '民主测评' }],
  categories: [{ id: '在职', label: '在职党员' }],
});

/** A scheme that looks at so many periods in a row. */
const period = (cycle: string, inARow: number): Doc => ({
  cycle: { period: cycle, year: 'mean' },
  components: [{ id: 'JC', label: '基础分', opens: 20, items: [] }],
  grades: [{ label: '不达标', requires: [{ of: 'total', to: 85, inARow }] }, { label: '达标' }],
});

/** The rule of one item as the scheme prints it, without its heading and stop. */
function rule(rest: Doc, lang: 'zh-CN' | 'en' = 'zh-CN'): string {
  const lines = explainScheme(schemeOf(withItem({ basis: 'act', ...rest })), lang);
  const line = lines.find((one) => one.includes('志愿服务')) ?? '';
  return line.replace(/^.*?志愿服务(：|: )/u, '').replace(/[。.]$/u, '');
}

describe('each rule is one readable sentence', () => {
  const cases: [string, Doc, string][] = [
    [
      'each',
      { each: 1, limits: [{ per: 'year', cap: 12 }], evidence: 'required', basis: 'attendance' },
      '每次加1分；每年最多计12分；以考勤记录为依据，无佐证不计分',
    ],
    [
      'a rate',
      { each: { points: 0.5, per: 2, unit: '小时' } },
      '每2小时加0.5分，不足2小时的部分不计；以具体事实为依据',
    ],
    ['a deduction with a free first', { each: -5, free: { count: 1 } }, '每次扣5分；每年首次免扣；以具体事实为依据'],
    [
      'yes or no',
      { once: { yes: 2, no: -2, per: 'quarter' } },
      '做到的加2分，未做到的扣2分，每季度计一次；以具体事实为依据',
    ],
    [
      'levels',
      { levels: { of: { 国家级: 30, 省级: 15 }, take: 'highest' } },
      '按级别计分：国家级加30分、省级加15分，只计最高的一次；以具体事实为依据',
    ],
    ['a judgement', { judged: 5 }, '由党组织评定，最高5分，以最近一次为准；以具体事实为依据'],
    ['a judged deduction', { judged: { from: -5, to: -3 } }, '由党组织评定，扣3分至5分；以具体事实为依据'],
    ['an open judgement', { judged: 'open', cap: 10, floor: 0 }, '由党组织研究确定加分；最多10分；以具体事实为依据'],
    ['a conversion', { convert: { worth: 12 } }, '按外部成绩折算，满分100分折合12分，以最近一次为准；以具体事实为依据'],
    [
      'steps',
      {
        steps: {
          on: 'quantity',
          rows: [
            { from: 150, points: 3 },
            { from: 130, to: 150, points: 2 },
          ],
          else: 0,
        },
      },
      '按数量分档计分：150以上的加3分、130以上不满150的加2分、其余的计0分；以具体事实为依据',
    ],
    [
      'a condition',
      { meets: { points: 5, when: [{ of: 'b', measure: 'count', upTo: 1, over: 'year' }] } },
      '符合条件的加5分（全年累计“缺席”1次以下）；以具体事实为依据',
    ],
    ['a review', { review: { of: 'r', worth: 10 } }, '按“民主测评”结果折算，满分计10分；以具体事实为依据'],
    ['lost whole', { opens: 4, lost: 'whole' }, '发生一次即失去全部分值；以4分起算；以具体事实为依据'],
    [
      'amounts by category',
      { each: { by: 'category', 在职: 1, else: 0.5 } },
      '每次计分，在职党员加1分、其他加0.5分；以具体事实为依据',
    ],
    [
      'extras',
      {
        each: 1,
        extra: [
          { id: 'x', label: '获表彰', plus: 3 },
          { id: 'y', label: '媒体报道', times: 2 },
        ],
      },
      '每次加1分，获表彰的另加3分，媒体报道的按2倍计；以具体事实为依据',
    ],
    ['one matter', { each: 1, limits: [{ per: 'matter', count: 1 }] }, '每次加1分；同一事项只计一次；以具体事实为依据'],
  ];
  for (const [name, item, said] of cases) test(name, () => expect(rule(item)).toBe(said));

  test('in English too', () =>
    expect(rule({ each: -5, free: { count: 1 }, limits: [{ per: 'year', floor: -10 }] }, 'en')).toBe(
      'deduct 5 points for each time; the first one a year is free, at most 10 points deducted a year; based on acts',
    ));
});

describe('the scheme as a branch prints it', () => {
  test('headings count as official documents do', () => {
    expect([1, 10, 11, 20, 25].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '二十五']);
    expect([[2], [2, 3], [2, 3, 4], [2, 3, 4, 5], [1, 1, 1, 1, 6]].map((at) => heading('zh-CN', at))).toEqual([
      '二、',
      '（三）',
      '4. ',
      '（5）',
      '⑥ ',
    ]);
  });

  test('clauses stand where they change, examples and inferences are marked', () => {
    const lines = explainScheme(
      schemeOf({
        clause: '§二',
        components: [
          {
            id: 'JC',
            label: '基础分',
            clause: '§二(一)',
            opens: 60,
            floor: 0,
            items: [
              { id: 'a', label: '甲', source: 'example', basis: 'act', each: -1 },
              { id: 'b', label: '乙', source: 'inferred', basis: 'act', each: -1 },
            ],
          },
        ],
        total: { floor: 0 },
        grades: [
          { label: '好', from: 80, rank: 'front', clause: '§四(一)' },
          { label: '一般', to: 80 },
        ],
        rank: { front: '1/3' },
        source: { partial: '扣分未见' },
      }),
    );
    expect(lines).toEqual([
      '方案',
      '',
      '一、积分构成',
      '党员积分由基础分构成。',
      '总分最低0分。',
      '（一）基础分（扣完为止，以60分起算）（§二(一)）',
      '1. 甲（示例）：每次扣1分；以具体事实为依据。',
      '2. 乙（推定）：每次扣1分；以具体事实为依据。',
      '',
      '二、排名和等次',
      '在支部范围内排名，前三分之一为靠前，并列的名次相同。',
      '（一）好（§四(一)）：80分以上，排名靠前。',
      '（二）一般：不满80分。',
      '不符合以上各项的，不拟定等次，由支部研究确定。',
      '等次由支部研究确定，积分只作重要依据。',
      '',
      '三、原文未载明的事项',
      '扣分未见。',
    ]);
  });
});

describe('where the points come from', () => {
  const scheme = schemeOf({
    components: [
      { id: 'JC', label: '基础分', clause: '§二(一)', items: [{ id: 'j', label: '政治信念', opens: 20 }] },
      {
        id: 'LZ',
        label: '履职分',
        items: [
          {
            id: 'v',
            label: '志愿服务',
            basis: 'act',
            each: { points: 1, per: 2, unit: '小时' },
            limits: [{ per: 'month', cap: 2 }],
          },
          { id: 'w', label: '获奖', basis: 'award', each: 3, evidence: 'required' },
          { id: 'x', label: '授课', basis: 'act', each: 1 },
          { id: 'y', label: '征文', basis: 'act', each: 1 },
        ],
      },
    ],
    vetoes: [{ id: 'lian', label: '违反廉洁纪律', effect: 'zero' }],
  });
  const facts = [
    { item: 'v', day: '2026-03-05', quantity: 70_000, ref: '签到册第3页', rater: '李四', note: '张三反映' },
    { item: 'w', day: '2026-04-01' },
  ];
  const lines = (more: typeof facts = []): string[] =>
    explainScore(evaluate(prepare(scheme, '2026-12-31'), { facts: [...facts, ...more] }).tree, scheme);

  test('facts with day, quantity and reference, each step in words, idle items in one line', () =>
    expect(lines()).toEqual([
      '方案　22分',
      '  基础分　20分（§二(一)）',
      '    政治信念　20分（起始20分，没有记录）',
      '  履职分　2分',
      '    志愿服务　2分',
      '      2026年3月5日，7小时，佐证：签到册第3页：加3分，计入2分',
      '      2026年3月封顶2分，减去1分',
      '    获奖　0分',
      '      2026年4月1日：没有佐证，不计分',
      '    其余2项没有记录',
    ]));

  test('whoever reported, rated or noted it never appears', () => {
    for (const name of ['李四', '张三']) expect(lines().join('\n')).not.toContain(name);
  });

  test('a veto is said with its finding (§二(三))', () =>
    expect(lines([{ item: 'veto:lian', day: '2026-05-01', ref: '区纪委〔2026〕3号' }] as typeof facts)).toContain(
      '  因“违反廉洁纪律”一票否决，积分为零（认定：区纪委〔2026〕3号）',
    ));
});

describe('periods, means and what fixes a grade', () => {
  const items = [{ id: 'q', label: '缺席', basis: 'attendance', each: -2, limits: [{ per: 'half', floor: -3 }] }];
  const tree = (rest: Doc, asOf: string, facts: { item: string; day: string; quantity?: number; ref?: string }[]) => {
    const made = schemeOf({ components: [{ id: 'JC', label: '基础分', opens: 20, items }], ...rest });
    return explainScore(evaluate(prepare(made, asOf), { facts }).tree, made);
  };

  test('a quarter of a year from July is said by its months, and a mean by what it is the mean of', () =>
    expect(
      tree({ cycle: { starts: '07-01', period: 'quarter', year: 'mean' } }, '2026-03-31', [
        { item: 'q', day: '2025-07-01', quantity: 20_000 },
      ]),
    ).toEqual([
      '方案　19分',
      '  2025年7月至9月　17分',
      '    基础分　17分',
      '      起始20分',
      '      缺席　-3分',
      '        2025年7月1日，2次：扣4分，实扣3分',
      '        7月至12月最多扣3分，少扣1分',
      '  2025年10月至12月　20分',
      '    基础分　20分',
      '      起始20分',
      '      其余1项没有记录',
      '  2026年1月至3月　20分',
      '    基础分　20分',
      '      起始20分',
      '      其余1项没有记录',
      '  3期合计57分，取平均值19分',
    ]));

  test('a month by its name; a ground that fixes the grade is named with its finding (§二(三))', () =>
    expect(
      tree(
        {
          cycle: { period: 'month', year: 'last' },
          vetoes: [{ id: 'jg', label: '受警告处分', effect: { grade: '不合格' } }],
          grades: [{ label: '合格', from: 60 }, { label: '不合格' }],
        },
        '2026-01-31',
        [{ item: 'veto:jg', day: '2026-01-09', ref: '处分决定〔2026〕2号' }],
      ),
    ).toEqual([
      '2026年1月　20分',
      '  基础分　20分',
      '    起始20分',
      '    其余1项没有记录',
      '  因“受警告处分”一票否决，等次定为“不合格”（认定：处分决定〔2026〕2号）',
    ]));

  test('once a year is once a quarter where each quarter is scored by itself', () => {
    const said = (cycle: Doc): string[] =>
      explainScheme(schemeOf({ cycle, ...withItem({ basis: 'act', once: 5 }) })).filter((one) => one.includes('志愿'));
    expect(said({ period: 'quarter', year: 'sum' })[0]).toContain('每季度计一次');
    expect(said({ period: 'quarter', year: 'whole' })[0]).toContain('每年计一次');
  });

  test('the last grade takes all others, a warning asks the year, a run is named by its period', () => {
    const lines = explainScheme(
      schemeOf({
        cycle: { period: 'month', year: 'mean' },
        components: [{ id: 'JC', label: '基础分', opens: 20, times: { by: 'role', 书记: 0.5, else: 1 }, items }],
        vetoes: [{ id: 'lian', label: '违反廉洁纪律', effect: 'zero' }],
        grades: [
          { label: '不达标', requires: [{ of: 'total', to: 85, inARow: 2 }] },
          { label: '优秀', from: 90 },
          { label: '达标' },
        ],
        warnings: [{ label: '黄牌', when: [{ of: 'q', measure: 'count', from: 3 }] }],
      }),
    );
    for (const line of [
      '违反廉洁纪律：全年积分为零。',
      '（一）不达标：连续2个月总分不满85分。',
      '（三）达标：其余的。',
      '黄牌：全年累计“缺席”3次以上。',
    ])
      expect(lines).toContain(line);
    expect(explainScheme(schemeOf({ ...period('quarter', 1) })).join('')).toContain('任何一个季度总分不满85分');
    expect(explainScheme(schemeOf({ ...period('month', 1) }), 'en').join('')).toContain(
      'in any one month, the total is',
    );
    expect(explainScheme(schemeOf({ ...period('half', 2) }), 'en').join('')).toContain('2 half-years in a row, the');
    expect(lines.join('')).toContain('再乘以系数（书记0.5、其他1）');
    expect(lines.join('')).not.toContain('不拟定等次');
  });
});

describe('what changed', () => {
  const base = withItem({ basis: 'act', each: 1 });

  test('a rule is said as it was and as it is', () =>
    expect(sayDiff(diffSchemes(schemeOf(base), schemeOf(withItem({ basis: 'act', each: 2, cap: 10 }))))).toEqual([
      '1. 项目“志愿服务”的计分方式由“每次加1分”改为“每次加2分”。',
      '2. 项目“志愿服务”新写明上限：“10分”。',
    ]));

  test('the order of things is no difference, notes come last', () => {
    const components = base['components'] as { items: Doc[] }[];
    const turned = {
      ...base,
      components: [{ ...components[0], note: '新', items: components[0]?.items.toReversed() }],
      total: { floor: 0 },
    };
    expect(sayDiff(diffSchemes(schemeOf(base), schemeOf(turned)))).toEqual([
      '1. 新写明总分规则：“最低0分”。',
      '2. 积分构成“履职分”新写明说明：“新”。',
    ]);
    expect(sayDiff([])).toEqual(['两个方案没有差别。']);
  });
});
