import type { InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { permissionOf } from '#domain/permission/table.ts';
import type { ProcessRead } from '#service/reads/reads.ts';
import { read } from '#service/services.ts';
import { ADMINISTRATORS, ALL, B, IDS, OFFICES, SUPERIORS } from './people.ts';
import { holds, type Run } from './run.ts';
import { tallyOf } from './tally.ts';

const READS: readonly ProcessRead[] = [
  'declaration.list',
  'ledger.show',
  'access.show',
  'roster.show',
  'assembly.show',
  'assembly.follow',
  'register.show',
  'notice.show',
  'objection.show',
  'settlement.show',
  'filing.show',
  'line.open',
  'line.show',
  'work.list',
  'review.list',
  'review.follow',
  'veto.list',
];

/** Of these whoever may not read all reads its own, and what is polled is noted once a day. */
const MOSTLY_OWN: readonly ProcessRead[] = [
  'objection.show',
  'assembly.follow',
  'work.list',
  'review.list',
  'review.follow',
];

const IN_OFFICE = new Set<string>([...OFFICES.map(([person]) => person), ...SUPERIORS]);

/** Somebody reads something. 8: whoever in office read another’s record left a row that names the person or the set. 9, 7: no points for administrators, no reporter for anybody. */
export async function lookUp(run: Run): Promise<void> {
  const { scene, world } = run;
  const { dice } = scene;
  const action = dice.one(READS);
  const person = dice.one(ALL);
  const member = dice.chance(0.3) && IDS.includes(person) ? person : dice.one(IDS);
  const line = action === 'line.show' ? await someLine(run) : undefined;
  const query = {
    branch: B,
    ...(action === 'line.open' && { member, reason: '核查' }),
    ...(line && { id: line.id }),
    ...(action === 'review.follow' && { id: await someReview(run) }),
    ...memberOf(),
  } as InputOf<typeof action>;
  const before = run.tally['access'] ?? 0;
  try {
    const answer = await read(world.context, action, query, { person, kind: 'person' });
    run.coverage.reads++;
    const named = line?.subject ?? ('member' in query ? query.member : undefined);
    run.tally = await tallyOf(world.rows, world.place);
    const left = (run.tally['access'] ?? 0) - before;
    const lent = await world.rows
      .selectFrom('role_grant')
      .select('role')
      .where('person_id', '=', person)
      .executeTakeFirst();
    const wanted = (IN_OFFICE.has(person) || lent !== undefined) && named !== person;
    // Of who may not read all, only its own; a meeting that is polled is noted once a day, and not where one takes part in it; one's work once a day.
    const own = MOSTLY_OWN.includes(action);
    holds(
      8,
      own ? left <= 1 : left === (wanted ? 1 : 0),
      () => `${person} read ${action} of ${named ?? 'all'} and left ${left} rows`,
    );
    const isAdministrator = ADMINISTRATORS.some((one) => one === person);
    holds(9, !isAdministrator || permissionOf(action).touches === 'nothing', () => `${person} read ${action}`);
    if ('steps' in answer) {
      const reporter = scene.reporters.get(answer.line.id);
      const told = JSON.stringify([unsigned(answer.line), answer.steps]);
      holds(7, reporter === undefined || !told.includes(reporter), () => `${action} tells ${person} who reported`);
    }
    if ('monthState' in answer)
      for (const { barred, deciders: _, ...row } of answer.lines) {
        const reporter = scene.reporters.get(row.id);
        const seen = barred.find((one) => one.person === reporter);
        const told = JSON.stringify(unsigned({ ...row, second: undefined }));
        holds(
          7,
          reporter === undefined || (!told.includes(reporter) && seen?.why !== 'declarant'),
          () => `${action} tells ${person} who reported`,
        );
      }
    if ('rows' in answer)
      for (const row of answer.rows) {
        const reporter = scene.reporters.get('id' in row ? row.id : '');
        if (reporter !== undefined)
          holds(7, !JSON.stringify(unsigned(row)).includes(reporter), () => `${action} tells ${person} who reported`);
      }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const after = await tallyOf(world.rows, world.place);
    holds(12, after['access'] === before, () => `${action} was refused and left a row`);
  }

  function memberOf(): { member?: string } {
    const asked =
      action === 'ledger.show' || action === 'access.show' || (action === 'declaration.list' && dice.chance(0.5));
    return asked ? { member } : {};
  }
}

/** Some session of the review. */
async function someReview({ scene, world }: Run): Promise<string> {
  const reviews = world.rows.selectFrom('matter').select('id').where('noun', '=', 'review').where('branch_id', '=', B);
  const found = await reviews.orderBy('created_at').execute();
  return found.length === 0 ? 'none' : scene.dice.one(found).id;
}

/** Some line of the branch; what there is none of is asked for by a name that nothing has. */
async function someLine({ scene, world }: Run): Promise<{ readonly id: string; readonly subject?: string }> {
  const lines = world.rows.selectFrom('matter').select(['id', 'subject']).where('noun', '=', 'line');
  const found = await lines.where('branch_id', '=', B).orderBy('created_at').orderBy('subject').execute();
  const one = found.length === 0 ? undefined : scene.dice.one(found);
  return { id: one?.id ?? 'none', ...(one?.subject != null && { subject: one.subject }) };
}

/** A row without who referred or decided it: whoever reported may be of the committee, and what it signed there tells nothing of the report. */
function unsigned(row: object): object {
  return { ...row, decision: undefined };
}
