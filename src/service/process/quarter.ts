import { monthsOfQuarter, quarterText } from '#domain/kernel/period.ts';
import { quarter as step } from '#domain/process/quarter.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import type { Matter } from '#store/matter.ts';
import { readMatter } from '#store/matter.ts';
import { determineLine, rejectLine, sealMonth } from './determination.ts';
import { decidedOn, linesToDecide, monthsOpen } from './quarter-lines.ts';

/** Whether a quarter has been determined by its motion. */
export async function isDetermined(doing: Doing, quarter: string): Promise<boolean> {
  const found = await readMatter(doing.rows, doing.at, 'quarter', quarter);
  return found !== undefined && found.state !== 'open';
}

/** What the motion means for the quarter: the result of a counted bundle of this very quarter, else nothing. */
function resultFor(quarter: string, { state, period, body }: Matter<'motion'>) {
  const its = state === 'counted' && body.kind === 'bundle' && period === quarter;
  return its && body.result ? { motion: body.result } : {};
}

/** Every line of the quarter with the motion that decided it; a line without one keeps the quarter open. @throws motion.not-passed */
async function decidedLines(doing: Doing, quarter: string) {
  const decided = await decidedOn(doing);
  const lines = (await linesToDecide(doing, quarter)).map((line) => ({ line, motion: decided(line) }));
  const left = lines.filter(({ motion }) => motion === undefined).length;
  if (left > 0) doing.refuse({ refused: 'motion.not-passed', params: { lines: left } });
  return lines.flatMap(({ line, motion }) => (motion ? [{ line, motion }] : []));
}

/** The acts of a quarter 季度 (§三(三)–(四), product §3.6). */
export const quarterActs: Handlers<ActsOf<'quarter'>> = {
  'quarter.open': async (doing, { quarter }) => {
    await doing.allow({});
    const known = await readMatter(doing.rows, doing.at, 'quarter', quarter);
    const to = doing.decide(step, known, 'quarter.open', {});
    return doing.answer(await doing.add('quarter', { id: quarter, state: to, period: quarter, body: {} }));
  },
  'quarter.determine': async (doing, { id, motion: by }) => {
    const quarter = await doing.find('quarter', id);
    await doing.allow({}, quarter);
    const motion = await doing.find('motion', by);
    const result = resultFor(id, motion);
    const to = doing.decide(step, quarter, 'quarter.determine', {
      monthsOpen: await monthsOpen(doing, id),
      ...result,
    });
    for (const { line, motion: its } of await decidedLines(doing, id)) {
      if (its.body.result === 'passed') await determineLine(doing, line, its);
      // The quarter's motion determines what the meeting approved, and no more: it carries the rejection of the rest.
      else await rejectLine(doing, line, its, { reason: `表决未通过：${its.body.title}`, decision: result });
    }
    for (const month of await doing.list('month', { period: monthsOfQuarter(id), state: ['closed'] }))
      await sealMonth(doing, month, true);
    const assembly = motion.parent ?? '';
    return doing.answer(await doing.move(quarter, to, { motion: by, determinedOn: doing.today, assembly }));
  },
  'quarter.post': async (doing, { id }) => {
    const quarter = await doing.find('quarter', id);
    await doing.allow({}, quarter);
    const sealed = await doing.list('register', { period: [id], state: ['sealed'] });
    const registerSealed = sealed.some(({ body }) => body.kind === 'register');
    return doing.answer(await doing.move(quarter, doing.decide(step, quarter, 'quarter.post', { registerSealed })));
  },
  'quarter.close': async (doing, { id }) => {
    const quarter = await doing.find('quarter', id);
    await doing.allow({}, quarter);
    const notices = (await doing.list('notice', { period: [id] })).filter(({ body }) => body.of === 'quarter');
    const noticeOver = notices.some(({ state }) => state === 'closed' || state === 'filed');
    return doing.answer(await doing.move(quarter, doing.decide(step, quarter, 'quarter.close', { noticeOver })));
  },
};

/** The sealing of a month 月份封存 by itself, where its quarter was determined already. */
export const monthSealActs: Handlers<'month.seal'> = {
  'month.seal': async (doing, { id }) => {
    const month = await doing.find('month', id);
    await doing.allow({}, month);
    return doing.answer(await sealMonth(doing, month, await isDetermined(doing, quarterText(`${id}-01`))));
  },
};
