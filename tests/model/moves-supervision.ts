import type { supervision } from '#contract/act/supervision.ts';
import { type Caller, CLOCK } from '#service/caller.ts';
import type { Matter } from '#store/matter.ts';
import { aCommittee, aMember } from './facts.ts';
import { B, RECORDER, S, SECRETARY, SUPERIORS } from './people.ts';
import type { Moves, Scene } from './scene.ts';

const REVIEWERS = ['m-bo', 'm-chi', 'm-ding', ...SUPERIORS];

/** Whoever reads the board, from one place or another. */
function observer({ dice }: Scene): Caller {
  return { person: 'observer', kind: 'observer', place: `place-${dice.below(40)}` };
}

/** What can be contested now: a determined line by its member, or a total. */
function contest(scene: Scene) {
  const line = scene.any('line', ['determined']);
  const year = scene.day.slice(0, 4);
  const reason = '情况有出入';
  if (line && scene.dice.chance(0.7)) {
    const concerns = line.subject ?? '';
    return { concerns, about: 'line' as const, line: line.id, reason };
  }
  return { concerns: aMember(scene), about: 'total' as const, year, reason };
}

/** A finding: dismissed, or upheld with what is right. */
function finding(scene: Scene, line: string | undefined) {
  const contested = line === undefined ? undefined : scene.read('line', line);
  if (contested === undefined || contested.state !== 'determined' || scene.dice.chance(0.3))
    return { result: 'dismissed' as const, reason: '记录无误' };
  const { day } = contested.body.decision?.fact ?? contested.body.fact;
  const correction = scene.dice.chance(0.5) ? ('removed' as const) : { item: 'huojiang', level: '区级', day };
  return { result: scene.dice.one(['upheld', 'partly']), reason: '经核实', correction };
}

function notice(scene: Scene, states: readonly string[]): Matter<'notice'> | undefined {
  return scene.any('notice', states);
}

