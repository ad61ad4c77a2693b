/** Chinese words with the digits and marks among them: 2026年4月主题党日记录, §二(一). */
const CHINESE =
  /[\d§]*[\p{Script=Han}\u3000-\u303f\uff00-\uffef](?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef\d·—（(]*[\p{Script=Han}\u3000-\u303f\uff00-\uffef\d)])?/u;

/** A piece of a sentence, and whether its words are Chinese. */
export type Run = { readonly text: string; readonly chinese: boolean };

/** A sentence of another language taken apart where Chinese words stand in it 夹用的中文: names, labels of the scheme, what people wrote. */
export function chineseRuns(sentence: string): readonly Run[] {
  const runs: Run[] = [];
  let rest = sentence;
  for (let found = CHINESE.exec(rest); found !== null; found = CHINESE.exec(rest)) {
    const [text] = found;
    if (found.index > 0) runs.push({ text: rest.slice(0, found.index), chinese: false });
    runs.push({ text, chinese: true });
    rest = rest.slice(found.index + text.length);
  }
  return rest === '' ? runs : [...runs, { text: rest, chinese: false }];
}
