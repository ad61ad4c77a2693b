import type { ReactNode } from 'react';

/** Facts of a sheet, each under its label. */
export type Facts = readonly (readonly [label: string, value: ReactNode])[];

/** A few facts of a sheet 材料要点. */
export function FactList({ facts }: { facts: Facts }) {
  return (
    <dl className="sheet-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
