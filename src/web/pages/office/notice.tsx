import './office.css';
import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '#contract/api.ts';
import { useText, useWords } from '#web/lang.ts';
import { Scans } from '#web/pages/sheets/scans.tsx';
import { useNames, useRead } from '#web/query.ts';
import { Asked, Notice } from '#web/ui/asked.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { sayPeriod } from '#words/web/office.ts';
import { noticesWords } from '#words/web/office-notices.ts';
import type { NoticesWords } from '#words/web/office-notices.zh-CN.ts';
import { Course } from './course.tsx';
import { Facts } from './facts.tsx';
import { useHere, usePart } from './here.ts';
import { NoticeActs } from './notice-acts.tsx';
import { NoticeAddress } from './notice-address.tsx';
import { type NoticeContent, noticeContent } from './notice-content.ts';

/** The states of a notice that is on a wall or was. */
const POSTED = ['posted', 'closed', 'filed'];

type Matter = AnswerOf<'notice.show'>['matters'][number];

/** One notice 公示: how far it is, what it says, and what is to be done next (§三(四), product §3.7). */
export function Page() {
  const say = useText(noticesWords);
  const { branch } = useHere();
  const id = usePart('id');
  const query = useRead('notice.show', { branch });
  return (
    <>
      <p className="inline-back">
        <Link to={`/desk/${branch}/notices`}>‹ {say.back}</Link>
      </p>
      <Asked query={query}>
        {({ matters }) => {
          const matter = matters.find((one) => one.id === id);
          return matter ? <One matter={matter} /> : <Notice title={say.missing} text={say.missingText} />;
        }}
      </Asked>
    </>
  );
}

function One({ matter }: { matter: Matter }) {
  const words = useWords();
  const say = useText(noticesWords);
  const { branch } = useHere();
  const { id, state, period = '' } = matter;
  const content = noticeContent(matter);
  return (
    <>
      <div className="head">
        <Title text={fill(say.of[content.of], { period: sayPeriod(period, words) })}>
          <span className="tag">{say.states[state as keyof NoticesWords['states']]}</span>
        </Title>
      </div>
      {state !== 'withdrawn' && (
        <Course
          label={say.course}
          at={state}
          stages={Object.entries(say.stages).map(([stage, label]) => ({ state: stage, label }))}
        />
      )}
      <div className="stack">
        {state === 'posted' && content.code !== undefined && <NoticeAddress code={content.code} />}
        <NoticeActs matter={matter} content={content} />
        <section className="card">
          <h2>{say.facts.title}</h2>
          <NoticeFacts matter={matter} content={content} />
          {POSTED.includes(state) && (
            <>
              <FormLinks branch={branch} form="notice" of={id} sheet="a4" label={say.sheets.a4} table />
              <FormLinks branch={branch} form="notice" of={id} sheet="a3" label={say.sheets.a3} />
            </>
          )}
        </section>
        {POSTED.includes(state) && (
          <section className="card">
            <h2>{say.feedback.title}</h2>
            {content.feedback.length === 0 && <p className="soft">{say.feedback.empty}</p>}
            <ul className="rows">
              {content.feedback.map(({ day, text }) => (
                <li key={`${day} ${text}`}>
                  <span className="soft">{sayDay(day, words)}</span>
                  <span lang="zh-CN" className="said">
                    {text}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {POSTED.includes(state) && <Scans branch={branch} of="notice" about={id} />}
      </div>
    </>
  );
}

function NoticeFacts({ matter: { id }, content }: { matter: Matter; content: NoticeContent }) {
  const words = useWords();
  const { facts } = useText(noticesWords);
  const { branch, holds } = useHere();
  const name = useNames(branch);
  const terms = useRead('term.list', { branch }, { when: holds('secretary', 'recorder', 'committee') });
  const term = terms.data?.rows.find((one) => one.noun === 'notice' && one.id === id);
  const { author, edited, reviewer, days, start, text, reason, masked } = content;
  const person = (who: string | undefined) => (who === undefined ? undefined : name(who));
  const from = start !== undefined && term && { from: sayDay(start, words), to: sayDay(term.last, words) };
  return (
    <Facts
      rows={[
        { label: facts.author, value: person(author), own: true },
        { label: facts.edited, value: edited.map((one) => name(one)).join('、'), own: true },
        { label: facts.reviewer, value: person(reviewer), own: true },
        { label: facts.days, value: fill(facts.workingDays, { n: days }) },
        { label: facts.term, value: from && fill(term.provisional ? facts.fromProvisional : facts.from, from) },
        { label: facts.text, value: text === '' ? facts.none : text, own: text !== '' },
        { label: facts.reason, value: reason, own: true },
        { label: facts.masked, value: masked > 0 && fill(facts.maskedText, { n: masked }) },
      ]}
    />
  );
}
