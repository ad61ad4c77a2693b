import type { Row } from './table.ts';
import { labelKey } from './text/clean.ts';

const SUM =
  /^(?:本?[组页月季年]?(?:合计|总计|小计|共计)|[一-龥]{1,12}(?:小计|合计)|平均分?|人均分?|最高分|最低分|total)$/;
const FOOTER =
  /^(?:合计|总计|小计|共计|total|(?:备注|注|说明)(?:[:]|$)|[^:]{0,8}(?:填表人|填表日期|填报人|审核人?|制表人?|制表日期|负责人|书记|签字|签名|盖章|记录员|统计人|公示期|单位|日期)[^:]{0,6}[:])/;
/** No name has a colon in it. */
const LABEL = /^[\u3400-\u9fff()]{1,14}:/;

/** Whether a row is no entry but a sum or a note under the table 合计、备注: its first words say so. */
export function isFooter(row: Row): boolean {
  const first = row.cells[0];
  return first !== undefined && isFooterText(first.text);
}

/** Whether what stands where a person should is a sum, a note or the place of a signature 签字栏. */
export function isFooterName(text: string): boolean {
  const key = labelKey(text);
  return SUM.test(key) || FOOTER.test(key) || LABEL.test(key);
}

function isFooterText(text: string): boolean {
  const key = labelKey(text);
  return SUM.test(key) || FOOTER.test(key);
}
