import './work.css';
import '#web/pages/review/review.css';
import { useParams } from '@tanstack/react-router';
import type { AnswerOf } from '#contract/api.ts';
import { dayAfter } from '#domain/calendar/civil-day.ts';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { workWords } from '#words/web/work.ts';
import { FirstDay } from './first-day.tsx';
import { WorkRow } from './work-row.tsx';

type Row = AnswerOf<'work.list'>['rows'][number];

const GROUPS = ['late', 'today', 'week', 'later', 'none'] as const;

/** In which group a row stands by its last day; a week is seven days from today. */
function groupOf({ due, late }: Row, today: string, week: string): (typeof GROUPS)[number] {
  if (late) return 'late';
  if (due === undefined) return 'none';
  if (due <= today) return 'today';
  return due <= week ? 'week' : 'later';
}

/** The work list 待办: one list by date of what is owed to whom. */
export function Page() {
  const words = useText(workWords);
  const { branch = '' } = useParams({ strict: false });
  const [{ mine }, change] = useDraft(`work:${branch}`, { mine: false });
  const query = useRead('work.list', { branch, limit: 500 }, { every: 60_000 });
  return (
    <>
      <div className="head">
        <Title text={words.title} />
        <p className="lead">{words.lead}</p>
      </div>
      <label className="tick work-filter">
        <input type="checkbox" checked={mine} onChange={(event) => change({ mine: event.target.checked })} />
        <span>{words.mine}</span>
      </label>
      <Asked query={query}>
        {({ asOf, rows }) => {
          let week = asOf;
          for (let day = 0; day < 7; day++) week = dayAfter(week);
          const shown = rows.filter(({ owedBy }) => !mine || owedBy === 'me');
          if (shown.length === 0) return <p className="lead">{mine ? words.emptyMine : words.empty}</p>;
          const groups = GROUPS.map((group) => {
            const inside = shown.filter((row) => groupOf(row, asOf, week) === group);
            if (inside.length === 0) return null;
            return (
              <section key={group}>
                <h2 className={group === 'late' ? 'due-late' : ''}>{words.groups[group]}</h2>
                <ul className="owed">
                  {inside.map((row) => (
                    <WorkRow key={`${row.kind} ${row.noun} ${row.id}`} branch={branch} row={row} />
                  ))}
                </ul>
              </section>
            );
          });
          return (
            <>
              {groups}
              <ListLinks branch={branch} list="work" />
            </>
          );
        }}
      </Asked>
      <FirstDay branch={branch} />
    </>
  );
}
