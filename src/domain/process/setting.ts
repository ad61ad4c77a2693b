import { type Guard, must } from './step.ts';
import { type BranchSettings, TERM_NAMES, TERMS, type TermName } from './terms.ts';

/** The first term of a setting that lies below its least or above its most. */
function outside(settings: BranchSettings, side: 'least' | 'most'): TermName | undefined {
  return TERM_NAMES.find((name) => {
    const set = settings[name];
    return set !== undefined && (side === 'least' ? set < TERMS[name].least : set > TERMS[name].most);
  });
}

function params(settings: BranchSettings, side: 'least' | 'most'): Readonly<Record<string, number>> {
  const name = outside(settings, side);
  return name ? { found: settings[name] ?? 0, [side]: TERMS[name][side] } : {};
}

/** A branch may set its terms 支部设定 only within their bounds, and the shares of the vote at half or more: stricter, never looser (product §3 preamble). */
export const settable: readonly Guard<BranchSettings>[] = [
  must(
    'setting.below-least',
    (set) => outside(set, 'least') === undefined,
    (set) => params(set, 'least'),
  ),
  must(
    'setting.above-most',
    (set) => outside(set, 'most') === undefined,
    (set) => params(set, 'most'),
  ),
  must('setting.looser-vote', ({ quorum, majority }) =>
    [quorum, majority].every((share) => !share || (share.num * 2 >= share.den && share.num <= share.den)),
  ),
];
