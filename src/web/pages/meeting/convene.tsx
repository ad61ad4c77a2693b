import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { textOf } from '#web/content.ts';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { useNames, useRead, useSession } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { Mixed } from '#web/ui/mixed.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { restTitle } from '#words/web/meeting-record.ts';
import { sayQuarter } from './say.ts';

type Matter = AnswerOf<'assembly.show'>['matters'][number];

/** Convenes a general meeting 召集会议: everything is filled in from the last one and the quarter that is due. */
export function Convene({ branch, last, open }: { branch: string; last: Matter | undefined; open: boolean }) {
  const m = useText(meetingWords);
  const { today, person } = useSession();
  const name = useNames(branch);
  const navigate = useNavigate();
  const { run, busy, problem } = useAct();
  // In January the last quarter of the year before is due.
  const year = Number(today.slice(0, 4));
  const before = useRead('month.list', { branch, year: String(year - 1) });
  const now = useRead('month.list', { branch, year: String(year) });
  // Until it is known which quarter is due, the meeting is not convened without one.
  const known = before.data !== undefined && now.data !== undefined;
  const months = [...(before.data?.months ?? []), ...(now.data?.months ?? [])];
  const quarters = [
    ...new Set(months.flatMap(({ quarter }) => (quarter?.state === 'open' ? [quarter.id] : []))),
  ].toSorted();
  const of = (key: string): string => textOf(last?.content[key]);
  const [typed, change, forget] = useDraft<{
    day?: string;
    place?: string;
    quarter?: string;
    items?: string;
    chair?: string;
    recorder?: string;
  }>(`convene:${branch}`, {});
  const [others, setOthers] = useState(false);
  const quarter = typed.quarter ?? quarters[0] ?? '';
  const chair = typed.chair ?? (of('chair') || person);
  const recorder = typed.recorder ?? of('recorder');
  const items = typed.items ?? (quarter === '' ? '' : restTitle(quarter));
  const send = async (): Promise<void> => {
    await run(
      'assembly.convene',
      {
        branch,
        day: typed.day ?? today,
        place: typed.place ?? of('place'),
        chair,
        recorder,
        items: items.split('\n').filter((item) => item.trim() !== ''),
        ...(quarter !== '' && { quarter }),
      },
      {
        done: m.convene.done,
        atOnce: ({ id }) => {
          forget();
          void navigate({ to: `/meeting/${branch}/${id}` });
        },
      },
    );
  };
  return (
    <details className="card convene" open={open || Object.keys(typed).length > 0}>
      <summary>{m.convene.title}</summary>
      <p className="soft">{m.convene.lead}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field label={m.convene.day}>
          {(field) => (
            <input
              {...field}
              type="date"
              required
              min={today}
              value={typed.day ?? today}
              onChange={(event) => change({ day: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.convene.place}>
          {(field) => (
            <input
              {...field}
              required
              maxLength={200}
              lang="zh-CN"
              value={typed.place ?? of('place')}
              onChange={(event) => change({ place: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.convene.quarter}>
          {(field) => (
            <select {...field} value={quarter} onChange={(event) => change({ quarter: event.target.value })}>
              {quarters.map((one) => (
                <option key={one} value={one}>
                  {sayQuarter(one, m)}
                </option>
              ))}
              <option value="">{m.convene.noQuarter}</option>
            </select>
          )}
        </Field>
        <Field label={m.convene.items} hint={m.convene.itemsHint}>
          {(field) => (
            <textarea
              {...field}
              lang="zh-CN"
              maxLength={5000}
              value={items}
              onChange={(event) => change({ items: event.target.value })}
            />
          )}
        </Field>
        {others || of('recorder') === '' ? (
          <>
            <PersonField
              branch={branch}
              label={m.chair}
              value={chair}
              onChange={(id) => change({ chair: id })}
              except={[recorder]}
            />
            <PersonField
              branch={branch}
              label={m.recorder}
              value={recorder}
              onChange={(id) => change({ recorder: id })}
              except={[chair]}
            />
          </>
        ) : (
          <p>
            <Mixed text={fill(m.convene.same, { chair: name(chair), recorder: name(recorder) })} />{' '}
            <button type="button" className="bare" onClick={() => setOthers(true)}>
              {m.convene.change}
            </button>
          </p>
        )}
        <ProblemNote problem={problem} />
        <p className="acts">
          <button type="submit" className="main" disabled={busy || !known || recorder === ''}>
            {m.convene.send}
          </button>
        </p>
      </form>
    </details>
  );
}
