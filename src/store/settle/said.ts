import { isAmong, num } from './arithmetic.ts';
import { extrasOf, trimmed } from './facts.ts';
import type { Frame, Slot } from './frame.ts';

const JOINERS = ['+', '、', '，', ';', '；', '/'];
const STEP = 1_000_000;

/** An extra 另加 under one version of an item: its bit in the mask of what a level names, and its id and label. */
export type NamedExtra = { readonly id: string; readonly label: string; readonly bit: number };

/** What the level of a fact says: which of the slot's levels it is, and which extras it names. */
export type Said = {
  /** The levels of a slot in the order of their numbers. */
  readonly levels: (slot: Slot) => readonly string[];
  readonly extras: (slot: Slot) => readonly NamedExtra[];
  /** Whether rows of `said` exist at all. */
  readonly used: boolean;
};

/** The extras of an item in all versions, each pair of id and label with a bit of its own. */
function namedExtras(frame: Frame, item: number): readonly NamedExtra[] {
  const found: NamedExtra[] = [];
  for (const slot of frame.slots()) {
    if (slot.item !== item) continue;
    for (const { id, label } of slot.node.extra ?? [])
      if (!found.some((one) => one.id === id && one.label === label)) found.push({ id, label, bit: 2 ** found.length });
  }
  return found;
}

function levelNames(slot: Slot): readonly string[] {
  return slot.value.kind === 'levels' ? [...slot.value.of.keys()] : [];
}

/**
 * Adds `said` (slot, level, name, mask): for each level 级别 that some fact bears, the first of the slot's levels that it names
 * ("省级、媒体报道" names two things) and the extras. Levels are split once for each text, not for each fact.
 */
export function addSaid(frame: Frame): Said {
  const { script } = frame;
  const levels = new Map<Slot, readonly string[]>();
  const extras = new Map<Slot, readonly NamedExtra[]>();
  const known: string[] = [];
  const raising: string[] = [];
  const slots: number[] = [];
  // A fact on a day whose version lacks the item still names extras, so every slot number of the item is listed.
  for (const item of frame.items) {
    const named =
      extrasOf(frame, item.at).length > 0 || item.slots.some((slot) => slot?.node.extra)
        ? namedExtras(frame, item.at)
        : [];
    for (const [version, slot] of item.slots.entries()) {
      const at = item.at * frame.versions.length + version;
      const own = slot ? levelNames(slot) : [];
      if (slot) {
        levels.set(slot, own);
        extras.set(
          slot,
          (slot.node.extra ?? []).flatMap(({ id, label }) =>
            named.filter((one) => one.id === id && one.label === label),
          ),
        );
      }
      for (const [code, name] of own.entries()) known.push(`(${num(at)}, ${script.text(name)}, ${num(code)})`);
      for (const { id, label, bit } of named)
        for (const name of new Set([id, label])) raising.push(`(${num(at)}, ${script.text(name)}, ${num(bit)})`);
      if (own.length > 0 || named.length > 0) slots.push(at);
    }
  }
  const said: Said = {
    levels: (slot) => levels.get(slot) ?? [],
    extras: (slot) => extras.get(slot) ?? [],
    used: slots.length > 0,
  };
  if (!said.used) return said;
  script.keep(
    'spoken',
    `select distinct slot, level from f where x = 0 and level is not null and ${isAmong('slot', slots)}`,
  );
  const plain = JOINERS.reduce((text, joiner) => `replace(${text}, '${joiner}', ',')`, 'level');
  script.step('text', `select distinct level, ${plain} as plain from spoken`);
  // Cut at the joiners, one character a row: no engine but each its own has a function for it.
  script.step(
    'cut',
    `select level, plain, 1 as pos, 1 as at, cast('' as text) as part from text where plain <> level or ${isJoined('plain')}
    union all select level, plain, pos + 1, case when substr(plain, pos, 1) = ',' then at + 1 else at end,
      case when substr(plain, pos, 1) = ',' then cast('' as text) else part || substr(plain, pos, 1) end
    from cut where pos <= length(plain)`,
    '(level, plain, pos, at, part)',
  );
  script.keep(
    'word',
    `select level, 0 as at, level as part from text union all select level, at, ${trimmed(script, 'part')} from cut
    where pos > length(plain) or substr(plain, pos, 1) = ','`,
  );
  const columns = (rows: readonly string[]): string =>
    rows.length > 0 ? `values ${rows.join(', ')}` : `values (-1, '', 0)`;
  script.step('known', columns(known), '(slot, part, code)');
  script.step('raising', columns(raising), '(slot, part, bit)');
  script.step(
    'spoken_level',
    `select d.slot, d.level, min(w.at * ${STEP} + k.code) % ${STEP} as name from spoken d
    join word w on w.level = d.level join known k on k.slot = d.slot and k.part = w.part group by d.slot, d.level`,
  );
  script.step(
    'spoken_extra',
    `select slot, level, sum(bit) as mask from (select distinct d.slot, d.level, k.bit from spoken d
    join word w on w.level = d.level join raising k on k.slot = d.slot and k.part = w.part) b group by slot, level`,
  );
  script.keep(
    'said',
    `select d.slot, d.level, coalesce(n.name, -1) as name, cast(coalesce(x.mask, 0) as bigint) as mask from spoken d
    left join spoken_level n on n.slot = d.slot and n.level = d.level
    left join spoken_extra x on x.slot = d.slot and x.level = d.level`,
  );
  return said;
}

function isJoined(text: string): string {
  return `replace(${text}, ',', '') <> ${text}`;
}

/** Whether a row's mask names an extra. */
export function names(mask: string, extra: NamedExtra): string {
  return `(${mask} / ${num(extra.bit)}) % 2 = 1`;
}
