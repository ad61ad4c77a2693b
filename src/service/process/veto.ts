import { dayText, within } from '#domain/kernel/day.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { type Finding, veto as step } from '#domain/process/veto.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { addEntries } from '#store/entry.ts';
import { reverseEntry } from '#store/reversal.ts';
import { hearingOf, refuseConcerned } from './concerned.ts';
import { theMember } from './declaration.ts';
import { serveHearing } from './hearing.ts';

/** The fact that a confirmed veto enters 入账: it lies in the year that it zeroes, that of the finding unless it names another (product §3.5). */
async function factOfVeto(doing: Doing, ground: string, finding: Finding): Promise<Fact> {
  const span = await doing.yearNamed(`${finding.year ?? (await doing.yearOf(finding.day))}`);
  const day = within(finding.day, span) ? finding.day : span.to;
  return { item: `veto:${ground}`, day, ref: `${finding.body} ${finding.number}（${dayText(finding.day)}）` };
}

/** The acts of a veto 一票否决 (§二(三), product §3.5): the member is told at once, and nothing becomes 0 without a finding and two persons. */
export const vetoActs: Handlers<ActsOf<'veto'>> = {
  'veto.propose': async (doing, { subject, ground, words }) => {
    await doing.allow({});
    await theMember(doing, subject);
    const scheme = await doing.context.schemes.inForce(doing.rows, doing.at, doing.today);
    const groundKnown = (scheme?.document.vetoes ?? []).some(({ id }) => id === ground);
    const to = doing.decide(step, undefined, 'veto.propose', { groundKnown });
    const veto = await doing.add('veto', { state: to, subject, body: { ground, words, by: doing.by } });
    await serveHearing(doing, { kind: 'veto', id: veto.id, subject, credit: false });
    return doing.answer(veto);
  },
  'veto.cite': async (doing, { id, finding: { year, ...said } }) => {
    const veto = await doing.find('veto', id);
    await doing.allow({}, veto);
    const finding = { ...said, ...(year !== undefined && { year }) };
    const to = doing.decide(step, veto, 'veto.cite', { finding, today: doing.today });
    return doing.answer(await doing.move(veto, to, { finding }));
  },
  'veto.confirm': async (doing, { id }) => {
    const veto = await doing.find('veto', id);
    await doing.allow({}, veto);
    await refuseConcerned(doing, doing.by, id);
    const hearing = await hearingOf(doing, id, true);
    const to = doing.decide(step, veto, 'veto.confirm', { ...doing.two, hearing });
    const { ground, finding } = veto.body;
    if (!finding) return doing.refuse({ refused: 'veto.no-finding' });
    const entry = { member: veto.subject ?? '', fact: await factOfVeto(doing, ground, finding) };
    const { seq } = await addEntries(doing.rows, doing.at, [entry], doing.now, doing.actor);
    return doing.answer(await doing.move(veto, to, { entry: seq }));
  },
  'veto.lift': async (doing, { id, withdrawal }) => {
    const veto = await doing.find('veto', id);
    await doing.allow({}, veto);
    await refuseConcerned(doing, doing.by, id);
    const to = doing.decide(step, veto, 'veto.lift', { ...doing.two, withdrawal });
    const back = { reverses: veto.body.entry ?? 0, reason: withdrawal, finding: withdrawal };
    await reverseEntry(doing.rows, doing.at, back, doing.now, doing.actor);
    return doing.answer(await doing.move(veto, to, { withdrawal }));
  },
  'veto.drop': async (doing, { id, reason }) => {
    const veto = await doing.find('veto', id);
    await doing.allow({}, veto);
    await refuseConcerned(doing, doing.by, id);
    return doing.answer(await doing.move(veto, doing.decide(step, veto, 'veto.drop', { reason }), { reason }));
  },
};
