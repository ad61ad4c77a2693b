import type { AnswerOf } from '#contract/api.ts';
import { useText } from '#web/lang.ts';
import { supervisionWords } from '#words/web/office-supervision.ts';
import type { SupervisionWords } from '#words/web/office-supervision.zh-CN.ts';
import { ActButton, WordsForm } from './act-form.tsx';
import { Clock } from './clock.tsx';
import { Facts } from './facts.tsx';
import { useHere } from './here.ts';

type Question = AnswerOf<'question.list'>['rows'][number];

/** A question of the masses 群众询问: admitted, declined or forwarded, answered, and shown with its answer. */
export function QuestionCard({ question }: { question: Question }) {
  const { questions: say } = useText(supervisionWords);
  const { branch, holds } = useHere();
  const { id, state, revision, words, answer, reason, last, provisional } = question;
  const may = holds('secretary', 'committee');
  const on = { branch, id };
  return (
    <article className="card">
      <p className="line-head">
        <span className="tag">{say.states[state as keyof SupervisionWords['questions']['states']]}</span>
        {['received', 'admitted'].includes(state) && <Clock last={last} provisional={provisional} />}
      </p>
      <p className="said" lang="zh-CN">
        {words}
      </p>
      <Facts
        rows={[
          { label: say.answerText, value: answer, own: true },
          { label: say.reasonText, value: reason, own: true },
        ]}
      />
      {may && state === 'received' && (
        <>
          <p className="soft">{say.office}</p>
          <ActButton label={say.admit} by={(run) => run('question.admit', on, { revision, done: say.admitted })} />
          <details className="form">
            <summary>{say.declineTitle}</summary>
            <WordsForm
              keep={`question-decline:${id}`}
              label={say.decline}
              send={say.declineSend}
              by={(run, text) => run('question.decline', { ...on, reason: text }, { revision, done: say.declined })}
            />
          </details>
        </>
      )}
      {may && state === 'admitted' && (
        <WordsForm
          keep={`question-answer:${id}`}
          label={say.answer}
          hint={say.answerHint}
          send={say.answerSend}
          look="main"
          by={(run, text) => run('question.answer', { ...on, reason: text }, { revision, done: say.answered })}
        />
      )}
      {may && ['received', 'admitted'].includes(state) && (
        <ActButton
          label={say.forward}
          look="plain"
          by={(run) => run('question.forward', on, { revision, done: say.forwarded })}
        />
      )}
      {state === 'answered' && holds('secretary') && (
        <ActButton label={say.show} by={(run) => run('question.show', on, { revision, done: say.shown })} />
      )}
    </article>
  );
}
