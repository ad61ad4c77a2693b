import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Problem } from '#domain/kernel/problem.ts';
import type { Limits } from '#intake/limits.ts';
import { problem } from '#intake/report.ts';
import type { Unseen } from '#intake/sheets.ts';
import { type Cell, type CellKind, columnLetter, type Row, type Table, type Tables } from '#intake/table.ts';
import { tidy } from '#intake/text/clean.ts';
import { childArguments } from './child-command.ts';

type Line =
  | readonly [number, readonly (readonly [number, CellKind, string, string?])[]]
  | { readonly hidden: readonly string[]; readonly epoch1904: boolean }
  | { readonly sheet: string; readonly unseen: Unseen }
  | { readonly problem: Problem }
  | { readonly end: true };

/** What has come from the child so far. */
class Arrivals {
  readonly tables: Table[] = [];
  readonly problems: Problem[] = [];
  ended = false;
  #epoch1904 = false;
  #rows: Row[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  take(line: Line): void {
    if (Array.isArray(line)) this.#rows.push(rowOf(line as Extract<Line, readonly unknown[]>));
    else if ('hidden' in line) {
      this.#epoch1904 = line.epoch1904;
      for (const sheet of line.hidden.map(tidy)) {
        this.problems.push(problem('intake.sheet-hidden', { file: this.#file, sheet }, { sheet }, 'warning'));
      }
    } else if ('sheet' in line) {
      this.#rows = [];
      const sheet = tidy(line.sheet);
      const table: Table = { file: this.#file, sheet, rows: this.#rows };
      this.tables.push(this.#epoch1904 ? { ...table, epoch1904: true } : table);
      this.#tellUnseen(sheet, line.unseen);
    } else if ('problem' in line) this.problems.push(line.problem);
    else this.ended = true;
  }

  #tellUnseen(sheet: string, { rows, first, columns }: Unseen): void {
    const place = { file: this.#file, sheet };
    const params = { sheet, count: rows, row: first };
    if (rows > 0) this.problems.push(problem('intake.rows-hidden', place, params, 'warning'));
    const letters = columns.map(columnLetter).join('、');
    if (letters !== '')
      this.problems.push(problem('intake.columns-hidden', place, { sheet, columns: letters }, 'warning'));
  }
}

/** A line of the child; undefined where it was killed before the line was whole. */
function lineOf(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}

function rowOf([number, cells]: Extract<Line, readonly unknown[]>): Row {
  return {
    number,
    cells: cells.map(
      ([column, kind, text, result]): Cell =>
        result === undefined ? { column, kind, text } : { column, kind, text, result },
    ),
  };
}

/** The environment of the child: what an operating system needs to start a program, none of our settings or secrets. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** Reads a workbook 工作簿 (.xlsx, .xls, .et) in a child process with its own memory and time (trust §6.11); never throws for what the file holds. */
export async function readWorkbook(path: string, file: string, limits: Limits): Promise<Tables> {
  const memory = `--max-old-space-size=${limits.heapMegabytes}`;
  const child = spawn(process.execPath, [memory, ...childArguments(), path, file, JSON.stringify(limits)], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: bareEnvironment(),
    windowsHide: true,
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limits.seconds * 1000);
  const closed = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code, signal) => resolve(signal !== null || code === 134));
  });
  const arrivals = new Arrivals(file);
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
    const whole = late ? undefined : lineOf(line);
    if (whole) arrivals.take(whole);
  }
  const killed = await closed;
  clearTimeout(timer);
  const { tables, problems, ended } = arrivals;
  if (late) return { tables: [], problems: [problem('intake.workbook-too-slow', { file }, { most: limits.seconds })] };
  if (ended) return { tables, problems };
  if (problems.some((one) => one.severity === 'error')) return { tables: [], problems };
  return { tables: [], problems: [problem(killed ? 'intake.workbook-too-heavy' : 'intake.workbook-broken', { file })] };
}
