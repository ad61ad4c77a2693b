import type { AnswerOf } from '#contract/api.ts';

type Matter = AnswerOf<'filing.show'>['matters'][number];
type Document = AnswerOf<'settlement.show'>['documents'][number];

/** A round of a filing 办理经过: sent, returned with a reason, approved. */
export type Round = {
  readonly day: string;
  readonly did: string;
  readonly reason?: string;
  readonly confirmed?: readonly string[];
};

/** A filing 备案 as shown. */
export type Filing = {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly year: string;
  readonly settlement: number;
  readonly returned: readonly { readonly line: string; readonly entry?: number; readonly reversal?: number }[];
  readonly rounds: readonly Round[];
  readonly number?: string;
};

/** Reads a filing out of its matter. */
export function filingOf({ id, state, revision, period = '', content }: Matter): Filing {
  const body = content as unknown as Omit<Filing, 'id' | 'state' | 'revision' | 'year'>;
  return { ...body, id, state, revision, year: period };
}

/** A member's row in a sealed settlement. */
export type SealedRow = {
  readonly member: string;
  readonly name: string;
  readonly total: number;
  readonly rank: number | null;
  readonly position: string | null;
  readonly grade: string | null;
};

/** A sealed settlement 年度积分 as its document says it; who was not a member of the branch is not counted. */
export type Snapshot = {
  readonly number: number;
  readonly asOf: string;
  readonly sealed: string;
  readonly reason?: string;
  readonly supersedes: number | null;
  readonly rows: readonly SealedRow[];
};

/** Reads a snapshot out of its document. */
export function snapshotOf({ number, sealed, text, supersedes }: Document): Snapshot {
  const said = JSON.parse(text) as {
    readonly asOf: string;
    readonly reason?: string;
    readonly members: readonly {
      readonly name: string;
      readonly claim: Omit<SealedRow, 'name'> & { readonly unranked: string | null };
    }[];
  };
  return {
    number,
    sealed,
    supersedes,
    asOf: said.asOf,
    ...(said.reason !== undefined && { reason: said.reason }),
    rows: said.members
      .filter(({ claim }) => claim.unranked !== 'not-member')
      .map(({ name, claim: { member, total, rank, position, grade } }) => ({
        member,
        name,
        total,
        rank,
        position,
        grade,
      })),
  };
}
