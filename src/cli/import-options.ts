import type { Lang } from '#words/lang.ts';

/** What an import was asked on the command line. */
export type ImportOptions = {
  readonly template?: string;
  readonly dryRun?: boolean;
  readonly branch?: string;
  readonly from?: string;
  readonly until?: string;
  readonly keeper?: string;
  readonly mapping?: string;
  readonly saveMapping?: string;
  readonly as?: string;
  readonly data?: string;
  readonly json?: boolean;
  readonly lang: Lang;
};
