// East Asian wide characters take two columns of a terminal.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Lays out a table 表 for a terminal: Chinese takes two columns, numbers stand to the right. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, at) => Math.max(width(head), ...rows.map((row) => width(row[at] ?? ''))));
  const right = heads.map((_, at) => rows.every((row) => row[at] === '' || NUMBER.test(row[at] ?? '')));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => {
        const space = ' '.repeat((widths[at] ?? 0) - width(cell));
        return right[at] === true ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [line(heads), line(widths.map((columns) => '-'.repeat(columns))), ...rows.map(line)].join('\n');
}
