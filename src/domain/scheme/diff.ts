import type { SchemeDocument } from './document.ts';
import type { NodeEntry, Scheme } from './scheme.ts';
import { VALUE_KEYS } from './value.ts';

/** The lists of a scheme other than its nodes, by the word for one entry. */
export const PARTS = {
  category: 'categories',
  review: 'reviews',
  veto: 'vetoes',
  grade: 'grades',
  quota: 'quotas',
  warning: 'warnings',
  exemption: 'exemptions',
  use: 'uses',
} as const;

/** One entry of a scheme other than a node, such as a grade. */
export type Part = keyof typeof PARTS;

/** An entry of a scheme's list as read. */
export type PartEntry = NonNullable<SchemeDocument[(typeof PARTS)[Part]]>[number];

/** One field that differs; amounts in 1/10000 point, tables as plain objects; an absent side was not written. `value` is how an item scores. */
export type FieldChange = { readonly field: string; readonly old?: unknown; readonly new?: unknown };

/** One difference 变动 between two schemes, as plain data. */
export type Change =
  | {
      readonly kind: 'added' | 'removed';
      readonly what: NodeEntry['kind'] | Part;
      readonly id: string;
      readonly label: string;
    }
  | {
      readonly kind: 'moved';
      readonly what: NodeEntry['kind'];
      readonly id: string;
      readonly label: string;
      readonly from: string | undefined;
      readonly to: string | undefined;
    }
  | {
      readonly kind: 'changed';
      readonly what: NodeEntry['kind'] | Part | 'scheme';
      readonly id: string;
      readonly label: string;
      readonly fields: readonly FieldChange[];
    };

/**
 * What changed from one scheme 方案 to another, as data: nodes by id (moved ones too), settings, then categories, reviews, vetoes, grades, quotas,
 * warnings, exemptions and uses. The order of things is no difference; changes of notes alone come last.
 */
export function diffSchemes(a: Scheme, b: Scheme): readonly Change[] {
  const changes = [
    ...nodeChanges(a, b),
    ...settingChanges(a.document, b.document),
    ...partChanges(a.document, b.document),
  ];
  const minor = (change: Change): boolean =>
    change.kind === 'changed' && change.fields.every(({ field }) => field === 'note');
  return [...changes.filter((one) => !minor(one)), ...changes.filter(minor)];
}

function nodeChanges(a: Scheme, b: Scheme): Change[] {
  const changes: Change[] = [];
  for (const [id, old] of a.nodes) {
    const next = b.nodes.get(id);
    if (!next || next.kind !== old.kind) changes.push({ kind: 'removed', what: old.kind, id, label: old.node.label });
  }
  for (const [id, next] of b.nodes) {
    const old = a.nodes.get(id);
    const { label } = next.node;
    if (!old || old.kind !== next.kind) {
      changes.push({ kind: 'added', what: next.kind, id, label });
      continue;
    }
    if (old.parent !== next.parent)
      changes.push({ kind: 'moved', what: next.kind, id, label, from: old.parent, to: next.parent });
    const fields = fieldChanges(nodeFields(old), nodeFields(next));
    if (fields.length > 0) changes.push({ kind: 'changed', what: next.kind, id, label, fields });
  }
  return changes;
}

/** A node's own fields, without the nodes below it; the key by which an item scores goes as `value`. */
function nodeFields({ kind, node }: NodeEntry): Record<string, unknown> {
  const below = ['id', 'groups', 'items', ...(kind === 'item' ? ['extra'] : [])];
  const fields = Object.fromEntries(Object.entries(node).filter(([key]) => !below.includes(key)));
  if (kind !== 'item') return fields;
  for (const key of VALUE_KEYS) {
    if (fields[key] === undefined) continue;
    fields['value'] = { [key]: fields[key] };
    delete fields[key];
  }
  return fields;
}

// Settings whose parts are compared one by one, as `total.cap`.
const SPLIT: readonly string[] = ['total', 'rank', 'terms', 'source', 'display'];

const LISTS: readonly string[] = ['components', ...Object.values(PARTS)];

const own = (document: SchemeDocument): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(document).flatMap(([key, value]): [string, unknown][] => {
      if (LISTS.includes(key)) return [];
      return SPLIT.includes(key) ? Object.entries(value).map(([name, one]) => [`${key}.${name}`, one]) : [[key, value]];
    }),
  );

function settingChanges(a: SchemeDocument, b: SchemeDocument): Change[] {
  const fields = fieldChanges(own(a), own(b));
  if (fields.length === 0) return [];
  // Notes go last, so a note of the scheme is a change of its own.
  const groups = [fields.filter(({ field }) => field !== 'note'), fields.filter(({ field }) => field === 'note')];
  return groups
    .filter((group) => group.length > 0)
    .map((group) => ({ kind: 'changed', what: 'scheme', id: b.scheme, label: b.title, fields: group }));
}

function partChanges(a: SchemeDocument, b: SchemeDocument): Change[] {
  return (Object.keys(PARTS) as Part[]).flatMap((what) =>
    listChanges(what, a[PARTS[what]] ?? [], b[PARTS[what]] ?? []),
  );
}

function listChanges(what: Part, a: readonly PartEntry[], b: readonly PartEntry[]): Change[] {
  const changes: Change[] = [];
  const old = keyed(a);
  const next = keyed(b);
  for (const [id, entry] of old) if (!next.has(id)) changes.push({ kind: 'removed', what, id, label: labelOf(entry) });
  for (const [id, entry] of next) {
    const before = old.get(id);
    const label = labelOf(entry);
    if (!before) {
      changes.push({ kind: 'added', what, id, label });
      continue;
    }
    const fields = fieldChanges({ ...before, id: undefined }, { ...entry, id: undefined });
    if (fields.length > 0) changes.push({ kind: 'changed', what, id, label, fields });
  }
  return changes;
}

/** Entries by id, else by label and whom they are for; equals are counted, so that none is lost. */
function keyed(list: readonly PartEntry[]): Map<string, PartEntry> {
  const found = new Map<string, PartEntry>();
  for (const entry of list) {
    const group = 'for' in entry && entry.for ? `${labelOf(entry)}@${entry.for.join('、')}` : labelOf(entry);
    const key = 'id' in entry ? entry.id : group;
    let id = key;
    for (let at = 2; found.has(id); at++) id = `${key}#${at}`;
    found.set(id, entry);
  }
  return found;
}

/** The name of an entry: its label, or the grades that a quota is about. */
export function labelOf(entry: PartEntry): string {
  if ('grades' in entry) return entry.grades.join('、');
  return entry.label ?? ('id' in entry ? entry.id : '');
}

function fieldChanges(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): FieldChange[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.flatMap((field) => {
    const [old, next] = [plain(a[field]), plain(b[field])];
    if (same(old, next)) return [];
    return [{ field, ...(old !== undefined && { old }), ...(next !== undefined && { new: next }) }];
  });
}

/** A value as plain data: tables become objects, so that it can be printed as JSON and compared. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [key, plain(one)]));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  return value;
}

// The order of a list of names is no difference; the order of rows, extras and raters may be one.
function same(a: unknown, b: unknown): boolean {
  return text(a) === text(b);
}

function text(value: unknown): string {
  if (Array.isArray(value)) {
    const list = value.map(text);
    return `[${(value.every((one) => typeof one === 'string') ? list.toSorted() : list).join()}]`;
  }
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => `${JSON.stringify(key)}:${text(one)}`)
      .toSorted()
      .join()}}`;
  return JSON.stringify(value) ?? '';
}
