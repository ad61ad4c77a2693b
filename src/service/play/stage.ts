import { type ActAction, api } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { type Caller, CLOCK, OBSERVER } from '#service/caller.ts';
import type { Context } from '#service/context.ts';
import { performWithin } from '#service/perform.ts';
import type { Rows } from '#store/database.ts';
import type { Story } from './story.ts';

/** A stage 场: the branches of a story by key, its people, and what its named steps answered. */
export class Stage {
  readonly context: Context;
  readonly story: Story;
  readonly branches = new Map<string, string>();
  readonly people = new Map<string, string>();
  readonly named = new Map<string, ActAnswer>();
  acts = 0;
  refusals = 0;
  /** Who was asked to do what last, for who reads a fault. */
  last = '';

  constructor(context: Context, story: Story) {
    this.context = context;
    this.story = story;
  }

  /** The id of a branch or superior by its key in the story. */
  branch(key: string): string {
    return this.branches.get(key) ?? key;
  }

  /** Who acts: time, whoever reads the board, or a person by roster number, all with their password. */
  caller(branch: string, by: string): Caller {
    if (by === 'clock') return CLOCK;
    if (by === 'observer') return OBSERVER;
    return { person: this.person(branch, by), kind: 'person', password: true };
  }

  /** A person by the roster number in a branch, or by the name of a superior's reviewer. */
  person(branch: string, by: string): string {
    return this.people.get(`${branch} ${by}`) ?? this.people.get(by) ?? by;
  }

  /** Does an act in a transaction that there is, with the latest revision, and lets the second person confirm where one is named. */
  async act(
    rows: Rows,
    branch: string,
    by: string,
    action: string,
    given: Readonly<Record<string, unknown>>,
    second?: string,
  ): Promise<ActAnswer> {
    if (!isAct(action)) throw new Error(`there is no action ${action}`);
    const input = { branch: this.branch(branch), ...given };
    const read = api[action].input.safeParse(input);
    if (!read.success)
      throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '));
    this.last = `${by} ${action}`;
    const id = 'id' in given ? String(given['id']) : undefined;
    const revision = id === undefined ? undefined : await latest(rows, input.branch, id);
    const caller = this.caller(branch, by);
    const answer = await performWithin(this.context, rows, caller, action, { input: read.data as never, revision });
    this.acts++;
    if (answer.waits !== true || second === undefined) return answer;
    return await this.act(rows, branch, second, 'second.confirm', { id: answer.id });
  }
}

function isAct(action: string): action is ActAction {
  return Object.hasOwn(api, action) && api[action as ActAction].method === 'POST';
}

async function latest(rows: Rows, branch: string, id: string): Promise<number | undefined> {
  const found = await rows
    .selectFrom('matter')
    .select('revision')
    .where('branch_id', '=', branch)
    .where('id', '=', id)
    .executeTakeFirst();
  return found?.revision;
}
