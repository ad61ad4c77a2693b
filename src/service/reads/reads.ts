import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import type { Reading } from '#service/reading.ts';
import { listEntriesOf } from '#store/entry.ts';
import { listMembers } from '#store/member.ts';
import { listAccess } from '#store/record.ts';
import { listPersons } from './account.ts';
import { readRecord, showRights } from './administration.ts';
import { showAppeals } from './appeals.ts';
import { showDossier } from './dossier.ts';
import { showImport } from './import.ts';
import { listItems } from './items.ts';
import { listLines, openLines } from './lines.ts';
import { showBoth } from './matters.ts';
import { listNames } from './members.ts';
import { listMonths } from './months.ts';
import { showObjections } from './objections.ts';
import {
  listAbsences,
  listAccounts,
  listQuestions,
  listRelatives,
  listServed,
  listTerms,
  showSchemeText,
} from './office.ts';
import type { OutsideRead } from './outside.ts';
import { findSheet } from './paper.ts';
import { followReview, listReviews } from './review.ts';
import { listScans } from './scans.ts';
import { showSecond } from './second.ts';
import { showSettlements } from './settlements.ts';
import { followAssembly } from './sitting.ts';
import { showLine } from './trace.ts';
import { listConcerns, listConsequences } from './uses.ts';
import { listVetoes } from './vetoes.ts';
import { listWork } from './work.ts';

/** The reads of the process. */
export type ProcessRead = Exclude<ReadAction, OutsideRead>;

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
  'second.show': showSecond,
  'review.list': listReviews,
  'review.follow': followReview,
  'veto.list': listVetoes,
  'appeal.show': showAppeals,
  'appeal.served': listServed,
  'account.list': listAccounts,
  'question.list': listQuestions,
  'relative.list': listRelatives,
  'absence.list': listAbsences,
  'term.list': listTerms,
  'scheme.text': showSchemeText,
  'dossier.show': showDossier,
  'import.show': showImport,
  'paper.find': findSheet,
  'scan.list': listScans,
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
  'objection.show': showObjections,
  'settlement.show': showSettlements,
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
