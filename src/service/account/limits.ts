/** The limits of accounts 账号限制: sessions in minutes, slips and tokens in days, and how sign-in slows down. Each can be set in the environment. */
export type AccountLimits = {
  /** Minutes without use after which a session ends. */
  readonly idle: number;
  /** Minutes after which a session ends in any case. */
  readonly absolute: number;
  /** Days that a slip can be spent. */
  readonly slip: number;
  /** Failed sign-ins before the first wait. */
  readonly tries: number;
  /** The longest wait, in seconds. */
  readonly wait: number;
};

/** The limits unless others are told (contracts: 14 days). */
export const ACCOUNT_LIMITS: AccountLimits = { idle: 30, absolute: 720, slip: 14, tries: 5, wait: 900 };
