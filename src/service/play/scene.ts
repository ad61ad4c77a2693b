import type { ActAnswer } from '#contract/endpoint.ts';
import type { Rows } from '#store/database.ts';
import type { Stage } from './stage.ts';
import type { StoryStep } from './story.ts';

/** A scene 场景: what belongs together on a day, in the actions of everybody. */
export type Scene = (
  stage: Stage,
  rows: Rows,
  step: StoryStep,
  given: Readonly<Record<string, unknown>>,
) => Promise<ActAnswer | undefined>;
