import { pinyin } from 'pinyin-pro';
import type { AnswerOf } from '#contract/api.ts';
import { statusOn } from '#domain/ledger/member.ts';
import { isAdministrator, type Role } from '#domain/permission/role.ts';
import { FOREVER } from '#service/account/rights.ts';
import { memberAnswer } from '#service/member.ts';
import type { Reading } from '#service/reading.ts';
import { accountNames } from '#store/account.ts';
import { grantsInOrg } from '#store/grant.ts';
import { listMembers } from '#store/member.ts';

/** By strokes of the surname 姓氏笔画, as official lists stand; equal names by roster number. */
const strokes = new Intl.Collator('zh-u-co-stroke');

/** The offices 职务 of a branch, as its members know them. */
const OFFICES = ['secretary', 'committee', 'discipline', 'recorder'] as const satisfies readonly Role[];

/** Sounds of names, kept: the same names are asked for at every visit. */
const sounds = new Map<string, string>();

/** What a search by sound finds a name under 拼音检索: "zhang san zs". */
export function soundKeys(name: string): string {
  const known = sounds.get(name);
  if (known !== undefined) return known;
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' }).map((one) => one.toLowerCase());
  const keys = `${syllables.join('')} ${syllables.map((one) => one.slice(0, 1)).join('')}`;
  if (sounds.size > 100_000) sounds.clear();
  sounds.set(name, keys);
  return keys;
}

type Office = AnswerOf<'member.list'>['offices'][number];

/** Who holds which office of the branch today or later 任职, in the order of the offices. */
async function officesOf({ rows, at, today }: Reading): Promise<Office[]> {
  const grants = await grantsInOrg(rows, at);
  return OFFICES.flatMap((role) =>
    grants
      .filter((one) => one.role === role && one.to >= today)
      .map(({ person, from, to }) => ({ person, role, from, ...(to !== FOREVER && { to }) })),
  );
}

/** The members of the branch, those who left it among them, and the names of others who act in it: `member.list`. @throws right.missing */
export async function listNames(reading: Reading): Promise<AnswerOf<'member.list'>> {
  await reading.allow([], '#members');
  const { rows, at, today } = reading;
  const members = (await listMembers(rows, at)).map((kept) => ({
    ...memberAnswer(kept, statusOn(kept.member, today)),
    keys: soundKeys(kept.member.name),
  }));
  const own = new Set(members.map(({ id }) => id));
  const others = new Set<string>();
  for (const org of [at, ...reading.above])
    for (const { person, role } of await grantsInOrg(rows, org))
      if (!own.has(person) && !isAdministrator(role)) others.add(person);
  return {
    offices: await officesOf(reading),
    members: members.toSorted((a, b) => strokes.compare(a.name, b.name) || (a.code < b.code ? -1 : 1)),
    others: await accountNames(rows, [...others]),
  };
}
