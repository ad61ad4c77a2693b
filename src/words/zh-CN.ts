import { phrasesZhCN } from './phrases.zh-CN.ts';
import { problemsIntakeZhCN } from './problems-intake.zh-CN.ts';
import { problemsSchemeZhCN } from './problems-scheme.zh-CN.ts';

/** The Chinese catalogue 词句: the default of the software, and the keys that every other language has too. */
export const zhCN = { ...phrasesZhCN, ...problemsSchemeZhCN, ...problemsIntakeZhCN } as const;

/** A key of the catalogues. */
export type Key = keyof typeof zhCN;
