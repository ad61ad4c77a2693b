import type { Day } from '#domain/kernel/day.ts';
import { type Member, type Standing, statusOn } from '#domain/ledger/member.ts';
import { hasVote } from '#domain/process/roll.ts';
import { newId } from '#service/new-id.ts';
import type { Chance } from './chance.ts';
import { nameOf, TELLING_NAMES } from './names.ts';

/** A superior organisation 上级党组织 of the seed: its place in the tree and the persons who review there. */
export type SeedSuperior = {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly parent: string | null;
  readonly reviewers: readonly { readonly id: string; readonly name: string }[];
};

/** A branch 党支部 of the seed with everyone in it, by office. */
export type SeedBranch = {
  readonly index: number;
  /** Its place among the branches that live the whole year: where things end differs from one to the next. */
  readonly turn: number;
  readonly id: string;
  readonly name: string;
  readonly superior: SeedSuperior;
  readonly members: readonly { readonly code: string; readonly member: Member }[];
  readonly secretary: string;
  readonly committee: readonly [string, string];
  readonly discipline: string;
  readonly recorder: string;
};

const OFFICES = ['书记', '组织委员', '宣传委员', '纪检委员', '积分记录员'] as const;
/** Standings of those who hold no office, in the order of the roster; all others are full members at work. */
const SPECIAL: readonly (readonly [Standing, string])[] = [
  ['probationary', '预备'],
  ['exempt', '离退休'],
  ['mobile', '流动'],
];

/** Draws who belongs to a branch: secretary, two committee members, the one for discipline, the recorder, then the others. */
export function castOf(
  chance: Chance,
  branch: Pick<SeedBranch, 'index' | 'turn' | 'id' | 'name' | 'superior'>,
  many: number,
): SeedBranch {
  const used = new Set<string>();
  const members = Array.from({ length: many }, (_, at) => {
    const telling = branch.index === 0 ? TELLING_NAMES[at - 5] : undefined;
    let name = telling ?? nameOf(chance);
    while (used.has(name)) name = nameOf(chance);
    used.add(name);
    const [standing, category] = SPECIAL[at - 5] ?? ['full', at > 8 && chance.happens(0.2) ? '离退休' : '在职'];
    const office = OFFICES[at];
    const status = {
      from: `${chance.between(1985, 2019)}-07-01`,
      to: '9999-12-31',
      standing,
      category,
      group: `第${'一二三'[at % 3] ?? '一'}党小组`,
      ...(office !== undefined && { role: office }),
    };
    return { code: `D${String(at + 1).padStart(3, '0')}`, member: { id: newId(), name, history: [status] } };
  });
  const id = (at: number): string => members[at]?.member.id ?? '';
  return {
    ...branch,
    members,
    secretary: id(0),
    committee: [id(1), id(2)],
    discipline: id(3),
    recorder: id(4),
  };
}

/** Those who review 支委会. */
export function committeeOf({ secretary, committee, discipline }: SeedBranch): readonly string[] {
  return [secretary, ...committee, discipline];
}

/** The full members without an office, about whom and by whom most is declared. */
export function plainMembers(branch: SeedBranch): readonly string[] {
  return branch.members.slice(8).map(({ member }) => member.id);
}

/** How many have a vote on a day 应到人数 of those with whom the branch began. */
export function votersOf({ members }: SeedBranch, day: Day): number {
  return members.filter(({ member }) => hasVote(statusOn(member, day)?.standing ?? 'transferred')).length;
}
