import type { Day } from '#domain/kernel/day.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';

/** A sealed document 定稿文书 that goes into a package: its exact text, and where in the chain it was sealed. */
export type PackedDocument = {
  readonly kind: string;
  readonly number: number;
  readonly period: string | null;
  readonly supersedes: number | null;
  readonly sealed: string;
  readonly text: string;
  readonly seq: number;
  readonly hash: string;
};

/** A scan of a signed sheet 签字扫描件: of what, its file by its digests (SHA-256 of the original and of what is kept), and whether a better one took its place. */
export type PackedScan = {
  readonly scan: string;
  readonly of: string;
  readonly number: number | undefined;
  readonly day: Day;
  readonly state: string;
  readonly file: string;
  readonly sha256: string;
  readonly kept: string;
};

/** A version of the scheme 方案 as kept: its document as JSON, and its source as people wrote it. */
export type PackedScheme = { readonly version: number; readonly document: string; readonly source: string };

/** An official form 表单 in a package: what its files are called without their ending, its title, and the files by their ending. */
export type PackedForm = {
  readonly name: string;
  readonly period: string;
  readonly title: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
};

/** What a package 存档包 of a branch-year is made of. `programs` are the verifiers by their file names. */
export type PackageContents = {
  readonly branch: { readonly id: string; readonly name: string };
  readonly year: string;
  readonly asOf: Day | undefined;
  readonly lines: readonly string[];
  readonly scores: number;
  readonly head: { readonly seq: number; readonly hash: string; readonly at: string };
  readonly texts: readonly PackedScheme[];
  readonly schemes: readonly Scheme[];
  readonly documents: readonly PackedDocument[];
  readonly forms: readonly PackedForm[];
  readonly scans: readonly PackedScan[];
  /** Names of people by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly programs: ReadonlyMap<string, string>;
};
