import type { Scheme } from '#domain/scheme/scheme.ts';
import type { Adjustment, Explanation } from '#domain/score/explanation.ts';
import type { Lang } from './lang.ts';
import { points, type Speaker, speaker } from './scheme/speak.ts';
import { adjustmentWords, periodLabel } from './score/adjustment-words.ts';
import { leafLines } from './score/fact-words.ts';

/** Where the points come from 这分怎么来的: the explanation tree as lines for a person; only what matters, and the reporter never. */
export function explainScore(tree: Explanation, scheme: Scheme, lang: Lang = 'zh-CN'): string[] {
  const speak = speaker(scheme, lang, scheme.document.display?.decimals ?? 2);
  return nodeLines(speak, tree, 0, scheme.document.clause);
}

const LEAVES = new Set<Explanation['kind']>(['fact', 'pool', 'missing', 'transfer']);

function nodeLines(speak: Speaker, node: Explanation, depth: number, above: string | undefined): string[] {
  const indent = '  '.repeat(depth);
  if (LEAVES.has(node.kind)) return leafLines(speak, node).map((line) => indent + line);
  // A score of one period alone has the period's label at its head.
  const { kind, id } = node;
  const label =
    kind === 'period' || kind === 'total'
      ? periodLabel(speak, kind === 'total' ? node.label : id, node.label)
      : node.label;
  const head = indent + speak.say('score.line', { label, points: points(speak, node.points) });
  const clause =
    node.clause !== undefined && node.clause !== above ? speak.say('in-brackets', { text: node.clause }) : '';
  const source = node.source === undefined ? '' : speak.say(`source.${node.source}`);
  if (node.kind === 'item' && node.children.length === 0 && !node.adjustments.some(isSaid))
    return [
      head +
        speak.say('in-brackets', { text: speak.say('score.opens-only', { points: points(speak, node.opens ?? 0) }) }),
    ];
  const lines = [head + clause + source];
  const below = `${indent}  `;
  if (node.opens) lines.push(below + speak.say('score.opens', { points: points(speak, node.opens) }));
  let idle = 0;
  for (const child of node.children) {
    if (isIdle(child)) idle += itemsIn(child);
    else lines.push(...nodeLines(speak, child, depth + 1, node.clause ?? above));
  }
  if (idle > 0) lines.push(below + speak.say('score.others', { count: idle }));
  for (const step of node.adjustments.filter(isSaid)) lines.push(below + adjustmentWords(speak, step, node));
  if (node.outside && node.outside !== node.points)
    lines.push(below + speak.say('score.past', { points: points(speak, node.outside) }));
  return lines;
}

/** A factor that changes nothing is not said. */
function isSaid({ kind, delta }: Adjustment): boolean {
  return kind !== 'times' || delta !== 0;
}

/** Whether nothing at all is to be said of a node: no opening, no fact, no step. */
function isIdle(node: Explanation): boolean {
  if (LEAVES.has(node.kind)) return false;
  return node.points === 0 && !node.opens && !node.adjustments.some(isSaid) && node.children.every(isIdle);
}

function itemsIn(node: Explanation): number {
  return node.kind === 'item' ? 1 : node.children.reduce((sum, child) => sum + itemsIn(child), 0);
}
