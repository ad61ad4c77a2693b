import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeCsv } from '#intake/csv/csv-write.ts';
import { encodeGb18030 } from './example-year/gb18030.ts';
import {
  addSheet,
  byQuarter,
  FACT_HEADINGS,
  factRows,
  newWorkbook,
  plain,
  ROSTER_HEADINGS,
  rosterRows,
  type Written,
} from './example-year/sheets.ts';
import { writeYear } from './example-year/year.ts';

// Chosen so that the year has ties on the borders of front and rear; any other seed gives a year as well.
const SEED = Number(process.env['SEED'] ?? 2831);
const folder = process.env['OUT'] ?? fileURLToPath(new URL('../examples/', import.meta.url));

async function make(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const roster = newWorkbook();
  addSheet(roster, '党员名册', '实验小学党支部党员名册', ROSTER_HEADINGS, rosterRows());
  writeFileSync(`${folder}/roster.xlsx`, await roster.xlsx.writeBuffer());
  writeFileSync(`${folder}/roster.csv`, writeCsv([ROSTER_HEADINGS, ...rosterRows().map(plain)]));

  const year = newWorkbook();
  const all: (readonly Written[])[] = [];
  for (const { title, lines } of byQuarter(writeYear(SEED))) {
    const rows = factRows(lines, all.length + 1);
    addSheet(year, title, `实验小学党支部2026年${title}党员积分事项登记表`, FACT_HEADINGS, rows);
    all.push(...rows);
  }
  writeFileSync(`${folder}/year-2026.xlsx`, await year.xlsx.writeBuffer());
  const text = writeCsv([FACT_HEADINGS, ...all.map(plain)]);
  writeFileSync(`${folder}/year-2026.csv`, text);
  writeFileSync(`${folder}/year-2026-gb18030.csv`, encodeGb18030(text.replace('\ufeff', '')));
  console.log(`${all.length} facts`);
}

await make();
