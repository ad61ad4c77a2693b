import type { Day } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Counts, VotingWay } from '#domain/process/ballot.ts';
import type { HearingAnswer } from '#domain/process/hearing.ts';
import type { FindingResult } from '#domain/process/objection.ts';
import type { ReviewBody } from '#domain/process/small-branch.ts';
import type { BranchSettings, Terms } from '#domain/process/terms.ts';
import type { Finding } from '#domain/process/veto.ts';
import type { ConsequenceBodies } from './bodies-consequence.ts';
import type { DossierBodies } from './bodies-dossier.ts';
import type { EvidenceKept } from './bodies-evidence.ts';

/** What a line says happened 申报内容: a fact without its reference to the ledger, as claimed or as a decision adjusted it. */
export type Claimed = Omit<Fact, 'rater'>;

/** How a line came about 来源: declared of oneself, reported of another, entered at the desk, one of a batch, pre-filled, proposed by the committee, or of a sheet of openings. */
export type LineOrigin = 'own' | 'report' | 'entry' | 'batch' | 'prefill' | 'proposed' | 'opening';

/** What the review decided about a line 初评决定. */
export type Decision = {
  readonly as: 'accepted' | 'adjusted' | 'declined' | 'referred';
  readonly review: string;
  readonly ayes: readonly string[];
  readonly by: string;
  readonly second?: string;
  readonly reason?: string;
  readonly fact?: Claimed;
};

/** The content of a line 事项; `declarant` is absent where a shield holds who reported it. */
export type LineBody = {
  readonly origin: LineOrigin;
  readonly declarant?: string;
  readonly enteredBy?: string;
  readonly fact: Claimed;
  readonly points?: Points;
  readonly deduction: boolean;
  readonly words?: string;
  readonly verifier?: string;
  readonly verified?: { readonly by: string; readonly day: Day };
  readonly review?: string;
  readonly decision?: Decision;
  readonly motion?: string;
  readonly entry?: number;
  readonly reversal?: number;
  /** The fact as a finding corrected it after it was determined. */
  readonly corrected?: Claimed;
  /** Files that were attached, each with the digest of its original. */
  readonly evidence?: readonly EvidenceKept[];
  readonly supplementTo?: string;
  readonly reopened?: boolean;
  /** Of an opening: from which day on it speaks, up to the day of its fact; by which import, and under which number its sheet was sealed. */
  readonly opening?: { readonly from: Day; readonly dossier: string; readonly sheet: number };
  /** Why the meeting did not approve it; the review's own reason stays in its decision. */
  readonly rejected?: string;
};

/** A term as served: the day it started and its length; its last day is asked of the calendar whenever it matters (decision 004). */
export type Served = { readonly start: Day; readonly days: number };

/** The content of a hearing 告知申辩, whose parent is the line, veto or notice it is about. */
export type HearingBody = Served & {
  readonly about: 'line' | 'veto' | 'disposition';
  readonly credit: boolean;
  /** Why the member is heard, where no line or veto says it. */
  readonly cause?: string;
  readonly answer?: HearingAnswer;
  readonly words?: string;
  readonly onBehalf?: string;
};

/** The content of a session of the review 初评会议. */
export type ReviewBodyOf = {
  readonly day: Day;
  readonly body: ReviewBody;
  readonly of: readonly string[];
  readonly present: readonly string[];
  readonly steppedBack: readonly { readonly line: string; readonly person: string }[];
  readonly reason?: string;
};

/** How far an objection or appeal was looked into 调查核实: by whom, what was found, and whether the ledger says so now. */
export type Looking = {
  readonly investigator?: string;
  readonly investigated: readonly string[];
  readonly result?: FindingResult;
  readonly finding?: string;
  readonly line?: string;
  readonly correction?: Claimed | 'removed';
  readonly answered?: Day;
  readonly carriedOut: boolean;
  readonly entry?: number;
};

/** An appeal 申诉 at the superior: who, about what and in which words is sealed; `who` is a keyed digest by which the member finds it again (product §3.8). */
export type SealedAppeal = Looking & {
  readonly at: 'superior';
  readonly sealed: string;
  readonly who: string;
  readonly start: Day;
  readonly months: number;
  /** Set when it was served: the branch's own matter has the same id. */
  readonly served?: string;
};

/** The same appeal as the branch was served it 送达. */
export type ServedAppeal = Looking & {
  readonly at: 'branch';
  readonly raisedBy: string;
  readonly about: 'line' | 'total';
  readonly words: string;
  readonly served: Day;
  readonly reportedAt?: string;
};

