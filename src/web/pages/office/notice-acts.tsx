import type { AnswerOf } from '#contract/api.ts';
import { useText } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { noticesWords } from '#words/web/office-notices.ts';
import { ActButton, WordsForm } from './act-form.tsx';
import { useHere } from './here.ts';
import type { NoticeContent } from './notice-content.ts';
import { NoticePost } from './notice-post.tsx';

type Matter = AnswerOf<'notice.show'>['matters'][number];
type Props = { readonly matter: Matter; readonly content: NoticeContent };

/** What is to be done with a notice next 下一步, for whoever may do it. */
export function NoticeActs({ matter, content }: Props) {
  const { state } = matter;
  const { holds } = useHere();
  const office = holds('secretary', 'recorder');
  return (
    <>
      {state === 'drafted' && <Review matter={matter} content={content} />}
      {state === 'reviewed' && <Post matter={matter} content={content} />}
      {state === 'posted' && <QuarterPosted matter={matter} />}
      {['drafted', 'reviewed'].includes(state) && holds('secretary', 'recorder', 'committee') && (
        <Edit matter={matter} content={content} />
      )}
      {state === 'closed' && office && <File matter={matter} />}
      {['posted', 'closed'].includes(state) && office && <Feedback matter={matter} />}
      {state === 'posted' && holds('secretary') && <Withdraw matter={matter} />}
    </>
  );
}

function Review({ matter: { id, revision }, content }: Props) {
  const { review: say } = useText(noticesWords);
  const { branch, person, holds } = useHere();
  const wrote = content.author === person || content.edited.includes(person);
  const may = holds('committee', 'lent', 'superior');
  return (
    <section className="card">
      <h2>{say.title}</h2>
      <p>{may && !wrote ? say.text : wrote ? say.own : say.wait}</p>
      {may && !wrote && (
        <ActButton label={say.send} by={(run) => run('notice.review', { branch, id }, { revision, done: say.done })} />
      )}
    </section>
  );
}

function Edit({ matter: { id, revision }, content }: Props) {
  const { edit: say, facts } = useText(noticesWords);
  const { branch } = useHere();
  return (
    <section className="card">
      <h2>{say.title}</h2>
      <WordsForm
        key={revision}
        keep={`notice-edit:${id}`}
        start={content.text}
        label={facts.text}
        hint={say.hint}
        send={say.send}
        by={(run, text) => run('notice.edit', { branch, id, text }, { revision, done: say.done })}
      />
    </section>
  );
}

function Post({ matter, content }: Props) {
  const { post: say, review } = useText(noticesWords);
  const { branch, holds } = useHere();
  const { id, revision } = matter;
  return (
    <section className="card">
      <h2>{say.title}</h2>
      <p>{holds('secretary') ? say.text : say.wait}</p>
      {holds('secretary') && <NoticePost matter={matter} least={content.days} />}
      {holds('committee', 'lent', 'superior') && (
        <WordsForm
          keep={`notice-return:${id}`}
          label={review.reason}
          send={review.return}
          by={(run, reason) => run('notice.return', { branch, id, reason }, { revision, done: review.returned })}
        />
      )}
    </section>
  );
}

/** The quarter itself has to know that it is on notice, so that it can end with it. */
function QuarterPosted({ matter: { period = '', content } }: { matter: Matter }) {
  const { post: say } = useText(noticesWords);
  const { branch, holds } = useHere();
  const registers = useRead('register.show', { branch }, { when: content['of'] === 'quarter' });
  const quarter = registers.data?.matters.find(({ noun, id }) => noun === 'quarter' && id === period);
  if (quarter?.state !== 'determined' || !holds('secretary')) return null;
  return (
    <section className="card">
      <p>{say.quarterText}</p>
      <ActButton
        label={say.quarter}
        by={(run) => run('quarter.post', { branch, id: period }, { revision: quarter.revision, done: say.quarterDone })}
      />
    </section>
  );
}

function Feedback({ matter: { id, revision } }: Pick<Props, 'matter'>) {
  const { feedback: say } = useText(noticesWords);
  const { branch } = useHere();
  return (
    <section className="card">
      <h2>{say.label}</h2>
      <WordsForm
        keep={`notice-feedback:${id}`}
        label={say.title}
        hint={say.hint}
        send={say.send}
        by={(run, text) => run('notice.feedback', { branch, id, text }, { revision, done: say.done })}
      />
    </section>
  );
}

function Withdraw({ matter: { id, revision } }: Pick<Props, 'matter'>) {
  const { withdraw: say } = useText(noticesWords);
  const { branch } = useHere();
  return (
    <details className="card form">
      <summary>{say.title}</summary>
      <p>{say.text}</p>
      <WordsForm
        keep={`notice-withdraw:${id}`}
        label={say.reason}
        send={say.send}
        look="grave"
        by={(run, reason) => run('notice.withdraw', { branch, id, reason }, { revision, done: say.done })}
      />
    </details>
  );
}

function File({ matter: { id, revision } }: Pick<Props, 'matter'>) {
  const { file: say } = useText(noticesWords);
  const { branch } = useHere();
  return (
    <section className="card">
      <h2>{say.title}</h2>
      <p>{say.text}</p>
      <ActButton label={say.send} by={(run) => run('notice.file', { branch, id }, { revision, done: say.done })} />
    </section>
  );
}
