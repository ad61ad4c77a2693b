import type { AnswerOf } from '#contract/api.ts';
import { allRows } from '#service/all-rows.ts';
import type { Bodies } from '#store/bodies.ts';
import { fill } from '#words/fill.ts';
import { listWords } from '#words/list.ts';
import { paperDay } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import { moreWords } from '#words/web/my-more.ts';
import type { Asking } from './asking.ts';

type Row = AnswerOf<'dossier.show'>['rows'][number];
type Named = Readonly<Record<string, string>>;

const { personal: say } = paperZhCN;
const { results, about: abouts, states: objected } = listWords('zh-CN').objections;
const { year: words } = moreWords('zh-CN');

/** What follows from a year, and in which states it has followed: what was only proposed, or dropped again, has not. */
const FOLLOWED: Readonly<Record<string, readonly string[]>> = {
  commendation: ['approved', 'ended'],
  talk: ['held', 'signed'],
  improvement: ['running', 'met', 'missed'],
  disposition: ['reminded', 'criticised', 'improving', 'urged', 'removed', 'left', 'ended'],
};

/** The grade 民主评议等次 that the meeting gave in a year, in words. */
export function gradeOf(rows: readonly Row[], year: string): string | undefined {
  const found = rows.findLast(({ noun, period }) => noun === 'appraisal' && period === year);
  const grade = found?.content['grade'];
  return typeof grade === 'string' ? (words.grades as Named)[grade] : undefined;
}

/** What followed from a year 结果运用, a line for each. */
export function usesOf(rows: readonly Row[], year: string): readonly string[] {
  return rows
    .filter(({ noun, state, period }) => period === year && FOLLOWED[noun]?.includes(state))
    .map((row) => fill(say.use[kindOf(row)], { title: titleOf(row), state: (words.states as Named)[row.state] ?? '' }));
}

function kindOf({ noun, content }: Row): keyof typeof say.use {
  if (noun === 'commendation') return content['kind'] === 'bar' ? 'bar' : 'commend';
  if (noun === 'talk') return content['admonition'] === true ? 'admonition' : 'talk';
  return noun === 'improvement' ? 'improvement' : 'disposition';
}

function titleOf({ content: { title } }: Row): string {
  return typeof title === 'string' ? title : '';
}

/** A contest as told: an outcome alone once it was answered. */
function toldOf(result: string | undefined, answered: string | undefined, looking: string): string {
  return answered === undefined
    ? looking
    : fill(say.answered, { result: results[result ?? ''] ?? '', day: paperDay(answered) });
}

/**
 * The objections and appeals 异议和申诉 of a year, a line for each. Of an appeal that the branch was not served nobody but its member is told; then the sheet
 * says that it is to be kept (`keep`, product §5.7).
 */
export async function contestsOf(
  asking: Asking,
  { member, year, file }: { readonly member: string; readonly year: string; readonly file: readonly Row[] },
): Promise<{ readonly texts: readonly string[]; readonly keep: boolean }> {
  const objections = file
    .filter(({ noun, period }) => noun === 'objection' && period === year)
    .map(({ state, content }) => {
      const { start, about, result, answered } = content as unknown as Bodies['objection'];
      const outcome = state === 'withdrawn' ? (objected[state] ?? '') : toldOf(result, answered, say.looking);
      return fill(say.objection, { day: paperDay(start), about: abouts[about] ?? '', outcome });
    });
  const appeals = member === asking.caller.person ? await ownAppeals(asking, year) : await served(asking, member, year);
  return {
    texts: [...objections, ...appeals.map(({ text }) => text)],
    keep: appeals.some(({ hidden }) => hidden),
  };
}

type Appeal = { readonly text: string; readonly hidden: boolean };

async function ownAppeals(asking: Asking, year: string): Promise<readonly Appeal[]> {
  const rows = await allRows((page) => asking.ask('appeal.show', page));
  return rows
    .filter((one) => one.year === year)
    .map(({ state, about, start, served: on, result, answered }) => {
      const hidden = on === undefined;
      const looking = hidden ? say.unserved : say.looking;
      const outcome = state === 'withdrawn' ? (objected[state] ?? '') : toldOf(result, answered, looking);
      return { hidden, text: fill(say.appeal, { day: paperDay(start), about: abouts[about] ?? '', outcome }) };
    });
}

async function served(asking: Asking, member: string, year: string): Promise<readonly Appeal[]> {
  const { rows } = await asking.ask('appeal.served', {});
  return rows
    .filter((one) => one.member === member && one.year === year)
    .map(({ state, about, served: on, result, answered }) => {
      const outcome = state === 'withdrawn' ? (objected[state] ?? '') : toldOf(result, answered, say.looking);
      return { hidden: false, text: fill(say.appeal, { day: paperDay(on), about: abouts[about] ?? '', outcome }) };
    });
}
