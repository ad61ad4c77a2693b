import { dossier as step } from '#domain/process/dossier.ts';
import { reasoned } from '#domain/process/guards.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import type { DossierBodies } from '#store/bodies-dossier.ts';
import { applyFacts, factProblems, isDetermined, linesOf, readFacts, takeBack } from './import-facts.ts';
import { applyRoster, rosterAltersVote, undoRoster } from './import-roster.ts';
import { applyOpenings, openingProblems, readOpenings } from './opening.ts';
import { needsTwo } from './roster.ts';
import { readRoster } from './roster-difference.ts';

/** The acts of an import 档案导入 (§五(二), product §3.13): read, seen, applied as one step, and taken back as one. */
export const dossierActs: Handlers<ActsOf<'dossier'>> = {
  'dossier.read': async (doing, { title, rows }) => {
    await doing.allow({});
    const state = doing.decide(step, undefined, 'dossier.read', {});
    const { mapping = [] } = rows;
    const said = mapping.length > 0 && { mapping };
    const none = { roster: [], gone: [], facts: [], unchanged: 0, problems: [], title, by: doing.by, ...said };
    const body: DossierBodies['dossier'] =
      'facts' in rows
        ? { ...none, kind: 'facts', ...(await readFacts(doing, rows.facts)) }
        : 'until' in rows
          ? { ...none, kind: 'points', ...(await readOpenings(doing, rows)) }
          : { ...none, kind: 'roster', ...(await readRoster(doing, rows.roster, rows.silent)) };
    const { roster, gone = [], facts, unchanged, problems, openings } = body;
    const counts = {
      joins: roster.filter(({ joins }) => joins).length,
      changes: roster.filter(({ joins }) => !joins).length,
      gone: gone.length,
      facts: facts.length,
      ...(openings && { openings: openings.rows.length }),
      unchanged,
      problems: problems.length,
    };
    const told = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
    return doing.answer(await doing.add('dossier', { state, body }), told);
  },
  'dossier.apply': async (doing, { id, seen }) => {
    const found = await doing.find('dossier', id);
    await doing.allow({}, found);
    const { body, state } = found;
    const open = state === 'read'; // what is applied already is refused by its state, not by what has become of the roster
    const to = doing.decide(step, found, 'dossier.apply', {
      ...doing.two,
      problems: open ? (await factProblems(doing, body)) + (await openingProblems(doing, body)) : 0,
      seen,
      twoNeeded: open && (await rosterAltersVote(doing, body)),
    });
    await applyRoster(doing, body);
    const made = body.kind === 'points' ? await applyOpenings(doing, found) : { lines: await applyFacts(doing, body) };
    return doing.answer(await doing.move(found, to, made), { lines: (made.lines ?? []).join(' ') });
  },
  'dossier.undo': async (doing, { id }) => {
    const found = await doing.find('dossier', id);
    await doing.allow({}, found);
    const lines = await linesOf(doing, found.body);
    const to = doing.decide(step, found, 'dossier.undo', { determined: lines.filter(isDetermined).length });
    const roster = await undoRoster(doing, found.body);
    needsTwo(doing, roster.altersVote);
    await roster.write();
    await takeBack(doing, lines, { reason: '', names: `dossier:${id}` });
    return doing.answer(await doing.move(found, to));
  },
  'dossier.reverse': async (doing, { id, reason }) => {
    const found = await doing.find('dossier', id);
    await doing.allow({}, found);
    doing.must(reasoned, { reason });
    const lines = await linesOf(doing, found.body);
    const determined = lines.filter(isDetermined).length;
    const to = doing.decide(step, found, 'dossier.reverse', { ...doing.two, determined });
    await takeBack(doing, lines, { reason, names: `dossier:${id}` });
    return doing.answer(await doing.move(found, to, { reason }));
  },
  'dossier.discard': async (doing, { id }) => {
    const found = await doing.find('dossier', id);
    await doing.allow({}, found);
    // The list of imports stays light; the step before keeps what was read.
    const emptied = { roster: [], gone: [], facts: [], problems: [], doubts: [] };
    return doing.answer(await doing.move(found, doing.decide(step, found, 'dossier.discard', {}), emptied));
  },
};
