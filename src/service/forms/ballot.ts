import type { AnswerOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { type Ballots, ballotForm } from '#paper/forms/ballot.ts';
import { ballotCodes } from '#service/paper-codes.ts';
import { fill } from '#words/fill.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import type { Asking, Made } from './asking.ts';
import { sittingMeant } from './roll.ts';

type Motion = NonNullable<AnswerOf<'assembly.follow'>['sitting']>['motions'][number];

const { ballot: say } = paperZhCN;

/**
 * The ballots 表决票 of a general meeting, one for each who may vote unless another number is told: the motions that are voted on by paper, or that wait and
 * may be. Each print has codes of its own, which name nobody; the office alone prints them. @throws form.none, thing.unknown, right.missing
 */
export async function ballotsOf(asking: Asking): Promise<Made> {
  const { branch, copies } = asking.query;
  const { meeting, office, motions, quorum, roll } = await sittingMeant(asking);
  if (!office) throw new Refusal('right.missing');
  const put = toPaper(motions);
  if (put.length === 0) throw new Refusal('form.none');
  const there = quorum.present > 0 ? quorum.present : roll.entitled;
  const count = copies ?? Math.max(1, there - Math.min(...put.map(({ notVoting }) => notVoting)));
  const about = { assembly: meeting.id, motions: put.map(({ id }) => id) };
  const data: Ballots = {
    branch: await asking.branchName(),
    day: meeting.day,
    motions: put.map((motion) => ({ title: titleOf(motion) })),
    codes: await asking.context.store.transaction((rows) => ballotCodes(rows, branch, about, count)),
  };
  return { data, document: ballotForm(data) };
}

/** The motions of a ballot: those whose vote is open by paper, else those that are put and wait. */
function toPaper(motions: readonly Motion[]): readonly Motion[] {
  const open = motions.filter(({ state, way }) => state === 'open' && way === 'paper');
  return open.length > 0 ? open : motions.filter(({ state }) => state === 'put');
}

function titleOf({ title = '', kind, numbers }: Motion): string {
  return kind === 'bundle' ? fill(say.bundle, { title, n: numbers.length }) : title;
}
