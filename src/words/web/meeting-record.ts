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
