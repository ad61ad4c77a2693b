import type { Standing } from '#domain/ledger/member.ts';
import { labelKey } from '#intake/text/clean.ts';

const WORDS: Readonly<Record<Standing, readonly string[]>> = {
  full: ['正式', '正式党员', 'full', '在册'],
  probationary: ['预备', '预备党员', 'probationary'],
  suspended: ['停止党籍', 'suspended'],
  'on-probation-within-party': ['留党察看', 'on-probation-within-party'],
  exempt: ['免考核', '豁免', '免考', 'exempt'],
  mobile: ['流动', '流动党员', 'mobile'],
  transferred: ['转出', '已转出', '组织关系转出', 'transferred'],
  deceased: ['去世', '已去世', '死亡', '逝世', 'deceased'],
};

const BY_WORD = new Map(
  (Object.keys(WORDS) as Standing[]).flatMap((standing) => WORDS[standing].map((word) => [word, standing] as const)),
);

/** The words for a standing that a message offers. */
export const STANDING_WORDS = Object.values(WORDS)
  .map((words) => words[0])
  .join('、');

/** Reads a standing 党籍状态 as people write it; undefined when the word is none. */
export function readStanding(text: string): Standing | undefined {
  return BY_WORD.get(labelKey(text));
}
