import type { ActAnswer } from '#contract/endpoint.ts';
import { line as step } from '#domain/process/declaration.ts';
import { hearingNeeded } from '#domain/process/hearing.ts';
import { namedVerifier } from '#domain/process/shield.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { newId, timelessId } from '#service/new-id.ts';
import { holdersOf } from '#service/rights.ts';
import type { Claimed, LineBody } from '#store/bodies.ts';
import type { Matter } from '#store/matter.ts';
import { readMember } from '#store/member.ts';
import { addShield } from '#store/shield.ts';
import { concernedBy, declarantOf } from './concerned.ts';
import { serveHearing } from './hearing.ts';
import { isCovered, itemState, type Reviewed, reviewMonth, worthOf } from './line-facts.ts';
import { undoLast } from './undo.ts';

/** A person of the roster, or the act is refused. @throws thing.unknown */
export async function theMember(doing: Doing, id: string): Promise<string> {
  if (!(await readMember(doing.rows, doing.at, id))) doing.refuse({ refused: 'thing.unknown' });
  return id;
}

/** Whose a line is for the permission table: who declared it, or whom a proposed line is about. A reporter acts under the shield. */
export async function own(doing: Doing, line: Matter<'line'>): Promise<{ readonly own: readonly string[] }> {
  const declarant = await declarantOf(doing, line);
  if (line.body.origin === 'report' && declarant === doing.by)
    doing.shielded = doing.context.secrets.digest('shield', declarant);
  // An opening is the branch's own statement: its member answers it and does not take it away.
  if (line.body.origin === 'opening') return { own: [] };
  return { own: line.body.origin === 'own' || line.body.origin === 'report' ? [declarant] : [line.subject ?? ''] };
}

/** Proposes a line that somebody else than its member knows of 代为提出; it is read back and confirmed before it counts as declared. */
export async function propose(
  doing: Doing,
  subject: string,
  given: { readonly fact: Claimed; readonly words?: string | undefined; readonly origin: LineBody['origin'] },
): Promise<Matter<'line'>> {
  const { fact, words, origin } = given;
  const points = await worthOf(doing, subject, fact);
  const { month, quarter } = await reviewMonth(doing, fact);
  return await doing.add('line', {
    state: 'proposed',
    subject,
    period: month,
    body: {
      origin,
      enteredBy: doing.by,
      // What the member then confirms is its own declaration; what the committee proposes stays the committee's.
      declarant: origin === 'proposed' ? doing.by : subject,
      fact,
      points,
      deduction: points < 0,
      ...(words !== undefined && { words }),
      ...(quarter !== undefined && { supplementTo: quarter }),
    },
  });
}

/** Submits a draft or a proposed line: the subject is told at once where it must be heard, and a report gets its verifier (product §3.3). */
async function submit(
  doing: Doing,
  line: Matter<'line'>,
  to: string,
  { month, quarter }: Reviewed,
): Promise<ActAnswer> {
  const subject = line.subject ?? '';
  const { fact, origin } = line.body;
  const points = await worthOf(doing, subject, fact);
  const declarant = await declarantOf(doing, line);
  const verifier = origin === 'report' ? await verifierFor(doing, line) : undefined;
  const moved = await doing.move(
    line,
    to,
    {
      points,
      deduction: points < 0,
      ...(quarter !== undefined && { supplementTo: quarter }),
      ...(verifier !== undefined && { verifier }),
    },
    { period: month },
  );
  if (hearingNeeded({ subject, declarant, deduction: points < 0 }))
    await serveHearing(doing, { kind: 'line', id: line.id, subject, credit: points >= 0 });
  return doing.answer(moved);
}

async function verifierFor(doing: Doing, line: Matter<'line'>): Promise<string | undefined> {
  const [discipline] = await holdersOf(doing.rows, doing.at, 'discipline', doing.today);
  const named = namedVerifier(discipline, undefined, await concernedBy(doing, line));
  return 'person' in named ? named.person : undefined;
}

/** The facts of submitting, and where the line is then reviewed. */
async function submitted(doing: Doing, { subject = '', body }: Matter<'line'>) {
  const reviewed = await reviewMonth(doing, body.fact);
  const item = await itemState(doing, body.fact);
  const covered = await isCovered(doing, subject, body.fact);
  return { reviewed, facts: { today: doing.today, day: body.fact.day, item, covered, ...reviewed.facts } };
}