/** The content of each kind of matter, by its noun. */
export type Bodies = ConsequenceBodies &
  DossierBodies & {
    readonly branch: {
      readonly settings: BranchSettings;
      readonly terms?: Partial<Terms>;
      /** The superior 上级党组织 as printed on an appeal, and where it is found. */
      readonly appealTo?: { readonly name: string; readonly address: string };
    };
    readonly scheme: {
      readonly source: string;
      readonly title: string;
      readonly document: unknown;
      readonly version?: number;
      readonly effective?: Day;
      readonly motion?: string;
      readonly resolved?: Day;
    };
    readonly month: { readonly confirmed: readonly string[]; readonly reason?: string; readonly document?: number };
    readonly line: LineBody;
    readonly hearing: HearingBody;
    readonly review: ReviewBodyOf;
    readonly relation: { readonly one: string; readonly other: string };
    readonly second: {
      readonly action: string;
      readonly by: string;
      readonly given: string;
      readonly target: string;
      readonly reason?: string;
    };
    readonly veto: {
      readonly ground: string;
      readonly words: string;
      readonly by: string;
      readonly finding?: Finding;
      readonly entry?: number;
      readonly withdrawal?: string;
      readonly reason?: string;
    };
    readonly assembly: {
      readonly day: Day;
      readonly place: string;
      readonly chair: string;
      readonly recorder: string;
      readonly items: readonly string[];
      /** The objections and appeals whose outcomes this meeting is owed. */
      readonly owed: readonly string[];
      readonly present: readonly string[];
      readonly leave: readonly { readonly member: string; readonly reason: string }[];
      /** The number of the sealed roll. */
      readonly roll?: number;
      readonly told: boolean;
      readonly briefed: readonly string[];
      readonly reason?: string;
    };
    readonly absence: {
      readonly motion?: string;
      readonly from: Day;
      readonly to: Day;
      readonly consented?: Day;
      readonly approved?: Day;
    };
    readonly motion: {
      readonly kind: 'bundle' | 'contested' | 'scheme' | 'absence' | 'other';
      readonly title: string;
      readonly lines: readonly string[];
      /** The revision of each line as it was put: what was changed since is not what was voted on. */
      readonly revisions: readonly number[];
      readonly about?: string;
      readonly way?: VotingWay;
      /** Set where the chair went on although nothing can pass. */
      readonly knowing?: boolean;
      readonly counts?: Counts;
      readonly result?: 'passed' | 'lost';
      readonly entitled?: number;
      readonly present?: number;
      readonly reason?: string;
    };
    readonly minutes: {
      readonly text: string;
      readonly chair: boolean;
      readonly recorder: boolean;
      readonly document?: number;
    };
    readonly quarter: { readonly motion?: string; readonly determinedOn?: Day; readonly assembly?: string };
    readonly register: {
      readonly kind: 'register' | 'supplement';
      readonly text: string;
      readonly assembly: string;
      readonly document?: number;
    };
    readonly notice: {
      readonly of: 'quarter' | 'settlement';
      readonly author: string;
      /** Who edited it since: none of them reviews the content. */
      readonly edited: readonly string[];
      readonly days: number;
      readonly text: string;
      readonly code?: string;
      readonly start?: Day;
      readonly masked: readonly string[];
      readonly feedback: readonly { readonly day: Day; readonly text: string }[];
      readonly reviewer?: string;
      readonly reason?: string;
      readonly document?: number;
      /** The number of the sealed register or settlement that it shows. */
      readonly shows?: number;
    };
    readonly objection: Looking & {
      readonly raisedBy: string;
      readonly enteredBy?: string;
      readonly about: 'line' | 'total';
      readonly words: string;
      readonly start: Day;
      readonly reportedAt?: string;
    };
    readonly appeal: SealedAppeal | ServedAppeal;
    readonly concern: {
      /** The words, sealed; what a branch was served reads the superior's own. */
      readonly sealed?: string;
      readonly words?: string;
      readonly day: Day;
      readonly to?: string;
      readonly answer?: string;
      readonly ended?: Day;
    };
    readonly question: {
      readonly words: string;
      readonly start: Day;
      readonly answer?: string;
      readonly notice?: string;
      readonly reason?: string;
    };
    readonly settlement: {
      readonly document?: number;
      readonly head?: string;
      /** The digest of what was previewed: only that is sealed. */
      readonly digest: string;
      readonly reason?: string;
      readonly supersedes?: number;
    };
    readonly filing: {
      readonly settlement: number;
      /** The lines named by the last return, each with its entry as it stood: only these reopen. */
      readonly returned: readonly { readonly line: string; readonly entry?: number; readonly reversal?: number }[];
      readonly rounds: readonly {
        readonly day: Day;
        readonly did: 'sent' | 'returned' | 'approved';
        readonly reason?: string;
        readonly confirmed?: readonly string[];
      }[];
      readonly number?: string;
      readonly document?: number;
    };
  };

/** The noun of a matter whose content is known. */
export type Noun = keyof Bodies;
