import { useText, useWords } from '#web/lang.ts';
import { Mixed } from '#web/ui/mixed.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { sayFact } from './say.ts';
import type { TableLine } from './sitting.ts';
import { Worth } from './worth.tsx';

/** A contested line 有异议事项 as the operators, the sheet and the telephones have it: whose, what, what the review said and what its member answered. */
export function LineCard({ line, name }: { line: TableLine; name: (id: string | undefined) => string }) {
  const words = useWords();
  const m = useText(meetingWords);
  const { number, label, subject, fact, points, decision, hearing, words: said, deduction } = line;
  const reviews: Readonly<Record<string, string>> = m.line.decision;
  const answers: Readonly<Record<string, string>> = m.line.answered;
  const more = sayFact(line, m);
  return (
    <div className="line-card">
      <p className="line-what">
        <b className="number-tag">{fill(m.line.number, { n: number })}</b>
        {subject !== undefined && <b lang="zh-CN">{name(subject)}</b>}
        <span lang="zh-CN">{label}</span>
        <Worth points={points} />
        {deduction && <span className="tag">{m.line.deduction}</span>}
      </p>
      {fact && (
        <p className="soft">
          <time dateTime={fact.day}>{sayDay(fact.day, words)}</time> <Mixed text={more} />{' '}
          <span lang="zh-CN">{[fact.ref, fact.note].filter(Boolean).join(' · ')}</span>
        </p>
      )}
      {said !== undefined && (
        <p>
          <Mixed text={fill(m.line.words, { words: said })} />
        </p>
      )}
      {hearing && (
        <p>
          {hearing.silent ? m.line.silent : (answers[hearing.answer ?? ''] ?? '')}
          {hearing.words !== undefined && (
            <span>
              {' '}
              · <Mixed text={fill(m.line.said, { words: hearing.words })} />
            </span>
          )}
        </p>
      )}
      {decision && (
        <p>
          {reviews[decision.as] ?? ''}
          {decision.reason !== undefined && (
            <span>
              {' '}
              · <Mixed text={fill(m.line.reason, { reason: decision.reason })} />
            </span>
          )}
        </p>
      )}
    </div>
  );
}
