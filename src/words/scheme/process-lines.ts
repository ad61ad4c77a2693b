import { type Ratio, showRatio } from '#domain/kernel/ratio.ts';
import type { Cycle, ReviewSetting, SchemeDocument } from '#domain/scheme/document.ts';
import { marks } from './outcome-lines.ts';
import { commas, points, type Speaker, shareOf } from './speak.ts';

/** The cycle 考核周期 in one sentence. */
export function cycleWords(speak: Speaker, cycle: Cycle): string {
  const month = Number((cycle.starts ?? '01-01').slice(0, 2));
  const terms = (cycle.terms ?? []).map(({ label, from }) =>
    speak.say('cycle.term-from', { label, month: Number(from.slice(0, 2)), date: Number(from.slice(3)) }),
  );
  return commas(speak, [
    speak.say('cycle.starts', { month }),
    speak.say(`cycle.${cycle.period ?? 'quarter'}`),
    terms.length === 0 ? '' : terms.join(speak.say('join.list')),
    speak.say(`year.${cycle.year ?? 'whole'}`),
  ]);
}

/** A review 测评 in words: its full marks and whose ratings are joined. */
export function reviewWords(speak: Speaker, review: ReviewSetting): string {
  const raters = (review.raters ?? []).map(({ id, weight }) =>
    weight === undefined ? id : speak.say('review.weight', { name: id, weight: showRatio(weight) }),
  );
  return commas(speak, [
    speak.say('review.of', { points: points(speak, review.of ?? 1_000_000) }),
    raters.length === 0 ? '' : speak.say('review.raters', { list: raters.join(speak.say('join.list')) }),
  ]);
}

const PLAIN = ['noticeDays', 'hearingDays', 'objectionReplyDays', 'appealReplyMonths', 'improvementMonths'] as const;

/** The terms of the process 工作时限 in phrases. */
export function termsWords(speak: Speaker, terms: NonNullable<SchemeDocument['terms']>): string {
  const shares = (['quorum', 'majority'] as const).map((name) => shareWords(speak, name, terms[name]));
  const [notice = '', hearing = '', objection = '', appeal = '', improvement = ''] = PLAIN.map((name) => {
    const number = terms[name];
    return number === undefined ? '' : speak.say(`terms.${name}`, { number });
  });
  const steps = (['declare', 'review', 'determine'] as const).map((name) => {
    const scope = terms[name];
    return scope === undefined ? '' : speak.say(`terms.${name}`, { scope: speak.say(`scope.${scope}`) });
  });
  return [
    commas(speak, steps),
    commas(speak, shares),
    commas(speak, [notice, hearing]),
    commas(speak, [objection, appeal]),
    improvement,
  ]
    .filter((part) => part !== '')
    .join(speak.say('join.clause'));
}

function shareWords(speak: Speaker, name: 'quorum' | 'majority', share: Ratio | undefined): string {
  if (!share) return '';
  const half = share.num * 2 === share.den;
  return speak.say(`terms.${name}`, { share: half ? speak.say('share.half') : shareOf(speak, share) });
}

/** Member categories 类别, who is not ranked or graded. */
export function categoryLines(speak: Speaker, { categories = [] }: SchemeDocument): string[] {
  return categories.map((one) => {
    const rules = commas(speak, [
      one.ranked === false ? speak.say('category.unranked') : '',
      one.graded === false ? speak.say('category.ungraded') : '',
    ]);
    const head = (one.label ?? one.id) + marks(speak, one.clause === undefined ? {} : { clause: one.clause });
    return (rules === '' ? head : speak.say('join.colon', { head, rest: rules })) + speak.say('join.stop');
  });
}

/** Exemptions 免予参加 with the way of their approval. */
export function exemptionLines(speak: Speaker, { exemptions = [] }: SchemeDocument): string[] {
  return exemptions.map((one) => {
    const approval = one.approval?.length
      ? speak.say('exemption.approval', { list: one.approval.join(speak.say('exemption.then')) })
      : '';
    const head = one.label + marks(speak, one.clause === undefined ? {} : { clause: one.clause });
    return (approval === '' ? head : speak.say('join.colon', { head, rest: approval })) + speak.say('join.stop');
  });
}
