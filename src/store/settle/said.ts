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
      for (const [code, name] of own.entries()) known.push(`(${num(at)}, ${script.text(name)}, ${num(code)}, 0)`);
      for (const { id, label, bit } of named)
        for (const name of new Set([id, label])) raising.push(`(${num(at)}, ${script.text(name)}, -1, ${num(bit)})`);
      if (own.length > 0 || named.length > 0) slots.push(at);
    }
  }
  const said: Said = {
    levels: (slot) => levels.get(slot) ?? [],
    extras: (slot) => extras.get(slot) ?? [],
    used: slots.length > 0,
  };
  if (!said.used) return said;
  const plain = JOINERS.reduce((text, joiner) => `replace(${text}, '${joiner}', ',')`, 'level');
  const spoken = script.view(
    `select distinct slot, level from f where x = 0 and level is not null and ${isAmong('slot', slots)}`,
  );
  // First the whole text, then cut at the joiners one character a row: no engine but each its own has a function for it.
  const next = 'substr(plain, cast(pos as integer), 1)';
  script.step(
    'cut',
    `select slot, level, ${plain} as plain, 0 as pos, 0 as at, level as part from ${spoken} t
    union all select slot, level, plain, pos + 1, case when pos = 0 then 1 when ${next} = ',' then at + 1 else at end,
      case when pos = 0 or ${next} = ',' then cast('' as text) else part || ${next} end
    from cut where pos <= length(plain) and replace(plain, ',', '') <> plain`,
    '(slot, level, plain, pos, at, part)',
  );
  const word = script.view(
    `select slot, level, at, case when pos = 0 then part else ${trimmed(script, 'part')} end as part from cut
    where pos = 0 or pos > length(plain) or ${next} = ','`,
  );
  const words = [...known, ...raising];
  script.step('vocabulary', `values ${words.join(', ')}`, '(slot, part, code, bit)');
  script.keep(
    'said',
    `select w.slot, w.level, coalesce(min(case when v.code >= 0 then w.at * ${STEP} + v.code end) % ${STEP}, -1) as name,
      cast(coalesce(sum(distinct v.bit), 0) as bigint) as mask
    from ${word} w left join vocabulary v on v.slot = w.slot and v.part = w.part group by w.slot, w.level`,
  );
  return said;
}

/** Whether a row's mask names an extra. */
export function names(mask: string, extra: NamedExtra): string {
  return `(${mask} / ${num(extra.bit)}) % 2 = 1`;
}
