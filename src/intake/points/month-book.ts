import type { Day, Span } from '#domain/kernel/day.ts';
import type { Member } from '#domain/ledger/member.ts';
import type { Header } from '#intake/find-header.ts';
import type { Headings } from '#intake/headings.ts';
import type { ReadHeading } from '#intake/mapping.ts';
import type { Table } from '#intake/table.ts';
import type { PointsColumn, PointsField, PointsKind } from './points-columns.ts';

/** How a workbook with a sheet for each month is read: the scheme's components, the roster, the cut-off and its year, and how headings are known. */
export type MonthSheetsContext = {
  readonly components: readonly PointsColumn[];
  readonly members: readonly Member[];
  readonly kind: PointsKind;
  readonly known: Headings<PointsField>;
  readonly telling: {
    readonly fields: ReadonlyMap<string, PointsField>;
    readonly until: Day;
    readonly year: Span;
    readonly only?: string;
  };
  readonly most: number;
};

/** What the sheets of the months came to by member. */
export type MonthSheets = {
  readonly rows: readonly {
    readonly row: number;
    readonly code: string;
    readonly points: readonly { readonly component: string; readonly points: number }[];
  }[];
  readonly headings: readonly ReadHeading[];
};

/** A sheet that sums up months 汇总表. */
export type SumSheet = { readonly table: Table; readonly span: Span };

/** A sheet of a month or a quarter 月表. */
export type MonthSheet = {
  readonly table: Table;
  readonly header: Header<PointsField>;
  readonly period: string;
  readonly span: Span;
};
