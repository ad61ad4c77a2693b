import type { ActAnswer } from '#contract/endpoint.ts';
import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Context } from '#service/context.ts';
import { SCENES } from '#service/play/scenes.ts';
import { Stage } from '#service/play/stage.ts';
import type { Story } from '#service/play/story.ts';
import { tick } from '#service/tick.ts';
import type { Noun } from '#store/bodies.ts';
import type { Store } from '#store/database.ts';
import { listMatters, type Matter, type Sought } from '#store/matter.ts';
import type { SeedBranch } from './cast.ts';
import type { Chance } from './chance.ts';

type Given = Readonly<Record<string, unknown>>;

/** A branch on its stage 演绎中的支部: many acts in one transaction, on days that only go forward. */
export type Playing = {
  readonly branch: SeedBranch;
  readonly chance: Chance;
  readonly today: () => Day;
  /** Goes on to a day; time first does what is due. */
  readonly go: (day: Day) => Promise<void>;
  /** Does an act in the branch as a person, with a second person where one is needed. */
  readonly act: (by: string, action: string, given: Given, second?: string) => Promise<ActAnswer>;
  /** Does an act at the superior above the branch. */
  readonly above: (by: string, action: string, given: Given) => Promise<ActAnswer>;
  /** Matters of the branch as they stand. */
  readonly list: <N extends Noun>(noun: N, sought: Sought) => Promise<readonly Matter<N>[]>;
  /** Plays a written scene. */
  readonly scene: (by: string, name: string, given: Given) => Promise<ActAnswer | undefined>;
};

/** The clock of the seed 演绎时钟, which stands on the day that is played. */
export type SeedClock = { day: Day };

const NO_STORY: Story = { title: '', assumed: [], superiors: [], branches: [], steps: [] };

/** Plays in one transaction; answers with how many acts were done. */
export async function playWithin(
  context: Context,
  clock: SeedClock,
  of: Pick<Playing, 'branch' | 'chance'>,
  work: (playing: Playing) => Promise<void>,
): Promise<number> {
  const { branch } = of;
  let acts = 0;
  await context.store.transaction(async (rows) => {
    const store: Store = { ...context.store, rows, transaction: (inner) => inner(rows) };
    const within: Context = { ...context, store };
    const stage = new Stage(within, NO_STORY);
    for (const id of [branch.id, branch.superior.id]) stage.branches.set(id, id);
    const people = [...branch.members.map(({ member }) => member.id), ...branch.superior.reviewers.map(({ id }) => id)];
    for (const id of people) stage.people.set(id, id);
    const playing: Playing = {
      ...of,
      today: () => clock.day,
      go: async (day) => {
        if (day < clock.day) throw new Error(`the seed goes back from ${clock.day} to ${day}`);
        clock.day = day;
        // The embedded database frees its statements only when the event loop turns, which acts alone never let it.
        await new Promise((resolve) => setImmediate(resolve));
        stage.acts += await tick(within, branch.id);
      },
      act: (by, action, given, second) => stage.act(rows, branch.id, by, action, given, second),
      above: (by, action, given) => stage.act(rows, branch.superior.id, by, action, given),
      list: (noun, sought) => listMatters(rows, branch.id, noun, sought),
      scene: async (by, name, given) =>
        await SCENES.get(name)?.(
          stage,
          rows,
          { on: clock.day, branch: branch.id, by, do: name, with: {}, line: 0 },
          given,
        ),
    };
    // What the seed plays no rule may refuse: it is a fault of the seed and not of whoever runs it.
    await work(playing).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      throw new Error(`${clock.day} ${stage.last}: ${error.code} ${JSON.stringify(error.params)}`, { cause: error });
    });
    acts = stage.acts;
  });
  return acts;
}
