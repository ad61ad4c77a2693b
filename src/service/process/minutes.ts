import type { AssemblyState } from '#domain/process/assembly.ts';
import { minutes as step } from '#domain/process/minutes.ts';
import { minutesText, type Voted } from '#domain/process/minutes-text.ts';
import { presentEntitled } from '#domain/process/roll.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import type { Matter } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import { frozenRoll, motionsOf } from './sitting.ts';

/** Why someone on the roll was not there, where nobody said why. */
const NO_REASON = '未说明原因';

function votedOf({ body }: Matter<'motion'>): Voted {
  const { title, lines, entitled, present, counts, result, reason } = body;
  return {
    title,
    lines: lines.length,
    ...(entitled !== undefined && { entitled }),
    ...(present !== undefined && { present }),
    ...(counts && { counts }),
    ...(result && { result }),
    ...(reason !== undefined && { reason }),
  };
}

/** Drafts the text 会议记录 of a meeting from what was recorded. */
async function draftText(doing: Doing, sitting: Matter<'assembly'>): Promise<string> {
  const { body, state } = sitting;
  const names = new Map((await listMembers(doing.rows, doing.at)).map(({ member: { id, name } }) => [id, name]));
  const name = (id: string): string => names.get(id) ?? '';
  const roll = await frozenRoll(doing, sitting);
  const voters = presentEntitled(roll, body.present);
  const leave = new Map(body.leave.map(({ member, reason }) => [member, reason]));
  const away = roll.lines.filter(({ entitled, member }) => entitled && !voters.includes(member));
  return minutesText({
    branch: doing.branch.name,
    day: body.day,
    place: body.place,
    chair: name(body.chair),
    recorder: name(body.recorder),
    lapsed: state === 'lapsed',
    entitled: roll.entitled,
    present: voters.map(name),
    listening: body.present.filter((member) => !voters.includes(member)).map(name),
    absent: away.map(({ member }) => ({ name: name(member), reason: leave.get(member) ?? NO_REASON })),
    items: body.items,
    outcomes: body.told ? body.owed.length : 0,
    motions: (await motionsOf(doing, sitting.id)).map(votedOf),
  });
}

/** The acts of the minutes 会议记录 (product §3.6). */
export const minutesActs: Handlers<ActsOf<'minutes'>> = {
  'minutes.draft': async (doing, { assembly: id }) => {
    await doing.allow({});
    const sitting = await doing.find('assembly', id);
    const [known] = await doing.list('minutes', { parent: id });
    const to = doing.decide(step, known, 'minutes.draft', { assembly: sitting.state as AssemblyState });
    const body = { text: await draftText(doing, sitting), chair: false, recorder: false };
    return doing.answer(await doing.add('minutes', { state: to, parent: id, body }));
  },
  'minutes.edit': async (doing, { id, text }) => {
    const minutes = await doing.find('minutes', id);
    await doing.allow({}, minutes);
    const to = doing.decide(step, minutes, 'minutes.edit', {});
    // Whoever signed did not sign this.
    return doing.answer(await doing.move(minutes, to, { text, chair: false, recorder: false }));
  },
  'minutes.sign': async (doing, { id }) => {
    const minutes = await doing.find('minutes', id);
    await doing.allow({}, minutes);
    const { body, parent = '', state } = minutes;
    const sitting = await doing.find('assembly', parent);
    const as = { chair: doing.by === sitting.body.chair, recorder: doing.by === sitting.body.recorder };
    const signed = { chair: body.chair || as.chair, recorder: body.recorder || as.recorder };
    const first = (as.chair || as.recorder) && !(signed.chair && signed.recorder) && state === 'drafted';
    if (first) return doing.answer(await doing.move(minutes, state, signed));
    const to = doing.decide(step, minutes, 'minutes.sign', signed);
    const { text } = body;
    const content = { assembly: parent, text, chair: sitting.body.chair, recorder: sitting.body.recorder };
    const document = await doing.seal({ kind: 'minutes', matter: id, period: sitting.body.day, content });
    return doing.answer(await doing.move(minutes, to, { ...signed, document }));
  },
};
