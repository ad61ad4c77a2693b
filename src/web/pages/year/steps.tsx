import { useMarks, useText, useWords } from '#web/lang.ts';
import { type Filing, filingOf } from '#web/pages/above/filing.ts';
import { useRead } from '#web/query.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { sayInstant } from '#words/say-instant.ts';
import { yearWords } from '#words/web/year.ts';
import { useHolds } from './holds.ts';
import type { YearParts } from './parts.ts';

/** A step of the thread: done on a day, to be done now, or later. */
type Step = { readonly key: string; readonly text: string; readonly day?: string | undefined; readonly more?: string };

/** What of a notice the thread shows. */
type Posted = { readonly of: string; readonly start?: string; readonly days: number };

/** The year as one thread of steps with their days 办理进度: what is done, what comes next. */
export function Steps({ parts: { branch, year, settlements } }: { parts: YearParts }) {
  const words = useWords();
  const { steps: text } = useText(yearWords);
  const marks = useMarks();
  const notices = useRead('notice.show', { branch, period: year }).data?.matters ?? [];
  const found = useRead(
    'filing.show',
    { branch, period: year },
    { when: useHolds(branch, 'secretary') },
  ).data?.matters.at(-1);
  const filing: Filing | undefined = found && filingOf(found);
  const done: Step[] = [];
  const { matters, documents } = settlements;
  const preview = matters.at(0);
  if (preview) done.push({ key: 'previewed', text: text.previewed, day: dayOf(preview.changed) });
  for (const { number, sealed, supersedes } of documents)
    done.push({
      key: `sealed ${number}`,
      text: supersedes === null ? text.sealed : text.amended,
      day: dayOf(sealed),
      more: fill(text.number, { n: number }),
    });
  for (const { id, state, content } of notices) {
    const { of, start, days } = content as unknown as Posted;
    if (of !== 'settlement' || start === undefined) continue;
    const over = state === 'closed' || state === 'filed';
    const more = over ? { more: text.noticeEnd } : {};
    done.push({ key: `notice ${id}`, text: fill(text.noticed, { n: days }), day: start, ...more });
  }
  if (filing) done.push({ key: 'drafted', text: text.drafted });
  for (const [at, round] of (filing?.rounds ?? []).entries()) {
    const more =
      round.did === 'approved' && filing?.number !== undefined
        ? { more: filing.number }
        : round.confirmed
          ? { more: fill(text.stands, { n: round.confirmed.length }) }
          : {};
    done.push({ key: `round ${at}`, text: text[round.did as 'sent'] ?? '', day: round.day, ...more });
  }
  if (filing?.state === 'archived') done.push({ key: 'archived', text: text.archived });
  const known = done.map((one, at) => ({ one, at }));
  const ordered = known
    .toSorted((a, b) => {
      const [x, y] = [a.one.day ?? before(done, a.at), b.one.day ?? before(done, b.at)];
      return x === y ? a.at - b.at : x < y ? -1 : 1;
    })
    .map(({ one }) => one);
  const next = nextOf(settlements, notices, filing, text);
  return (
    <section className="panel">
      <h2>{text.title}</h2>
      <ol className="thread">
        {ordered.map(({ key, text: said, day, more }) => (
          <li key={key}>
            {day !== undefined && <time dateTime={day}>{sayDay(day, words)}</time>}
            {said}
            {more !== undefined && <span className="soft"> · {more}</span>}
          </li>
        ))}
        {next.map((said, at) => (
          <li key={said} className={at === 0 ? 'next' : 'later'} {...(at === 0 && { 'aria-current': 'step' })}>
            {said}
            {at === 0 && <span className="soft">{marks.open + text.next + marks.close}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The day of an instant in China. */
function dayOf(instant: string): string {
  return sayInstant(instant).slice(0, 10);
}

/** What has no day of its own stands after what came before it. */
function before(steps: readonly Step[], at: number): string {
  return steps.slice(0, at).findLast(({ day }) => day !== undefined)?.day ?? '';
}

type Notices = readonly { readonly state: string; readonly content: unknown }[];
type Words = ReturnType<typeof yearWords>['steps'];

/** What is still to come, in order: of a filing that was returned the way begins at what is missing. */
function nextOf(
  { matters, documents }: YearParts['settlements'],
  notices: Notices,
  filing: Filing | undefined,
  text: Words,
) {
  const pending = matters.some(({ state }) => state === 'previewed');
  const last = documents.at(-1)?.number;
  const shown = notices.filter(({ content }) => (content as { readonly shows?: number }).shows === last);
  const over = last !== undefined && shown.some(({ state }) => state === 'closed' || state === 'filed');
  const all: [string, boolean][] = [
    [text.previewed, matters.length > 0],
    [documents.length > 0 && pending ? text.amended : text.sealed, last !== undefined && !pending],
    [text.noticeEnd, over && !pending],
    [text.drafted, filing !== undefined],
    [text.sent, filing !== undefined && ['sent', 'approved', 'archived'].includes(filing.state)],
    [text.approved, filing !== undefined && ['approved', 'archived'].includes(filing.state)],
    [text.archived, filing?.state === 'archived'],
  ];
  return all.filter(([, done]) => !done).map(([said]) => said);
}
