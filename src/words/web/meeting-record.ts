/** How a contested line reads in the record of a meeting 表决事项: what is recorded is Chinese whatever the page's language. */
export function contestedTitle(number: number, label: string): string {
  return `单独表决第${number}项：${label}`;
}

/** How the motion on the lines that nobody contests reads in the record. */
export function restTitle(quarter: string): string {
  return `评定${quarterTitle(quarter)}积分`;
}

/** A quarter in the record: 2026年第三季度. */
export function quarterTitle(quarter: string): string {
  return `${quarter.slice(0, 4)}年第${'一二三四'[Number(quarter.slice(5)) - 1] ?? ''}季度`;
}

/** Why somebody on the roll is not there 请假事由, as it is recorded; an empty one is no leave. */
export const LEAVES = ['病假', '事假', '公出', '在外流动', '其他'] as const;

/** How a motion on one member reads in the record of a meeting 提请表决事项. */
export const memberTitles = {
  commend: (name: string, title: string): string => `推荐${name}同志：${title}`,
  bar: (name: string): string => `${name}同志暂不推荐评先评优`,
  unqualified: (name: string): string => `民主评议评定${name}同志为不合格`,
  list: (name: string): string => `列${name}同志为不合格党员`,
  rung: (name: string, rung: string): string => `对${name}同志作${rung}处置`,
  absence: (name: string, from: string, to: string): string => `同意${name}同志长期外出（${from}至${to}）`,
};

/** How the grades of a year's appraisal read in the record. */
export function appraisalTitle(year: string): string {
  return `评定${year}年民主评议等次`;
}

/** How the decision on a version of the scheme reads in the record. */
export function schemeTitle(title: string, adopts: boolean): string {
  return `${adopts ? '通过' : '撤回'}《${title}》`;
}
