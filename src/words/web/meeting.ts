import type { Lang } from '#words/lang.ts';
import { meetingEn } from './meeting.en.ts';
import { type MeetingWords, meetingZhCN } from './meeting.zh-CN.ts';

/** The texts of the general meeting 党员大会文字 in a language. */
export function meetingWords(lang: Lang): MeetingWords {
  return lang === 'en' ? meetingEn : meetingZhCN;
}
