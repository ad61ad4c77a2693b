import { useMarks, useText, useWords } from '#web/lang.ts';
import { TotalsTable } from '#web/pages/above/totals-table.tsx';
import { useNames } from '#web/query.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { sayInstant } from '#words/say-instant.ts';
import { yearWords } from '#words/web/year.ts';
import type { YearParts } from './parts.ts';

/** Everybody's year 年度积分表: the sealed one where there is one and nothing newer is previewed, else as it computes now. */
export function YearTable({ parts: { branch, settlements, drawn } }: { parts: YearParts }) {
  const words = useWords();
  const { table: text, seal } = useText(yearWords);
  const marks = useMarks();
  const nameOf = useNames(branch);
  const previewed = settlements.matters.some(({ state }) => state === 'previewed');
  const { sealed } = drawn;
  const document = settlements.documents.find(({ number }) => number === sealed?.number);
  const shown = previewed ? null : sealed;
  const graded = shown !== null || drawn.asOf >= drawn.last;
  const later = graded ? '' : ` · ${text.gradesLater}`;
  const said =
    shown !== null
      ? fill(seal.number, {
          n: shown.number,
          day: sayDay(document ? sayInstant(document.sealed).slice(0, 10) : drawn.asOf, words),
        })
      : `${text.caption}${marks.open}${text.expected}${marks.close} · ${fill(text.asOf, { day: sayDay(drawn.asOf, words) })}${later}`;
  return (
    <TotalsTable
      graded={graded}
      rows={(shown?.rows ?? drawn.rows).map((row) => ({ ...row, name: nameOf(row.member) }))}
      said={text}
      label={text.caption}
      caption={said}
      decimals={drawn.decimals}
    />
  );
}
