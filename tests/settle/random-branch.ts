import * as fc from 'fast-check';
import { ALWAYS, type Member, type Status } from '#domain/ledger/member.ts';
import { check } from '#domain/scheme/check.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { CATEGORIES, ROLES, randomFacts, randomScheme } from '#tests/random-scheme.ts';
import type { Filling } from './fill-branch.ts';

/** A branch to be settled: the versions of its scheme as written and as checked, the day, and members with facts. */
export type RandomBranch = {
  readonly documents: readonly unknown[];
  readonly versions: readonly Scheme[];
  readonly day: string;
  readonly filling: Filling;
};

const cell = <T>(...cells: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...cells), { nil: undefined });

const status = fc.record({
  category: cell<string>(...CATEGORIES, ...CATEGORIES, '在职、流动'),
  role: cell<string>(...ROLES, ...ROLES, '书记、委员', '先锋+委员'),
  group: cell('一组', '二组'),
});

/** Histories of every sort: one status, a change, joining, leaving, a gap, a later row over an earlier one, none at all. */
const member: fc.Arbitrary<Omit<Member, 'id'>> = fc
  .tuple(
    status,
    status,
    fc.constantFrom('steady', 'steady', 'changes', 'joins', 'leaves', 'gap', 'overlap', 'none'),
    fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  )
  .map(([first, second, kind, lastTotal]) => {
    const row = ({ category, role, group }: typeof first, from: string, to: string): Status => ({
      from,
      to,
      standing: 'full',
      ...(category !== undefined && { category }),
      ...(role !== undefined && { role }),
      ...(group !== undefined && { group }),
    });
    const histories: Record<typeof kind, Status[]> = {
      steady: [row(first, ALWAYS.from, ALWAYS.to)],
      changes: [row(first, ALWAYS.from, '2026-06-15'), row(second, '2026-06-16', ALWAYS.to)],
      joins: [row(first, '2026-03-01', ALWAYS.to)],
      leaves: [row(first, ALWAYS.from, '2026-08-20')],
      gap: [row(first, ALWAYS.from, '2026-02-20'), row(second, '2026-09-01', ALWAYS.to)],
      overlap: [row(first, ALWAYS.from, ALWAYS.to), row(second, '2026-04-10', '2026-07-05')],
      none: [],
    };
    return { name: '某', history: histories[kind], ...(lastTotal !== null && { lastTotal }) };
  });

/** Levels written in every way: blanks, other joiners, several at once. */
const spoken = fc.constantFrom<(level: string) => string>(
  (level) => level,
  (level) => level,
  (level) => `　${level.replace('、', ' ; ')} `,
  (level) => `市级/${level}`,
  (level) => level.split('、').toReversed().join('+'),
);

const people = (schemes: readonly Scheme[], most: number): fc.Arbitrary<Filling> =>
  fc
    .array(
      fc.record({
        member,
        speak: spoken,
        facts: fc.tuple(...schemes.map((scheme) => randomFacts(scheme, most))).map((lists) => lists.flat()),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((list) =>
      list.map(({ member: one, speak, facts }, at) => ({
        member: { id: `m${at}`, ...one },
        facts: facts.map((fact) => (fact.level === undefined ? fact : { ...fact, level: speak(fact.level) })),
      })),
    );

/** Random branches under random schemes; under two versions in a third of the cases. */
export function randomBranch(most = 24): fc.Arbitrary<RandomBranch> {
  const documents = fc.oneof(
    { weight: 2, arbitrary: fc.tuple(randomScheme()) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(randomScheme(), randomScheme(), fc.constantFrom('2026-05-15', '2026-07-01', '2026-11-01'))
        .map(([first, second, effective]) => [
          { ...(first as object), effective: '2025-01-01' },
          { ...(second as object), effective },
        ]),
    },
  );
  return documents.chain((written) => {
    const versions = written.flatMap((document) => check(document).scheme ?? []);
    if (versions.length < written.length) throw new Error(JSON.stringify(written));
    return fc.record({ day: fc.constantFrom('2026-12-31', '2026-08-15'), filling: people(versions, most) }).map(
      ({ day, filling }): RandomBranch => ({
        documents: written,
        versions,
        day,
        filling,
      }),
    );
  });
}
