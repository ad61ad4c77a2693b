import type { ActAnswer } from '#contract/endpoint.ts';
import { termMonths } from '#domain/calendar/term.ts';
import { appeal as step } from '#domain/process/appeal.ts';
import type { AssemblyState } from '#domain/process/assembly.ts';
import type { Looked } from '#domain/process/investigation.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { superiorOf } from '#service/nameless.ts';
import { holdersOf } from '#service/rights.ts';
import type { SealedAppeal } from '#store/bodies.ts';
import { readBranch } from '#store/branch.ts';
import type { Matter } from '#store/matter.ts';
import type { BranchTable } from '#store/tables.ts';
import { carryOut, contestedLine, foundOf, investigatedSoFar, lineOf, lookedAt, refuseMoved } from './investigation.ts';

/** What of an appeal is sealed: whose, of which branch, about what, in which words. */
export type Said = {
  readonly branch: string;
  readonly member: string;
  readonly about: 'line' | 'total';
  readonly year: string;
  readonly line?: string;
  readonly words: string;
};

/** An appeal at the superior, opened: its matter, what was sealed in it, and the branch that it is about. */
type Opened = {
  readonly appeal: Matter<'appeal'>;
  readonly body: SealedAppeal;
  readonly said: Said;
  readonly branch: BranchTable;
};

/** Opens an appeal. Of one that the branch was served, the superior's own matter is the one that is acted on. @throws right.missing, thing.unknown */
async function open(doing: Doing, id: string): Promise<Opened> {
  const appeal = await doing.find('appeal', id);
  const { body } = appeal;
  if (body.at !== 'superior') return doing.refuse({ refused: 'thing.unknown' });
  const said = JSON.parse(doing.context.secrets.open(body.sealed)) as Said;
  const branch = await readBranch(doing.rows, said.branch);
  if (!branch) throw new Error(`an appeal about no branch: ${id}`);
  return { appeal, body, said, branch };
}

async function looked(doing: Doing, { appeal, body, said, branch }: Opened, line = said.line): Promise<Looked> {
  const about = { id: appeal.id, raisedBy: said.member, member: said.member, line };
  return await lookedAt(doing.beside(branch), about, body);
}

/** Who lodges or withdraws stands nowhere by name, not even in the superior's own record. */
function shield(doing: Doing): string {
  const who = doing.context.secrets.digest('appeal', doing.by);
  doing.shielded = who;
  return who;
}

/** What became of a served appeal, in the branch's own matter, in the same transaction; the superior is locked first, then the branch. */
async function inBranch(
  doing: Doing,
  { appeal, branch, said }: Opened,
  own: readonly string[],
  change: (below: Doing, served: Matter<'appeal'>) => Promise<unknown>,
): Promise<void> {
  const below = await doing.below(branch);
  await below.allow({ own });
  const served = await below.find('appeal', appeal.id);
  if (served.subject !== said.member) throw new Error(`appeal ${appeal.id} was served about another member`);
  await change(below, served);
}

