import type { Row } from './table.ts';
import { labelKey } from './text/clean.ts';

const FOOTER =
  /^(?:合计|总计|小计|共计|total|(?:备注|注|说明|填表人|填表日期|填报人|审核人|制表人?|制表日期|负责人|党支部书记|单位)[:])/;

/** Whether a row is no entry but a sum or a note under the table 合计、备注: its first words say so. */
export function isFooter(row: Row): boolean {
  const first = row.cells[0];
  return first !== undefined && FOOTER.test(labelKey(first.text));
}
