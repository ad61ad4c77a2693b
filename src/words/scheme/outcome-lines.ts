import type { Condition } from '#domain/scheme/condition.ts';
import type { Grade, Quota, SchemeDocument, Veto, Warning } from '#domain/scheme/document.ts';
import { conditionWords } from './condition-words.ts';
import { commas, points, range, type Speaker, shareOf } from './speak.ts';

/** Conditions one after the other. */
function conditions(speak: Speaker, list: readonly Condition[] | undefined, ofYear = false): string {
  return commas(
    speak,
    (list ?? []).map((one) => conditionWords(speak, one, { ofYear })),
  );
}

/** Where an entry stands and whether it is ours, in brackets. */
export function marks(
  speak: Speaker,
  { clause, source, label }: { clause?: string; source?: 'example' | 'inferred'; label?: string },
): string {
  return (
    (clause === undefined || clause === label ? '' : speak.say('in-brackets', { text: clause })) +
    (source === undefined ? '' : speak.say(`source.${source}`))
  );
}

function line(speak: Speaker, head: string, rest: string): string {
  return (rest === '' ? head : speak.say('join.colon', { head, rest })) + speak.say('join.stop');
}

/** What a veto does, in words: 积分为零; the whole year's, also where periods are scored by themselves. */
export function effectWords(speak: Speaker, { effect }: Pick<Veto, 'effect'>): string {
  if (effect === 'zero') return speak.say((speak.cycle?.year ?? 'whole') === 'whole' ? 'veto.zero' : 'veto.zero-year');
  if (effect === undefined) return speak.say('veto.unstated');
  return commas(speak, [
    effect.grade === undefined ? '' : speak.say('veto.grade', { grade: effect.grade }),
    effect.clears === undefined ? '' : speak.say('veto.clears', { label: speak.nodeLabel(effect.clears) }),
  ]);
}

/** The veto grounds 一票否决, each with what it does. */
export function vetoLines(speak: Speaker, vetoes: readonly Veto[]): string[] {
  const lines = vetoes.map((veto) => {
    const when = veto.when ? speak.say('veto.when', { conditions: conditions(speak, veto.when) }) : '';
    return line(speak, veto.label + marks(speak, veto), commas(speak, [effectWords(speak, veto), when]));
  });
  return lines;
}

/** A grade's conditions in words: 80分以上，排名靠前. */
export function gradeWords(speak: Speaker, grade: Grade): string {
  const bare = grade.from === undefined && grade.to === undefined && grade.upTo === undefined;
  return commas(speak, [
    bare ? '' : range(speak, grade, (value) => points(speak, value)),
    bare && !grade.rank && !grade.requires ? speak.say('grade.any') : '',
    grade.rank === undefined ? '' : speak.say(`grade.${grade.rank}`),
    conditions(speak, grade.requires, true),
    grade.for
      ? speak.say('node.for', { list: grade.for.map((id) => speak.categoryLabel(id)).join(speak.say('join.list')) })
      : '',
  ]);
}

/** The rank rule, with the shares that stand for 靠前 and 靠后. */
export function rankWords(speak: Speaker, { rank, grades = [] }: SchemeDocument): string {
  const asks = grades.some(({ rank: place }) => place !== undefined && rank?.[place] === undefined);
  return commas(speak, [
    speak.say(`rank.${rank?.within ?? 'branch'}`),
    rank?.front ? speak.say('rank.front', { share: shareOf(speak, rank.front) }) : '',
    rank?.rear ? speak.say('rank.rear', { share: shareOf(speak, rank.rear) }) : '',
    speak.say('rank.ties'),
    asks ? speak.say('rank.third') : '',
  ]);
}

/** The rank rule as a line. */
export function rankLine(speak: Speaker, document: SchemeDocument): string {
  return rankWords(speak, document) + (document.rank ? marks(speak, document.rank) : '') + speak.say('join.stop');
}

/** The grades 等次, one a line. */
export function gradeLines(speak: Speaker, { grades = [] }: SchemeDocument): string[] {
  return grades.map((grade) => line(speak, grade.label + marks(speak, grade), gradeWords(speak, grade)));
}

/** Whether somebody may fit none of the grades: no grade takes all others. */
export function mayFitNone({ grades = [] }: SchemeDocument): boolean {
  return !grades.some(
    ({ from, to, upTo, rank, requires, for: only }) => !(from ?? to ?? upTo ?? rank ?? requires ?? only),
  );
}

/** A quota 名额 in words. */
export function quotaWords(speak: Speaker, quota: Quota): string {
  const grades = quota.grades.join(speak.say('join.list'));
  const { max, min, places, into } = quota;
  const most = max !== undefined || places !== undefined;
  return commas(speak, [
    max ? speak.say('quota.max', { grades, share: shareOf(speak, max) }) : '',
    places === undefined ? '' : speak.say('quota.places', { grades, places }),
    most && into !== undefined ? speak.say('quota.into', { grade: into }) : '',
    min ? speak.say('quota.min', { grades, share: shareOf(speak, min) }) : '',
    min && into !== undefined ? speak.say('quota.drawn', { grade: into }) : '',
  ]);
}

/** Coloured warnings 预警 with their conditions. */
export function warningLines(speak: Speaker, warnings: readonly Warning[]): string[] {
  return warnings.map((one) => line(speak, one.label + marks(speak, one), conditions(speak, one.when, true)));
}
