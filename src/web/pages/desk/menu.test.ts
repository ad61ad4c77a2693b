import { expect, test } from 'vitest';
import { desksBeside, menuOf } from './menu.ts';

const branch = (id: string, ...roles: string[]) => ({
  id,
  name: id,
  demo: false,
  kind: 'branch' as const,
  roles,
  branches: [],
});
const above = { ...branch('S', 'superior'), kind: 'superior' as const };

test('whoever holds several offices finds each once: both lists of work are told apart, other desks are named (product §2)', () => {
  const places = [branch('A', 'member', 'committee', 'recorder'), branch('B', 'lent'), branch('C', 'member'), above];
  const menu = menuOf(places, 'A');
  expect(new Set(menu.map(({ to }) => to)).size).toBe(menu.length);
  expect(new Set(menu.map(({ label }) => label)).size).toBe(menu.length);
  expect(menu.map(({ label }) => label)).toEqual(expect.arrayContaining(['batch', 'review', 'workAbove', 'filings']));
  expect(desksBeside(places, 'A').map(({ id }) => id)).toEqual(['B']);
  expect(desksBeside(places, 'S').map(({ id }) => id)).toEqual(['A', 'B']);
  expect(menuOf(places, 'S')[0]).toEqual({ to: '/above', label: 'work' });
});
