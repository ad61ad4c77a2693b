import type { meeting } from '#contract/act/meeting.ts';
import { monthsOfQuarter, quarterText } from '#domain/kernel/period.ts';
import { CLOCK } from '#service/caller.ts';
import type { Matter } from '#store/matter.ts';
import { isPast } from './facts.ts';
import { RECORDER, SECRETARY, SUPERIORS } from './people.ts';
import type { Moves, Scene } from './scene.ts';

const DECIDED = ['accepted', 'adjusted', 'declined', 'referred'];

/** The entitled members: all but the probationary one. */
const VOTERS = ['m-an', 'm-bo', 'm-chi', 'm-ding', 'm-er', 'm-fang', 'm-gao', 'm-hai'];

/** A quarter that is open, with its months closed. */
function readyQuarter(scene: Scene): string | undefined {
  const ready = scene.of('quarter', 'open').filter(({ id }) =>
    monthsOfQuarter(id).every((month) => {
      const state = scene.read('month', month)?.state;
      return state === undefined ? isPast(scene, month) : state === 'closed' || state === 'sealed';
    }),
  );
  return scene.dice.pick(ready)?.id;
}

function contested(scene: Scene, line: Matter<'line'>): boolean {
  return (
    line.state === 'referred' ||
    scene.of('hearing').some((one) => one.parent === line.id && one.body.answer === 'contest')
  );
}

/** Whether a motion that waits or decided has a line as it stands. */
function taken(scene: Scene, { id, revision }: Matter<'line'>): boolean {
  return scene.of('motion', 'put', 'open', 'counted').some(({ state, body }) => {
    const at = body.lines.indexOf(id);
    if (at < 0) return false;
    return (
      state !== 'counted' ||
      (body.revisions[at] === revision && (body.result === 'passed' || body.kind === 'contested'))
    );
  });
}

/** A counted motion that has a line as it stands. */
function motionAbout(
  scene: Scene,
  { id, revision }: Matter<'line'>,
  result: 'passed' | 'lost',
): Matter<'motion'> | undefined {
  return scene.of('motion', 'counted').find(({ body }) => {
    const at = body.lines.indexOf(id);
    return at >= 0 && body.revisions[at] === revision && body.result === result;
  });
}

/** How many there can vote on a motion. */
export function votersOn(scene: Scene, motion: Matter<'motion'>): string[] {
  const sitting = scene.read('assembly', motion.parent ?? '');
  const subject =
    motion.body.kind === 'contested' ? scene.read('line', motion.body.lines[0] ?? '')?.subject : undefined;
  return (sitting?.body.present ?? []).filter((one) => VOTERS.includes(one) && one !== subject);
}

function putMotion(scene: Scene, assembly: string) {
  const { dice } = scene;
  const title = '提请大会表决';
  const quarter = readyQuarter(scene);
  const alone = dice.pick(scene.of('line', ...DECIDED).filter((one) => contested(scene, one) && !taken(scene, one)));
  const draft = dice.pick(scene.of('scheme', 'checked', 'adopted'));
  const absence = dice.pick(scene.of('absence', 'asked').filter(({ body }) => body.approved === undefined));
  const sitting = alone ? 'contested' : 'bundle';
  const first = { scheme: 'scheme', absence: 'absence', sitting } as const;
  const kinds = dice.shuffled(['bundle', 'contested', 'scheme', 'absence', 'other'] as const);
  const theme = dice.chance(0.8) ? Object.entries(first).find(([name]) => name === scene.theme)?.[1] : undefined;
  for (const kind of theme ? [theme, ...kinds] : kinds) {
    if (kind === 'bundle' && quarter !== undefined) return { assembly, kind, title, quarter };
    if (kind === 'contested' && alone) return { assembly, kind, title, lines: [alone.id] };
    if (kind === 'scheme' && draft) return { assembly, kind, title, about: draft.id };
    if (kind === 'absence' && absence) return { assembly, kind, title, about: absence.id };
    if (kind === 'other' && dice.chance(0.15)) return { assembly, kind, title };
  }
  return undefined;
}

