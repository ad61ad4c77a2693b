import type { Points } from '#domain/kernel/points.ts';
import type { Scheme } from './scheme.ts';

/** What a scheme opens everybody with 基础分, over all its nodes, in 1/10000 point; undefined where it opens with nothing (§二(一)). */
export function baseOf({ nodes }: Scheme): Points | undefined {
  const opened = [...nodes.values()].flatMap(({ node }) =>
    'opens' in node && typeof node.opens === 'number' ? [node.opens] : [],
  );
  return opened.length === 0 ? undefined : opened.reduce((sum, one) => sum + one, 0);
}
