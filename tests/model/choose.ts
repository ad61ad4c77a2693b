import type { ActAction, InputOf } from '#contract/api.ts';
import { type Caller, CLOCK, OBSERVER } from '#service/caller.ts';
import type { Acted, Attempt } from './acted.ts';
import { ALL_ACTIONS, moves, OF_THEME } from './moves.ts';
import { ALL, B, C, S } from './people.ts';
import type { Move, Scene } from './scene.ts';

function anAction({ dice, theme }: Scene): Acted {
  const from = dice.chance(0.75) ? OF_THEME[theme] : ALL_ACTIONS;
  const at = dice.next() * (from.at(-1)?.[1] ?? 0);
  return from.find(([, until]) => at < until)?.[0] ?? 'declaration.draft';
}

/** An action that could be done now, with what it takes. */
function fitting(scene: Scene): { action: Acted; move: Move } | undefined {
  for (let tries = 0; tries < 80; tries++) {
    const action = anAction(scene);
    const move: Move | undefined = moves[action](scene);
    if (move) return { action, move };
  }
  return undefined;
}

/** What is attempted next: mostly what fits, sometimes by the wrong person, on another branch, of an old revision or with a key that was used. */
export function choose(scene: Scene): Attempt | undefined {
  const found = fitting(scene);
  if (!found) return undefined;
  const { dice } = scene;
  const { action, move } = found;
  const caller = callerOf(move.who);
  const at = move.at ?? B;
  const input = { ...move.input, branch: at } as InputOf<ActAction>;
  const id = 'id' in input ? input.id : undefined;
  const revision = id === undefined ? undefined : (scene.revisionOf(at, id) ?? 0);
  const key = dice.chance(0.2) ? `key-${scene.world.day}-${scene.world.minute}` : undefined;
  const plain: Attempt = { action, caller, input, revision, key, wild: false };
  return dice.chance(0.3) ? wilder(scene, plain) : plain;
}

function callerOf(who: string | Caller): Caller {
  return typeof who === 'string' ? { person: who, kind: 'person', password: true } : who;
}

function wilder(scene: Scene, plain: Attempt): Attempt {
  const { dice } = scene;
  const wild = { ...plain, wild: true };
  switch (dice.below(9)) {
    case 0:
    case 1:
    case 2:
      return { ...wild, caller: dice.chance(0.08) ? dice.one([CLOCK, OBSERVER]) : callerOf(dice.one(ALL)) };
    case 3:
      return { ...wild, revision: plain.revision === undefined ? 3 : plain.revision + dice.one([-1, 1, 5]) };
    case 4:
      return { ...wild, input: { ...plain.input, branch: dice.one([B, C, S, 'nowhere']) } };
    case 5:
      return scene.last ? { ...scene.last, wild: true } : wild; // the same request again, with its key where it had one
    case 6:
      return { ...wild, ...(scene.last?.key !== undefined && { key: scene.last.key }) };
    case 7:
      return { ...wild, input: spoilt(scene, plain.input), caller: { ...plain.caller, password: dice.chance(0.5) } };
    default:
      return { ...wild, input: elsewhere(scene, plain.input) };
  }
}

/** The same with blank reasons, everybody in favour, no second person's reading back. */
function spoilt(scene: Scene, input: InputOf<ActAction>): InputOf<ActAction> {
  const { dice } = scene;
  const other: Record<string, unknown> = { ...input };
  if ('reason' in other) other['reason'] = ' ';
  if ('ayes' in other) other['ayes'] = dice.shuffled([...ALL]).slice(0, 6);
  if ('present' in other) other['present'] = dice.shuffled([...ALL]).slice(0, 3);
  if ('readBack' in other) other['readBack'] = false;
  if ('days' in other) other['days'] = dice.below(5);
  if ('counts' in other) other['counts'] = { ayes: dice.below(12), noes: dice.below(4), abstentions: 0 };
  if ('investigator' in other) other['investigator'] = dice.one(ALL);
  if ('verifier' in other) other['verifier'] = dice.one(ALL);
  if ('settings' in other) other['settings'] = { noticeDays: dice.below(5), quorum: { num: 1, den: 3 } };
  return other as InputOf<ActAction>;
}

/** The same about another matter of the same kind, in whatever state, or about nothing. */
function elsewhere(scene: Scene, input: InputOf<ActAction>): InputOf<ActAction> {
  const { dice } = scene;
  const other: Record<string, unknown> = { ...input };
  for (const [field, noun] of [
    ['id', undefined],
    ['line', 'line'],
    ['motion', 'motion'],
    ['review', 'review'],
  ] as const) {
    if (typeof other[field] !== 'string') continue;
    const known = noun ?? scene.nounOf(other[field]);
    const found = known && dice.pick(scene.of(known));
    other[field] = found && dice.chance(0.9) ? found.id : 'no-such-thing';
  }
  return other as InputOf<ActAction>;
}
