import type { InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import type { Day } from '#domain/kernel/day.ts';
import { ALWAYS, type Member, type Status, statusOn } from '#domain/ledger/member.ts';
import { oncePerRoster } from '#domain/process/dossier.ts';
import { rosterNeedsTwo } from '#domain/process/four-eyes.ts';
import { twoPersonsWhere } from '#domain/process/guards.ts';
import { hasVote } from '#domain/process/roll.ts';
import { settable } from '#domain/process/setting.ts';
import { scoreRows } from '#service/branch-scores.ts';
import type { Doing } from '#service/doing.ts';
import type { Handlers } from '#service/handler.ts';
import { newId } from '#service/new-id.ts';
import { addEntries } from '#store/entry.ts';
import { addGrant } from '#store/grant.ts';
import { readHead } from '#store/head.ts';
import { readMatter } from '#store/matter.ts';
import { addMembers, listMembers, readMember } from '#store/member.ts';
import { addStatuses } from '#store/status.ts';

type Given = Pick<InputOf<'roster.change'>, 'standing' | 'from' | 'to' | 'category' | 'group' | 'role'>;

/** A standing as given, without end where none was told. */
export function statusOf({ standing, from, to = ALWAYS.to, category, group, role }: Given): Status {
  return {
    standing,
    from,
    to,
    ...(category !== undefined && { category }),
    ...(group !== undefined && { group }),
    ...(role !== undefined && { role }),
  };
}

/** Whether a change gives or takes a vote on any of the days. */
export function altersVote(before: Member | undefined, after: Member, days: readonly Day[]): boolean {
  const votes = (member: Member | undefined): readonly boolean[] =>
    days.map((day) => {
      const standing = member && statusOn(member, day)?.standing;
      return standing !== undefined && hasVote(standing);
    });
  return rosterNeedsTwo(votes(before), votes(after));
}

/** A change that gives or takes a vote on any day from its first needs two persons 双人办理 (trust §2.5). @throws second.missing, second.same-person */
export function needsTwo(doing: Doing, twoNeeded: boolean): void {
  for (const guard of twoPersonsWhere) doing.must(guard, { ...doing.two, twoNeeded });
}

async function take(
  doing: Doing,
  given: Given & { readonly member?: string; readonly code: string; readonly name: string },
): Promise<string> {
  const { member: id = newId(), code, name } = given;
  const known = await listMembers(doing.rows, doing.at);
  const alike = known.filter((one) => one.member.id === id || one.code === code).length;
  doing.must(oncePerRoster, { alike });
  const member = { id, name, history: [statusOf(given)] };
  needsTwo(doing, altersVote(undefined, member, [given.from, doing.today]));
  await addMembers(doing.rows, doing.at, [{ member, code }], doing.now, doing.actor);
  return id;
}

/** What a member closes with 结转说明: its determined total by component under the scheme in force, and the head it was read from. */
async function closing(doing: Doing, member: string, to: string, day: Day) {
  const { prepared, members } = await scoreRows(doing.rows, doing.at, day);
  const year = members.find(({ kept }) => kept.member.id === member)?.year;
  return {
    member,
    day,
    to,
    scheme: prepared.scheme.document.version ?? 1,
    components: Object.fromEntries(year?.evaluation.components ?? []),
    total: year?.evaluation.total ?? 0,
    head: (await readHead(doing.rows, doing.at))?.hash ?? '',
  };
}

function answered(id: string, state: string, revision: number): ActAnswer {
  return { id, state, revision };
}

/** The acts of roster, transfers and settings 名册、组织关系转接与设定 (product §2, §4; what alters a vote needs two persons). */
export const rosterActs: Handlers<
  'roster.add' | 'roster.change' | 'transfer.close' | 'transfer.open' | 'setting.change' | 'member.lend'
> = {
  'roster.add': async (doing, given) => {
    await doing.allow({});
    return answered(await take(doing, given), given.standing, 1);
  },
  'roster.change': async (doing, given) => {
    await doing.allow({});
    const kept = await readMember(doing.rows, doing.at, given.member);
    if (!kept) return doing.refuse({ refused: 'thing.unknown' });
    const status = statusOf(given);
    const after = { ...kept.member, history: [...kept.member.history, status] };
    needsTwo(doing, altersVote(kept.member, after, [status.from, status.to]));
    await addStatuses(doing.rows, doing.at, given.member, [status], doing.now, doing.actor);
    return answered(given.member, given.standing, after.history.length);
  },
  'transfer.close': async (doing, { member, day, to }) => {
    await doing.allow({});
    const kept = await readMember(doing.rows, doing.at, member);
    if (!kept) return doing.refuse({ refused: 'thing.unknown' });
    const status: Status = { standing: 'transferred', from: day, to: ALWAYS.to };
    const after = { ...kept.member, history: [...kept.member.history, status] };
    needsTwo(doing, altersVote(kept.member, after, [day]));
    const content = await closing(doing, member, to, day);
    const number = await doing.seal({ kind: 'transfer', matter: member, content });
    await addStatuses(doing.rows, doing.at, member, [status], doing.now, doing.actor);
    return {
      ...answered(member, 'transferred', after.history.length),
      told: { statement: `${number}`, head: content.head },
    };
  },
  'transfer.open': async (doing, given) => {
    await doing.allow({});
    const id = await take(doing, given);
    const entries = given.openings.map(({ component, points }) => ({
      member: id,
      fact: { item: `opening:${component}`, day: given.from, points, ref: given.statement },
    }));
    if (entries.length > 0) await addEntries(doing.rows, doing.at, entries, doing.now, doing.actor);
    return answered(id, given.standing, 1);
  },
  'setting.change': async (doing, { settings, appealTo }) => {
    const known = await readMatter(doing.rows, doing.at, 'branch', 'settings');
    await doing.allow({});
    for (const guard of settable) doing.must(guard, settings);
    const body = { settings, ...(appealTo && { appealTo }) };
    if (!known) return doing.answer(await doing.add('branch', { id: 'settings', state: 'set', body }));
    return doing.answer(await doing.move(known, 'set', body));
  },
  'member.lend': async (doing, { person, from, to }) => {
    await doing.allow({});
    const grant = {
      org_id: doing.at,
      grant_id: newId(),
      person_id: person,
      role: 'lent' as const,
      from_day: from,
      to_day: to,
      given_by: doing.by,
      created_at: doing.now,
    };
    await addGrant(doing.rows, grant);
    return answered(grant.grant_id, 'lent', 1);
  },
};
