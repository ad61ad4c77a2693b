import type { DeskWords } from './desk.zh-CN.ts';

/** The English texts that all desks have in common. */
export const deskEn: DeskWords = {
  menu: {
    work: 'To do',
    months: 'Months and quarters',
    review: 'Monthly review',
    deductions: 'Deductions and vetoes',
    batch: 'Batch entry',
    forms: 'Forms',
    paper: 'Paper received',
    meeting: 'General meeting',
    registers: 'Registers and minutes',
    notices: 'Notices',
    supervision: 'Objections and questions',
    year: 'Annual settlement',
    appraisal: 'Appraisal and uses',
    roster: 'Roster',
    import: 'Import',
    slips: 'Sign-in slips',
    scheme: 'Scheme',
    settings: 'Settings',
    filings: 'Filings',
    appeals: 'Appeals',
    concerns: 'Concerns',
    tree: 'Branches',
    accounts: 'Accounts',
    rights: 'Roles',
    records: 'Audit record',
    operation: 'Operation',
  },
};
