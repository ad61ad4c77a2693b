import { LADDER } from '#domain/process/disposition.ts';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { StateTag } from '#web/pages/above/state-tag.tsx';
import { useNames, useRead } from '#web/query.ts';
import { sayDay } from '#words/my.ts';
import { usesWords } from '#words/web/year.ts';
import { WithReason } from './dropping.tsx';
import { useHolds } from './holds.ts';
import { Leaving } from './leaving.tsx';
import { ListMember } from './list-member.tsx';
import { NextRung } from './next-rung.tsx';
import type { UsesParts } from './parts.ts';
import { allOf, nextRung, type Used } from './used.ts';

/** The ladder for the unqualified 组织处置: which rung, which comes next and what is still missing; never by itself. */
export function Ladder({ parts }: { parts: UsesParts }) {
  const { branch, year, matters } = parts;
  const { ladder: text } = useText(usesWords);
  const secretary = useHolds(branch, 'secretary');
  // Whoever tells the member needs the page as much as the secretary, who lists.
  const serves = [useHolds(branch, 'committee'), useHolds(branch, 'recorder'), secretary].includes(true);
  const rows = allOf(matters, 'disposition').filter((one) => one.year === year);
  const { data } = useRead('settlement.draw', { branch, year });
  const base = data?.base;
  const below =
    data?.sealed && base !== undefined
      ? data.sealed.rows.filter(({ total }) => total < base).map((one) => one.member)
      : [];
  return (
    <section className="panel">
      <h2>{text.title}</h2>
      <p className="soft">{text.lead}</p>
      {rows.length === 0 && <p className="soft">{text.none}</p>}
      <ul className="matters">
        {rows.map((one) => (
          <Row key={one.id} parts={parts} one={one} secretary={secretary} />
        ))}
      </ul>
      {serves &&
        (below.length > 0 ? (
          <ListMember parts={parts} below={below} secretary={secretary} />
        ) : (
          <p className="soft">{data?.sealed ? text.belowNone : text.belowLater}</p>
        ))}
    </section>
  );
}

type Given = { parts: UsesParts; one: Used<'disposition'>; secretary: boolean };

function Row({ parts, one, secretary }: Given) {
  const words = useWords();
  const { ladder: text, rule } = useText(usesWords);
  const marks = useMarks();
  const nameOf = useNames(parts.branch);
  const { id, revision, state, subject, rungs } = one;
  const reached = rungs.map((rung) => rung.state);
  const next = nextRung(state);
  return (
    <li data-disposition={state}>
      <div className="top-line">
        <h3 lang="zh-CN">{nameOf(subject)}</h3>
        <StateTag text={text.states[state] ?? ''} />
      </div>
      <ol className="rungs">
        {LADDER.map((rung) => (
          <li
            key={rung}
            className={reached.includes(rung) ? 'done' : undefined}
            {...(rung === state && { 'aria-current': 'step' as const })}
          >
            {text.states[rung]}
          </li>
        ))}
      </ol>
      <ul>
        {rungs.map((rung) => (
          <li key={rung.state}>
            {sayDay(rung.day, words)} {text.states[rung.state]} · {rule + marks.colon}
            <span lang="zh-CN">{rung.rule}</span>
            {rung.approval !== undefined && rung.approval !== '' && <span lang="zh-CN"> · {rung.approval}</span>}
          </li>
        ))}
      </ul>
      {next === undefined && <p>{text.final}</p>}
      {next !== undefined && <NextRung parts={parts} one={one} next={next} secretary={secretary} />}
      {next !== undefined && secretary && <Leaving parts={parts} one={one} />}
      {next !== undefined && secretary && (
        <WithReason
          branch={parts.branch}
          id={id}
          revision={revision}
          label={text.end}
          acts={[{ action: 'disposition.end', text: text.end, done: text.ended }]}
        />
      )}
    </li>
  );
}
