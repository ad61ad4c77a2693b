import type { Lang } from '#words/lang.ts';
import { settingsEn } from './office-settings.en.ts';
import { type SettingsWords, settingsZhCN } from './office-settings.zh-CN.ts';

/** The texts of the settings 设置文字 in a language. */
export function settingsWords(lang: Lang): SettingsWords {
  return lang === 'en' ? settingsEn : settingsZhCN;
}
