import type { Fact } from '#domain/ledger/fact.ts';
import type { Claim } from '#domain/outcome/claim.ts';

type Points = Readonly<Record<string, number>>;

/** What sealed documents 定稿文书 say, as far as it is put into words: which fields there are follows from the kind of document. */
export type Sealed = {
  readonly text?: string;
  readonly head?: string;
  readonly day?: string;
  readonly asOf?: string;
  readonly reason?: string;
  readonly start?: string;
  readonly days?: number;
  readonly chair?: string;
  readonly recorder?: string;
  readonly settlement?: number;
  readonly round?: number;
  readonly confirmed?: readonly string[];
  readonly entitled?: number;
  readonly objections?: number;
  readonly member?: string;
  readonly to?: string;
  readonly file?: string;
  readonly keeper?: string;
  readonly from?: string;
  readonly until?: string;
  readonly sha256?: string;
  readonly total?: number;
  readonly components?: Points;
  readonly sheet?: {
    readonly assembly?: string;
    readonly withdrawn?: readonly number[];
    readonly members?: readonly {
      readonly name: string;
      readonly lines: readonly { readonly entry: number; readonly fact: Fact }[];
      readonly components: Points;
      readonly total: number;
    }[];
  };
  readonly members?: readonly {
    readonly name: string;
    readonly member?: string;
    readonly points?: Points;
    readonly total?: number;
    readonly components?: Points;
    readonly front?: boolean;
    readonly claim?: Claim;
  }[];
  readonly lines?: readonly {
    readonly member?: string;
    readonly subject?: string;
    readonly state?: string;
    readonly entitled?: boolean;
    readonly fact?: Fact;
    readonly reason?: string;
  }[];
  readonly feedback?: readonly { readonly day: string; readonly text: string }[];
  readonly questions?: readonly { readonly words: string; readonly answer: string }[];
};