export const supervisionMoves: Moves<keyof typeof supervision> = {
  'notice.draft': (scene) => {
    const live = scene.of('notice', 'drafted', 'reviewed', 'posted', 'closed', 'filed').map(({ period }) => period);
    const quarter = scene.any('quarter', ['determined', 'posted'], ({ id }) => !live.includes(id));
    const settled = scene.any('settlement', ['sealed'], ({ period }) => !live.includes(period));
    const who = scene.dice.one([SECRETARY, RECORDER, 'm-bo']);
    if (settled) return { who, input: { of: 'settlement', period: settled.period ?? '', text: '年度积分公示' } };
    if (!quarter && (live.length > 3 || scene.dice.chance(0.7))) return undefined;
    return { who, input: { of: 'quarter', period: quarter?.id ?? '2025Q1', text: '公示如下' } };
  },
  'notice.edit': (scene) => {
    const found = notice(scene, ['drafted', 'reviewed']);
    return found && { who: scene.dice.one([SECRETARY, RECORDER]), input: { id: found.id, text: '公示内容更正如下' } };
  },
  'notice.review': (scene) => {
    const found = notice(scene, ['drafted']);
    const others = REVIEWERS.filter((one) => one !== found?.body.author && !found?.body.edited.includes(one));
    return found && { who: scene.dice.pick(others) ?? '', input: { id: found.id } };
  },
  'notice.return': (scene) => {
    const found = notice(scene, ['reviewed']);
    return found && { who: scene.dice.pick(REVIEWERS) ?? '', input: { id: found.id, reason: '请改一处' } };
  },
  'notice.post': (scene) => {
    const kinds = [...scene.of('register', 'sealed'), ...scene.of('settlement', 'sealed')].map(({ period }) => period);
    const found = scene.any('notice', ['reviewed'], ({ period }) => kinds.includes(period));
    return (
      found && {
        who: SECRETARY,
        input: { id: found.id, ...(scene.dice.chance(0.3) && { days: 5 + scene.dice.below(3) }) },
      }
    );
  },
  'notice.feedback': (scene) => {
    const found = notice(scene, ['posted', 'closed']);
    return found && { who: RECORDER, input: { id: found.id, text: '有群众来电询问' } };
  },
  'notice.close': (scene) => {
    const found = scene.any('notice', ['posted'], ({ body }) => scene.isOver(body.start ?? scene.day, body.days));
    return found && { who: CLOCK, input: { id: found.id } };
  },
  'notice.withdraw': (scene) => {
    const found = notice(scene, ['posted']);
    return found && { who: SECRETARY, input: { id: found.id, reason: '数字有误' } };
  },
  'notice.file': (scene) => {
    const open = scene.of('question', 'received', 'admitted').map(({ body }) => body.notice);
    const found = scene.any('notice', ['closed'], ({ id }) => !open.includes(id));
    return found && { who: RECORDER, input: { id: found.id } };
  },
  'notice.mask': (scene) => {
    const found = notice(scene, ['drafted', 'reviewed', 'posted']);
    return found && { who: aMember(scene), input: { id: found.id } };
  },
  'objection.raise': (scene) => {
    const input = contest(scene);
    return { who: scene.dice.chance(0.2) ? RECORDER : input.concerns, input };
  },
  'objection.assign': (scene) => {
    const found = scene.any('objection', ['registered', 'assigned']);
    return found && { who: SECRETARY, input: { id: found.id } };
  },
  'objection.find': (scene) => {
    const found = scene.any(
      'objection',
      ['assigned'],
      ({ parent }) => parent === undefined || scene.read('line', parent)?.state === 'determined',
    );
    return found && { who: found.body.investigator ?? '', input: { id: found.id, ...finding(scene, found.parent) } };
  },
  'objection.answer': (scene) => {
    const found = scene.any('objection', ['found']);
    return (
      found && { who: scene.dice.chance(0.5) ? SECRETARY : (found.body.investigator ?? ''), input: { id: found.id } }
    );
  },
  'objection.report': (scene) => {
    const found = scene.any('objection', ['answered']);
    const sitting = scene.any('assembly', ['open']);
    return found && sitting && { who: SECRETARY, input: { id: found.id, assembly: sitting.id } };
  },
  'objection.withdraw': (scene) => {
    const found = scene.any('objection', ['registered', 'assigned']);
    return found && { who: found.body.raisedBy, input: { id: found.id } };
  },
  'appeal.lodge': (scene) => {
    const input = contest(scene);
    return { who: input.concerns, at: S, input: { of: B, ...input } };
  },
  'appeal.assign': (scene) => {
    const found = scene.dice.pick(scene.at(S, 'appeal', 'lodged', 'assigned'));
    return (
      found && {
        who: scene.dice.one(SUPERIORS),
        at: S,
        input: { id: found.id, investigator: scene.dice.one(SUPERIORS) },
      }
    );
  },
  'appeal.serve': (scene) => {
    const found = scene.dice.pick(scene.at(S, 'appeal', 'assigned'));
    return found && { who: scene.dice.one(SUPERIORS), at: S, input: { id: found.id } };
  },
  'appeal.find': (scene) => {
    const found = scene.dice.pick(scene.at(S, 'appeal', 'served'));
    const line = found && scene.read('appeal', found.id)?.parent;
    return found && { who: found.body.investigator ?? '', at: S, input: { id: found.id, ...finding(scene, line) } };
  },
  'appeal.answer': (scene) => {
    const found = scene.dice.pick(scene.at(S, 'appeal', 'found'));
    return found && { who: scene.dice.one(SUPERIORS), at: S, input: { id: found.id } };
  },
  'appeal.report': (scene) => {
    const found = scene.any('appeal', ['answered']);
    const sitting = scene.any('assembly', ['open']);
    return found && sitting && { who: RECORDER, input: { id: found.id, assembly: sitting.id } };
  },
  'appeal.withdraw': (scene) => {
    const found = scene.dice.pick(scene.at(S, 'appeal', 'lodged', 'assigned', 'served'));
    return found && { who: scene.appellants.get(found.id) ?? '', at: S, input: { id: found.id } };
  },
  'question.raise': (scene) => {
    const posted = notice(scene, ['posted']);
    return {
      who: observer(scene),
      input: {
        words: scene.dice.one(['请问如何计算', '安书记的积分是怎么来的']),
        ...(posted && { notice: posted.id }),
      },
    };
  },
  'question.admit': (scene) => {
    const found = scene.any('question', ['received'], ({ body }) => !body.words.includes('安书记'));
    return found && { who: aCommittee(scene), input: { id: found.id } };
  },
  'question.forward': (scene) => {
    const found = scene.any('question', ['received', 'admitted']);
    return found && { who: aCommittee(scene), input: { id: found.id } };
  },
  'question.decline': (scene) => {
    const found = scene.any('question', ['received']);
    return found && { who: aCommittee(scene), input: { id: found.id, reason: '与公示无关' } };
  },
  'question.answer': (scene) => {
    const found = scene.any('question', ['admitted']);
    return found && { who: aCommittee(scene), input: { id: found.id, reason: '按方案第二条计算' } };
  },
  'question.show': (scene) => {
    const found = scene.any('question', ['answered']);
    return found && { who: SECRETARY, input: { id: found.id } };
  },
  'concern.raise': (scene) => ({ who: observer(scene), at: S, input: { words: '支部考勤不实' } }),
  'concern.take': (scene) => {
    const found = scene.dice.pick(scene.at(S, 'concern', 'received'));
    return found && { who: scene.dice.one(SUPERIORS), at: S, input: { id: found.id } };
  },
  'concern.serve': (scene) => {
    const found = scene.dice.pick(scene.at(S, 'concern', 'taken'));
    return found && { who: scene.dice.one(SUPERIORS), at: S, input: { id: found.id, to: B, words: '请说明考勤' } };
  },
  'concern.answer': (scene) => {
    const found = scene.dice.pick(scene.at(S, 'concern', 'taken', 'served'));
    return found && { who: scene.dice.one(SUPERIORS), at: S, input: { id: found.id, reason: '已核实' } };
  },
  'concern.decline': (scene) => {
    const found = scene.dice.pick(scene.at(S, 'concern', 'received', 'taken'));
    return found && { who: scene.dice.one(SUPERIORS), at: S, input: { id: found.id, reason: '没有具体内容' } };
  },
  'concern.follow': (scene) => {
    const code = scene.dice.pick(scene.cases);
    return code === undefined ? undefined : { who: observer(scene), at: S, input: { id: 'concern', case: code } };
  },
};
