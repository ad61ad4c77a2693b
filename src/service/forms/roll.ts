import type { AnswerOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { statusOn } from '#domain/ledger/member.ts';
import { type RollSheet, rollForm } from '#paper/forms/roll.ts';
import { listMembers } from '#store/member.ts';
import { listWords } from '#words/list.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import type { Asking, Made } from './asking.ts';
import { calledOn } from './called.ts';
import { proofOf } from './sealed.ts';

type Sitting = NonNullable<AnswerOf<'assembly.follow'>['sitting']>;

const { roll: say } = paperZhCN;

/** A general meeting 党员大会 that is asked for, else that of today, the next or the last. @throws form.none, thing.unknown, right.missing */
export async function sittingMeant(asking: Asking): Promise<Sitting> {
  const { of } = asking.query;
  const { sitting } = await asking.ask('assembly.follow', of === undefined ? {} : { id: of });
  if (!sitting) throw new Refusal('form.none');
  return sitting;
}

/** The roll 应到名册 of a general meeting as frozen, or before that as it would be today, which its head then says. @throws form.none, thing.unknown, right.missing */
export async function rollOf(asking: Asking): Promise<Made> {
  const { meeting, roll } = await sittingMeant(asking);
  const called = await calledOn(asking);
  const kept = await asking.know((rows) => listMembers(rows, asking.query.branch));
  const members = new Map(kept.map(({ member }) => [member.id, member]));
  const away = new Set(roll.leave.map(({ member }) => member));
  const { standings } = listWords('zh-CN').roster;
  const data: RollSheet = {
    ...(roll.frozen && (await sealedRoll(asking, meeting.id))),
    branch: await asking.branchName(),
    day: meeting.day,
    place: meeting.place,
    chair: meeting.chair.name,
    recorder: meeting.recorder.name,
    ...(!roll.frozen && { draft: true }),
    lines: roll.lines.map(({ member: id, name, entitled, reason }) => {
      const member = members.get(id);
      const standing = member && statusOn(member, meeting.day)?.standing;
      const note = reason === 'absence-agreed' ? say.absenceAgreed : away.has(id) ? say.leave : undefined;
      return {
        name: called(id, name),
        standing: standings[standing ?? ''] ?? '',
        entitled,
        ...(note !== undefined && { note }),
      };
    }),
  };
  return { data, document: rollForm(data) };
}

/** What ties the printed roll to the one that was sealed when it was frozen. */
async function sealedRoll(asking: Asking, meeting: string) {
  const { matters, documents } = await asking.ask('assembly.show', { id: meeting });
  const number = matters.find(({ id }) => id === meeting)?.content['roll'];
  const sealed = documents.find((one) => one.kind === 'roll' && one.number === number);
  return { ...(sealed && proofOf(asking, sealed)), code: await asking.code({ kind: 'roll', of: meeting }) };
}
