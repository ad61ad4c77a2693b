import { ZodError } from 'zod';
import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Context } from '#service/context.ts';
import { newId } from '#service/new-id.ts';
import { appoint, setUpBranch, setUpSuperior } from '#service/set-up.ts';
import { tick } from '#service/tick.ts';
import { resolve } from './resolve.ts';
import { SCENES } from './scenes.ts';
import { isAct, Stage } from './stage.ts';
import { type Story, StoryMistake, type StoryStep } from './story.ts';

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
  const days = byDay(story.steps);
  checkSteps(story);
  const first = story.steps[0]?.on;
  if (first !== undefined) setDay(first);
  await setUp(stage);
  for (const steps of days) {
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
      for (const { id } of branch.people) stage.people.set(`${branch.key} ${id}`, newId());
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
  const { branch, by, do: action, second } = step;
  try {
    if (action === 'tick') {
      stage.acts += await tick(stage.context, stage.branch(branch));
      return;
    }
    const scene = SCENES.get(action);
    if (step.refused !== undefined && !scene) {
      const given = await resolve(stage, store.rows, branch, step.with);
      await stage.attempt(branch, by, action, given as Given);
      throw new StoryFault(
        step,
        `本应不予办理（${step.refused}），却办成了 / done, and not refused with ${step.refused}`,
      );
    }
    const answer = await store.transaction(async (rows) => {
      const given = (await resolve(stage, rows, branch, step.with)) as Given;
      return scene ? await scene(stage, rows, step, given) : await stage.act(rows, branch, by, action, given, second);
    });
    if (step.refused !== undefined)
      throw new StoryFault(
        step,
        `本应不予办理（${step.refused}），却办成了 / done, and not refused with ${step.refused}`,
      );
    if (step.as !== undefined && answer) stage.named.set(step.as, answer);
  } catch (error) {
    if (error instanceof Refusal && error.code === step.refused) {
      stage.refusals++;
      return;
    }
    if (error instanceof Refusal)
      throw new StoryFault(step, `${stage.last}: ${error.code} ${JSON.stringify(error.params)}`);
    if (error instanceof StoryMistake) throw new StoryFault(step, error.message);
    if (error instanceof ZodError) throw new StoryFault(step, error.issues.map(saidBy).join('; '));
    throw error;
  }
}

type Given = Readonly<Record<string, unknown>>;

function saidBy({ path, message }: ZodError['issues'][number]): string {
  return `${path.join('.')} ${message}`;
}

/** What can be seen before anything is played: that every step names a branch and an action that there are. @throws StoryFault */
function checkSteps(story: Story): void {
  const keys = new Set([...story.superiors, ...story.branches].map(({ key }) => key));
  for (const step of story.steps) {
    if (!keys.has(step.branch))
      throw new StoryFault(step, `没有组织“${step.branch}” / there is no branch ${step.branch}`);
    if (step.do !== 'tick' && !SCENES.has(step.do) && !isAct(step.do))
      throw new StoryFault(step, `没有这种办理事项 / there is no action ${step.do}`);
  }
}

/** The steps of each day together, in the order written; days must not go back. */
function byDay(steps: readonly StoryStep[]): readonly (readonly [StoryStep, ...StoryStep[]])[] {
  const days: [StoryStep, ...StoryStep[]][] = [];
  for (const step of steps) {
    const last = days.at(-1);
    if (last && step.on < last[0].on)
      throw new StoryFault(step, `日期早于上一步的 ${last[0].on} / goes back before ${last[0].on}`);
    if (last?.[0].on === step.on) last.push(step);
    else days.push([step]);
  }
  return days;
}

function isBranch(story: Story, key: string): boolean {
  return story.branches.some((branch) => branch.key === key);
}
