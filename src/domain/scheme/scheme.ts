import type { SchemeDocument } from './document.ts';
import type { Component, Extra, Group, Item } from './node.ts';

declare const checked: unique symbol;

/** One node of the scheme with its place: the ids above it, its path in the document, and the clause that holds for it. */
export type NodeEntry = {
  readonly path: string;
  readonly parent?: string;
  readonly clause?: string;
} & (
  | { readonly kind: 'component'; readonly node: Component }
  | { readonly kind: 'group'; readonly node: Group }
  | { readonly kind: 'item'; readonly node: Item }
  | { readonly kind: 'extra'; readonly node: Extra }
);

/** A scheme 方案 that passed `check`: the only thing `evaluate` accepts. Nodes by id, in the order of the document. */
export type Scheme = {
  readonly document: SchemeDocument;
  readonly nodes: ReadonlyMap<string, NodeEntry>;
  readonly [checked]: true;
};

/** The clause that holds for a node: its own, else that of the node above; none where it is an example of ours (issue: never a clause of the source). */
export function clauseOf(node: { clause?: string; source?: string }, above: string | undefined): string | undefined {
  return node.clause ?? (node.source === 'example' ? undefined : above);
}

const place = (
  path: string,
  parent: string | undefined,
  clause: string | undefined,
): Pick<NodeEntry, 'path' | 'parent' | 'clause'> => ({
  path,
  ...(parent !== undefined && { parent }),
  ...(clause !== undefined && { clause }),
});

/** Walks a document's nodes in order, each with its place; ids may repeat here, `check` names that. */
export function walk(document: SchemeDocument): NodeEntry[] {
  const found: NodeEntry[] = [];
  const items = (list: readonly Item[], path: string, parent: string, above: string | undefined): void => {
    for (const [at, node] of list.entries()) {
      const here = `${path}.items[${at}]`;
      const clause = clauseOf(node, above);
      found.push({ kind: 'item', node, ...place(here, parent, clause) });
      for (const [index, extra] of (node.extra ?? []).entries())
        found.push({
          kind: 'extra',
          node: extra,
          ...place(`${here}.extra[${index}]`, node.id, clauseOf(extra, clause)),
        });
    }
  };
  const groups = (list: readonly Group[], path: string, parent: string, above: string | undefined): void => {
    for (const [at, node] of list.entries()) {
      const here = `${path}.groups[${at}]`;
      const clause = clauseOf(node, above);
      found.push({ kind: 'group', node, ...place(here, parent, clause) });
      groups(node.groups ?? [], here, node.id, clause);
      items(node.items ?? [], here, node.id, clause);
    }
  };
  for (const [at, node] of document.components.entries()) {
    const here = `components[${at}]`;
    const clause = clauseOf(node, document.clause);
    found.push({ kind: 'component', node, ...place(here, undefined, clause) });
    groups(node.groups ?? [], here, node.id, clause);
    items(node.items ?? [], here, node.id, clause);
  }
  return found;
}

/** Marks a document as checked; called by `check` alone. */
export function asScheme(document: SchemeDocument, entries: readonly NodeEntry[]): Scheme {
  const nodes = new Map(entries.map((entry) => [entry.node.id, entry]));
  return { document, nodes } as unknown as Scheme;
}
