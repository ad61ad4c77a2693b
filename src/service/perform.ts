import type { ActAction, InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { Refusal } from '#contract/problem.ts';
import type { Rows } from '#store/database.ts';
import { lockBranch } from '#store/head.ts';
import { addRecord, addRecordAndAnswer } from '#store/record.ts';
import { acts } from './acts.ts';
import type { Caller } from './caller.ts';
import type { Context } from './context.ts';
import { Doing } from './doing.ts';
import { isNameless, keepsAnswer, nowOf, recordedAs, recordedUnder } from './nameless.ts';
import { newId, timelessId } from './new-id.ts';
import { rightsOf } from './rights.ts';
import { askSecond, needsSecond } from './second.ts';

/** What is asked: the content of the act, the revision seen, and the key by which the same request is done only once. */
export type Request<A extends ActAction> = {
  readonly input: InputOf<A>;
  readonly revision?: number | undefined;
  readonly key?: string | undefined;
};

/**
 * The one door 唯一入口 for whatever changes something: in one transaction the branch is locked, the caller authorised on what stands then, the act done,
 * recorded, and the answer kept for its key; a refusal changes nothing and is recorded in a transaction of its own (house). @throws Refusal
 */
export async function performAct<A extends ActAction>(
  context: Context,
  caller: Caller,
  action: A,
  request: Request<A>,
): Promise<ActAnswer> {
  try {
    return await context.store.transaction((rows) => performWithin(context, rows, caller, action, request));
  } catch (error) {
    if (error instanceof Refusal) await recordRefusal(context, caller, action, request, error);
    throw error;
  }
}

/** The same within a transaction that there is: several acts wholly or not at all. */
export async function performWithin<A extends ActAction>(
  context: Context,
  rows: Rows,
  caller: Caller,
  action: A,
  { input, revision, key }: Request<A>,
): Promise<ActAnswer> {
  const branch = await lockBranch(rows, input.branch);
  if (!branch) throw new Refusal('right.missing'); // a stranger learns nothing of what there is
  const kept = key === undefined || !keepsAnswer(action) ? undefined : keyOf(context, caller, action, input, key);
  const rights = await rightsOf(rows, branch.branch_id, caller, context.clock.today(), {
    key: kept,
    matter: aboutOf(action, input),
  });
  const { answer: known } = rights;
  if (kept && known) {
    if (known.digest !== kept.digest) throw new Refusal('key.other-body');
    return openAnswer(context, known.answer);
  }
  const doing = new Doing(context, rows, {
    branch,
    caller,
    action,
    asked: { revision },
    rights,
    ...nowOf(context, action),
  });
  const answer = await acts[action](doing, input).catch(async (error: unknown) => {
    if (!needsSecond(error)) throw error;
    return await askSecond(doing, input);
  });
  const keep = kept && { ...kept, answer: closeAnswer(context, answer), at: doing.now };
  await addRecordAndAnswer(rows, recordOf(doing, answer), keep);
  return answer;
}

/** Which matter an act is likely to be about: read with the rights, as nearly every act asks for it next. */
function aboutOf(action: string, input: object): { readonly noun: string; readonly id: string } | undefined {
  const [noun = ''] = action.split('.');
  return 'id' in input ? { noun: noun === 'declaration' ? 'line' : noun, id: String(input.id) } : undefined;
}

/** What begins an answer that was sealed. */
const SEALED = 'sealed:';

/** What an answer tells once (a code, a token, a name that was opened) is kept only sealed with the installation's key. */
function closeAnswer({ secrets }: Context, answer: ActAnswer): string {
  const text = JSON.stringify(answer);
  return answer.told === undefined ? text : SEALED + secrets.seal(text);
}

function openAnswer({ secrets }: Context, kept: string): ActAnswer {
  return JSON.parse(kept.startsWith(SEALED) ? secrets.open(kept.slice(SEALED.length)) : kept) as ActAnswer;
}

function recordOf(doing: Doing, answer: ActAnswer) {
  const { shielded, by, action, now, at, caller } = doing;
  return {
    branch_id: at,
    record_id: isNameless(action) || shielded !== undefined ? timelessId() : newId(),
    at: now,
    actor: shielded === undefined ? by : `shield:${shielded}`,
    action,
    outcome: answer.waits ? ('waits' as const) : ('done' as const),
    code: null,
    // Which ballot paper a vote was, or which line a reporter's, is nobody's to join.
    target: isNameless(action) ? null : answer.id,
    request: shielded === undefined && !isNameless(action) ? (caller.request ?? null) : null,
  };
}

/** The key of an answer: by a keyed digest of who asked; of a secret ballot the choice is left out (product §5.7). */
function keyOf(context: Context, { person }: Caller, action: string, input: { readonly branch: string }, key: string) {
  const { choice: _, ...said } = input as { readonly choice?: string };
  // Keyed too: what an appeal said could else be guessed and compared.
  const digest = context.secrets.digest('asked', sortedJson(said));
  return { branch_id: input.branch, who: context.secrets.digest('answer', person), action, key, digest };
}

/** The same text for the same content, in whatever order it came. Not the ledger's canonical form: a draft of a scheme may hold 0.5. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

async function recordRefusal<A extends ActAction>(
  context: Context,
  caller: Caller,
  action: A,
  { input }: Request<A>,
  { code }: Refusal,
): Promise<void> {
  const nameless = isNameless(action);
  const actor = await recordedAs(context, action, caller.person, input);
  const hidden = nameless || actor !== caller.person;
  await context.store.transaction(async (rows) => {
    const branch = await recordedUnder(rows, action, input.branch);
    if (branch === undefined) return;
    await addRecord(rows, {
      branch_id: branch,
      record_id: hidden ? timelessId() : newId(),
      at: nowOf(context, action).now ?? (hidden ? `${context.clock.today()}T00:00:00.000Z` : context.clock.now()),
      actor,
      action,
      outcome: 'refused',
      code,
      target: 'id' in input && !nameless ? input.id : null,
      request: hidden ? null : (caller.request ?? null),
    });
  });
}
