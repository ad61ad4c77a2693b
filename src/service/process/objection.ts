import type { AssemblyState } from '#domain/process/assembly.ts';
import { objection as step } from '#domain/process/objection.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import type { Matter } from '#store/matter.ts';
import {
  carryOut,
  contestedLine,
  findInvestigator,
  foundOf,
  investigatedSoFar,
  lineOf,
  lookedAt,
  refuseMoved,
} from './investigation.ts';

async function looked(doing: Doing, { id, subject = '', body, parent }: Matter<'objection'>, line = parent) {
  return await lookedAt(doing, { id, raisedBy: body.raisedBy, member: subject, line }, body);
}

/** The acts of an objection 异议 (§三(四), product §3.8): on determined lines and on totals; what is sealed already stays, and is amended later. */
export const objectionActs: Handlers<ActsOf<'objection'>> = {
  'objection.raise': async (doing, given) => {
    const { concerns, about, reason } = given;
    await doing.allow({ own: [doing.by] });
    const onBehalf = doing.by !== concerns && (await doing.may({}));
    const raisedBy = onBehalf ? concerns : doing.by;
    const { line, year } = await contestedLine(doing, given);
    const to = doing.decide(step, undefined, 'objection.raise', { raisedBy, concerns, reason });
    const body = {
      raisedBy,
      ...(onBehalf && { enteredBy: doing.by }),
      about,
      words: reason,
      start: doing.today,
      investigated: [],
      carriedOut: false,
    };
    const made = { state: to, subject: concerns, period: year, ...(line && { parent: line.id }), body };
    const { objectionReplyDays: days } = await doing.terms();
    const { last } = doing.window({ start: doing.today, days });
    return doing.answer(await doing.add('objection', made), { last });
  },
  'objection.assign': async (doing, { id, investigator: named }) => {
    const objection = await doing.find('objection', id);
    await doing.allow({}, objection);
    const investigated = investigatedSoFar(objection.body);
    const before = await looked(doing, objection);
    const matter = { ...before, investigated: [...before.investigated, ...investigated] };
    const found = await findInvestigator(doing, matter, named);
    const investigator = 'person' in found ? { investigator: found.person } : {};
    const to = doing.decide(step, objection, 'objection.assign', { ...investigator, matter });
    return doing.answer(await doing.move(objection, to, { ...investigator, investigated }));
  },
  'objection.find': async (doing, { id, line: named, ...given }) => {
    const objection = await doing.find('objection', id);
    await doing.allow({ own: [doing.by] }, objection);
    const { subject = '', parent, body } = objection;
    const line = parent ?? named;
    const matter = await looked(doing, objection, line);
    const facts = { by: doing.by, investigator: body.investigator ?? '', matter, reason: given.reason };
    const to = doing.decide(step, objection, 'objection.find', facts);
    const about = line === undefined ? undefined : await lineOf(doing, line, subject);
    refuseMoved(doing, about, given.correction);
    return doing.answer(await doing.move(objection, to, foundOf(doing, given, line)));
  },
  'objection.answer': async (doing, { id }) => {
    const objection = await doing.find('objection', id);
    const { subject: member = '', body } = objection;
    await doing.allow({ own: [body.investigator ?? ''] }, objection);
    const to = doing.decide(step, objection, 'objection.answer', {});
    const done = await carryOut(doing, { noun: 'objection', id, member }, body);
    return doing.answer(await doing.move(objection, to, { answered: doing.today, ...done }));
  },
  'objection.report': async (doing, { id, assembly: at }) => {
    const objection = await doing.find('objection', id);
    await doing.allow({}, objection);
    const assembly = await doing.find('assembly', at);
    const { result = 'dismissed', carriedOut } = objection.body;
    const facts = { assembly: assembly.state as AssemblyState, result, carriedOut };
    const to = doing.decide(step, objection, 'objection.report', facts);
    return doing.answer(await doing.move(objection, to, { reportedAt: at }));
  },
  'objection.withdraw': async (doing, { id }) => {
    const objection = await doing.find('objection', id);
    await doing.allow({ own: [objection.body.raisedBy] }, objection);
    return doing.answer(await doing.move(objection, doing.decide(step, objection, 'objection.withdraw', {})));
  },
};
