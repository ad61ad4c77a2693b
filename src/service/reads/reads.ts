import type { AnswerOf, InputOf } from '#contract/api.ts';
import type { accountReads } from '#contract/read/account.ts';
import type { branchReads } from '#contract/read/branch.ts';
import type { operationReads } from '#contract/read/operation.ts';
import type { processReads } from '#contract/read/process.ts';
import type { sittingReads } from '#contract/read/sitting.ts';
import type { traceReads } from '#contract/read/trace.ts';
import type { usesReads } from '#contract/read/uses.ts';
import type { workReads } from '#contract/read/work.ts';
import type { yearReads } from '#contract/read/year.ts';
import type { Reading } from '#service/reading.ts';
import { listEntriesOf } from '#store/entry.ts';
import { listMembers } from '#store/member.ts';
import { listAccess } from '#store/record.ts';
import { listPersons } from './account.ts';
import { readRecord, showRights } from './administration.ts';
import { showAppeals } from './appeals.ts';
import { showDossier } from './dossier.ts';
import { listItems } from './items.ts';
import { listLines, openLines } from './lines.ts';
import { showBoth } from './matters.ts';
import { listNames } from './members.ts';
import { listMonths } from './months.ts';
import type { OutsideRead } from './outside.ts';
import { followAssembly } from './sitting.ts';
import { showLine } from './trace.ts';
import { listConcerns, listConsequences } from './uses.ts';
import { listWork } from './work.ts';

/** The reads of the process. */
export type ProcessRead = Exclude<
  | keyof typeof branchReads
  | keyof typeof processReads
  | keyof typeof sittingReads
  | keyof typeof yearReads
  | keyof typeof operationReads
  | keyof typeof workReads
  | keyof typeof traceReads
  | keyof typeof accountReads
  | keyof typeof usesReads,
  OutsideRead
>;

/** Read → function; a missing or wrong one does not compile. */
export const reads: {
  readonly [A in ProcessRead]: (reading: Reading, input: InputOf<A>) => Promise<AnswerOf<A>>;
} = {
  'member.list': listNames,
  'item.list': listItems,
  'month.list': listMonths,
  'declaration.list': listLines,
  'line.open': openLines,
  'line.show': showLine,
  'work.list': listWork,
  'appeal.show': showAppeals,
  'dossier.show': showDossier,
  'person.list': listPersons,
  'consequence.list': listConsequences,
  'concern.list': listConcerns,
  'record.read': readRecord,
  'right.show': showRights,
  'ledger.show': async (reading, { member }) => {
    await reading.allow([member], member);
    return { entries: await listEntriesOf(reading.rows, reading.at, member) };
  },
  'access.show': async (reading, { member }) => {
    await reading.allow([member], member);
    // A list names its set: whoever is in the branch is in it.
    const rows = await listAccess(reading.rows, reading.at, member);
    return {
      rows: rows.map(({ at, viewer, action, reason, subject }) => ({ at, viewer, action, reason, set: subject })),
    };
  },
  'roster.show': async (reading) => {
    await reading.allow([], '#roster');
    const members = await listMembers(reading.rows, reading.at);
    return {
      members: members.map(({ code, member: { id, name, history } }) => ({ id, code, name, history: [...history] })),
    };
  },
  'assembly.show': async (reading, query) => {
    await reading.allow([], '#assemblies');
    return await showBoth(reading, ['assembly', 'motion', 'minutes'], ['roll', 'minutes'], query);
  },
  'assembly.follow': followAssembly,
  'register.show': async (reading, query) => {
    await reading.allow([], '#registers');
    return await showBoth(reading, ['register', 'quarter'], ['register'], query);
  },
  'notice.show': async (reading, query) => {
    await reading.allow([], '#notices');
    return await showBoth(reading, ['notice'], ['notice'], query);
  },
  'objection.show': async (reading, query) => {
    // An investigator sees its own, a member what it raised; the office sees all.
    if (reading.may()) await reading.allow([], '#objections');
    else await reading.allow([reading.by], reading.by);
    const all = reading.may();
    return await showBoth(reading, ['objection'], [], query, ({ subject, body }) => {
      const { investigator } = body as { readonly investigator?: string };
      return all || subject === reading.by || investigator === reading.by;
    });
  },
  'settlement.show': async (reading, query) => {
    await reading.allow([], '#settlements');
    return await showBoth(reading, ['settlement'], ['settlement'], query);
  },
  'filing.show': async (reading, query) => {
    await reading.allow([], '#filings');
    return await showBoth(reading, ['filing'], ['filing'], query);
  },
  'setting.show': async (reading) => {
    await reading.allow([], '#settings');
    return await showBoth(reading, ['branch'], []);
  },
  'scheme.show': async (reading) => {
    await reading.allow([], '#schemes');
    return await showBoth(reading, ['scheme'], []);
  },
};
