import { Refusal } from '#contract/problem.ts';
import { type ImprovementPlan, improvementForm } from '#paper/forms/improvement.ts';
import type { ConsequenceBodies } from '#store/bodies-consequence.ts';
import type { Asking, Made } from './asking.ts';
import { consequenceMeant } from './consequence.ts';

/** The plan of an improvement 限期整改方案: as it was set, with its outcome once there is one, or empty. @throws form.none, thing.unknown, right.missing */
export async function improvementOf(asking: Asking): Promise<Made> {
  const branch = await asking.branchName();
  const improvement = await consequenceMeant(asking, 'improvement');
  if (!improvement) return made({ branch, member: '', helper: '', from: '', to: '', problems: '', measures: [] });
  const { id, subject = '', state } = improvement;
  // Before it is set there is no plan that its subject could read.
  if (state === 'proposed' && subject === asking.caller.person) throw new Refusal('form.none');
  const body = improvement.content as unknown as ConsequenceBodies['improvement'];
  const { plan = '', helper = '', begins = '', last = '', words = '', reason } = body;
  const names = await asking.names();
  return made({
    code: await asking.code({ kind: 'improvement', of: id }),
    branch,
    member: names.get(subject) ?? '',
    helper: names.get(helper) ?? '',
    from: begins,
    to: last,
    problems: words,
    // A measure a line, as the plan was written.
    measures: plan.split('\n').flatMap((text) => (text.trim() === '' ? [] : [{ text: text.trim() }])),
    ...((state === 'met' || state === 'missed') && { result: state, ...(reason !== undefined && { reason }) }),
  });
}

function made(data: ImprovementPlan): Made {
  return { data, document: improvementForm(data) };
}
