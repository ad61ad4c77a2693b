/** How a member's year goes in the example: it only steers what the generator writes down. */
export type Year = 'high' | 'good' | 'fair' | 'low' | 'poor' | 'retired' | 'mobile' | 'exempt';

/** One dated row of the example roster. */
export type RosterRow = {
  readonly from: string;
  readonly to?: string;
  readonly category: string;
  readonly standing: string;
};

/** An invented member of the example branch. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly role?: string;
  readonly year: Year;
  /** The months 1–12 in which the member takes part. */
  readonly months: readonly [first: number, last: number];
  readonly rows: readonly RosterRow[];
};

const FULL = { category: '在职', standing: '正式' };

type More = {
  readonly role?: string;
  readonly months?: readonly [number, number];
  readonly rows?: readonly RosterRow[];
};

function person(number: number, name: string, joined: string, year: Year, more: More = {}): Person {
  const id = `D${String(number).padStart(3, '0')}`;
  const group = `第${['一', '二', '三'][number % 3]}党小组`;
  const { role, months = [1, 12], rows = [{ from: joined, ...FULL }] } = more;
  return { id, name, group, year, months, rows, ...(role && { role }) };
}

const RETIRED = { category: '离退休', standing: '正式' };
const MOBILE = { category: '流动', standing: '流动' };

/** The thirty-eight members; every name is invented. */
export const PEOPLE: readonly Person[] = [
  person(1, '沈维忠', '2009-09-01', 'high', { role: '书记' }),
  person(2, '胡秀兰', '2011-09-01', 'high', { role: '组织委员' }),
  person(3, '彭立新', '2013-03-01', 'good', { role: '宣传委员' }),
  person(4, '邓春梅', '2012-09-01', 'good', { role: '纪检委员' }),
  person(5, '余小芹', '2018-09-01', 'good', { role: '积分记录员' }),
  person(6, '刘桂芳', '2015-09-01', 'good'),
  person(7, '刘桂芳', '1998-09-01', 'retired', { rows: [{ from: '1998-09-01', ...RETIRED }] }),
  person(8, '古丽米热·阿不力孜', '2019-09-01', 'high'),
  person(9, '钱䶮', '2020-09-01', 'good'),
  person(10, '罗文斌', '2014-09-01', 'fair'),
  person(11, '汪玉洁', '2016-09-01', 'high'),
  person(12, '程守业', '2008-09-01', 'fair'),
  person(13, '杜雅琴', '2017-09-01', 'good'),
  person(14, '姜启明', '2010-09-01', 'low'),
  person(15, '谭素云', '2015-03-01', 'high'),
  person(16, '何卫平', '2007-09-01', 'fair'),
  person(17, '郑佩文', '2021-09-01', 'good'),
  person(18, '孔繁英', '2012-03-01', 'fair'),
  person(19, '叶春华', '2013-09-01', 'good'),
  person(20, '范永康', '2006-09-01', 'poor'),
  person(21, '袁淑珍', '1995-09-01', 'retired', { rows: [{ from: '1995-09-01', ...RETIRED }] }),
  person(22, '石长根', '2001-09-01', 'exempt', {
    months: [1, 2],
    rows: [
      { from: '2001-09-01', to: '2026-02-28', ...FULL },
      { from: '2026-03-01', category: '在职', standing: '免考核' },
    ],
  }),
  person(23, '柳明辉', '2012-09-01', 'mobile', { rows: [{ from: '2025-03-01', ...MOBILE }] }),
  person(24, '万晓蓉', '2016-09-01', 'mobile', {
    rows: [
      { from: '2016-09-01', to: '2026-01-31', ...FULL },
      { from: '2026-02-01', ...MOBILE },
    ],
  }),
  person(25, '卢思远', '2025-07-01', 'good', {
    rows: [
      { from: '2025-07-01', to: '2026-06-30', category: '预备', standing: '预备' },
      { from: '2026-07-01', ...FULL },
    ],
  }),
  person(26, '章丽娟', '2018-03-01', 'good'),
  person(27, '贺家齐', '2019-03-01', 'fair'),
  person(28, '崔兰英', '2011-03-01', 'low'),
  person(29, '龚少华', '2014-03-01', 'good'),
  person(30, '熊婉清', '2020-03-01', 'high'),
  person(31, '尹建平', '2009-03-01', 'low'),
  person(32, '秦月娥', '2010-03-01', 'fair'),
  person(33, '陶永亮', '2016-03-01', 'good'),
  person(34, '曾巧云', '2017-03-01', 'high'),
  person(35, '黎振东', '2005-09-01', 'low'),
  person(36, '蒲慧芳', '2018-09-01', 'fair'),
  person(37, '方雨桐', '2026-03-01', 'good', { months: [3, 12] }),
  person(38, '毛志诚', '2018-09-01', 'fair', {
    months: [1, 8],
    rows: [
      { from: '2018-09-01', to: '2026-09-10', ...FULL },
      { from: '2026-09-11', category: '在职', standing: '转出' },
    ],
  }),
];
