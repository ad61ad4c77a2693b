import { filing as step } from '#domain/process/filing.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import type { Matter } from '#store/matter.ts';
import { readMatter } from '#store/matter.ts';
import { latestSealed } from './settlement.ts';

/** The returned lines that the branch neither corrected since nor stands by 退回未办事项. */
async function linesOpen(doing: Doing, { body }: Matter<'filing'>, confirmed: readonly string[]): Promise<number> {
  let open = 0;
  for (const { line: id, entry, reversal } of body.returned) {
    const line = await readMatter(doing.rows, doing.at, 'line', id);
    const corrected = line?.body.entry !== entry || line?.body.reversal !== reversal;
    if (!corrected && !confirmed.includes(id)) open += 1;
  }
  return open;
}

/** Whether the notice of this very settlement has run its days: an amended one is filed only after a notice of its own. */
async function noticeOver(doing: Doing, year: string, settlement: number): Promise<boolean> {
  const notices = await doing.list('notice', { period: [year], state: ['closed', 'filed'] });
  return notices.some(({ body }) => body.of === 'settlement' && body.shows === settlement);
}

/** The acts of the filing 备案 (§三(五), product §3.10): one submission, which the superior reads and acts on where it lies. */
export const filingActs: Handlers<ActsOf<'filing'>> = {
  'filing.draft': async (doing, { year }) => {
    await doing.allow({});
    const [known] = await doing.list('filing', { period: [year] });
    const sealed = await latestSealed(doing, year);
    const to = doing.decide(step, known, 'filing.draft', { settlementSealed: sealed !== undefined });
    const body = { settlement: sealed?.number ?? 0, returned: [], rounds: [] };
    return doing.answer(await doing.add('filing', { state: to, period: year, body }));
  },
  'filing.send': async (doing, { id, confirmed = [] }) => {
    const filing = await doing.find('filing', id);
    await doing.allow({}, filing);
    const year = filing.period ?? '';
    const settlement = (await latestSealed(doing, year))?.number ?? filing.body.settlement;
    const to = doing.decide(step, filing, 'filing.send', {
      noticeOver: await noticeOver(doing, year, settlement),
      returnedLinesOpen: await linesOpen(doing, filing, confirmed),
    });
    const named = filing.body.returned.map(({ line }) => line).filter((line) => confirmed.includes(line));
    const round = { day: doing.today, did: 'sent' as const, ...(named.length > 0 && { confirmed: named }) };
    const rounds = [...filing.body.rounds, round];
    const before = filing.body.document;
    const content = { year, settlement, round: rounds.length, day: doing.today, confirmed: named };
    const document = await doing.seal({
      kind: 'filing',
      matter: id,
      period: year,
      content,
      ...(before !== undefined && { supersedes: before }),
    });
    return doing.answer(await doing.move(filing, to, { settlement, rounds, document }));
  },
  'filing.approve': async (doing, { id, number }) => {
    const filing = await doing.find('filing', id);
    await doing.allow({}, filing);
    const to = doing.decide(step, filing, 'filing.approve', {});
    const rounds = [...filing.body.rounds, { day: doing.today, did: 'approved' as const }];
    return doing.answer(await doing.move(filing, to, { number, rounds }));
  },
  'filing.return': async (doing, { id, reason, lines: ids }) => {
    const filing = await doing.find('filing', id);
    await doing.allow({}, filing);
    const named = [...new Set(ids)];
    const to = doing.decide(step, filing, 'filing.return', { reason, lines: named.length });
    const returned: { line: string; entry?: number; reversal?: number }[] = [];
    for (const line of named) {
      const found = await readMatter(doing.rows, doing.at, 'line', line);
      if (found?.state !== 'determined') return doing.refuse({ refused: 'thing.unknown' });
      const { entry, reversal } = found.body;
      returned.push({ line, ...(entry !== undefined && { entry }), ...(reversal !== undefined && { reversal }) });
    }
    const rounds = [...filing.body.rounds, { day: doing.today, did: 'returned' as const, reason }];
    return doing.answer(await doing.move(filing, to, { returned, rounds }));
  },
  'filing.archive': async (doing, { id }) => {
    const filing = await doing.find('filing', id);
    await doing.allow({}, filing);
    return doing.answer(await doing.move(filing, doing.decide(step, filing, 'filing.archive', {})));
  },
};
