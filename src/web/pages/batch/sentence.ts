import type { AnswerOf } from '#contract/api.ts';
import type { ListedMember } from '#contract/member.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import { findDay } from './day-words.ts';
import { NUMBER, readNumber } from './number-words.ts';

type Item = Pick<AnswerOf<'item.list'>['items'][number], 'id' | 'label' | 'unit' | 'levels'>;
type Person = Pick<ListedMember, 'id' | 'code' | 'name' | 'keys'>;

/** What a sentence is read with: the branch's members and items, and today. */
export type Known = { readonly members: readonly Person[]; readonly items: readonly Item[]; readonly today: Day };

/** One person of the sentence 拟录人员: the word it was named by, and everyone who could be meant; nobody is guessed. */
export type Named = {
  readonly said: string;
  readonly who: readonly string[];
  readonly amount?: Points;
};

/** What a sentence says 一句话录入: persons, day, item or the items that could be meant, level, and the words that nobody understood. */
export type Sentence = {
  readonly people: readonly Named[];
  readonly day?: Day;
  readonly items: readonly string[];
  readonly level?: string;
  readonly unread: readonly string[];
};

/** A stretch of the sentence that was understood. */
type Piece = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'person'; readonly said: string; readonly who: readonly string[] }
  | { readonly kind: 'amount'; readonly amount: Points; readonly each: boolean }
  | { readonly kind: 'other' }
);

/** What stands between the words and says nothing. */
const BETWEEN = /(?:[\s,，、;；。:：和与及都共]|同志们?|等人|参加了?|每人|分别|各)+/;

/** One form of letters, digits and the dot inside a name. */
export function plain(text: string): string {
  return text
    .replace(/[！-～]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfe_e0))
    .replace(/[•・‧∙⋅●]/g, '·')
    .replaceAll('　', ' ');
}

/** Blanks a stretch out, so that it is not read twice. */
const without = (text: string, { from, to }: { readonly from: number; readonly to: number }): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);

/** Reads a sentence such as 张三 李四 5月9日 志愿服务 各2小时; what is not certain is asked, and what is not understood is told. */
export function readSentence(written: string, { members, items, today }: Known): Sentence {
  let text = plain(written);
  const pieces: Piece[] = [];
  const take = (piece: Piece): void => {
    pieces.push(piece);
    text = without(text, piece);
  };
  const day = findDay(text, today);
  if (day) take({ kind: 'other', from: day.from, to: day.to });
  for (const piece of namesIn(text, members)) take(piece);
  const found = itemIn(text, items);
  if (found.at) take({ kind: 'other', ...found.at });
  const item = found.ids.length === 1 ? items.find(({ id }) => id === found.ids[0]) : undefined;
  const level = levelIn(text, item ? [item] : items.filter(({ id }) => found.ids.includes(id)));
  if (level) take({ kind: 'other', from: level.from, to: level.to });
  for (const piece of amountsIn(text, items)) take(piece);
  for (const piece of keysIn(text, members)) take(piece);
  const rest = text.split(BETWEEN).filter((one) => one !== '');
  const part = found.ids.length === 0 ? partOf(rest, items) : undefined;
  return {
    people: peopleOf(pieces),
    ...(day && { day: day.day }),
    items: part?.ids ?? found.ids,
    ...(level && { level: level.label }),
    unread: part ? rest.filter((one) => one !== part.word) : rest,
  };
}

/** Whole names, the longest first; a roster number beside a name says which of the namesakes is meant. */
function namesIn(text: string, members: readonly Person[]): Piece[] {
  const pieces: Piece[] = [];
  let left = text;
  const names = [...new Set(members.map(({ name }) => plain(name)))].toSorted((a, b) => b.length - a.length);
  for (const name of names)
    for (let from = left.indexOf(name); from >= 0; from = left.indexOf(name)) {
      const same = members.filter((one) => plain(one.name) === name);
      const number = /^ ?[(（]?([A-Za-z]*\d+)[)）]?/.exec(left.slice(from + name.length));
      const one = number && same.find(({ code }) => code.toLowerCase() === number[1]?.toLowerCase());
      const to = from + name.length + (one ? number[0].length : 0);
      pieces.push({ kind: 'person', said: name, who: (one ? [one] : same).map(({ id }) => id), from, to });
      left = without(left, { from, to });
    }
  return pieces;
}

