import { dayText } from '#domain/kernel/day.ts';
import type { Counts } from './ballot.ts';

/** What the minutes are drafted from 会议记录素材: persons by name, everything as it was recorded. */
export type Sitting = {
  readonly branch: string;
  readonly day: string;
  readonly place: string;
  readonly chair: string;
  readonly recorder: string;
  readonly lapsed: boolean;
  readonly entitled: number;
  readonly present: readonly string[];
  readonly listening: readonly string[];
  readonly absent: readonly { readonly name: string; readonly reason: string }[];
  readonly items: readonly string[];
  readonly outcomes: number;
  readonly motions: readonly Voted[];
};

/** One motion in the minutes; counts and result are absent where it was deferred. */
export type Voted = {
  readonly title: string;
  readonly lines: number;
  readonly entitled?: number;
  readonly present?: number;
  readonly counts?: Counts;
  readonly result?: 'passed' | 'lost';
  readonly reason?: string;
};

/** The ways of voting 表决方式 in words. */
const WAYS = { hands: '举手表决', paper: '无记名投票', screen: '无记名投票（屏幕）' } as const;

/** The minutes of a general meeting 会议记录 as drafted: time, place, chair, recorder, present, absent with reason, items, counts, decisions (product §3.6). */
export function minutesText(sitting: Sitting): string {
  const { present, listening, absent, items, outcomes, motions, lapsed } = sitting;
  return [
    `${sitting.branch}党员大会会议记录`,
    `时间：${dayText(sitting.day)}`,
    `地点：${sitting.place}`,
    `主持人：${sitting.chair}`,
    `记录人：${sitting.recorder}`,
    `应到会有表决权的党员 ${sitting.entitled} 人，实到 ${present.length} 人。`,
    `到会：${namesText(present)}`,
    ...(listening.length > 0 ? [`列席（无表决权）：${namesText(listening)}`] : []),
    `缺席：${absent.length === 0 ? '无' : absent.map(({ name, reason }) => `${name}（${reason}）`).join('、')}`,
    '议程：',
    ...items.map((item, at) => `${at + 1}. ${item}`),
    ...(outcomes > 0 ? [`会议通报了 ${outcomes} 件异议、申诉的处理结果。`] : []),
    ...(motions.length > 0 ? ['表决：'] : []),
    ...motions.map((one, at) => `${at + 1}. ${motionText(one)}`),
    ...(lapsed ? ['到会人数不足法定人数，会议未举行表决，事项转下次会议。'] : []),
  ].join('\n');
}

function namesText(names: readonly string[]): string {
  return names.length === 0 ? '无' : names.join('、');
}

function motionText({ title, lines, entitled, present, counts, result, reason }: Voted): string {
  const about = lines > 0 ? `${title}（${lines} 项）` : title;
  if (!counts) return `${about}：暂缓表决${reason === undefined ? '' : `，原因：${reason}`}。`;
  const votes = `赞成 ${counts.ayes}，反对 ${counts.noes}，弃权 ${counts.abstentions}`;
  const sheets = `发出 ${numberOf(counts, 'issued')} 张，收回 ${numberOf(counts, 'returned')} 张，无效 ${numberOf(counts, 'invalid')} 张`;
  const paper = counts.way === 'paper' ? `，${sheets}` : '';
  const end = result === 'passed' ? '通过' : '未通过';
  return `${about}：${WAYS[counts.way]}，应到 ${entitled ?? 0} 人，实到 ${present ?? 0} 人，${votes}${paper}，${end}。`;
}

function numberOf(counts: Counts, name: 'issued' | 'returned' | 'invalid'): number {
  return counts.way === 'paper' ? counts[name] : 0;
}
