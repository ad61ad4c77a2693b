import { filingActs } from './filing.ts';
import { settlementActs } from './settlement.ts';

/** The acts of settlement and filing 年度积分与备案 (§三(五)). */
export const yearActs = { ...settlementActs, ...filingActs };
