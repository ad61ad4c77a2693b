const MEGABYTE = 1024 * 1024;

/** What a file that people bring may cost 上限: bytes, counts, megabytes of heap and seconds (trust §2.1 files, §6.11). */
export type Limits = {
  /** Bytes of a workbook as it lies on disk. */
  readonly packedBytes: number;
  /** Bytes of all parts of a workbook when unpacked. */
  readonly unpackedBytes: number;
  /** Parts in the zip directory of a workbook. */
  readonly entries: number;
  /** Bytes of a CSV or JSON file that is read whole. */
  readonly textBytes: number;
  /** Rows with anything in them, a sheet. */
  readonly rows: number;
  /** How many more may stand around them: titles, headings, notes. */
  readonly frame: number;
  /** Columns with anything in them, a sheet. */
  readonly columns: number;
  /** Cells with anything in them, a file. */
  readonly cells: number;
  /** Megabytes of heap of the child process that reads a workbook. */
  readonly heapMegabytes: number;
  /** Seconds that the child process may take. */
  readonly seconds: number;
};

/** The limits that hold when nobody sets others: 20 MB packed, 200 MB unpacked, 200,000 rows, 200 columns, 4 million cells, one minute. */
export const DEFAULT_LIMITS: Limits = {
  packedBytes: 20 * MEGABYTE,
  unpackedBytes: 200 * MEGABYTE,
  entries: 1000,
  textBytes: 64 * MEGABYTE,
  rows: 200_000,
  frame: 0,
  columns: 200,
  cells: 4_000_000,
  heapMegabytes: 1024,
  seconds: 60,
};
