import type { AnswerOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { ALWAYS } from '#domain/ledger/member.ts';
import { type ExemptionForm, exemptionForm } from '#paper/forms/exemption.ts';
import { sayAgreed, sayMembership } from '#paper/say.ts';
import type { Asking, Made } from './asking.ts';
import { memberOn, type Named } from './member.ts';

type Absence = Pick<
  AnswerOf<'absence.list'>['rows'][number],
  'id' | 'member' | 'from' | 'to' | 'consented' | 'approved'
>;

/**
 * The exemption form 免考核审批表: of a member as far as it is known, of a long absence with what was agreed so far where one is named, or empty.
 * @throws thing.unknown, right.missing
 */
export async function exemptionOf(asking: Asking): Promise<Made> {
  const { member, of } = asking.query;
  const branch = await asking.branchName();
  if (of !== undefined) return await ofAbsence(asking, branch, of);
  if (member === undefined) {
    await asking.belongs();
    return made({ branch });
  }
  const one = await memberOn(asking, member, asking.today);
  const exempt = one.history.findLast(({ standing }) => standing === 'exempt');
  return made({
    code: await asking.code({ kind: 'exemption', of: member }),
    branch,
    member: personOf(one),
    ...(exempt && spanOf(exempt)),
  });
}

async function ofAbsence(asking: Asking, branch: string, of: string): Promise<Made> {
  const absence = await absenceOf(asking, of);
  const { from, to, consented, approved } = absence;
  return made({
    code: await asking.code({ kind: 'exemption', of }),
    branch,
    absence: true,
    member: personOf(await memberOn(asking, absence.member, asking.today)),
    from,
    to,
    ...(approved !== undefined && { resolution: sayAgreed('meeting', approved) }),
    ...(consented !== undefined && { superiorView: sayAgreed('superior', consented) }),
  });
}

/** An absence as its member reads it in the own file, or the office in its list. @throws thing.unknown, right.missing */
async function absenceOf(asking: Asking, of: string): Promise<Absence> {
  const { member } = asking.query;
  if (member === asking.caller.person) {
    const { rows } = await asking.ask('dossier.show', { member, limit: 500 });
    const own = rows.find(({ noun, id }) => noun === 'absence' && id === of);
    if (own) return { ...(own.content as Pick<Absence, 'from' | 'to'>), id: of, member };
    throw new Refusal('thing.unknown');
  }
  const { rows } = await asking.ask('absence.list', {});
  const found = rows.find(({ id }) => id === of);
  if (!found) throw new Refusal('thing.unknown');
  return found;
}

function personOf({ name, status }: Named): NonNullable<ExemptionForm['member']> {
  const { group, standing } = status ?? {};
  return {
    name,
    standing: sayMembership(standing),
    ...(group !== undefined && { group }),
  };
}

/** A day that nobody wrote is none. */
function spanOf({ from, to }: { readonly from: string; readonly to: string }): { from?: string; to?: string } {
  return { ...(from !== ALWAYS.from && { from }), ...(to !== ALWAYS.to && { to }) };
}

function made(data: ExemptionForm): Made {
  return { data, document: exemptionForm(data) };
}
