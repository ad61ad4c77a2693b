import type { AnswerOf } from '#contract/api.ts';
import { LADDER } from '#domain/process/disposition.ts';

type Matter = AnswerOf<'consequence.list'>['matters'][number];
type Head = { readonly id: string; readonly state: string; readonly revision: number; readonly subject: string };
type Resting = {
  readonly year: string;
  readonly rule: string;
  readonly words?: string;
  readonly by: string;
  readonly reason?: string;
};

type Bodies = {
  readonly appraisal: {
    readonly settlement: number;
    readonly proposals: readonly {
      readonly member: string;
      readonly band: string | null;
      readonly grade: string | null;
      readonly mayBeConsidered: boolean;
    }[];
    readonly assembly?: string;
    readonly motion?: string;
    readonly grades?: readonly { readonly member: string; readonly grade: string; readonly reason: string }[];
    readonly told?: string;
  };
  readonly commendation: Resting & {
    readonly kind: 'commend' | 'bar';
    readonly title: string;
    readonly ends: string;
  };
  readonly talk: Resting & {
    readonly ordered?: { readonly number: string; readonly day: string };
    readonly admonition?: boolean;
    readonly record?: Readonly<Record<'talker' | 'recorder' | 'time' | 'place' | 'cause' | 'content', string>>;
    readonly signed?: { readonly day: string };
  };
  readonly improvement: Resting & {
    readonly plan?: string;
    readonly helper?: string;
    readonly begins?: string;
    readonly last?: string;
  };
  readonly disposition: Resting & {
    readonly rungs: readonly {
      readonly state: string;
      readonly day: string;
      readonly rule: string;
      readonly motion?: string;
      readonly hearing?: string;
      readonly approval?: string;
    }[];
    readonly approvals: readonly { readonly rung: string; readonly number: string }[];
    readonly improvement?: string;
  };
  readonly hearing: { readonly start: string; readonly days: number; readonly cause?: string; readonly words?: string };
};

/** A matter of appraisal or consequences 评议与运用 as shown: its head and its content together. */
export type Used<N extends keyof Bodies> = Head & Bodies[N];
/** A talk. */
export type Talk = Used<'talk'>;

function usedOf<N extends keyof Bodies>({ id, state, revision, subject = '', content }: Matter): Used<N> {
  return { ...(content as unknown as Bodies[N]), id, state, revision, subject };
}

/** Reads a talk 谈话. */
export function talkOf(matter: Matter): Talk {
  return usedOf<'talk'>(matter);
}

/** Reads a disposition 组织处置. */
export function dispositionOf(matter: Matter): Used<'disposition'> {
  return usedOf<'disposition'>(matter);
}

/** The matters of one noun, in order. */
export function allOf<N extends keyof Bodies>(matters: readonly Matter[], noun: N): readonly Used<N>[] {
  return matters.filter((one) => one.noun === noun).map((one) => usedOf<N>(one));
}

/** The rung that may come next 下一步: none where the ladder has ended. */
export function nextRung(state: string): string | undefined {
  const at = (LADDER as readonly string[]).indexOf(state);
  return at < 0 ? undefined : LADDER[at + 1];
}
