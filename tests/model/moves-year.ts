import type { files } from '#contract/act/files.ts';
import type { year } from '#contract/act/year.ts';
import { CLOCK } from '#service/caller.ts';
import { addDays } from './days.ts';
import { aCommittee } from './facts.ts';
import { RECORDER, SECRETARY, SUPERIORS } from './people.ts';
import type { Moves, Scene } from './scene.ts';
import { SCHEME } from './scheme.ts';

/** A year that could be settled: the one that is over, else the running one. */
function aYear(scene: Scene): string {
  return scene.day >= '2026-01-01' && scene.dice.chance(0.9) ? '2025' : scene.day.slice(0, 4);
}

export const yearMoves: Moves<keyof typeof year> = {
  'settlement.preview': (scene) => {
    const of = aYear(scene);
    const known = scene.of('settlement').findLast(({ period }) => period === of);
    if (known && known.state !== 'previewed') return undefined;
    return { who: scene.dice.chance(0.5) ? SECRETARY : RECORDER, input: { year: of } };
  },
  'settlement.amend': (scene) => {
    const sealed = scene.any('settlement', ['sealed']);
    const last = sealed && scene.of('settlement').findLast(({ period }) => period === sealed.period);
    return last?.state === 'sealed'
      ? { who: SECRETARY, input: { year: last.period ?? '', reason: '异议成立' } }
      : undefined;
  },
  'settlement.seal': (scene) => {
    const found = scene.any('settlement', ['previewed'], ({ period = '' }) => scene.day > `${period}-12-31`);
    return found && { who: SECRETARY, input: { id: found.id } };
  },
  'settlement.supersede': (scene) => {
    const successors = scene.of('settlement', 'sealed').map(({ body }) => body.supersedes);
    const found = scene.any('settlement', ['sealed'], ({ body }) => successors.includes(body.document));
    return found && { who: SECRETARY, input: { id: found.id } };
  },
  'filing.draft': (scene) => {
    const sealed = scene.any('settlement', ['sealed'], ({ period }) =>
      scene.of('filing').every((one) => one.period !== period),
    );
    return sealed && { who: SECRETARY, input: { year: sealed.period ?? '' } };
  },
  'filing.send': (scene) => {
    const found = scene.any('filing', ['drafted', 'returned'], ({ period }) =>
      scene.of('notice', 'closed', 'filed').some((one) => one.period === period),
    );
    return found && { who: SECRETARY, input: { id: found.id, confirmed: found.body.returned.map(({ line }) => line) } };
  },
  'filing.approve': (scene) => {
    const found = scene.any('filing', ['sent']);
    return found && { who: scene.dice.one(SUPERIORS), input: { id: found.id, number: '审〔2026〕1号' } };
  },
  'filing.return': (scene) => {
    const found = scene.any('filing', ['sent']);
    const line = scene.any('line', ['determined']);
    return (
      found && line && { who: scene.dice.one(SUPERIORS), input: { id: found.id, reason: '请核对', lines: [line.id] } }
    );
  },
  'filing.archive': (scene) => {
    const found = scene.any('filing', ['approved']);
    return found && { who: scene.dice.one(SUPERIORS), input: { id: found.id } };
  },
};

/** The scheme again, in force from a day soon: the same arithmetic, so that the independent evaluation holds. */
function aScheme(scene: Scene) {
  const effective = addDays(scene.day, 1 + scene.dice.below(3));
  return {
    title: '修订方案',
    source: '',
    document: JSON.parse(JSON.stringify({ ...SCHEME, title: '修订方案', effective })) as typeof SCHEME,
  };
}

function resolved(scene: Scene, states: readonly string[]) {
  const motions = scene
    .of('motion', 'counted')
    .filter(({ body }) => body.kind === 'scheme' && body.result === 'passed');
  const scheme = scene.any('scheme', states, ({ id }) => motions.some(({ body }) => body.about === id));
  const motion = scheme && motions.find(({ body }) => body.about === scheme.id);
  return scheme && motion && { who: SECRETARY, input: { id: scheme.id, motion: motion.id } };
}

/** The next free person who joins. */
function joining(scene: Scene): { code: string; name: string } {
  return { code: `new-${scene.world.day}-${scene.world.minute}`, name: '新同志' };
}

export const filesMoves: Moves<keyof typeof files> = {
  'scheme.draft': (scene) => {
    if (scene.of('scheme', 'draft', 'checked').length > 1) return undefined;
    return { who: aCommittee(scene), input: aScheme(scene) };
  },
  'scheme.edit': (scene) => {
    const found = scene.any('scheme', ['draft', 'checked']);
    return found && { who: aCommittee(scene), input: { id: found.id, ...aScheme(scene) } };
  },
  'scheme.check': (scene) => {
    const found = scene.any('scheme', ['draft']);
    return found && { who: aCommittee(scene), input: { id: found.id } };
  },
  'scheme.adopt': (scene) => resolved(scene, ['checked']),
  'scheme.start': (scene) => {
    const found = scene.any('scheme', ['adopted'], ({ body }) => (body.effective ?? '') <= scene.day);
    return found && { who: CLOCK, input: { id: found.id } };
  },
  'scheme.retire': (scene) => {
    const inForce = scene.of('scheme', 'in-force');
    const last = Math.max(...inForce.map(({ body }) => body.version ?? 0));
    const found = inForce.find(({ body }) => (body.version ?? 0) < last);
    return found && { who: CLOCK, input: { id: found.id } };
  },
  'scheme.revoke': (scene) => resolved(scene, ['adopted']),
  'scheme.discard': (scene) => {
    const found = scene.any('scheme', ['draft', 'checked']);
    return found && { who: aCommittee(scene), input: { id: found.id } };
  },
  'setting.change': (scene) => ({
    who: SECRETARY,
    input: {
      settings: scene.dice.chance(0.5)
        ? { hearingDays: 3 + scene.dice.below(3) }
        : { noticeDays: 5 + scene.dice.below(2) },
    },
  }),
  'roster.add': (scene) => ({
    who: scene.dice.one([SECRETARY, RECORDER]),
    input: { ...joining(scene), standing: 'probationary', from: scene.day },
  }),
  'roster.change': (scene) => ({
    who: RECORDER,
    input: { member: 'm-pan', standing: 'probationary', from: scene.day, group: `第${1 + scene.dice.below(3)}组` },
  }),
  'transfer.close': (scene) => ({ who: SECRETARY, input: { member: 'm-pan', day: scene.day, to: '某街道支部' } }),
  'transfer.open': (scene) => ({
    who: RECORDER,
    input: {
      ...joining(scene),
      standing: 'probationary',
      from: scene.day,
      statement: '结转说明1',
      openings: [{ component: 'duty', points: 10_000 * scene.dice.below(4) }],
    },
  }),
  'member.lend': (scene) => ({
    who: scene.dice.one(SUPERIORS),
    input: { person: 'm-xu', from: scene.day, to: '2026-12-31' },
  }),
};
