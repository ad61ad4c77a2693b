import type { Day, Span } from '#domain/kernel/day.ts';

/**
 * The State Council's arrangement of one year's holidays 节假日安排: the stretches off work and the weekend days worked instead 调休上班.
 * `days` and `worked` are whole days and may name days of the December before, as the notice of 2019 did.
 */
export type HolidayNotice = {
  readonly year: number;
  readonly number: string;
  readonly issued: Day;
  readonly source: string;
  readonly holidays: readonly Holiday[];
};

/** One festival 节日 of a notice: its stretch off work, both ends inside, and the weekend days worked for it. */
export type Holiday = { readonly name: string; readonly days: Span; readonly worked: readonly Day[] };

function holiday(name: string, from: Day, to: Day, ...worked: Day[]): Holiday {
  return { name, days: { from, to }, worked };
}

/**
 * The notices 国务院办公厅关于部分节假日安排的通知 that can be cited, oldest first; a year that is not here is 未公布 (product §3).
 * Copied line by line from the notices. To add a year: number, day and address of its notice, its lines, and the table in the test.
 */
export const PUBLISHED_NOTICES: readonly HolidayNotice[] = [
  {
    year: 2024,
    number: '国办发明电〔2023〕7号',
    issued: '2023-10-25',
    source: 'https://www.gov.cn/zhengce/content/202310/content_6911527.htm',
    holidays: [
      // "放假,与周末连休": the notice names 1 January alone. It encourages rest on New Year's Eve 除夕 (9 February), which stays a working day.
      holiday('元旦', '2024-01-01', '2024-01-01'),
      holiday('春节', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'),
      holiday('清明节', '2024-04-04', '2024-04-06', '2024-04-07'),
      holiday('劳动节', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'),
      holiday('端午节', '2024-06-10', '2024-06-10'),
      holiday('中秋节', '2024-09-15', '2024-09-17', '2024-09-14'),
      holiday('国庆节', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'),
    ],
  },
  {
    year: 2025,
    number: '国办发明电〔2024〕12号',
    issued: '2024-11-12',
    source: 'https://www.gov.cn/zhengce/content/202411/content_6986382.htm',
    holidays: [
      holiday('元旦', '2025-01-01', '2025-01-01'),
      holiday('春节', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'),
      holiday('清明节', '2025-04-04', '2025-04-06'),
      holiday('劳动节', '2025-05-01', '2025-05-05', '2025-04-27'),
      holiday('端午节', '2025-05-31', '2025-06-02'),
      holiday('国庆节、中秋节', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'),
    ],
  },
  {
    year: 2026,
    number: '国办发明电〔2025〕7号',
    issued: '2025-11-04',
    source: 'https://www.gov.cn/zhengce/content/202511/content_7047090.htm',
    holidays: [
      holiday('元旦', '2026-01-01', '2026-01-03', '2026-01-04'),
      holiday('春节', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'),
      holiday('清明节', '2026-04-04', '2026-04-06'),
      holiday('劳动节', '2026-05-01', '2026-05-05', '2026-05-09'),
      holiday('端午节', '2026-06-19', '2026-06-21'),
      holiday('中秋节', '2026-09-25', '2026-09-27'),
      holiday('国庆节', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'),
    ],
  },
];
