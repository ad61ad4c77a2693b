import { describe, expect, test } from 'vitest';
import { isBarred, type Looked } from './investigation.ts';
import {
  barredSeen,
  type Concerned,
  decidersOf,
  declarantSeen,
  hasDecided,
  isRecused,
  onlyDeciders,
  recusalsSeen,
  withoutVote,
} from './recusal.ts';

const line: Concerned = {
  subject: 'subject',
  declarant: 'declarant',
  reporter: 'reporter',
  relatives: [
    ['wife', 'subject'],
    ['reporter', 'brother'],
    ['x', 'y'],
  ],
  steppedBack: ['shy'],
};
const body = ['subject', 'a', 'reporter', 'b', 'shy', 'c', 'wife', 'away'];
const present = body.filter((person) => person !== 'away');

describe('recusal in the committee (product §3.4)', () => {
  test('bars subject, declarant, reporter, their declared relatives and whoever steps back', () => {
    const recused = ['subject', 'declarant', 'reporter', 'wife', 'brother', 'shy'];
    for (const person of recused) expect([person, isRecused(person, line)]).toEqual([person, true]);
    for (const person of ['a', 'x', 'y']) expect([person, isRecused(person, line)]).toEqual([person, false]);
  });

  test('nobody is related to nobody: an unreported line bars no one by that', () => {
    const { reporter: _, ...unreported } = line;
    expect(isRecused('brother', unreported)).toBe(false);
    expect(isRecused('a', unreported)).toBe(false);
  });

  test('leaves those who came and are not concerned, each once', () => {
    expect(decidersOf({ body: [...body, 'a'], present: [...present, 'guest'] }, line)).toEqual(['a', 'b', 'c']);
  });

  test('a decision takes more than half of the deciders, and no one else', () => {
    const vote = (...ayes: string[]) => ({ body, present, ayes });
    expect([vote('a'), vote('a', 'b'), vote('a', 'a')].map((one) => hasDecided(one, line))).toEqual([
      false,
      true,
      false,
    ]);
    expect(onlyDeciders(vote('a', 'b'), line)).toBe(true);
    expect(hasDecided(vote('a', 'reporter', 'subject'), line)).toBe(false);
    expect(onlyDeciders(vote('a', 'b', 'reporter'), line)).toBe(false);
    expect(onlyDeciders(vote('a', 'away'), line)).toBe(false);
  });

  test('with fewer than two deciders nothing is decided', () => {
    expect(hasDecided({ body: ['a', 'subject'], present: ['a', 'subject'], ayes: ['a'] }, line)).toBe(false);
    expect(hasDecided({ body: [], present: [], ayes: [] }, line)).toBe(false);
  });
});

describe('what others see', () => {
  test('a recusal reads 回避 and nothing more: a reporter cannot be told from one who steps back', () => {
    const seen = recusalsSeen({ body, present }, line);
    expect(seen).toEqual([{ person: 'subject' }, { person: 'reporter' }, { person: 'shy' }, { person: 'wife' }]);
    for (const one of seen) expect(Object.keys(one)).toEqual(['person']);
    const { reporter: _, ...unreported } = line;
    const stepping = { ...unreported, relatives: line.relatives, steppedBack: ['shy', 'reporter'] };
    expect(recusalsSeen({ body, present }, stepping)).toEqual(seen);
  });

  test('whoever did not come is not in the list, so that it says nothing of them', () => {
    expect(recusalsSeen({ body, present: ['a', 'b'] }, line)).toEqual([]);
  });

  test('who declared about another has no name', () => {
    expect(declarantSeen(line)).toBeUndefined();
    expect(declarantSeen({ subject: 'a', declarant: 'a' })).toBe('a');
  });
});

describe('recusal in the other forums (product §3.4)', () => {
  test('in the general meeting only the subject of a contested line has no vote', () => {
    expect(withoutVote({ kind: 'contested', subject: 'subject' })).toEqual(['subject']);
    expect(withoutVote({ kind: 'bundle' })).toEqual([]);
    expect(withoutVote({ kind: 'other' })).toEqual([]);
  });

  test('whoever decided or investigated before, raised it or is concerned does not look into it again', () => {
    const matter: Looked = { ...line, raisedBy: 'objector', decided: ['a'], investigated: ['b'] };
    for (const person of ['a', 'b', 'objector', 'subject', 'reporter', 'wife'])
      expect([person, isBarred(person, matter)]).toEqual([person, true]);
    expect(isBarred('c', matter)).toBe(false);
  });
});

describe('why somebody is barred is told only where it points to no reporter (product §3.4)', () => {
  const who = { body: [...body, 'declarant', 'brother'], present: [...present, 'declarant', 'brother'] };

  test('of a reported line the reporter, its relative and whoever stepped back all read 回避 alone', () => {
    const reported = { ...line, declarant: 'reporter' };
    expect(barredSeen(who, reported)).toEqual([
      { person: 'subject', why: 'subject' },
      { person: 'reporter' },
      { person: 'shy' },
      { person: 'wife', why: 'relative' },
      { person: 'brother' },
    ]);
  });

  test('of any other line the relation is told, and stepping back still has no reason', () => {
    const { reporter: _, ...own } = line;
    expect(barredSeen(who, { ...own, relatives: [['b', 'declarant']] })).toEqual([
      { person: 'subject', why: 'subject' },
      { person: 'b', why: 'relative' },
      { person: 'shy' },
      { person: 'declarant', why: 'declarant' },
    ]);
  });
});
