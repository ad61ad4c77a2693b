import type { AnswerOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { Asking } from './asking.ts';

type Matter = AnswerOf<'consequence.list'>['matters'][number];

/**
 * The talk or improvement 谈话、整改 that a form is of: the one named, or a member’s latest; undefined where neither is named, for an empty form. Whoever it
 * is about reads it in the own file, the office in its list. @throws form.none, thing.unknown, right.missing
 */
export async function consequenceMeant(asking: Asking, noun: 'talk' | 'improvement'): Promise<Matter | undefined> {
  const { of, member } = asking.query;
  if (of === undefined && member === undefined) {
    await asking.belongs();
    return undefined;
  }
  const own = member === asking.caller.person;
  const matters = own
    ? (await asking.ask('dossier.show', { member, limit: 500 })).rows
    : (await asking.ask('consequence.list', {})).matters;
  const found = matters.findLast(
    (one) =>
      one.noun === noun &&
      one.state !== 'dropped' &&
      (of === undefined || one.id === of) &&
      (member === undefined || one.subject === member),
  );
  if (!found) throw new Refusal(of === undefined ? 'form.none' : 'thing.unknown');
  return found;
}
