import { phrasesEn } from './phrases.en.ts';
import { problemsIntakeEn } from './problems-intake.en.ts';
import { problemsSchemeEn } from './problems-scheme.en.ts';
import type { Key } from './zh-CN.ts';

/** The English catalogue; a key of the Chinese one without English words does not compile. */
export const en: Readonly<Record<Key, string>> = { ...phrasesEn, ...problemsSchemeEn, ...problemsIntakeEn };
