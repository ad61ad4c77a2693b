import { ONCE, type Points, showPoints } from '#domain/kernel/points.ts';
import { fill } from '#words/fill.ts';
import { paperDay } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** A fact 事项 as far as it is said beside its item. */
type Fact = {
  readonly quantity?: number | undefined;
  readonly level?: string | undefined;
  readonly score?: number | undefined;
};

const { frame, declaration, exemption, objection, objectionAnswer, appeal } = paperZhCN;

/** How much, at which level or with which result something was done 数量、等级、成绩; empty where the item says it all, as once and 是 do. */
export function sayHowMuch({ quantity, level, score }: Fact, unit: string = frame.times): string {
  const once = quantity === ONCE && unit === frame.times;
  const said = [
    ...(quantity === undefined || once ? [] : [`${showPoints(quantity, 4)}${unit}`]),
    ...(level === undefined || level === '是' ? [] : [level]),
    ...(score === undefined ? [] : [fill(frame.score, { n: showPoints(score) })]),
  ];
  return said.join('，');
}

/** How many files are attached 附件. */
export function sayFiles(n: number): string {
  return fill(declaration.files, { n });
}

/** Something that happened on a day under an item; without an item, that it was determined 评定事项. */
export function sayThing(day: string, item: string = objection.line): string {
  return fill(frame.on, { day: paperDay(day), item });
}

/** A line that whoever asks may not open 单项评定. */
export function sayLineAlone(): string {
  return objection.lineAlone;
}

/** The total of a year 年度积分合计. */
export function sayTotal(year: string): string {
  return fill(objection.total, { year });
}

/** What a line came to 评定结果: its points where they are known, and its entry in the ledger. */
export function sayGiven(points: Points | undefined, entry: number | undefined): string {
  const given =
    points !== undefined && fill(points < 0 ? objection.taken : objection.given, { n: showPoints(Math.abs(points)) });
  const entered = entry !== undefined && fill(objection.entered, { entry });
  return [given, entered].filter((one) => one !== false).join('，');
}

/** What a year came to as it was sealed 年度积分, with the number of the document. */
export function sayYearly(total: Points, number: number): string {
  return fill(objection.yearly, { n: showPoints(total), number });
}

/** What the branch answered to an objection before an appeal 党支部答复情况. */
export function sayAnswered(day: string, result: 'upheld' | 'partly' | 'dismissed', finding: string): string {
  return fill(appeal.answered, { day: paperDay(day), result: objectionAnswer[result], finding });
}

/** Whether a member is full or probationary 党员类别: every other standing is a full member’s. */
export function sayMembership(standing: string | undefined): string {
  return standing === 'probationary' ? exemption.probationary : exemption.full;
}

/** What was agreed to an absence: by the superior, or by the meeting as it was noted 同意、通过. */
export function sayAgreed(by: 'superior' | 'meeting', day: string): string {
  return fill(by === 'superior' ? exemption.agreed : exemption.passed, { day: paperDay(day) });
}
