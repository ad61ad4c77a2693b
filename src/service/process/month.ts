import { parsePeriod } from '#domain/kernel/day.ts';
import { month as step } from '#domain/process/month.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import type { Matter } from '#store/matter.ts';
import { readMatter } from '#store/matter.ts';

/** Lines that keep a month open: submitted, being reviewed, or proposed by the committee and not yet brought before it. */
function isPending({ state, body }: Matter<'line'>): boolean {
  return state === 'submitted' || state === 'in-review' || (state === 'proposed' && body.origin === 'proposed');
}

/** What a closed month says 初评结果: each line with its fact and what was decided, as it stood. */
function preliminary(month: string, lines: readonly Matter<'line'>[]) {
  const decided = lines.filter(({ body }) => body.decision);
  return {
    month,
    lines: decided.map(({ id, subject = '', state, body: { fact, decision } }) => ({
      id,
      subject,
      state,
      fact: JSON.parse(JSON.stringify(decision?.fact ?? fact)) as Record<string, string | number>,
      ...(decision?.reason !== undefined && { reason: decision.reason }),
    })),
  };
}

/** The acts of a month 月份 (§三(一)–(二)); its sealing belongs to the quarter. */
export const monthActs: Handlers<Exclude<ActsOf<'month'>, 'month.seal'>> = {
  'month.open': async (doing: Doing, { month }) => {
    await doing.allow({});
    const known = await readMatter(doing.rows, doing.at, 'month', month);
    const span = parsePeriod(month);
    const schemeInForce =
      span !== undefined &&
      doing.today >= span.from &&
      (await doing.context.schemes.inForce(doing.rows, doing.at, span.to)) !== undefined;
    const to = doing.decide(step, known, 'month.open', { schemeInForce });
    return doing.answer(await doing.add('month', { id: month, state: to, period: month, body: { confirmed: [] } }));
  },
  'month.confirm': async (doing, { id, member }) => {
    const month = await doing.find('month', id);
    await doing.allow({ own: [member] });
    const to = doing.decide(step, month, 'month.confirm', {});
    const confirmed = [...new Set([...month.body.confirmed, member])].toSorted();
    return doing.answer(await doing.move(month, to, { confirmed }));
  },
  'month.close': async (doing, { id }) => {
    const month = await doing.find('month', id);
    await doing.allow({}, month);
    const lines = await doing.list('line', { period: [id] });
    const facts = { today: doing.today, last: parsePeriod(id)?.to ?? '', pending: lines.filter(isPending).length };
    const to = doing.decide(step, month, 'month.close', facts);
    const { document: before } = month.body;
    const sealed = { kind: 'month', matter: id, period: id, content: preliminary(id, lines) };
    const document = await doing.seal({ ...sealed, ...(before !== undefined && { supersedes: before }) });
    return doing.answer(await doing.move(month, to, { document }));
  },
  'month.reopen': async (doing, { id, reason }) => {
    const month = await doing.find('month', id);
    await doing.allow({}, month);
    const to = doing.decide(step, month, 'month.reopen', { ...doing.two, reason });
    return doing.answer(await doing.move(month, to, { reason }));
  },
};
