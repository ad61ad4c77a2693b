import { useText, useWords } from '#web/lang.ts';
import { Mixed } from '#web/ui/mixed.tsx';
import { sayDay } from '#words/my.ts';
import { linesWords } from '#words/web/my-lines.ts';
import { ClaimText } from './claim-text.tsx';
import { type TraceStep, useSayStep } from './step-text.ts';

/** How a line came about 办理经过, from its first day down to the last, as a thread that can be read from top to bottom. */
export function Thread({ steps }: { steps: readonly TraceStep[] }) {
  const { line } = useText(linesWords);
  const words = useWords();
  const say = useSayStep();
  return (
    <section className="card">
      <h2>{line.thread}</h2>
      <ol className="thread">
        {steps.map((step, at) => {
          const { title, texts, quote, against } = say(step);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps that are done never change their order
            <li key={at} className={against ? 'against' : undefined} data-step={step.step}>
              <h3>
                {title} <time dateTime={step.day}>{sayDay(step.day, words)}</time>
              </h3>
              {texts.map((text) => (
                <p key={text}>
                  <Mixed text={text} />
                </p>
              ))}
              {quote !== undefined && (
                <p className="quote" lang="zh-CN">
                  {quote}
                </p>
              )}
              {'fact' in step && typeof step.fact === 'object' && (
                <p className="quote">
                  <ClaimText claim={step.fact} />
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
