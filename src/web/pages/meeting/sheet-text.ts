/** A line on a register: its entry in the ledger, its component, its item and day. */
export type SheetLine = {
  readonly entry: number;
  readonly component: string;
  readonly fact: { readonly item: string; readonly day: string };
};

/** A register 登记表 as its sealed text has it. */
export type RegisterSheet = {
  readonly kind: 'register' | 'supplement';
  readonly quarter: string;
  readonly withdrawn: readonly number[];
  readonly members: readonly {
    readonly member: string;
    readonly name: string;
    readonly lines: readonly SheetLine[];
    readonly components: Readonly<Record<string, number>>;
    readonly total: number;
  }[];
};

/** Reads the text of a sheet; undefined where there is none. */
export function sheetOf(text: unknown): RegisterSheet | undefined {
  return typeof text === 'string' && text !== '' ? (JSON.parse(text) as RegisterSheet) : undefined;
}

/** The head of the ledger when a document was sealed; it is printed on it (product §5.2). */
export function headOf(document: string | undefined): string | undefined {
  return document === undefined ? undefined : (JSON.parse(document) as { readonly head?: string }).head;
}