/** The acts of an appeal 申诉 (§三(四), product §3.8): under the superior's own chain; the branch has nothing of it until it is served. */
export const appealActs: Handlers<ActsOf<'appeal'>> = {
  'appeal.lodge': async (doing, { of, concerns, about, line: id, year: asked, reason }): Promise<ActAnswer> => {
    const branch = await readBranch(doing.rows, of);
    const superior = branch && (await superiorOf(doing.rows, branch));
    const lodged = superior?.branch_id === doing.at && branch?.kind === 'branch';
    await doing.allow({ own: [doing.by], ...(lodged && { from: branch }) });
    doing.decide(step, undefined, 'appeal.lodge', { superior: lodged, raisedBy: doing.by, concerns, reason });
    if (!branch) return doing.refuse({ refused: 'right.missing' });
    const beside = doing.beside(branch);
    const { line, year } = await contestedLine(beside, { concerns, about, line: id, year: asked });
    const said: Said = { branch: of, member: doing.by, about, year, words: reason, ...(line && { line: line.id }) };
    const { appealReplyMonths: months } = await beside.terms();
    const body: SealedAppeal = {
      at: 'superior',
      who: shield(doing),
      sealed: doing.context.secrets.seal(JSON.stringify(said)),
      start: doing.today,
      months,
      investigated: [],
      carriedOut: false,
    };
    const { last } = termMonths(doing.calendar, doing.today, months);
    return doing.answer(await doing.add('appeal', { state: 'lodged', body }), { last });
  },
  'appeal.assign': async (doing, { id, investigator }) => {
    const opened = await open(doing, id);
    const { appeal, body } = opened;
    await doing.allow({}, appeal);
    const holders = await holdersOf(doing.rows, doing.at, 'superior', doing.today);
    if (!holders.includes(investigator)) doing.refuse({ refused: 'second.waiting' });
    const investigated = investigatedSoFar(body);
    const before = await looked(doing, opened);
    const matter = { ...before, investigated: [...before.investigated, ...investigated] };
    const to = doing.decide(step, appeal, 'appeal.assign', { investigator, matter });
    return doing.answer(await doing.move(appeal, to, { investigator, investigated }));
  },
  'appeal.serve': async (doing, { id }) => {
    const { appeal, body, said, branch } = await open(doing, id);
    await doing.allow({}, appeal);
    const to = doing.decide(step, appeal, 'appeal.serve', {});
    const below = await doing.below(branch);
    await below.allow({});
    const { member, about, year, line, words } = said;
    const { investigator, investigated } = body;
    await below.add('appeal', {
      id,
      state: to,
      subject: member,
      period: year,
      ...(line !== undefined && { parent: line }),
      body: {
        at: 'branch',
        raisedBy: member,
        about,
        words,
        served: doing.today,
        ...(investigator !== undefined && { investigator }),
        investigated,
        carriedOut: false,
      },
    });
    return doing.answer(await doing.move(appeal, to, { served: doing.today }));
  },
  'appeal.find': async (doing, { id, line: named, ...given }) => {
    const opened = await open(doing, id);
    const { appeal, body, said, branch } = opened;
    await doing.allow({}, appeal);
    const line = said.line ?? named;
    const matter = await looked(doing, opened, line);
    const facts = { by: doing.by, investigator: body.investigator ?? '', matter, reason: given.reason };
    const to = doing.decide(step, appeal, 'appeal.find', facts);
    const about = line === undefined ? undefined : await lineOf(doing.beside(branch), line, said.member);
    refuseMoved(doing, about, given.correction);
    return doing.answer(await doing.move(appeal, to, foundOf(doing, given, line)));
  },
  'appeal.answer': async (doing, { id }) => {
    const opened = await open(doing, id);
    const { appeal, body, said } = opened;
    await doing.allow({}, appeal);
    const to = doing.decide(step, appeal, 'appeal.answer', {});
    const { result, finding, line, correction } = body;
    const told = {
      ...(result !== undefined && { result }),
      ...(finding !== undefined && { finding }),
      ...(line !== undefined && { line }),
      ...(correction !== undefined && { correction }),
    };
    const answered = { answered: doing.today };
    let done: Awaited<ReturnType<typeof carryOut>> = { carriedOut: false };
    await inBranch(doing, opened, [], async (below, served) => {
      done = await carryOut(below, { noun: 'appeal', id, member: said.member }, body);
      await below.move(served, to, { ...told, ...answered, ...done });
    });
    return doing.answer(await doing.move(appeal, to, { ...answered, ...done }));
  },
  'appeal.report': async (doing, { id, assembly: at }) => {
    const appeal = await doing.find('appeal', id);
    await doing.allow({}, appeal);
    const assembly = await doing.find('assembly', at);
    const { result = 'dismissed', carriedOut } = appeal.body;
    const facts = { assembly: assembly.state as AssemblyState, result, carriedOut };
    const to = doing.decide(step, appeal, 'appeal.report', facts);
    return doing.answer(await doing.move(appeal, to, { reportedAt: at }));
  },
  'appeal.withdraw': async (doing, { id }) => {
    const opened = await open(doing, id);
    const { appeal, body, said, branch } = opened;
    await doing.allow({ own: [said.member], from: branch }, appeal);
    const to = doing.decide(step, appeal, 'appeal.withdraw', {});
    if (body.served !== undefined)
      await inBranch(doing, opened, [said.member], async (below, served) => await below.move(served, to));
    shield(doing);
    return doing.answer(await doing.move(appeal, to));
  },
};
