import type { z } from 'zod';
import { amountOf } from '#contract/amount.ts';
import type { tracedItem, worthAnswer } from '#contract/read/trace.ts';
import { type Member, statusOn } from '#domain/ledger/member.ts';
import { itemLabel, openedBy, openedComponent } from '#domain/process/opening.ts';
import type { Item } from '#domain/scheme/node.ts';
import type { NodeEntry, Scheme } from '#domain/scheme/scheme.ts';
import { type Value, worthOf } from '#domain/score/worth.ts';

type ItemAnswer = z.infer<typeof tracedItem>;
type WorthAnswer = z.infer<typeof worthAnswer>;

/** Beyond this a judged range has no end of its own. */
const NO_END = 1e13;

/** What a value says on the wire; the unit and the labels of a table are the item's own words. */
function worthShown(value: Value, item: Item, decimals: number): WorthAnswer {
  const points = (amount: number) => amountOf(amount, decimals);
  const { kind } = value;
  switch (kind) {
    case 'each': {
      const { unit } = item.each ?? {};
      const { per, over } = value;
      return {
        kind,
        points: points(value.points),
        per,
        ...(unit !== undefined && { unit }),
        ...(over !== undefined && { over }),
      };
    }
    case 'once':
      return { kind, points: points(value.yes), otherwise: points(value.no), over: value.per };
    case 'levels':
      return { kind, levels: [...value.of].map(([level, amount]) => ({ level, points: points(amount) })) };
    case 'judged':
      return {
        kind,
        ...(value.from > -NO_END && { from: points(value.from) }),
        ...(value.to < NO_END && { to: points(value.to) }),
      };
    case 'convert':
      return { kind, points: points(value.worth), of: value.of };
    case 'steps':
      return {
        kind,
        on: value.on,
        over: value.over,
        otherwise: points(value.otherwise),
        rows: value.rows.map(({ points: amount, ...range }, at) => {
          const label = item.steps?.rows[at]?.label;
          return { ...range, ...(label !== undefined && { label }), points: points(amount) };
        }),
      };
    case 'meets':
      return { kind, points: points(value.points), otherwise: points(value.otherwise) };
    case 'review':
      return { kind, points: points(value.worth) };
    default:
      return { kind };
  }
}

/** The component above a node. */
function componentOf({ nodes }: Scheme, entry: NodeEntry): NodeEntry {
  let at = entry;
  for (let up = at.parent; up !== undefined; up = at.parent) {
    const above = nodes.get(up);
    if (!above) break;
    at = above;
  }
  return at;
}

/** The rule of a line 计分规则: its item in the version that is in force on its day, with what that is worth to the member; undefined where no version has it. */
export function itemOf(
  scheme: Scheme,
  { item: id, day }: { readonly item: string; readonly day: string },
  member: Member | undefined,
): ItemAnswer | undefined {
  const { document, nodes } = scheme;
  if (openedBy(id) !== undefined) return openingOf(scheme, id);
  const entry = nodes.get(id);
  // What raises a single occurrence belongs to its item.
  const own = entry?.kind === 'extra' ? nodes.get(entry.parent ?? '') : entry;
  if (!entry || own?.kind !== 'item') return undefined;
  const component = componentOf(scheme, own);
  const { value } = worthOf(own.node, (member && statusOn(member, day)) ?? {});
  const { title, version = 1, effective, display } = document;
  return {
    id,
    label: entry.node.label,
    ...(entry.clause !== undefined && { clause: entry.clause }),
    component: {
      id: component.node.id,
      label: component.node.label,
      ...(component.clause !== undefined && { clause: component.clause }),
    },
    worth: worthShown(value, own.node, display?.decimals ?? 2),
    ...(own.node.basis !== undefined && { basis: own.node.basis }),
    scheme: { title, version, ...(effective !== undefined && { effective }) },
  };
}

/** Opening points of a component: what the sheet says, and no rule of the scheme. */
function openingOf(scheme: Scheme, item: string): ItemAnswer | undefined {
  const component = openedComponent(scheme, item);
  if (!component) return undefined;
  const { title, version = 1, effective } = scheme.document;
  return {
    id: item,
    label: itemLabel(scheme, item) ?? component.label,
    component: { id: component.id, label: component.label },
    worth: { kind: 'judged' },
    scheme: { title, version, ...(effective !== undefined && { effective }) },
  };
}

/** The label of an item 事项名称 by a scheme; undefined where it has none of that id. */
export function labelOf(scheme: Scheme | undefined, item: string): string | undefined {
  return itemLabel(scheme, item);
}
