import { type ActAction, api } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { type Caller, CLOCK, OBSERVER } from '#service/caller.ts';
import type { Context } from '#service/context.ts';
import { performAct, performWithin } from '#service/perform.ts';
import type { Rows } from '#store/database.ts';
import { type Story, StoryMistake } from './story.ts';

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
    const id = this.branches.get(key);
    if (id === undefined) throw new StoryMistake(`没有组织“${key}” / there is no branch ${key}`);
    return id;
  }

  /** Who acts: time, whoever reads the board, or a person by roster number, all with their password. */
  caller(branch: string, by: string): Caller {
    if (by === 'clock') return CLOCK;
    if (by === 'observer') return OBSERVER;
    return { person: this.person(branch, by), kind: 'person', password: true };
  }

  /** A person by the roster number in a branch, by `key number` in another, or by the name of a superior's reviewer; an id stays as it is. */
  person(branch: string, by: string): string {
    const id = this.people.get(`${branch} ${by}`) ?? this.people.get(by);
    if (id !== undefined) return id;
    for (const known of this.people.values()) if (known === by) return by;
    throw new StoryMistake(`“${branch}”没有“${by}”这个人 / there is no person ${by} in ${branch}`);
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
    const answer = await performWithin(this.context, rows, ...(await this.#asked(rows, { branch, by, action, given })));
    this.acts++;
    // Who joins the roster can be spoken of from now on.
    if (JOINS.has(action)) this.people.set(`${branch} ${String(given['code'])}`, answer.id);
    if (answer.waits !== true || second === undefined) return answer;
    const confirmed = await this.act(rows, branch, second, 'second.confirm', { id: answer.id });
    if (JOINS.has(action)) this.people.set(`${branch} ${String(given['code'])}`, confirmed.id);
    return confirmed;
  }

  /** Does an act through the door as everybody does, in transactions of its own: what is refused is recorded. @throws Refusal */
  async attempt(
    branch: string,
    by: string,
    action: string,
    given: Readonly<Record<string, unknown>>,
  ): Promise<ActAnswer> {
    const { store } = this.context;
    return await performAct(this.context, ...(await this.#asked(store.rows, { branch, by, action, given })));
  }

  /** What is asked of the door: by whom, which act, its content with the latest revision. */
  async #asked(
    rows: Rows,
    {
      branch,
      by,
      action,
      given,
    }: {
      readonly branch: string;
      readonly by: string;
      readonly action: string;
      readonly given: Readonly<Record<string, unknown>>;
    },
  ): Promise<readonly [Caller, ActAction, { readonly input: never; readonly revision: number | undefined }]> {
    if (!isAct(action)) throw new StoryMistake(`没有这种办理事项 / there is no action ${action}`);
    const input = { branch: this.branch(branch), ...given };
    const read = api[action].input.safeParse(input);
    if (!read.success)
      throw new StoryMistake(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '));
    this.last = `${by} ${action}`;
    const id = 'id' in given ? String(given['id']) : undefined;
    const revision = id === undefined ? undefined : await latest(rows, input.branch, id);
    return [this.caller(branch, by), action, { input: read.data as never, revision }];
  }
}

/** The acts by which someone comes onto the roster. */
const JOINS: ReadonlySet<string> = new Set(['roster.add', 'transfer.open']);

/** Whether there is such an act. */
export function isAct(action: string): action is ActAction {
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
