/** A line and whoever is concerned by it 利害关系人, as persons: the relations are those that members declared, in either direction. */
export type Concerned = {
  readonly subject: string;
  readonly declarant: string;
  readonly reporter?: string;
  readonly relatives: readonly (readonly [string, string])[];
  readonly steppedBack: readonly string[];
};

/** A vote of the body that reviews 初评: who belongs to it, who came, who is for the decision. */
export type ReviewVote = {
  readonly body: readonly string[];
  readonly present: readonly string[];
  readonly ayes: readonly string[];
};

/** What everyone else sees of a recusal 回避: who stepped aside, and nothing of why; it has no place for a reason (product §3.4). */
export type RecusalSeen = { readonly person: string };

/** Fewer deciders than this, and the line goes to the general meeting (product §3.4). */
export const LEAST_DECIDERS = 2;

/** Whether a person decides nothing about the line in the committee 支委会回避: subject, declarant, reporter, their declared relatives, and whoever steps back (product §3.4). */
export function isRecused(person: string, line: Concerned): boolean {
  const parties = [line.subject, line.declarant, line.reporter];
  if (parties.includes(person) || line.steppedBack.includes(person)) return true;
  return line.relatives.some(
    ([one, other]) => (one === person && parties.includes(other)) || (other === person && parties.includes(one)),
  );
}

/** Who decides the line 初评表决人: those of the body who came and are not concerned; in the order of the body, each once. */
export function decidersOf(vote: Pick<ReviewVote, 'body' | 'present'>, line: Concerned): readonly string[] {
  return [...new Set(vote.body)].filter((person) => vote.present.includes(person) && !isRecused(person, line));
}

/** Whether all who are for the decision are deciders. */
export function onlyDeciders(vote: ReviewVote, line: Concerned): boolean {
  const deciders = decidersOf(vote, line);
  return vote.ayes.every((person) => deciders.includes(person));
}

/**
 * Whether the committee has decided: at least two deciders, more than half of them for it (product §3.4).
 * Half of the deciders, not of all present: else a line with two deciders left of five present could never be decided.
 */
export function hasDecided(vote: ReviewVote, line: Concerned): boolean {
  const deciders = decidersOf(vote, line);
  const ayes = deciders.filter((person) => vote.ayes.includes(person)).length;
  return deciders.length >= LEAST_DECIDERS && ayes * 2 > deciders.length;
}

/** What others see of who stepped aside for a line 回避: persons of the body who came, in its order; a reporter looks like anyone who stepped back. */
export function recusalsSeen(vote: Pick<ReviewVote, 'body' | 'present'>, line: Concerned): readonly RecusalSeen[] {
  return [...new Set(vote.body)]
    .filter((person) => vote.present.includes(person) && isRecused(person, line))
    .map((person) => ({ person }));
}

/** Why somebody is barred from deciding a line, as far as it may be told 回避事由. */
export const BARRED_BY = ['subject', 'declarant', 'relative'] as const;

/** Somebody who came and does not decide the line 回避, with the relation where telling it can point to no reporter and to nobody who stepped back (product §3.4). */
export type Barred = RecusalSeen & { readonly why?: (typeof BARRED_BY)[number] };

/** Who came and is barred from the line, in the order of the body; of a reported line only what follows from its subject is told, all else reads 回避. */
export function barredSeen(vote: Pick<ReviewVote, 'body' | 'present'>, line: Concerned): readonly Barred[] {
  const { subject, declarant, reporter, relatives } = line;
  const near = (person: string, to: string): boolean =>
    relatives.some(([one, other]) => (one === person && other === to) || (other === person && one === to));
  return recusalsSeen(vote, line).map(({ person }) => {
    if (person === subject) return { person, why: 'subject' };
    if (near(person, subject)) return { person, why: 'relative' };
    if (reporter !== undefined) return { person };
    if (person === declarant) return { person, why: 'declarant' };
    return near(person, declarant) ? { person, why: 'relative' } : { person };
  });
}

/** How others read who declared a line: by name on an own line, else undefined, which reads 由党员反映 "a member" (product §3.3). */
export function declarantSeen(line: Pick<Concerned, 'subject' | 'declarant'>): string | undefined {
  return line.declarant === line.subject ? line.declarant : undefined;
}

/** Who has no vote on a motion of the general meeting 党员大会回避: only the subject of a contested line; having reviewed before does not bar (product §3.4). */
export function withoutVote(
  motion: { readonly kind: 'bundle' | 'other' } | { readonly kind: 'contested'; readonly subject: string },
): readonly string[] {
  return motion.kind === 'contested' ? [motion.subject] : [];
}
