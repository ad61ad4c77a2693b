import { useLang } from '#web/lang.ts';
import { chineseRuns } from '#words/chinese-runs.ts';

/** A sentence with names or people's own words in it 夹有中文的语句: on a page in another language what is Chinese in it is marked so, for whoever has it read aloud. */
export function Mixed({ text }: { text: string }) {
  if (useLang() === 'zh-CN') return text;
  return chineseRuns(text).map((run, at) =>
    run.chinese ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one sentence have no other name than their place
      <span lang="zh-CN" key={at}>
        {run.text}
      </span>
    ) : (
      run.text
    ),
  );
}
