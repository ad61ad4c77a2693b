import type { ActAnswer } from '#contract/endpoint.ts';
import { parseCanonical } from '#domain/ledger/canonical.ts';
import { register as step } from '#domain/process/register.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { readHead } from '#store/head.ts';
import { readMatter } from '#store/matter.ts';
import { meetingOver } from './determination.ts';
import { isDetermined } from './quarter.ts';
import { differencesOf, drawSheet, type Sheet } from './register-sheet.ts';

async function draw(doing: Doing, kind: Sheet['kind'], quarter: string): Promise<ActAnswer> {
  await doing.allow({});
  const sheets = await doing.list('register', { period: [quarter] });
  const known = sheets.find(({ state, body }) => body.kind === kind && (kind === 'register' || state === 'drafted'));
  const determined = await isDetermined(doing, quarter);
  const action = kind === 'register' ? 'register.draw' : 'register.supplement';
  const to = doing.decide(step, known, action, { determined });
  // A supplement adds to a register that there is.
  const registered = sheets.some(({ state, body }) => body.kind === 'register' && state === 'sealed');
  if (kind === 'supplement' && !registered) doing.refuse({ refused: 'register.not-sealed' });
  const assembly = await assemblyOf(doing, kind, quarter);
  const text = await drawSheet(doing, { kind, quarter, assembly });
  return doing.answer(await doing.add('register', { state: to, period: quarter, body: { kind, text, assembly } }));
}

/** In which meeting the lines of a sheet were determined: that of the quarter, for a supplement the latest that determined any quarter. */
async function assemblyOf(doing: Doing, kind: Sheet['kind'], quarter: string): Promise<string> {
  if (kind === 'register') return (await readMatter(doing.rows, doing.at, 'quarter', quarter))?.body.assembly ?? '';
  const determined = (await doing.list('quarter')).filter(({ body }) => body.assembly !== undefined);
  return determined.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1)?.body.assembly ?? '';
}

/** The acts of the register 党员积分登记表 (§三(三), product §3.6, §3.9). */
export const registerActs: Handlers<ActsOf<'register'>> = {
  'register.draw': async (doing, { quarter }) => await draw(doing, 'register', quarter),
  'register.supplement': async (doing, { quarter }) => await draw(doing, 'supplement', quarter),
  'register.redraw': async (doing, { id }) => {
    const register = await doing.find('register', id);
    await doing.allow({}, register);
    const to = doing.decide(step, register, 'register.redraw', {});
    const { kind, assembly } = register.body;
    const text = await drawSheet(doing, { kind, quarter: register.period ?? '', assembly });
    return doing.answer(await doing.move(register, to, { text }));
  },
  'register.seal': async (doing, { id }) => {
    const register = await doing.find('register', id);
    await doing.allow({}, register);
    const { text, assembly } = register.body;
    const to = doing.decide(step, register, 'register.seal', {
      differences: await differencesOf(doing, register),
      meetingOver: await meetingOver(doing, assembly),
    });
    const head = (await readHead(doing.rows, doing.at))?.hash ?? '';
    const content = { sheet: parseCanonical(text), head };
    const { period } = register;
    const document = await doing.seal({ kind: 'register', matter: id, ...(period && { period }), content });
    return doing.answer(await doing.move(register, to, { document }));
  },
};
