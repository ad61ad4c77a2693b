import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { showPoints } from '#domain/kernel/points.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Mixed } from '#web/ui/mixed.tsx';
import { Title } from '#web/ui/title.tsx';
import { useRunningYear } from '#web/year.ts';
import { fill } from '#words/fill.ts';
import { monthParams } from '#words/month-name.ts';
import { sayDay } from '#words/my.ts';
import { sayInstant } from '#words/say-instant.ts';
import { moreWords } from '#words/web/my-more.ts';
import type { MoreWords } from '#words/web/my-more.zh-CN.ts';
import { CourseChart } from './course-chart.tsx';
import { MemberRegisters } from './member-registers.tsx';
import './my.css';

type File = AnswerOf<'dossier.show'>;
type Month = AnswerOf<'month.list'>['months'][number];

/** The member's own year 我的一年: its course as a line, its months, the sealed years and the own file. */
export function Page() {
  const { year } = useText(moreWords);
  const { home: branch, person } = useSession();
  const { name: running } = useRunningYear(branch);
  const [asked, choose] = useState<string>();
  const chosen = asked ?? running;
  const course = useRead('score.course', { branch, member: person, year: chosen });
  const months = useRead('month.list', { branch, year: chosen });
  const file = useRead('dossier.show', { branch, member: person, limit: 500 });
  const sealed = file.data?.member?.years.map((one) => one.year) ?? [];
  const years = [...new Set([running, ...sealed])].toSorted().toReversed();
  return (
    <>
      <div className="head">
        <Title text={year.title} />
      </div>
      {years.length > 1 && (
        <Field label={year.which}>
          {(field) => (
            <select {...field} className="number-input" value={chosen} onChange={(event) => choose(event.target.value)}>
              {years.map((one) => (
                <option key={one} value={one}>
                  {fill(year.yearRow, { year: one })}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div className="cards">
        <section className="card">
          <h2>{year.course}</h2>
          <Asked query={course}>{(answer) => <CourseChart course={answer} />}</Asked>
        </section>
        <section className="card">
          <h2>{year.months}</h2>
          <Asked query={months}>{(answer) => <Months months={answer.months} />}</Asked>
          <MemberRegisters
            branch={branch}
            year={chosen}
            since={file.data?.member?.history[0]?.from}
            sealed={sealed.filter((one) => one === chosen)}
          />
        </section>
        <Asked query={file}>{(answer) => <Kept file={answer} />}</Asked>
      </div>
      <FormLinks branch={branch} form="personal" period={chosen} table />
      <ListLinks branch={branch} list="ranks" member={person} year={chosen} label={year.rank} />
    </>
  );
}

function Months({ months }: { months: readonly Month[] }) {
  const { year } = useText(moreWords);
  if (months.length === 0) return <p className="soft">{year.monthsEmpty}</p>;
  return (
    <ul className="rows">
      {months.toReversed().map(({ id, state, quarter, confirmed, confirmations, lines }) => {
        const count = Object.values(lines).reduce((sum, one) => sum + one, 0);
        const said = [
          year.monthState[state as keyof MoreWords['year']['monthState']],
          quarter && year.quarterState[quarter.state as keyof MoreWords['year']['quarterState']],
          confirmed && year.monthConfirmed,
        ].filter((one): one is string => typeof one === 'string');
        return (
          <li className="row" key={id}>
            <span className="name">
              {fill(year.month, monthParams(id.slice(5)))}
              <span className="more">{said.join(' · ')}</span>
            </span>
            {/* Whoever is in office is told the branch's lines, which are not its own. */}
            {confirmations === undefined && <span className="soft">{fill(year.monthLines, { n: count })}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Kept({ file: { member, rows } }: { file: File }) {
  const { year, notices } = useText(moreWords);
  const { home: branch, person } = useSession();
  const years = member?.years ?? [];
  return (
    <>
      <section className="card">
        <h2>{year.years}</h2>
        {years.length === 0 ? (
          <p className="soft">{year.yearsEmpty}</p>
        ) : (
          <ul className="rows">
            {years.map((one) => (
              <li className="row" key={one.year}>
                <span className="name">
                  {fill(year.yearRow, { year: one.year })}
                  <span className="more">
                    {one.rank !== null && fill(year.yearRank, { rank: one.rank, of: one.of ?? '' })}
                    {one.grade !== null && (
                      <span>
                        {' '}
                        · <Mixed text={fill(year.yearGrade, { grade: one.grade })} />
                      </span>
                    )}
                  </span>
                </span>
                <b className="points">{showPoints(one.total)}</b>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card">
        <h2>{year.file}</h2>
        {rows.length === 0 ? (
          <p className="soft">{year.fileEmpty}</p>
        ) : (
          <ul className="rows">
            {rows
              .toSorted((one, other) => (one.changed < other.changed ? 1 : -1))
              .map((row) => (
                <li key={`${row.noun} ${row.id}`}>
                  <FileRow row={row} />
                  {row.noun === 'improvement' && ['running', 'met', 'missed'].includes(row.state) && (
                    <FormLinks branch={branch} form="improvement" of={row.id} member={person} />
                  )}
                </li>
              ))}
          </ul>
        )}
        <p>
          <Link to="/my/notices">{notices.title}</Link>
        </p>
      </section>
    </>
  );
}

/** Where a thing of the file is seen in full. */
const PLACES: Readonly<Record<string, string>> = {
  veto: '/my/veto',
  objection: '/my/objections',
  talk: '/my/talks',
  assessment: '/my/appraisal',
  absence: '/my/absence',
  hearing: '/my/hearing/$id',
};

function FileRow({ row: { noun, id, state, changed, content, period, parent } }: { row: File['rows'][number] }) {
  const words = useWords();
  const { year } = useText(moreWords);
  const inside = (
    <>
      <span className="name">
        {year.nouns[noun as keyof MoreWords['year']['nouns']]}
        <span className="more">
          {[gradeOf(noun, content, year) ?? year.states[state as keyof MoreWords['year']['states']], period]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <time className="soft" dateTime={dayOf(changed)}>
        {sayDay(dayOf(changed), words)}
      </time>
    </>
  );
  const ofLine = noun === 'hearing' && content['about'] === 'line' && parent !== undefined;
  const to = ofLine ? '/my/line/$id' : PLACES[noun];
  if (to === undefined) return <p className="row">{inside}</p>;
  return (
    <Link className="row" to={to} params={{ id: ofLine ? parent : id }}>
      {inside}
    </Link>
  );
}

/** The day of an instant as it is in China. */
function dayOf(instant: string): string {
  return sayInstant(instant).slice(0, 10);
}

/** The grade that the meeting gave, told as such. */
function gradeOf(noun: string, content: File['rows'][number]['content'], words: MoreWords['year']): string | undefined {
  const { grade } = content as { grade?: keyof MoreWords['year']['grades'] };
  return noun === 'appraisal' && grade !== undefined ? words.grades[grade] : undefined;
}
