import type { ActAction, InputOf } from '#contract/api.ts';
import { isOver, term } from '#domain/calendar/term.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Caller } from '#service/caller.ts';
import { CALENDAR } from '#service/doing.ts';
import type { Noun } from '#store/bodies.ts';
import type { Matter } from '#store/matter.ts';
import type { Attempt, Theme } from './acted.ts';
import { Dice } from './dice.ts';
import { B, S } from './people.ts';
import type { World } from './world.ts';

/** What someone tries: an act with its content, in the branch unless another place is told. */
export type Move<A extends ActAction = ActAction> = {
  readonly who: string | Caller;
  readonly input: Omit<InputOf<A>, 'branch'>;
  readonly at?: string;
};

/** For each action something that could be done now, or nothing. */
export type Moves<A extends ActAction> = { readonly [K in A]: (scene: Scene) => Move<K> | undefined };

/** Something done lately, for taking it back. */
type Done = {
  readonly action: string;
  readonly id: string;
  readonly who: string;
  readonly minute: number;
  readonly day: Day;
};

/** What a generator sees: every matter as it stands, what was done lately, and chance. */
export class Scene {
  readonly world: World;
  readonly theme: Theme;
  dice = new Dice(1);
  readonly recent: Done[] = [];
  /** Case numbers of concerns as they were told. */
  readonly cases: string[] = [];
  /** Who reported a line, as the shield has it. */
  readonly reporters = new Map<string, string>();
  /** Who appealed, as the superior has it sealed. */
  readonly appellants = new Map<string, string>();
  /** Who has voted on screen: motion and member. */
  readonly voted = new Set<string>();
  /** What was attempted last, to be attempted again. */
  last: Attempt | undefined;
  readonly #matters = new Map<string, Matter>();
  /** Every matter by its id at each revision that was seen: state and content as text. */
  readonly seen = new Map<string, Map<number, string>>();

  constructor(world: World, theme: Theme) {
    this.world = world;
    this.theme = theme;
  }

  get day(): Day {
    return this.world.day;
  }

  get month(): string {
    return this.world.day.slice(0, 7);
  }

  /** Reads what changed since; of the superior everything, for its concerns keep no instant. */
  async look(since = ''): Promise<void> {
    const { rows } = this.world;
    const found = await rows
      .selectFrom('matter')
      .selectAll()
      .where((where) =>
        where.or([
          where.and([where('branch_id', '=', B), where('changed_at', '>=', since)]),
          where('branch_id', '=', S),
        ]),
      )
      .execute();
    for (const { branch_id, noun, id, state, revision, subject, period, parent, body, ...instants } of found) {
      const key = `${branch_id} ${noun} ${id}`;
      const known = this.#matters.get(key);
      if (known?.revision === revision) continue;
      this.#matters.set(key, {
        noun: noun as Noun,
        id,
        state,
        revision,
        ...(subject !== null && { subject }),
        ...(period !== null && { period }),
        ...(parent !== null && { parent }),
        body: JSON.parse(body) as Matter['body'],
        created: instants.created_at,
        changed: instants.changed_at,
      });
      const seen = this.seen.get(key) ?? new Map<number, string>();
      this.seen.set(key, seen.set(revision, JSON.stringify([state, body])));
    }
  }

  /** The matters of a noun, in any of the states. */
  of<N extends Noun>(noun: N, ...states: readonly string[]): Matter<N>[] {
    return this.at(B, noun, ...states);
  }

  /** The same at the branch or the superior. */
  at<N extends Noun>(place: string, noun: N, ...states: readonly string[]): Matter<N>[] {
    const found: Matter<N>[] = [];
    for (const [key, matter] of this.#matters)
      if (key.startsWith(`${place} ${noun} `) && (states.length === 0 || states.includes(matter.state)))
        found.push(matter as Matter<N>);
    // By what is the same when a sequence is played again; ids are not.
    const orderOf = ({ created, subject = '', period = '' }: Matter): string => `${created} ${subject} ${period}`;
    return found.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  }

  /** One of them that fits. */
  any<N extends Noun>(
    noun: N,
    states: readonly string[],
    fits: (one: Matter<N>) => boolean = () => true,
  ): Matter<N> | undefined {
    return this.dice.pick(this.of(noun, ...states).filter(fits));
  }

  read<N extends Noun>(noun: N, id: string, place = B): Matter<N> | undefined {
    return this.#matters.get(`${place} ${noun} ${id}`) as Matter<N> | undefined;
  }

  /** The revision of whatever has an id there. */
  revisionOf(place: string, id: string): number | undefined {
    for (const [key, { revision }] of this.#matters)
      if (key.startsWith(place) && key.endsWith(` ${id}`)) return revision;
    return undefined;
  }

  /** The noun of a matter. */
  nounOf(id: string): Noun | undefined {
    for (const [key, { noun }] of this.#matters) if (key.endsWith(` ${id}`)) return noun;
    return undefined;
  }

  isOver(start: Day, days: number): boolean {
    return isOver(term(CALENDAR, start, days), this.day);
  }

  /** The hearing of a line, veto: the last that was served. */
  hearing(about: string): Matter<'hearing'> | undefined {
    return this.of('hearing').findLast(({ parent }) => parent === about);
  }

  /** What of the last ten minutes could be taken back. */
  undoable(...actions: readonly string[]): Done | undefined {
    const { day, minute } = this.world;
    return this.recent.findLast((one) => actions.includes(one.action) && one.day === day && minute - one.minute < 9);
  }
}
