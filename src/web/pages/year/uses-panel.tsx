import type { ReactNode } from 'react';
import { useText } from '#web/lang.ts';
import { usesWords } from '#words/web/year.ts';
import { useHolds } from './holds.ts';
import type { UsesParts } from './parts.ts';
import { Proposing, type ProposingPart } from './proposing.tsx';
import { allOf, type Used } from './used.ts';

type Noun = 'commendation' | 'improvement' | 'talk';

/** The uses of one kind 运用事项: those of the year in a list, and where the committee proposes another. */
export function UsesPanel<N extends Noun>({
  parts: { branch, year, matters },
  noun,
  said,
  lead,
  renderRow,
  ...proposing
}: {
  parts: UsesParts;
  noun: N;
  said: { readonly title: string; readonly none: string };
  lead?: string;
  renderRow: (one: Used<N>, committee: boolean) => ReactNode;
} & ProposingPart) {
  const text = useText(usesWords);
  const rows = allOf(matters, noun).filter((one) => one.year === year);
  const committee = [useHolds(branch, 'committee'), useHolds(branch, 'secretary')].includes(true);
  return (
    <section className="panel">
      <h2>{said.title}</h2>
      {lead !== undefined && <p className="soft">{lead}</p>}
      {rows.length === 0 && <p className="soft">{said.none}</p>}
      <ul className="matters">{rows.map((one) => renderRow(one, committee))}</ul>
      {committee && <Proposing branch={branch} name={noun} title={text.propose} {...proposing} />}
    </section>
  );
}
