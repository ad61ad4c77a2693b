import { isDay } from '#domain/kernel/day.ts';
import type { Json } from './canonical.ts';
import { isObject } from './event.ts';
import type { Fact } from './fact.ts';
import { type Member, STANDINGS, type Status } from './member.ts';

/** A member as taken on the roster 名册: what the content of a `member` event says; standings follow by events of their own. */
export type Joined = Pick<Member, 'name' | 'lastTotal'> & { readonly code: string };

/** A standing with its number, 1, 2, 3 … in the history of its member: later ones win (product §2). */
export type Numbered = Status & { readonly number: number };

/** The content of a `member` event. */
export function joinedContent({ code, name, lastTotal }: Joined): Json {
  return { code, name, ...(lastTotal !== undefined && { lastTotal }) };
}

/** The content of a `standing` event. */
export function standingContent({ number, from, to, standing, category, group, role }: Numbered): Json {
  return {
    number,
    from,
    to,
    standing,
    ...(category !== undefined && { category }),
    ...(group !== undefined && { group }),
    ...(role !== undefined && { role }),
  };
}

/** The content of an `entry` or `reversal` event: the fact as determined, amounts in 1/10000. */
export function factContent({ item, day, period, quantity, level, points, score, rater, ref, note }: Fact): Json {
  return {
    item,
    day,
    ...(period !== undefined && { period }),
    ...(quantity !== undefined && { quantity }),
    ...(level !== undefined && { level }),
    ...(points !== undefined && { points }),
    ...(score !== undefined && { score }),
    ...(rater !== undefined && { rater }),
    ...(ref !== undefined && { ref }),
    ...(note !== undefined && { note }),
  };
}

type Key = 'text' | 'text?' | 'number' | 'number?' | 'day';
type Keys = Readonly<Record<string, Key>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const JOINED: Keys = { code: 'text', name: 'text', lastTotal: 'number?' };
const STANDING: Keys = {
  number: 'number',
  from: 'day',
  to: 'day',
  standing: 'text',
  category: 'text?',
  group: 'text?',
  role: 'text?',
};
const FACT: Keys = {
  item: 'text',
  day: 'day',
  period: 'text?',
  quantity: 'number?',
  level: 'text?',
  points: 'number?',
  score: 'number?',
  rater: 'text?',
  ref: 'text?',
  note: 'text?',
};

/** Reads the content of a `member` event; undefined when it is none. */
export function readJoined(content: Json | undefined): Joined | undefined {
  return fits<Joined>(content, JOINED) ? content : undefined;
}

/** Reads the content of a `standing` event; undefined when it is none. */
export function readStanding(content: Json | undefined): Numbered | undefined {
  return fits<Numbered>(content, STANDING) && STANDINGS.includes(content.standing) ? content : undefined;
}

/** Reads the content of an `entry` or `reversal` event; undefined when it is none. */
export function readFact(content: Json | undefined): Fact | undefined {
  return fits<Fact>(content, FACT) && isDay(content.day) ? content : undefined;
}

/** Whether a content has these keys, each of the right type, and no others. */
function fits<T>(content: Json | undefined, keys: Keys): content is Json & T {
  if (!isObject(content) || Object.keys(content).some((key) => !Object.hasOwn(keys, key))) return false;
  return Object.entries(keys).every(([key, kind]) => {
    const value = Object.hasOwn(content, key) ? content[key] : undefined;
    if (value === undefined) return kind.endsWith('?');
    if (kind === 'day') return typeof value === 'string' && DAY.test(value);
    return typeof value === (kind.startsWith('text') ? 'string' : 'number');
  });
}
