import type { Day } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Status } from '#domain/ledger/member.ts';
import type { OpeningSource } from '#domain/process/opening.ts';
import type { Scanned } from '#domain/process/scan.ts';
import type { EvidenceKept } from './bodies-evidence.ts';

/** What is wrong with a row of an import 导入问题. */
export type RowProblem =
  | 'twice'
  | 'other-name'
  | 'other-number'
  | 'several-named'
  | 'member-unknown'
  | 'item-unknown'
  | 'item-not-open'
  | 'future-day'
  | 'opening-covers'
  | 'opening-there'
  | 'facts-before'
  | 'component-unknown'
  | 'component-twice';

/** What of an import is only to be looked at 请核对: a line that is there already, points that the scheme could not give, somebody who was not there. */
export type RowDoubt = 'line-there' | 'points-outside' | 'not-in-branch';

/** A row of a roster that changes something 名册变动: who joins, or whose standing becomes another. */
export type RosterChange = {
  readonly row: number;
  readonly member: string;
  readonly code: string;
  readonly name: string;
  readonly joins: boolean;
  /** How many standings the member had when the import was read. */
  readonly standings: number;
  readonly status: Status;
  /** What held before, of who was there. */
  readonly before?: Status;
};

/** Who stands in the roster and not in the file 名册中有而表中没有: told, and nothing is done about it. */
export type RosterGone = { readonly member: string; readonly code: string; readonly name: string };

/** A row of facts that becomes a proposed line 事实行. */
export type FactRow = {
  readonly row: number;
  readonly member: string;
  readonly fact: Omit<Fact, 'rater'>;
  readonly words?: string;
};

/** The scan of a signed sheet 签字扫描件: of what, the file with its digests, and of a sealed document its number and fingerprint. What it is of is its parent. */
export type ScanBody = {
  readonly of: Scanned;
  readonly file: EvidenceKept;
  readonly day: Day;
  readonly by: string;
  readonly number?: number;
  readonly fingerprint?: string;
  readonly supersedes?: string;
};

/** A member's row of a sheet of openings, in 1/10000 by component. */
export type OpeningRow = {
  readonly row: number;
  readonly member: string;
  readonly points: Readonly<Record<string, Points>>;
};

/** The content of an import 档案导入: its difference, what is wrong with it, and what came of it. */
export type DossierBodies = {
  readonly scan: ScanBody;
  readonly dossier: {
    readonly kind: 'roster' | 'facts' | 'points';
    readonly title: string;
    readonly by: string;
    readonly roster: readonly RosterChange[];
    readonly gone?: readonly RosterGone[];
    readonly facts: readonly FactRow[];
    readonly unchanged: number;
    readonly problems: readonly { readonly row: number; readonly problem: RowProblem }[];
    /** What is only to be looked at, and stops nothing. */
    readonly doubts?: readonly { readonly row: number; readonly doubt: RowDoubt }[];
    /** Of a sheet of openings: where it comes from and what it says; its number once it was applied. */
    readonly openings?: {
      readonly source: OpeningSource;
      readonly rows: readonly OpeningRow[];
      readonly sheet?: number;
    };
    /** How headings were read that a person explained 表头对应; held for the next file once the import is applied. */
    readonly mapping?: readonly { readonly heading: string; readonly field: string }[];
    /** The proposed lines that it made. */
    readonly lines?: readonly string[];
    readonly reason?: string;
  };
};
