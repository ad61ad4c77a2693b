import { canonical, type Json, NotCanonical, textOf } from '#domain/ledger/canonical.ts';
import { scoreBranch } from '#domain/outcome/branch-year.ts';
import { claimOf } from '#domain/outcome/claim.ts';
import { check } from '#domain/scheme/check.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { prepare } from '#domain/score/prepare.ts';
import type { Replay } from './replay.ts';
import type { Fault } from './report.ts';

type Claimed = { readonly [key: string]: Json };

/** Computes every score, rank, grade and status anew 重新计分 and compares them with what is claimed: one fault a member. */
export function checkScores(replay: Replay, asOf: string, claims: readonly Claimed[]): readonly Fault[] {
  const schemes = replay.schemes.map(readScheme);
  if (schemes.length === 0 || schemes.includes(undefined)) return [{ why: 'scheme' }];
  const known = schemes.filter((scheme) => scheme !== undefined);
  const prepared = prepare(known, asOf);
  if (prepared.year.to !== asOf) return [{ why: 'header', line: 1 }]; // scores of a year stand as of its last day
  const years = scoreBranch(prepared, replay.members, replay.facts);
  const open = new Map(years.map((year) => [year.member.id, claimOf(year)]));
  const faults: Fault[] = [];
  for (const claim of claims) {
    const member = textOf(claim['member']);
    const truth = open.get(member);
    open.delete(member);
    if (!truth) faults.push({ why: 'score-extra', member });
    else if (written(claim) !== written(truth))
      faults.push({ why: 'score', member, field: firstDifference(claim, truth) });
  }
  return [...faults, ...[...open.keys()].map((member): Fault => ({ why: 'score-missing', member }))];
}

function readScheme(text: string): Scheme | undefined {
  try {
    return check(JSON.parse(text)).scheme;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Its canonical text; none for amounts so large that they are no longer exact, which a forged chain may come to. */
function written(value: unknown): string | undefined {
  try {
    return canonical(value);
  } catch (error) {
    if (error instanceof NotCanonical) return undefined;
    throw error;
  }
}

function firstDifference(claim: Claimed, truth: Readonly<Record<string, unknown>>): string {
  const same = (key: string): boolean => {
    const [a, b] = [written(claim[key]), written(truth[key])];
    return a !== undefined && a === b;
  };
  return [...Object.keys(truth), ...Object.keys(claim)].find((key) => !same(key)) ?? '';
}
