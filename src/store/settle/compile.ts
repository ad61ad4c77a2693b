import type { Prepared } from '#domain/score/prepare.ts';
import { rounded, sum, wide } from './arithmetic.ts';
import { addFacts, addNames } from './facts.ts';
import { Frame } from './frame.ts';
import { looseNodes } from './loose-nodes.ts';
import { addMarks, factConditions } from './marks.ts';
import { addPlaces } from './places.ts';
import type { JoinedCells } from './profiles.ts';
import { addRoster } from './roster.ts';
import { addSaid } from './said.ts';
import { BRANCH, type Statement } from './script.ts';
import { addScored, type Scored } from './total.ts';
import { addItemSums } from './units.ts';
import { type Unsupported, unsupported } from './unsupported.ts';

/** A scheme as one query for a whole branch: rows (member_id, periods, total, vetoed 0 or 1, c0 …) with points in 1/10000; `components` names the c columns. */
export type Settlement = Statement & { readonly components: readonly string[] };

/** A settlement, or the constructs for which the branch is left to `evaluate`. */
export type Compiled =
  | { readonly settlement: Settlement; readonly unsupported: readonly [] }
  | { readonly settlement: undefined; readonly unsupported: readonly Unsupported[] };

/** More than this SQLite would take seconds to read; only limits on nodes nested several times, over many periods, come there. */
const MOST_READ = 3_000_000;

/**
 * Compiles a prepared scheme to one set-based query for the annual settlement 年度积分 of a branch: equal to `evaluate` to the
 * last 1/10000 for every member (scheme language, "One meaning, two executions"; product §4).
 * `joined` names the cells of the branch's roster that name several offices at once; `settle` asks the branch for them.
 */
export function compileSettlement(prepared: Prepared, joined: JoinedCells = {}): Compiled {
  const frame = new Frame(prepared, joined);
  if (frame.profiles.tooMany)
    return { settlement: undefined, unsupported: [{ construct: 'profiles', node: undefined }] };
  const { script } = frame;
  addRoster(frame);
  const codes = addNames(
    frame,
    factConditions(frame).map(({ of }) => of),
  );
  addFacts(frame, codes);
  const said = addSaid(frame);
  const found = unsupported(frame, said);
  if (found.length > 0) return { settlement: undefined, unsupported: found };
  const marks = addMarks(frame, codes);
  const places = addPlaces(frame);
  const loose = looseNodes(frame);
  const kept = loose.filter(({ plan }) => plan.kind === 'item').map(({ at }) => at);
  addItemSums(frame, said, marks, places, new Set(kept));
  const scored = addScored(frame, codes, marks, loose);
  const select = yearSql(frame, scored);
  if (script.expandedSize(select) > MOST_READ)
    return { settlement: undefined, unsupported: [{ construct: 'nesting', node: undefined }] };
  const statement = script.finish(select);
  return { settlement: { ...statement, components: frame.plan.components.map(({ id }) => id) }, unsupported: [] };
}

/** The year from its periods: their sum, mean or last (cycle.year). */
function yearSql(frame: Frame, { from, total, vetoed, components }: Scored): string {
  const way = frame.prepared.scheme.document.cycle?.year ?? 'whole';
  const columns = [['total', total], ...components.map((one, at) => [`c${at}`, one])] as const;
  const combine = (one: string): string => {
    if (way === 'last') return `max(case when last = 1 then ${one} end)`;
    return way === 'mean' ? rounded(sum(one), 'count(*)') : sum(one);
  };
  const rows =
    way === 'last'
      ? `select t.*, row_number() over (partition by m order by p desc) as last from ${from} t`
      : `select * from ${from}`;
  const years = `select m, count(*) as periods, ${columns.map(([name, one]) => `${wide(combine(one ?? '0'))} as ${name}`).join(', ')},
    max(${vetoed}) as vetoed from ${frame.script.view(rows)} t group by m`;
  // A veto zeroes the year in which the finding falls, not its period alone (product §3.5).
  const zeroed = (name: string): string =>
    name === 'total' ? 'case when y.vetoed = 1 then 0 else y.total end' : `y.${name}`;
  const out = columns.map(([name]) => `coalesce(${zeroed(name)}, 0) as ${name}`).join(', ');
  return `select b.member_id, coalesce(y.periods, 0) as periods, ${out}, coalesce(y.vetoed, 0) as vetoed
    from member b ${frame.script.ahead} left join ${frame.script.view(years)} y on y.m = b.member_id where b.branch_id = ${BRANCH} order by b.member_id`;
}
