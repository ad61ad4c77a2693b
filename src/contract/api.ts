import type { z } from 'zod';
import { consequence } from './act/consequence.ts';
import { dossier } from './act/dossier.ts';
import { evidence } from './act/evidence.ts';
import { files } from './act/files.ts';
import { meeting } from './act/meeting.ts';
import { operation } from './act/operation.ts';
import { scan } from './act/scan.ts';
import { scoring } from './act/scoring.ts';
import { supervision } from './act/supervision.ts';
import { year } from './act/year.ts';
import { accountReads } from './read/account.ts';
import { branchReads } from './read/branch.ts';
import { importReads } from './read/import.ts';
import { officeReads } from './read/office.ts';
import { operationReads } from './read/operation.ts';
import { paperReads } from './read/paper.ts';
import { processReads } from './read/process.ts';
import { reviewReads } from './read/review.ts';
import { scanReads } from './read/scan.ts';
import { secondReads } from './read/second.ts';
import { sittingReads } from './read/sitting.ts';
import { traceReads } from './read/trace.ts';
import { usesReads } from './read/uses.ts';
import { workReads } from './read/work.ts';
import { yearReads } from './read/year.ts';

/** The table of actions 接口: one row an action; service functions, routes, the typed client and OpenAPI follow from it. */
export const api = {
  ...branchReads,
  ...processReads,
  ...sittingReads,
  ...reviewReads,
  ...yearReads,
  ...operationReads,
  ...workReads,
  ...secondReads,
  ...traceReads,
  ...officeReads,
  ...importReads,
  ...paperReads,
  ...scanReads,
  ...accountReads,
  ...usesReads,
  ...scoring,
  ...meeting,
  ...supervision,
  ...year,
  ...consequence,
  ...files,
  ...evidence,
  ...scan,
  ...dossier,
  ...operation,
} as const;

/** The table as a type: all that a browser needs of it. */
export type Api = typeof api;
/** The name of an action, `noun.verb`. */
export type Action = keyof Api;
/** What an action takes. */
export type InputOf<A extends Action> = z.infer<Api[A]['input']>;
/** What an action answers. */
export type AnswerOf<A extends Action> = z.infer<Api[A]['answer']>;

/** The actions that change something. */
export type ActAction = { [A in Action]: Api[A]['method'] extends 'POST' ? A : never }[Action];
/** The actions that only read. */
export type ReadAction = { [A in Action]: Api[A]['method'] extends 'GET' ? A : never }[Action];
