import { canonical } from '#domain/ledger/canonical.ts';
import type { Rows } from './database.ts';

/** What the chain last said of a matter. */
type Told = { state: string; revision: number; body: Record<string, unknown> };

/** What an act of the chain says, as `Doing` wrote it. */
type Said = { readonly noun?: string; readonly id?: string } & Partial<Told>;

/**
 * Matters that stand otherwise than the acts on the chain left them 事项与链不符: somebody changed the row past the application. A matter of which no
 * act was chained (a draft of a scheme, a drafted notice) is held to its own steps: as many as its revision.
 */
export async function strayMatters(
  rows: Rows,
  branch: string,
): Promise<readonly { readonly table: 'matter'; readonly of: string }[]> {
  const told = new Map<string, Told>();
  const acts = rows.selectFrom('act').select('content').where('branch_id', '=', branch).orderBy('seq');
  for (const { content } of await acts.execute()) {
    const { noun, id, state = '', revision = 0, body = {} } = read(content);
    if (noun === undefined || id === undefined) continue;
    const known = told.get(`${noun} ${id}`);
    const before =
      known && known.revision + 1 < revision ? await without(rows, branch, { noun, id }, known, revision) : known;
    told.set(`${noun} ${id}`, { state, revision, body: { ...before?.body, ...body } });
  }
  const steps = new Map<string, number>();
  const counted = rows.selectFrom('step').select(['noun', 'id', (column) => column.fn.countAll().as('count')]);
  for (const { noun, id, count } of await counted.where('branch_id', '=', branch).groupBy(['noun', 'id']).execute())
    steps.set(`${noun} ${id}`, Number(count));
  const matters = await rows.selectFrom('matter').selectAll().where('branch_id', '=', branch).execute();
  return matters.flatMap(({ noun, id, state, revision, body }) => {
    const key = `${noun} ${id}`;
    const said = told.get(key);
    const stepped = steps.get(key) === revision;
    // Where the last act was not chained (an edited draft), only its number of steps can be held to it.
    const same = said?.revision !== revision || (said.state === state && holds(said.body, read(body)));
    return stepped && same ? [] : [{ table: 'matter' as const, of: key }];
  });
}

/**
 * What the chain told, less what acts without an event changed before the one of `until` (a verifier drawn, a preview renewed): of that the chain says
 * nothing any more. The steps in between tell which it is, each by what stood before it.
 */
async function without(
  rows: Rows,
  branch: string,
  { noun, id }: { readonly noun: string; readonly id: string },
  { revision, state, body }: Told,
  until: number,
): Promise<Told> {
  const query = rows.selectFrom('step').select('prior').where('branch_id', '=', branch).where('noun', '=', noun);
  const between = query.where('id', '=', id).where('revision', '>', revision).where('revision', '<=', until);
  const priors = (await between.orderBy('revision').execute()).map(({ prior }) => read(prior ?? '{}').body ?? {});
  const [was, is] = [new Map(Object.entries(priors[0] ?? {})), new Map(Object.entries(priors.at(-1) ?? {}))];
  const kept = Object.entries(body).filter(
    ([key]) => canonical(was.get(key) ?? null) === canonical(is.get(key) ?? null),
  );
  return { revision, state, body: Object.fromEntries(kept) };
}

/** Whether the row has every value that the chain says; what was taken out of a content is null there. */
function holds(said: Record<string, unknown>, body: object): boolean {
  const found = new Map(Object.entries(body));
  return Object.entries(said).every(([key, value]) => canonical(found.get(key) ?? null) === canonical(value));
}

function read(text: string): Said {
  try {
    return (JSON.parse(text) ?? {}) as Said;
  } catch {
    return {}; // spoilt: the verifier names the event
  }
}
