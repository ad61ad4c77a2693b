import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Context } from '#service/context.ts';
import { newId } from '#service/new-id.ts';
import { appoint, setUpBranch, setUpSuperior } from '#service/set-up.ts';
import { tick } from '#service/tick.ts';
import { SCENES } from './scenes.ts';
import { Stage } from './stage.ts';
import type { Story, StoryStep } from './story.ts';

/** A step of a story did not go as written: on which line, what it was, and what came instead. */
export class StoryFault extends Error {
  override readonly name = 'StoryFault';
  readonly line: number;
  readonly step: string;
  readonly came: string;

  constructor({ line, do: action }: Pick<StoryStep, 'line' | 'do'>, came: string) {
    super(`line ${line}: ${action}: ${came}`);
    this.line = line;
    this.step = action;
    this.came = came;
  }
}

/** How much was played. */
export type Played = { readonly acts: number; readonly refusals: number; readonly branches: readonly string[] };

/**
 * Plays a story 演绎: sets up its branches and does each step on its day through the same actions as everybody, one transaction a day of a branch. On
 * every new day time first does what is due. `setDay` moves the clock. @throws StoryFault
 */
export async function playStory(
  context: Context,
  story: Story,
  setDay: (day: Day) => void,
  progress: (day: Day, acts: number) => void = () => undefined,
): Promise<Played> {
  const stage = new Stage(context, story);
  const first = story.steps[0]?.on;
  if (first !== undefined) setDay(first);
  await setUp(stage);
  for (const steps of byDay(story.steps)) {
    const [{ on }] = steps;
    setDay(on);
    for (const key of stage.branches.keys())
      if (isBranch(story, key)) stage.acts += await tick(context, stage.branch(key));
    for (const step of steps) await play(stage, step);
    progress(on, stage.acts);
  }
  return { acts: stage.acts, refusals: stage.refusals, branches: [...stage.branches.values()] };
}

async function setUp(stage: Stage): Promise<void> {
  const { context, story } = stage;
  const now = context.clock.now();
  await context.store.transaction(async (rows) => {
    for (const { key, name, reviewers } of story.superiors) {
      const id = newId();
      stage.branches.set(key, id);
      await setUpSuperior(rows, { id, name }, true, now);
      for (const reviewer of reviewers) {
        stage.people.set(reviewer, newId());
        const person = stage.person(key, reviewer);
        await appoint(rows, id, { person, role: 'superior', from: context.clock.today() }, now);
      }
    }
    for (const branch of story.branches) {
      for (const { id } of branch.members) stage.people.set(`${branch.key} ${id}`, newId());
      const person = (code: string): string => stage.person(branch.key, code);
      const superior = story.superiors.find(({ key }) => key === branch.superior);
      const id = await setUpBranch(
        rows,
        {
          name: branch.name,
          demo: true,
          scheme: branch.scheme,
          ...(superior && { superior: { id: stage.branch(superior.key), name: superior.name } }),
          members: branch.members.map((member) => ({ code: member.id, member: { ...member, id: person(member.id) } })),
          offices: branch.offices.map(({ code, role }) => ({
            person: person(code),
            role,
            from: context.clock.today(),
          })),
        },
        now,
      );
      stage.branches.set(branch.key, id);
    }
  });
}

async function play(stage: Stage, step: StoryStep): Promise<void> {
  const { store } = stage.context;
  const given = resolve(stage, step.branch, step.with) as Readonly<Record<string, unknown>>;
  try {
    if (step.do === 'tick') {
      stage.acts += await tick(stage.context, stage.branch(step.branch));
      return;
    }
    const scene = SCENES.get(step.do);
    const answer = await store.transaction(async (rows) =>
      scene
        ? await scene(stage, rows, step, given)
        : await stage.act(rows, step.branch, step.by, step.do, given, step.second),
    );
    if (step.refused !== undefined) throw new StoryFault(step, `done, and not refused with ${step.refused}`);
    if (step.as !== undefined && answer) stage.named.set(step.as, answer);
  } catch (error) {
    if (error instanceof Refusal && error.code === step.refused) {
      stage.refusals++;
      return;
    }
    if (error instanceof StoryFault) throw error;
    if (error instanceof Refusal)
      throw new StoryFault(step, `${stage.last}: ${error.code} ${JSON.stringify(error.params)}`);
    throw error instanceof Error ? new StoryFault(step, error.stack ?? error.message) : error;
  }
}

/** Fills in what texts stand for: `$name` the id that an earlier step answered, `$name.told.code` something it told, `@D001` a member by roster number. */
function resolve(stage: Stage, branch: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => resolve(stage, branch, one));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(stage, branch, one)]));
  if (typeof value !== 'string') return value;
  if (value.startsWith('@')) return stage.person(branch, value.slice(1));
  if (value.startsWith('&')) return stage.branch(value.slice(1));
  if (!value.startsWith('$')) return value;
  const [name = '', ...path] = value.slice(1).split('.');
  const answer = stage.named.get(name);
  if (!answer) throw new Error(`nothing is named ${name}`);
  if (path.length === 0) return answer.id;
  return path.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], answer);
}

/** The steps of each day together, in the order written; days must not go back. */
function byDay(steps: readonly StoryStep[]): readonly (readonly [StoryStep, ...StoryStep[]])[] {
  const days: [StoryStep, ...StoryStep[]][] = [];
  for (const step of steps) {
    const last = days.at(-1);
    if (last && step.on < last[0].on) throw new StoryFault(step, `goes back before ${last[0].on}`);
    if (last?.[0].on === step.on) last.push(step);
    else days.push([step]);
  }
  return days;
}

function isBranch(story: Story, key: string): boolean {
  return story.branches.some((branch) => branch.key === key);
}
