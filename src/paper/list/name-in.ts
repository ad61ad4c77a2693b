import type { Lang } from '#words/lang.ts';
import { listWords } from '#words/list.ts';
import type { People } from './rows.ts';

/** The name of a person 姓名 as a list says it; of one whose name whoever asks cannot read that, and never an id. */
export function nameIn(people: People, id: string | undefined, lang: Lang): string | undefined {
  if (id === undefined || id === '') return undefined;
  return people.get(id)?.name ?? listWords(lang).unnamed;
}
