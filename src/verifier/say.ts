import type { Lang } from '#words/lang.ts';
import { FAULT_WORDS } from '#words/verify.ts';
import type { Fault, Report } from './report.ts';

/** The key of a row that no event speaks of 无据之行. */
export type Stray = {
  readonly table: string;
  readonly of?: string;
  readonly member?: string;
  readonly number?: number;
};

/** So many faults are told on a terminal; `--json` tells all. */
const MOST = 50;

/** What verifying 验证 found, as lines for a terminal: counts, numbers and ids, never points or names. */
export function reportLines(report: Report, lang: Lang, strays: readonly Stray[] = []): readonly string[] {
  const say = (zh: string, en: string): string => (lang === 'en' ? en : zh);
  const { branch, asOf, events, entries, members, schemes, scores, head, outside, faults } = report;
  const sound = report.sound && strays.length === 0;
  const day = asOf === undefined ? '' : say(`（截至 ${asOf}）`, ` up to ${asOf}`);
  const found = [
    ...faults.map((fault) => sayFault(fault, lang)),
    ...strays.map(({ table, of, member, number }) => {
      const key = [table, of, number, member].filter((part) => part !== undefined).join(' ');
      return `${key}${say('：', ': ')}${FAULT_WORDS.stray[lang === 'en' ? 1 : 0]}`;
    }),
  ];
  return [
    say(`支部 ${branch ?? '?'}`, `branch ${branch ?? '?'}`),
    say(
      `核对了链上事件 ${events} 个、分录 ${entries} 条、党员 ${members} 人、方案 ${schemes} 版、得分 ${scores} 人${day}`,
      `verified ${events} events, ${entries} entries, ${members} members, ${schemes} schemes, ${scores} scores${day}`,
    ),
    ...found.slice(0, MOST),
    ...(found.length > MOST ? [say(`……共 ${found.length} 处`, `… ${found.length} in all`)] : []),
    ...(head ? [say(`链头 第 ${head.seq} 个事件 ${head.hash}`, `head: event ${head.seq} ${head.hash}`)] : []),
    ...outsideLines(outside, say),
    sound ? say('全部相符', 'everything fits') : say('有不符之处', 'something does not fit'),
  ];
}

/** What a head from outside proves 外部链头, or that there was none. */
export function outsideLines(outside: Report['outside'], say: (zh: string, en: string) => string): readonly string[] {
  if (outside === 'not-found') return [];
  if (outside === 'none')
    return [
      say(
        '没有给出外部链头：末尾若被截去，或全链被改写，从这里看不出来。请用登记表、会议记录、公示上印的或上级留存的链头核对。',
        'no head from outside: a cut-off tail or a chain rewritten as a whole cannot be seen. Compare with the head printed on register, minutes or notice, or lodged with the superior.',
      ),
    ];
  const { seq, after } = outside;
  return [
    after === 0
      ? say('外部链头与链尾一致', 'the outside head is the end of the chain')
      : say(
          `外部链头是第 ${seq} 个事件；其后的 ${after} 个事件它不能证明`,
          `the outside head is event ${seq}; it says nothing of the ${after} events after it`,
        ),
  ];
}

/** One thing that does not fit, with its place. */
export function sayFault({ why, line, seq, entry, member, field, file }: Fault, lang: Lang): string {
  const english = lang === 'en';
  const where = [
    entry !== undefined && (english ? `entry ${entry}` : `分录 ${entry}`),
    seq !== undefined && (english ? `event ${seq}` : `第 ${seq} 个事件`),
    line !== undefined && (english ? `line ${line}` : `存档第 ${line} 行`),
    file,
    member !== undefined && (english ? `member ${member}` : `党员 ${member}`),
  ].filter((part) => part !== false && part !== undefined);
  const what = FAULT_WORDS[why][english ? 1 : 0];
  const more = field === undefined ? '' : english ? ` (${field})` : `（${field}）`;
  if (where.length === 0) return `${what}${more}`;
  return english ? `${where.join(', ')}: ${what}${more}` : `${where.join('，')}：${what}${more}`;
}
