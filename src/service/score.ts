import { amountOf } from '#contract/amount.ts';
import type { InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { ScoreAnswer } from '#contract/score.ts';
import type { Points } from '#domain/kernel/points.ts';
import type { Component } from '#domain/scheme/node.ts';
import { type Context, theBranch } from './context.ts';
import { explanationAnswer } from './explanation.ts';
import { memberAnswer } from './member.ts';

/** A member's own score with its explanation: `score.show`. @throws branch.none, member.unknown */
export async function showScore(context: Context, query: InputOf<'score.show'>): Promise<ScoreAnswer> {
  const branch = await theBranch(context);
  const { prepared, asOf, members } = await context.scores.of(context.store, branch.branch_id, context.clock.today());
  const found = members.find(({ kept }) => kept.member.id === query.member);
  if (!found) throw new Refusal('member.unknown');
  const { document, nodes } = prepared.scheme;
  const { kept, year } = found;
  const { evaluation, rank, unranked, proposal, warnings } = year;
  const decimals = document.display?.decimals ?? 2;
  const full = (points: number | undefined) => points !== undefined && { full: amountOf(points, decimals) };
  return {
    member: memberAnswer(kept, year.status),
    asOf,
    year: prepared.year,
    state: 'expected',
    scheme: { title: document.title, version: document.version ?? 1, ...full(document.full) },
    total: amountOf(evaluation.total, decimals),
    vetoed: evaluation.vetoed,
    components: [...evaluation.components].map(([id, points]) => {
      const entry = nodes.get(id);
      return {
        id,
        label: entry?.node.label ?? id,
        ...(entry?.clause !== undefined && { clause: entry.clause }),
        points: amountOf(points, decimals),
        ...(entry?.kind === 'component' && full(entry.node.full ?? plainCap(entry.node.cap))),
      };
    }),
    rank: rank ? { rank: rank.rank, of: rank.of, position: rank.position } : null,
    unranked: unranked ?? null,
    proposal: { ...proposal },
    warnings: [...warnings],
    explanation: explanationAnswer(evaluation.tree, decimals),
  };
}

/** A cap that is one number for everyone: then it is the most that a component can bring. */
function plainCap(cap: Component['cap']): Points | undefined {
  return typeof cap === 'number' ? cap : undefined;
}