/** Words in letters: a roster number, or the sound of a name in full, by initials, or begun. */
function keysIn(text: string, members: readonly Person[]): Piece[] {
  return [...text.matchAll(/[A-Za-z]+\d*|[\d.]+/g)].flatMap((match) => {
    const said = match[0];
    // A number alone has three digits or more where it is somebody's; a shorter or broken one is a quantity.
    if (/^[\d.]/.test(said) && !/^\d{3,}$/.test(said)) return [];
    const word = said.toLowerCase();
    const numbered = members.filter(({ code }) => code.toLowerCase() === word);
    const keyed = members.filter(({ keys }) => keys.split(' ').includes(word));
    const begun =
      word.length < 2 ? [] : members.filter(({ keys }) => keys.split(' ').some((key) => key.startsWith(word)));
    const who = [numbered, keyed, begun].find(({ length }) => length > 0) ?? [];
    if (who.length === 0) return [];
    const from = match.index;
    return [{ kind: 'person', said, who: who.map(({ id }) => id), from, to: from + said.length } as const];
  });
}

/** An item by its id or whole label, the longest that stands there. */
function itemIn(
  text: string,
  items: readonly Item[],
): { readonly ids: readonly string[]; readonly at?: { readonly from: number; readonly to: number } } {
  const words = [...new Set(items.flatMap(({ id, label }) => [id, label]))]
    .filter((word) => text.includes(word))
    .toSorted((a, b) => b.length - a.length);
  const [word] = words;
  if (word === undefined) return { ids: [] };
  const from = text.indexOf(word);
  const ids = items.filter(({ id, label }) => id === word || label === word).map(({ id }) => id);
  return { ids, at: { from, to: from + word.length } };
}

/** Items by part of their label: a word of two characters or more that stands in it; the longest such word that fits the fewest. */
function partOf(
  rest: readonly string[],
  items: readonly Item[],
): { readonly ids: readonly string[]; readonly word: string } | undefined {
  const fitting = rest
    .filter((word) => word.length >= 2)
    .map((word) => ({ word, ids: items.filter(({ label }) => label.includes(word)).map(({ id }) => id) }))
    .filter(({ ids }) => ids.length > 0);
  return fitting.toSorted((a, b) => a.ids.length - b.ids.length || b.word.length - a.word.length)[0];
}

/** A level 等次 of one of the items. */
function levelIn(
  text: string,
  items: readonly Item[],
): { readonly label: string; readonly from: number; readonly to: number } | undefined {
  const labels = items.flatMap(({ levels }) => (levels ?? []).map(({ label }) => label));
  const label = labels.filter((one) => text.includes(one)).toSorted((a, b) => b.length - a.length)[0];
  if (label === undefined) return undefined;
  const from = text.indexOf(label);
  return { label, from, to: from + label.length };
}

/** Numbers with a unit: of the items, hours, times, points. */
function amountsIn(text: string, items: readonly Item[]): Piece[] {
  const units = [
    ...new Set(['个小时', '小时', '次', '分', ...items.flatMap(({ unit }) => (unit ? [plain(unit)] : []))]),
  ];
  // A unit is a word of the scheme, such as 次(场): none of its characters means anything here.
  const longest = units
    .toSorted((a, b) => b.length - a.length)
    .map((unit) => unit.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('|');
  const amount = new RegExp(`(各|每人|分别)? ?(${NUMBER}) ?(?:${longest})(?:(半)(?!天))?`, 'g');
  return [...text.matchAll(amount)].flatMap((found) => {
    const number = readNumber(found[2] ?? '');
    if (number === undefined) return [];
    const half = found[3] === undefined ? 0 : 5000;
    const from = found.index;
    return [
      {
        kind: 'amount',
        amount: number + half,
        each: found[1] !== undefined,
        from,
        to: from + found[0].length,
      } as const,
    ];
  });
}

/** A quantity is for those named since the last one before it; one alone, or one with 各, is for everybody who has none. */
function peopleOf(pieces: readonly Piece[]): readonly Named[] {
  const order = pieces.toSorted((a, b) => a.from - b.from);
  const amounts = order.flatMap((one) => (one.kind === 'amount' ? [one] : []));
  const people: Named[] = [];
  let since = 0;
  for (const piece of order) {
    if (piece.kind === 'person') people.push({ said: piece.said, who: piece.who });
    if (piece.kind !== 'amount' || amounts.length === 1) continue;
    for (let at = since; at < people.length; at++) people[at] = { ...people[at], amount: piece.amount } as Named;
    since = people.length;
  }
  const [all] = amounts.length === 1 ? amounts : amounts.filter(({ each }) => each);
  const given = people.map((one) => (one.amount === undefined && all ? { ...one, amount: all.amount } : one));
  // Who is named twice is one person.
  return given.filter(
    (one, at) => one.who.length !== 1 || given.findIndex(({ who }) => who.length === 1 && who[0] === one.who[0]) === at,
  );
}
