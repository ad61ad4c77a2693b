/** The scheme of the model's branches, in force since 2025: that year's holidays and the next one's are published. */
export const SCHEME = {
  scheme: 'model',
  title: '模型试验方案',
  effective: '2025-01-01',
  display: { decimals: 1 },
  total: { floor: 0 },
  vetoes: [{ id: 'lian', label: '违反廉洁纪律', effect: 'zero' }],
  rank: { within: 'branch', front: '1/3', rear: '1/3' },
  grades: [
    { label: '好', from: 70 },
    { label: '一般', from: 58 },
    { label: '差', to: 58 },
  ],
  components: [
    { id: 'base', label: '基础分', opens: 60, items: [] },
    {
      id: 'duty',
      label: '履职分',
      cap: 20,
      items: [
        { id: 'zhiyuan', label: '志愿服务', each: 2, basis: 'act' },
        { id: 'huojiang', label: '获奖', levels: { 区级: 5, 校级: 3 }, basis: 'award' },
      ],
    },
    {
      id: 'minus',
      label: '扣分',
      items: [
        { id: 'quexi', label: '无故缺席', each: -2, basis: 'attendance' },
        { id: 'weigui', label: '违反规定', each: -6, basis: 'act' },
      ],
    },
  ],
};

/** What each item of the scheme is worth, in 1/10000, for the independent evaluation. */
export const WORTH: Readonly<Record<string, number>> = {
  zhiyuan: 20_000,
  'huojiang 区级': 50_000,
  'huojiang 校级': 30_000,
  quexi: -20_000,
  weigui: -60_000,
};
