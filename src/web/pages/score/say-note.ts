import type { MyWords } from '#words/my.zh-CN.ts';

/** Says a reference or note of a fact; one that names a finding by its id 调查结论 is said in words. */
export function sayNote(text: string, { my }: Pick<MyWords, 'my'>): string {
  const noun = /^(objection|appeal):/.exec(text)?.[1];
  return noun === 'objection' || noun === 'appeal' ? my.byFinding[noun] : text;
}
