import { change } from '#contract/endpoint.ts';
import { evidenceFile } from '#contract/evidence.ts';

/** The acts of evidence 证明材料 (§三(一), product §3.2). */
export const evidence = {
  'evidence.attach': change('Attaches a file to a line: a form with `branch`, `id` and `file`', { file: evidenceFile }),
} as const;
