import type { scoring } from '#contract/act/scoring.ts';
import { CLOCK } from '#service/caller.ts';
import type { Matter } from '#store/matter.ts';
import { aCommittee, aDay, aMember, credit, debit, deciders, isHeard, isOpen, isPast, ownerOf } from './facts.ts';
import { IDS, RECORDER, SECRETARY, SUPERIORS } from './people.ts';
import type { Moves, Scene } from './scene.ts';

type Line = Matter<'line'>;

const PENDING = ['submitted', 'in-review'];

/** A line in review whose session is open, with those who may decide it. */
function inReview(scene: Scene): { line: Line; review: Matter<'review'>; can: string[] } | undefined {
  const line = scene.any('line', ['in-review'], ({ body, period = '' }) => {
    const month = scene.read('month', period)?.state;
    return scene.read('review', body.review ?? '')?.state === 'open' && (month === 'open' || month === 'reopened');
  });
  const review = line && scene.read('review', line.body.review ?? '');
  return line && review && { line, review, can: deciders(scene, line, review) };
}

function decision(scene: Scene) {
  const found = inReview(scene);
  if (!found || found.can.length < 2) return undefined;
  const { line, review, can } = found;
  const least = Math.floor(can.length / 2) + 1;
  const ayes = scene.dice.shuffled(can).slice(0, least + scene.dice.below(can.length - least + 1));
  const who = scene.dice.pick(can) ?? SECRETARY;
  return { line, who, input: { id: line.id, review: review.id, ayes } };
}

