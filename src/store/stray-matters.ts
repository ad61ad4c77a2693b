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
    told.set(`${noun} ${id}`, { state, revision, body: { ...known?.body, ...body } });
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
