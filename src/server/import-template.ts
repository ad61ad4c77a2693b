import { Workbook } from '@cj-tech-master/excelts';
import { FACT_HEADINGS } from '#intake/headings.ts';
import { ROSTER_HEADINGS } from '#intake/roster/roster-headings.ts';
import { importZhCN } from '#words/web/import.zh-CN.ts';

/** What can be imported. */
export type ImportKind = 'roster' | 'facts' | 'points';

const NEEDED = new Set(['姓名', '人员类别']);
const OWN = ['standing', 'category', 'group', 'from'] as const;

/** The headings of an empty table: for a roster those of the national collection and, after them, what a branch adds. */
function headingsOf(kind: ImportKind, components: readonly string[]): readonly string[] {
  if (kind === 'points') return ['编号', '*姓名', ...components.map((label) => `*${label}`), '合计'];
  if (kind === 'facts')
    return (['member', 'item', 'on', 'period', 'quantity', 'level', 'points', 'score', 'ref', 'note'] as const).map(
      (field) => FACT_HEADINGS[field][0] ?? field,
    );
  const national = (
    [
      'code',
      'name',
      'gender',
      'nation',
      'native',
      'born',
      'identity',
      'education',
      'worked',
      'joined',
      'confirmed',
    ] as const
  ).map((field) => ROSTER_HEADINGS[field][0] ?? field);
  const rest = (['kind', 'role', 'branch', 'post', 'phone', 'address', 'note', ...OWN] as const).map(
    (field) => ROSTER_HEADINGS[field][0] ?? field,
  );
  return [...national, ...rest].map((heading) => (NEEDED.has(heading) ? `*${heading}` : heading));
}

/** An empty table 空白表格 to fill in, of openings with the scheme's components: one line that explains it, the headings, and cells that keep what is typed as text. */
export async function importTemplate(kind: ImportKind, components: readonly string[] = []): Promise<Uint8Array> {
  const book = new Workbook();
  const sheet = book.addWorksheet(importZhCN.kinds[kind], { views: [{ state: 'frozen', ySplit: 2 }] });
  const headings = headingsOf(kind, components);
  headings.forEach((heading, at) => {
    const column = sheet.getColumn(at + 1);
    column.width = heading.length > 4 ? 22 : 14;
    column.numFmt = '@'; // else an identity number loses its last digits
  });
  const explained = sheet.getCell(1, 1);
  explained.value = importZhCN.templates[kind];
  explained.alignment = { wrapText: true, vertical: 'middle' };
  sheet.mergeCells(1, 1, 1, headings.length);
  sheet.getRow(1).height = 36;
  headings.forEach((heading, at) => {
    const place = sheet.getCell(2, at + 1);
    place.value = heading;
    place.font = { bold: true };
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}