export const scoringMoves: Moves<keyof typeof scoring> = {
  'month.open': (scene) => {
    if (!scene.read('month', scene.month)) return { who: CLOCK, input: { month: scene.month } };
    // A month that was forgotten is opened later; its quarter may be determined by then.
    const passed = ['01', '02', '03']
      .map((one) => `2025-${one}`)
      .filter((one) => one < scene.month && !scene.read('month', one));
    const month = scene.dice.pick(passed);
    return month === undefined ? undefined : { who: SECRETARY, input: { month } };
  },
  'month.confirm': (scene) => {
    const month = scene.any('month', ['open', 'reopened']);
    const member = aMember(scene);
    return month && { who: member, input: { id: month.id, member } };
  },
  'month.close': (scene) => {
    const pending = scene
      .of('line')
      .filter(({ state, body }) => PENDING.includes(state) || (state === 'proposed' && body.origin === 'proposed'));
    const month = scene.any(
      'month',
      ['open', 'reopened'],
      ({ id }) => isPast(scene, id) && pending.every(({ period }) => period !== id),
    );
    return month && { who: aCommittee(scene), input: { id: month.id } };
  },
  'month.reopen': (scene) => {
    const month = scene.any('month', ['closed']);
    return month && { who: SECRETARY, input: { id: month.id, reason: '补报一项' } };
  },
  'declaration.draft': (scene) => {
    const who = aMember(scene);
    const subject = scene.dice.chance(0.65) ? who : aMember(scene);
    const fact = subject !== who && scene.dice.chance(0.3) ? debit(scene) : credit(scene);
    return { who, input: { subject, fact, words: '情况属实' } };
  },
  'declaration.edit': (scene) => {
    const line = scene.any('line', ['draft']);
    return line && { who: ownerOf(scene, line), input: { id: line.id, fact: credit(scene) } };
  },
  'declaration.discard': (scene) => {
    const line = scene.any('line', ['draft', 'proposed']);
    if (!line) return undefined;
    const who = line.state === 'draft' ? ownerOf(scene, line) : RECORDER;
    return { who, input: { id: line.id } };
  },
  'declaration.submit': (scene) => {
    const line = scene.any('line', ['draft'], ({ body }) => isOpen(scene, body.fact));
    return line && { who: ownerOf(scene, line), input: { id: line.id } };
  },
  'declaration.withdraw': (scene) => {
    const line = scene.any('line', ['submitted'], ({ body }) => body.origin !== 'proposed');
    return line && { who: ownerOf(scene, line), input: { id: line.id } };
  },
  'declaration.undo': (scene) => {
    const last = scene.undoable(
      'declaration.submit',
      'declaration.confirm',
      'declaration.withdraw',
      'declaration.discard',
    );
    return last && { who: last.who, input: { id: last.id } };
  },
  'declaration.enter': (scene) => ({
    who: RECORDER,
    input: { subject: aMember(scene), fact: credit(scene), words: '代为填报' },
  }),
  'declaration.batch': (scene) => {
    const subjects = scene.dice.shuffled(IDS).slice(0, 1 + scene.dice.below(3));
    return { who: scene.dice.chance(0.5) ? RECORDER : 'm-bo', input: { subjects, fact: credit(scene) } };
  },
  'declaration.prefill': (scene) => ({
    who: scene.dice.chance(0.5) ? CLOCK : RECORDER,
    input: { subject: aMember(scene), fact: credit(scene) },
  }),
  'declaration.confirm': (scene) => {
    const line = scene.any('line', ['proposed'], ({ body }) => isOpen(scene, body.fact));
    const who = scene.dice.chance(0.5) ? RECORDER : (line?.subject ?? '');
    return line && { who, input: { id: line.id, readBack: true } };
  },
  'declaration.verify': (scene) => {
    const line = scene.any(
      'line',
      ['submitted'],
      ({ body }) => body.verifier !== undefined && body.verified === undefined,
    );
    return line && { who: line.body.verifier ?? '', input: { id: line.id } };
  },
  'relative.declare': (scene) => {
    if (scene.of('relation').length >= 2) return undefined;
    const [one = '', other = ''] = scene.dice.shuffled(IDS);
    return { who: one, input: { one, other } };
  },
  'verifier.draw': (scene) => {
    const line = scene.any(
      'line',
      ['draft', 'submitted'],
      ({ body }) => body.origin === 'report' && body.verified === undefined,
    );
    const verifier = scene.dice.pick(['m-bo', 'm-chi', 'm-ding']) ?? '';
    return line && { who: scene.dice.one(SUPERIORS), input: { id: line.id, verifier } };
  },
  'reporter.read': (scene) => {
    const line = scene.any('line', [], ({ body }) => body.verifier !== undefined);
    return line && { who: line.body.verifier ?? '', input: { id: line.id, reason: '核对情况' } };
  },
  'hearing.serve': (scene) => {
    const line = scene.any(
      'line',
      ['proposed', 'submitted'],
      (one) => one.body.deduction && scene.hearing(one.id) === undefined,
    );
    return line && { who: aCommittee(scene), input: { line: line.id } };
  },
  'hearing.answer': (scene) => {
    const hearing = scene.any('hearing', ['told'], ({ body }) => !scene.isOver(body.start, body.days));
    if (!hearing) return undefined;
    const onBehalf = scene.dice.chance(0.25);
    const answer = scene.dice.one(hearing.body.credit ? ['accept', 'contest', 'decline'] : ['accept', 'contest']);
    return { who: onBehalf ? RECORDER : (hearing.subject ?? ''), input: { id: hearing.id, answer, onBehalf } };
  },
  'hearing.undo': (scene) => {
    const last = scene.undoable('hearing.answer');
    return last && { who: last.who, input: { id: last.id } };
  },
  'hearing.lapse': (scene) => {
    const hearing = scene.any('hearing', ['told'], ({ body }) => scene.isOver(body.start, body.days));
    return hearing && { who: CLOCK, input: { id: hearing.id } };
  },
  'review.convene': (scene) => {
    const month = scene.any('month', ['open', 'reopened']);
    if (scene.of('review', 'convened', 'open').length > 1) return undefined;
    return month && { who: SECRETARY, input: { month: month.id, day: scene.day } };
  },
  'review.open': (scene) => {
    const review = scene.any('review', ['convened']);
    const most = review?.body.of.length ?? 0;
    const present = scene.dice
      .shuffled(review?.body.of ?? [])
      .slice(0, Math.floor(most / 2) + 1 + scene.dice.below(most / 2));
    return review && { who: SECRETARY, input: { id: review.id, present } };
  },
  'review.recuse': (scene) => {
    const review = scene.any('review', ['open']);
    const line = scene.any('line', PENDING);
    return review && line && { who: scene.dice.pick(review.body.of) ?? '', input: { id: review.id, line: line.id } };
  },
  'review.close': (scene) => {
    const busy = scene.of('line', 'in-review').map(({ body }) => body.review);
    const review = scene.any('review', ['open'], ({ id }) => !busy.includes(id));
    return review && { who: SECRETARY, input: { id: review.id } };
  },
  'review.cancel': (scene) => {
    const review = scene.any('review', ['convened']);
    return review && { who: SECRETARY, input: { id: review.id, reason: '改期' } };
  },
  'review.propose': (scene) => ({
    who: aCommittee(scene),
    input: { subject: aMember(scene), fact: debit(scene), words: '签到表' },
  }),
  'review.serve': (scene) => {
    const line = scene.any('line', ['proposed'], (one) => scene.hearing(one.id) !== undefined);
    return line && { who: aCommittee(scene), input: { id: line.id } };
  },
  'review.take': (scene) => {
    const review = scene.any('review', ['open']);
    const again = scene.dice.chance(0.1) ? ['accepted', 'adjusted', 'declined', 'referred'] : [];
    const line = scene.any('line', ['submitted', ...again], (one) => {
      const month = scene.read('month', one.period ?? '')?.state;
      const verified = one.body.origin !== 'report' || one.body.verified !== undefined;
      return (month === 'open' || month === 'reopened') && verified && isHeard(scene, one);
    });
    return review && line && { who: aCommittee(scene), input: { id: line.id, review: review.id } };
  },
  'review.accept': (scene) => decision(scene),
  'review.adjust': (scene) => {
    const found = decision(scene);
    const fact = found && { ...found.line.body.fact, item: 'huojiang', level: '校级', note: '按证书' };
    return found && fact && { ...found, input: { ...found.input, fact, reason: '证书为校级' } };
  },
  'review.decline': (scene) => {
    const found = decision(scene);
    return found && { ...found, input: { ...found.input, reason: '没有记录' } };
  },
  'review.refer': (scene) => {
    const found = inReview(scene);
    if (!found) return undefined;
    const { line, review, can } = found;
    const ayes = can.length < 2 ? can : can.slice(0, Math.floor(can.length / 2));
    return { who: aCommittee(scene), input: { id: line.id, review: review.id, ayes } };
  },
  'review.undo': (scene) => {
    const last = scene.undoable('review.accept', 'review.adjust', 'review.decline', 'review.refer');
    return last && { who: last.who, input: { id: last.id } };
  },
  'veto.propose': (scene) => ({
    who: scene.dice.chance(0.5) ? 'm-ding' : SECRETARY,
    input: { subject: aMember(scene), ground: 'lian', words: '收到移送' },
  }),
  'veto.cite': (scene) => {
    const veto = scene.any('veto', ['pending']);
    const year = scene.dice.chance(0.3) ? { year: 2025 } : {};
    const finding = { body: '纪委', number: `〔2025〕${scene.dice.below(90)}号`, day: aDay(scene), ...year };
    return veto && { who: 'm-ding', input: { id: veto.id, finding } };
  },
  'veto.confirm': (scene) => {
    const veto = scene.any('veto', ['cited'], ({ id }) => scene.hearing(id)?.state !== 'told');
    return veto && { who: SECRETARY, input: { id: veto.id } };
  },
  'veto.lift': (scene) => {
    const veto = scene.any('veto', ['confirmed']);
    return veto && { who: SECRETARY, input: { id: veto.id, withdrawal: '纪委撤销决定' } };
  },
  'veto.drop': (scene) => {
    const veto = scene.any('veto', ['pending', 'cited']);
    return veto && { who: aCommittee(scene), input: { id: veto.id, reason: '查无此事' } };
  },
  'second.confirm': (scene) => {
    const request = scene.any('second', ['waiting']);
    const others = ['m-an', 'm-bo', 'm-chi', 'm-ding', ...SUPERIORS].filter((one) => one !== request?.body.by);
    return request && { who: scene.dice.pick(others) ?? '', input: { id: request.id } };
  },
  'second.refuse': (scene) => {
    const request = scene.any('second', ['waiting']);
    return request && { who: aCommittee(scene), input: { id: request.id, reason: '材料不全' } };
  },
};
