import { dossierActs } from './dossier.ts';
import { rosterActs } from './roster.ts';
import { scanActs } from './scan.ts';
import { schemeActs } from './scheme.ts';

/** The acts of scheme, roster and settings 方案、名册与设定 (§二(一), §五(二)). */
export const filesActs = { ...schemeActs, ...rosterActs, ...dossierActs, ...scanActs };
