import type { InputOf } from '#contract/api.ts';
import { type Member, type Standing, type Status, statusOn } from '#domain/ledger/member.ts';
import { numbersAfter } from '#domain/ledger/roster-number.ts';
import type { Doing } from '#service/doing.ts';
import { newId } from '#service/new-id.ts';
import type { DossierBodies, RosterChange, RosterGone, RowProblem } from '#store/bodies-dossier.ts';
import { type KeptMember, listMembers } from '#store/member.ts';
import { statusOf } from './roster.ts';

type Body = DossierBodies['dossier'];
type Read = Pick<Body, 'roster' | 'unchanged' | 'problems'> & { readonly gone: readonly RosterGone[] };
type Rows = Extract<InputOf<'dossier.read'>['rows'], { roster: unknown }>;
type Row = Rows['roster'][number];
type Silent = NonNullable<Rows['silent']>;

/** Whether two standings say the same of a member. */
function alike(one: Status | undefined, other: Status): boolean {
  return (['standing', 'category', 'group', 'role', 'to'] as const).every((key) => one?.[key] === other[key]);
}

/** Standings that a table with only 正式党员 and 预备党员 cannot tell from these. */
const FINER: Readonly<Partial<Record<Standing, ReadonlySet<Standing>>>> = {
  full: new Set(['mobile', 'exempt', 'suspended', 'on-probation-within-party']),
  probationary: new Set(['mobile', 'exempt']),
};

/** What a row says of a member 名册行, with what held where the file says nothing. */
function statusFrom({ confirmed, ...row }: Row, silent: Silent, member: Member | undefined): Status {
  const held = member && statusOn(member, row.from);
  // Who was probationary is a full member from the day of confirmation, whenever that is imported.
  const later = confirmed !== undefined && row.standing === 'full' && confirmed > (held?.from ?? row.from);
  const from = later && (held === undefined || held.standing === 'probationary') ? confirmed : row.from;
  const given = statusOf({ ...row, from });
  if (!held) return given;
  const finer = silent.includes('standing') && FINER[given.standing]?.has(held.standing) === true;
  const kept = silent.filter((key) => key !== 'standing' && row[key] === undefined && held[key] !== undefined);
  return {
    ...given,
    ...Object.fromEntries(kept.map((key) => [key, held[key]])),
    ...(finer && { standing: held.standing }),
  };
}

/** Which member of the roster a row means: by its number, without one by the name. */
function meant(
  { code, name }: Row,
  byCode: ReadonlyMap<string, KeptMember>,
  byName: ReadonlyMap<string, readonly KeptMember[]>,
): KeptMember | 'several-named' | undefined {
  if (code !== undefined) return byCode.get(code);
  const named = byName.get(name) ?? [];
  return named.length > 1 ? 'several-named' : named[0];
}

/**
 * What a roster would change 名册差异: who joins, whose standing becomes another (with what held before), who is missing from the file; who is known by
 * another name, or stands in the roster under another number, is a problem.
 */
export async function readRoster(doing: Doing, rows: readonly Row[], silent: Silent = []): Promise<Read> {
  const all = await listMembers(doing.rows, doing.at);
  const byCode = new Map(all.map((kept) => [kept.code, kept]));
  const byName = grouped(all);
  const nextNumber = numbersAfter([...byCode.keys(), ...rows.flatMap(({ code }) => code ?? [])]);
  const given = new Set(rows.flatMap(({ code }) => code ?? []));
  const roster: RosterChange[] = [];
  const problems: Body['problems'][number][] = [];
  const seen = new Set<string>();
  let unchanged = 0;
  for (const [at, one] of rows.entries()) {
    const { row = at + 1, name } = one;
    const found = meant(one, byCode, byName);
    const kept = found === 'several-named' ? undefined : found;
    // Who has no number stands under the name until there is one.
    const key = one.code ?? kept?.code ?? `\0${name}`;
    const doubt = seen.has(key) ? 'twice' : doubtOf(one, found, byName, given);
    seen.add(key);
    if (doubt !== undefined) {
      problems.push({ row, problem: doubt });
      continue;
    }
    const status = statusFrom(one, silent, kept?.member);
    const before = kept && statusOn(kept.member, status.from);
    if (kept && alike(before, status)) {
      unchanged++;
      continue;
    }
    const code = one.code ?? kept?.code ?? nextNumber();
    const standings = kept?.member.history.length ?? 0;
    const member = kept?.member.id ?? newId();
    roster.push({ row, member, code, name, joins: !kept, standings, status, ...(before && { before }) });
  }
  const gone = all.filter(({ code, member }) => !seen.has(code) && isHere(statusOn(member, doing.today)));
  return {
    roster,
    gone: gone.map(({ code, member: { id, name } }) => ({ member: id, code, name })),
    unchanged,
    problems,
  };
}

/** Why a row cannot be taken; undefined when it can. */
function doubtOf(
  { code, name }: Row,
  found: KeptMember | 'several-named' | undefined,
  byName: ReadonlyMap<string, readonly KeptMember[]>,
  given: ReadonlySet<string>,
): RowProblem | undefined {
  if (found === 'several-named') return found;
  if (found) return found.member.name === name ? undefined : 'other-name';
  // Somebody of this name whose own number the file does not have is probably the same person, who would then vote twice.
  const others = code === undefined ? [] : (byName.get(name) ?? []);
  return others.some((other) => !given.has(other.code)) ? 'other-number' : undefined;
}

function isHere(status: Status | undefined): boolean {
  return status !== undefined && status.standing !== 'transferred' && status.standing !== 'deceased';
}

function grouped(all: readonly KeptMember[]): ReadonlyMap<string, readonly KeptMember[]> {
  const found = new Map<string, KeptMember[]>();
  for (const kept of all) {
    const same = found.get(kept.member.name);
    if (same) same.push(kept);
    else found.set(kept.member.name, [kept]);
  }
  return found;
}