export const meetingMoves: Moves<keyof typeof meeting> = {
  'assembly.convene': (scene) => {
    const live = scene
      .of('assembly', 'convened', 'frozen', 'open')
      .filter(({ state, body }) => state !== 'convened' || body.day === scene.day);
    if (live.length > 0 && scene.dice.chance(0.95)) return undefined;
    const quarter = scene.dice.pick(scene.of('quarter', 'open'));
    return {
      who: SECRETARY,
      input: {
        day: scene.day,
        place: '会议室',
        chair: SECRETARY,
        recorder: RECORDER,
        items: ['评定'],
        quarter: quarter?.id,
      },
    };
  },
  'assembly.freeze': (scene) => {
    const sitting = scene.any('assembly', ['convened'], ({ body }) => body.day === scene.day);
    return sitting && { who: RECORDER, input: { id: sitting.id } };
  },
  'assembly.attend': (scene) => {
    const sitting = scene.any('assembly', ['frozen', 'open']);
    const { dice } = scene;
    if (!sitting || (sitting.body.present.length > 5 && dice.chance(0.95))) return undefined;
    const before = sitting.state === 'open' ? sitting.body.present : [];
    const came = dice.shuffled([...VOTERS, 'm-pan']).slice(0, dice.chance(0.12) ? dice.below(4) : 6 + dice.below(4));
    const present = [...new Set([...before, ...came])];
    const leave = VOTERS.filter((one) => !present.includes(one)).map((member) => ({ member, reason: '出差' }));
    return { who: RECORDER, input: { id: sitting.id, present, leave } };
  },
  'assembly.open': (scene) => {
    const few = scene.dice.chance(0.1);
    const sitting = scene.any('assembly', ['frozen'], ({ body }) => few || body.present.length > 5);
    return sitting && { who: SECRETARY, input: { id: sitting.id } };
  },
  'assembly.brief': (scene) => {
    const sitting = scene.any('assembly', ['open']);
    if (!sitting) return undefined;
    const { owed, told, briefed } = sitting.body;
    if (owed.length > 0 && !told) return { who: SECRETARY, input: { id: sitting.id, outcomes: true } };
    const motion = scene.any('motion', ['put'], ({ id, parent }) => parent === sitting.id && !briefed.includes(id));
    return motion && { who: RECORDER, input: { id: sitting.id, motion: motion.id } };
  },
  'assembly.close': (scene) => {
    const waiting = scene.of('motion', 'put', 'open').map(({ parent }) => parent);
    const sitting = scene.any(
      'assembly',
      ['open'],
      ({ id, body }) => !waiting.includes(id) && (body.told || body.owed.length === 0),
    );
    return sitting && { who: SECRETARY, input: { id: sitting.id } };
  },
  'assembly.lapse': (scene) => {
    const sitting = scene.any(
      'assembly',
      ['frozen', 'open'],
      ({ body }) => body.present.filter((one) => VOTERS.includes(one)).length < 4,
    );
    // Mostly somebody still comes.
    if (scene.dice.chance(0.7)) return undefined;
    return sitting && { who: scene.dice.chance(0.5) ? SECRETARY : RECORDER, input: { id: sitting.id } };
  },
  'assembly.cancel': (scene) => {
    const sitting = scene.any('assembly', ['convened'], ({ body }) => body.day < scene.day || scene.dice.chance(0.1));
    return sitting && { who: SECRETARY, input: { id: sitting.id, reason: '改期' } };
  },
  'absence.ask': (scene) => {
    if (scene.of('absence').length > 3) return undefined;
    return { who: 'm-hai', input: { from: scene.day, to: '2026-12-31' } };
  },
  'absence.consent': (scene) => {
    const absence = scene.any('absence', ['asked', 'agreed']);
    return absence && { who: scene.dice.one(SUPERIORS), input: { id: absence.id } };
  },
  'absence.approve': (scene) => {
    const motion = scene.any('motion', ['counted'], ({ body }) => body.kind === 'absence' && body.result === 'passed');
    return motion && { who: RECORDER, input: { id: motion.body.about ?? '', motion: motion.id } };
  },
  'motion.put': (scene) => {
    const waiting = scene.of('motion', 'put', 'open').map(({ parent }) => parent);
    const few = (id: string): boolean => waiting.filter((one) => one === id).length < 3;
    const sitting = scene.any('assembly', ['open'], ({ id }) => few(id));
    const input = sitting && putMotion(scene, sitting.id);
    return input && { who: SECRETARY, input };
  },
  'motion.open': (scene) => {
    const motion = scene.any(
      'motion',
      ['put'],
      ({ id, parent = '' }) => scene.read('assembly', parent)?.body.briefed.includes(id) === true,
    );
    if (!motion) return undefined;
    const ways =
      votersOn(scene, motion).length >= 5 ? (['screen', 'hands', 'paper'] as const) : (['hands', 'paper'] as const);
    return {
      who: SECRETARY,
      input: { id: motion.id, way: scene.dice.pick(ways) ?? 'hands', knowing: scene.dice.chance(0.8) },
    };
  },
  'motion.cast': (scene) => {
    const motion = scene.any('motion', ['open'], ({ body }) => body.way === 'screen');
    const voters = motion ? votersOn(scene, motion).filter((one) => !scene.voted.has(`${motion.id} ${one}`)) : [];
    const who = scene.dice.pick(voters);
    return motion && who !== undefined
      ? { who, input: { id: motion.id, choice: scene.dice.one(['aye', 'aye', 'aye', 'no', 'abstain']) } }
      : undefined;
  },
  'motion.count': (scene) => {
    const motion = scene.any('motion', ['open']);
    if (!motion) return undefined;
    const { way } = motion.body;
    const voters = votersOn(scene, motion).length;
    const cast = [...scene.voted].filter((one) => one.startsWith(motion.id)).length;
    if (way === 'screen')
      return cast < voters && scene.dice.chance(0.8) ? undefined : { who: RECORDER, input: { id: motion.id } };
    const noes = scene.dice.chance(motion.body.kind === 'contested' ? 0.5 : 0.2) ? scene.dice.below(voters + 1) : 0;
    const votes = { ayes: voters - noes, noes, abstentions: 0 };
    const counts = way === 'paper' ? { ...votes, issued: voters, returned: voters, invalid: 0 } : votes;
    return { who: RECORDER, input: { id: motion.id, counts } };
  },
  'motion.defer': (scene) => {
    const motion = scene.any(
      'motion',
      ['put', 'open'],
      ({ id }) => ![...scene.voted].some((one) => one.startsWith(id)),
    );
    return motion && { who: SECRETARY, input: { id: motion.id, reason: '材料待补' } };
  },
  'line.determine': (scene) => {
    const line = scene.any('line', DECIDED, (one) => motionAbout(scene, one, 'passed') !== undefined);
    const motion = line && motionAbout(scene, line, 'passed');
    return motion && { who: RECORDER, input: { id: line.id, motion: motion.id } };
  },
  'line.reject': (scene) => {
    const line = scene.any('line', DECIDED, (one) => motionAbout(scene, one, 'lost')?.body.kind === 'contested');
    const motion = line && motionAbout(scene, line, 'lost');
    return motion && { who: RECORDER, input: { id: line.id, motion: motion.id, reason: '大会未同意' } };
  },
  'line.reverse': (scene) => {
    const line = scene.any('line', ['determined']);
    return line && { who: RECORDER, input: { id: line.id, finding: '核查〔2025〕1号', reason: '事实有误' } };
  },
  'minutes.draft': (scene) => {
    const written = scene.of('minutes').map(({ parent }) => parent);
    const sitting = scene.any('assembly', ['closed', 'lapsed'], ({ id }) => !written.includes(id));
    return sitting && { who: RECORDER, input: { assembly: sitting.id } };
  },
  'minutes.edit': (scene) => {
    const minutes = scene.any('minutes', ['drafted']);
    return minutes && { who: RECORDER, input: { id: minutes.id, text: `${minutes.body.text}\n补记一句。` } };
  },
  'minutes.sign': (scene) => {
    const minutes = scene.any('minutes', ['drafted']);
    return minutes && { who: minutes.body.chair ? RECORDER : SECRETARY, input: { id: minutes.id } };
  },
  'quarter.open': (scene) => {
    const quarter = quarterText(scene.day);
    return scene.read('quarter', quarter) ? undefined : { who: CLOCK, input: { quarter } };
  },
  'quarter.determine': (scene) => {
    const quarter = readyQuarter(scene);
    const motion = scene.any(
      'motion',
      ['counted'],
      ({ body, period }) => body.kind === 'bundle' && body.result === 'passed' && period === quarter,
    );
    return quarter !== undefined && motion ? { who: RECORDER, input: { id: quarter, motion: motion.id } } : undefined;
  },
  'quarter.post': (scene) => {
    const sealed = scene.of('register', 'sealed').map(({ period }) => period);
    const quarter = scene.any('quarter', ['determined'], ({ id }) => sealed.includes(id));
    return quarter && { who: SECRETARY, input: { id: quarter.id } };
  },
  'quarter.close': (scene) => {
    const over = scene.of('notice', 'closed', 'filed').map(({ period }) => period);
    const quarter = scene.any('quarter', ['posted'], ({ id }) => over.includes(id));
    return quarter && { who: CLOCK, input: { id: quarter.id } };
  },
  'register.draw': (scene) => {
    const drawn = scene
      .of('register')
      .filter(({ body }) => body.kind === 'register')
      .map(({ period }) => period);
    const quarter = scene.any('quarter', ['determined', 'posted', 'closed'], ({ id }) => !drawn.includes(id));
    return quarter && { who: RECORDER, input: { quarter: quarter.id } };
  },
  'register.supplement': (scene) => {
    const drawn = scene
      .of('register', 'drafted')
      .filter(({ body }) => body.kind === 'supplement')
      .map(({ period }) => period);
    const quarter = scene.any('quarter', ['determined', 'posted', 'closed'], ({ id }) => !drawn.includes(id));
    return quarter && { who: RECORDER, input: { quarter: quarter.id } };
  },
  'register.redraw': (scene) => {
    const register = scene.any('register', ['drafted']);
    return register && { who: RECORDER, input: { id: register.id } };
  },
  'register.seal': (scene) => {
    const register = scene.any(
      'register',
      ['drafted'],
      ({ body }) => scene.read('assembly', body.assembly)?.state === 'closed',
    );
    return register && { who: RECORDER, input: { id: register.id } };
  },
  'month.seal': (scene) => {
    const month = scene.any(
      'month',
      ['closed'],
      ({ id }) => (scene.read('quarter', quarterText(`${id}-01`))?.state ?? 'open') !== 'open',
    );
    return month && { who: RECORDER, input: { id: month.id } };
  },
};
