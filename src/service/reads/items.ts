import type { z } from 'zod';
import { amountOf } from '#contract/amount.ts';
import type { AnswerOf, InputOf } from '#contract/api.ts';
import type { itemAnswer } from '#contract/read/branch.ts';
import { statusOn } from '#domain/ledger/member.ts';
import { itemLabel, openingItem } from '#domain/process/opening.ts';
import type { Item } from '#domain/scheme/node.ts';
import type { NodeEntry, Scheme } from '#domain/scheme/scheme.ts';
import { isFor, mostOf, type Profile, type Value, worthOf } from '#domain/score/worth.ts';
import type { Reading } from '#service/reading.ts';
import { readMember } from '#store/member.ts';

type ItemAnswer = z.infer<typeof itemAnswer>;
type Asked = Pick<ItemAnswer, 'asks' | 'worth' | 'per' | 'unit' | 'levels' | 'from' | 'to'>;

/** From here on a judgement has no bound of its own. */
const OPEN = 1e14;

/** The items of the scheme in force on a day 可申报项目, with what they are worth to whoever asks: `item.list`. @throws right.missing */
export async function listItems(
  reading: Reading,
  { day = reading.today }: InputOf<'item.list'>,
): Promise<AnswerOf<'item.list'>> {
  await reading.allow([], '#items');
  const scheme = await reading.context.schemes.inForce(reading.rows, reading.at, day);
  if (!scheme) return { scheme: { title: '', version: 0, effective: day }, items: [], vetoes: [] };
  const member = (await readMember(reading.rows, reading.at, reading.by))?.member;
  const profile: Profile = (member && statusOn(member, day)) ?? {};
  const { document, nodes } = scheme;
  const entries = [...nodes.values()].filter((entry) => entry.kind === 'item');
  return {
    scheme: { title: document.title, version: document.version ?? 1, effective: document.effective ?? day },
    items: [...entries.map((entry) => itemOf(scheme, entry, profile)), ...openingsOf(scheme)],
    vetoes: (document.vetoes ?? []).map(({ id, label, clause }) => ({
      id,
      label,
      ...(clause !== undefined && { clause }),
    })),
  };
}

/** The openings of the components, so that their lines have a name; nobody declares them. */
function openingsOf(scheme: Scheme): readonly ItemAnswer[] {
  return scheme.document.components.map(({ id, label, clause }) => ({
    id: openingItem(id),
    label: itemLabel(scheme, openingItem(id)) ?? label,
    ...(clause !== undefined && { clause }),
    component: { id, label },
    asks: 'points',
    declare: false,
    evidence: 'optional',
    deduction: false,
    opening: true,
  }));
}

function itemOf(
  scheme: Scheme,
  { node, clause, parent }: NodeEntry & { readonly kind: 'item' },
  profile: Profile,
): ItemAnswer {
  const { id, label, source, note, basis, declare, evidence } = node;
  const above = placesAbove(scheme, parent);
  const component = above.at(-1);
  const group = above.length > 1 ? above[0]?.node.label : undefined;
  const { value } = worthOf(node, profile);
  const fits = [...above.map((one) => one.node), node].every((one) => !('label' in one) || isFor(one, profile));
  return {
    id,
    label,
    ...(clause !== undefined && { clause }),
    ...(source !== undefined && { source }),
    ...(note !== undefined && { note }),
    component: { id: component?.node.id ?? '', label: component?.node.label ?? '' },
    ...(group !== undefined && { group }),
    ...askedOf(node, value, scheme.document.display?.decimals ?? 2),
    ...(basis !== undefined && { basis }),
    declare: declare !== 'never' && fits && value.kind !== 'none' && value.kind !== 'review' && value.kind !== 'meets',
    evidence: evidence ?? 'optional',
    deduction: isDeduction(value),
  };
}

function placesAbove(
  scheme: Scheme,
  parent: string | undefined,
): readonly (NodeEntry & { readonly kind: 'component' | 'group' })[] {
  const entry = parent === undefined ? undefined : scheme.nodes.get(parent);
  return entry?.kind === 'component' || entry?.kind === 'group' ? [entry, ...placesAbove(scheme, entry.parent)] : [];
}

/** Whether it takes points away: what it can come to at most is nothing or less, and it says a number. */
function isDeduction(value: Value): boolean {
  if (value.kind === 'lost') return true;
  if (value.kind === 'each') return value.points < 0;
  if (value.kind === 'once') return value.yes < 0;
  if (value.kind === 'levels') return value.of.size > 0 && [...value.of.values()].every((points) => points <= 0);
  if (value.kind === 'judged') return value.from < 0 && value.to <= 0;
  return mostOf(value) < 0;
}

/** What a fact under the item has to say, and the numbers that go with it. */
function askedOf({ each }: Item, value: Value, decimals: number): Asked {
  const amount = (points: number) => amountOf(points, decimals);
  switch (value.kind) {
    case 'each': {
      const { per = 10_000, unit } = each ?? {};
      const single = value.steps === 'whole' && value.per === 10_000 && (unit ?? '次') === '次';
      return {
        asks: single ? 'nothing' : 'quantity',
        worth: amount(value.points),
        per: amountOf(per, 4),
        unit: unit ?? '次',
      };
    }
    case 'once':
      return { asks: 'yes', worth: amount(value.yes) };
    case 'levels':
      return { asks: 'level', levels: [...value.of].map(([label, worth]) => ({ label, worth: amount(worth) })) };
    case 'judged':
      return {
        asks: 'points',
        ...(Math.abs(value.from) < OPEN && { from: amount(value.from) }),
        ...(Math.abs(value.to) < OPEN && { to: amount(value.to) }),
      };
    case 'convert':
      return { asks: 'score', worth: amount(value.worth) };
    case 'steps':
      return { asks: value.on === 'count' ? 'nothing' : value.on === 'score' ? 'score' : 'quantity' };
    default:
      return { asks: 'nothing' };
  }
}
