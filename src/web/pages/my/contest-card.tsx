import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type BranchSettings, termsOf } from '#domain/process/terms.ts';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { moreWords } from '#words/web/my-more.ts';
import { ClaimText } from './claim-text.tsx';

/** What an objection or an appeal is about, how far it has come, and what was found 异议或申诉. */
export type Contest = {
  readonly line?: string | undefined;
  readonly year: string;
  readonly words: string;
  readonly state: string;
  readonly result?: string | undefined;
  readonly finding?: string | undefined;
  /** When it was raised, served and answered, and by when it is owed an answer, in words. */
  readonly days: readonly string[];
};

/** One objection or appeal of one's own 本人的异议或申诉. */
export function ContestCard({ contest, children }: { contest: Contest; children?: ReactNode }) {
  const { contest: said } = useText(moreWords);
  const marks = useMarks();
  const { home: branch, person } = useSession();
  const { data } = useRead('declaration.list', { branch, member: person, limit: 500 });
  const { line: id, year, words, state, result, finding, days } = contest;
  const line = data?.rows.find((one) => one.id === id);
  return (
    <li className="card">
      <p>
        {id === undefined ? (
          <b>{fill(said.total, { year })}</b>
        ) : (
          <Link to="/my/line/$id" params={{ id }}>
            {line ? <ClaimText claim={line.fact} /> : said.line}
          </Link>
        )}
      </p>
      <p className="quote" lang="zh-CN">
        {words}
      </p>
      <p className="state">{state}</p>
      <p className="soft">{days.join(marks.clause)}</p>
      {result !== undefined && (
        <p>
          <b>{fill(said.finding, { result: said.result[result as 'upheld'] ?? '' })}</b>
        </p>
      )}
      {finding !== undefined && (
        <p>
          {said.reasonSaid}
          {marks.colon}
          <span lang="zh-CN">{finding}</span>
        </p>
      )}
      {children}
    </li>
  );
}

/** Says the days of a matter with a clock 期限: raised, owed, answered. */
export function useSayDays(): (at: {
  readonly start?: string | undefined;
  readonly last?: string | undefined;
  readonly provisional?: boolean | undefined;
  readonly answered?: string | undefined;
  /** What lies between, in words: that it was served. */
  readonly between?: string | undefined;
}) => string[] {
  const words = useWords();
  const { contest: said } = useText(moreWords);
  return ({ start, last, provisional, answered, between }) => {
    const day = (text: string) => ({ day: sayDay(text, words) });
    return [
      ...(start === undefined ? [] : [fill(said.started, day(start))]),
      ...(between === undefined ? [] : [between]),
      ...(answered === undefined
        ? last === undefined
          ? []
          : [fill(provisional === true ? said.dueProvisional : said.due, day(last))]
        : [fill(said.answered, day(answered))]),
    ];
  };
}

/** Both clocks of whoever contests 期限: how long the branch has for an objection, and the superior for an appeal. */
export function Clocks() {
  const { contest } = useText(moreWords);
  const { home: branch } = useSession();
  const settings = useRead('setting.show', { branch });
  const scheme = useRead('scheme.text', { branch });
  if (!settings.data || !scheme.data) return null;
  const set = settings.data.matters[0]?.content['settings'] as BranchSettings | undefined;
  const terms = termsOf(scheme.data.document['terms'] as Parameters<typeof termsOf>[0], set);
  return (
    <section className="card">
      <h2>{contest.terms}</h2>
      <p>{fill(contest.termObjection, { n: terms.objectionReplyDays })}</p>
      <p>{fill(contest.termAppeal, { n: terms.appealReplyMonths })}</p>
    </section>
  );
}
