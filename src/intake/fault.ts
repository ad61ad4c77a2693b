import type { Place, Problem } from '#domain/kernel/problem.ts';
import type { IntakeCode } from '#words/problems-intake.zh-CN.ts';
import { type Params, problem } from './report.ts';

/** Stops reading a file that cannot be read on: caught at this room's door and returned as a problem, never seen outside. */
export class Fault extends Error {
  readonly problem: Problem;

  constructor(code: IntakeCode, place: Place, params?: Params) {
    super(code);
    this.problem = problem(code, place, params);
  }
}
