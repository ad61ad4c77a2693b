import { showPoints } from '#domain/kernel/points.ts';
import { fill } from '#words/fill.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import type { Asking } from './asking.ts';

/** What is said of an item 项目 on a form: its name, and the unit of a quantity. */
type Named = { readonly label: string; readonly unit?: string };

/** The fact of a line, as far as a form says it. */
type Said = {
  readonly item: string;
  readonly quantity?: number | undefined;
  readonly level?: string | undefined;
  readonly score?: number | undefined;
  readonly ref?: string | undefined;
};

const { frame } = paperZhCN;

/** The items of the scheme on a day by id, each as it is called; an item that is gone reads as its id’s own words. */
export async function itemsNamed(asking: Asking, day: string): Promise<(id: string) => Named> {
  const { items } = await asking.ask('item.list', { day });
  const known = new Map(items.map(({ id, label, unit }) => [id, { label, ...(unit !== undefined && { unit }) }]));
  return (id) => known.get(id) ?? { label: id.replace(/^[A-Z0-9]+-/, '') };
}

/** How much, at which level or with which result something was done, in a few words; empty where the item says it all. */
export function factWords({ quantity, level, score }: Said, { unit }: { readonly unit?: string }): string {
  const said = [
    ...(quantity === undefined ? [] : [`${showPoints(quantity, 4)}${unit ?? frame.times}`]),
    ...(level === undefined || level === '是' ? [] : [level]),
    ...(score === undefined ? [] : [fill(frame.score, { n: showPoints(score) })]),
  ];
  return said.join('，');
}

/** What a fact refers to 凭据; one that names a finding by its id says nothing on paper. */
export function refWords({ ref }: Said): string | undefined {
  return ref === undefined || /^(objection|appeal|opening):/.test(ref) ? undefined : ref;
}