/** The acts of a declaration 申报 (§三(一), product §3.2–§3.3). */
export const declarationActs: Handlers<ActsOf<'declaration'>> = {
  'declaration.draft': async (doing, { subject, fact, words }) => {
    await doing.allow({ own: [doing.by] });
    await theMember(doing, subject);
    const to = doing.decide(step, undefined, 'declaration.draft', {});
    const report = subject !== doing.by;
    const who = doing.context.secrets.digest('shield', doing.by);
    const id = report ? timelessId() : newId();
    if (report) {
      doing.shielded = who;
      await addShield(doing.rows, { branch_id: doing.at, id, who, sealed: doing.context.secrets.seal(doing.by) });
    }
    const body: LineBody = {
      origin: report ? 'report' : 'own',
      ...(!report && { declarant: doing.by }),
      fact,
      deduction: false,
      ...(words !== undefined && { words }),
    };
    return doing.answer(await doing.add('line', { id, state: to, subject, period: fact.day.slice(0, 7), body }));
  },
  'declaration.edit': async (doing, { id, fact, words }) => {
    const line = await doing.find('line', id);
    await doing.allow(await own(doing, line), line);
    const to = doing.decide(step, line, 'declaration.edit', {});
    const said = { fact, ...(words !== undefined && { words }) };
    return doing.answer(await doing.move(line, to, said, { period: fact.day.slice(0, 7) }));
  },
  'declaration.discard': async (doing, { id }) => {
    const line = await doing.find('line', id);
    await doing.allow(await own(doing, line), line);
    return doing.answer(await doing.move(line, doing.decide(step, line, 'declaration.discard', {})));
  },
  'declaration.submit': async (doing, { id }) => {
    const line = await doing.find('line', id);
    await doing.allow(await own(doing, line), line);
    const { reviewed, facts } = await submitted(doing, line);
    return await submit(doing, line, doing.decide(step, line, 'declaration.submit', facts), reviewed);
  },
  'declaration.withdraw': async (doing, { id }) => {
    const line = await doing.find('line', id);
    await doing.allow(await own(doing, line), line);
    return doing.answer(await doing.move(line, doing.decide(step, line, 'declaration.withdraw', {})));
  },
  'declaration.undo': async (doing, { id }) => {
    const line = await doing.find('line', id);
    await doing.allow(await own(doing, line), line);
    const by = doing.shielded === undefined ? doing.by : `shield:${doing.shielded}`;
    return doing.answer(await undoLast(doing, line, by));
  },
  'declaration.enter': async (doing, { subject, fact, words }) => {
    await doing.allow({});
    await theMember(doing, subject);
    doing.decide(step, undefined, 'declaration.enter', {});
    return doing.answer(await propose(doing, subject, { fact, words, origin: 'entry' }));
  },
  'declaration.batch': async (doing, { subjects, fact, words }) => {
    await doing.allow({});
    doing.decide(step, undefined, 'declaration.batch', {});
    for (const subject of subjects) await theMember(doing, subject);
    const lines: Matter<'line'>[] = [];
    for (const subject of new Set(subjects))
      lines.push(await propose(doing, subject, { fact, words, origin: 'batch' }));
    const [first] = lines;
    if (!first) return doing.refuse({ refused: 'thing.unknown' });
    return doing.answer(first, { lines: lines.map(({ id }) => id).join(' ') });
  },
  'declaration.prefill': async (doing, { subject, fact }) => {
    await doing.allow({});
    await theMember(doing, subject);
    doing.decide(step, undefined, 'declaration.prefill', {});
    return doing.answer(await propose(doing, subject, { fact, origin: 'prefill' }));
  },
  'declaration.confirm': async (doing, { id, readBack }) => {
    const line = await doing.find('line', id);
    await doing.allow(await own(doing, line), line);
    const { reviewed, facts } = await submitted(doing, line);
    return await submit(doing, line, doing.decide(step, line, 'declaration.confirm', { ...facts, readBack }), reviewed);
  },
  'declaration.verify': async (doing, { id }) => {
    const line = await doing.find('line', id);
    const { verifier = '' } = line.body;
    await doing.allow({ own: [verifier], ...(verifier === doing.by && { parts: ['verifier'] }) }, line);
    const facts = { by: doing.by, verifier, concerned: await concernedBy(doing, line) };
    const to = doing.decide(step, line, 'declaration.verify', facts);
    return doing.answer(await doing.move(line, to, { verified: { by: doing.by, day: doing.today } }));
  },
};
