import { showPoints } from '#domain/kernel/points.ts';
import { type MemberYear, rankedWithin } from '#domain/outcome/branch-year.ts';
import type { Prepared } from '#domain/score/prepare.ts';
import { explainScore } from '#words/explain-score.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { myWords } from '#words/my.ts';
import { say } from '#words/say.ts';

/** One member's year for a person to read 这分怎么来的: total, rank and proposed grade with its reason, then the tree. */
export function explainMember(one: MemberYear, prepared: Prepared, lang: Lang): readonly string[] {
  const { my } = myWords(lang);
  const { member, status, evaluation, rank, unranked, proposal, warnings } = one;
  const decimals = prepared.scheme.document.display?.decimals ?? 2;
  const within = rankedWithin(prepared.scheme.document, status);
  const standing = rank
    ? `${fill(my.rankText, { rank: rank.rank })} ${within === undefined ? fill(my.rankOf, { of: rank.of }) : fill(my.rankIn, { of: rank.of, category: within })}${say(lang, 'in-brackets', { text: my.position[rank.position] })}`
    : unranked === undefined
      ? my.noRank
      : my.unranked[unranked];
  const clause = proposal.clause === undefined ? '' : say(lang, 'in-brackets', { text: proposal.clause });
  const rows: readonly (readonly [string, string])[] = [
    [
      lang === 'en' ? 'Member' : '党员',
      [member.name, member.id === member.name ? '' : member.id, status?.category ?? ''].filter(Boolean).join('  '),
    ],
    [lang === 'en' ? 'Up to' : '截至', prepared.asOf],
    [lang === 'en' ? 'Total' : '总分', showPoints(evaluation.total, decimals)],
    [my.rank, standing],
    [my.grade, `${proposal.grade ?? my.noGrade}  ${my.reason[proposal.reason]}${clause}${proposal.note ?? ''}`],
    ...(warnings.length > 0 ? [[my.warnings, warnings.join('、')] as const] : []),
  ];
  const colon = lang === 'en' ? ': ' : '：';
  return [
    ...rows.map(([name, text]) => `${name}${colon}${text}`),
    '',
    ...explainScore(evaluation.tree, prepared.scheme, lang),
    '',
    my.gradeNote,
  ];
}
