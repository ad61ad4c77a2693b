import type { AnswerOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { type Member, statusOn } from '#domain/ledger/member.ts';
import { type Prepared, prepare } from '#domain/score/prepare.ts';
import { type MemberRegister, memberRegisterForm } from '#paper/forms/register-member.ts';
import { worthAlone } from '#service/schemes.ts';
import { readMember } from '#store/member.ts';
import { listWords } from '#words/list.ts';
import type { Asking, Made } from './asking.ts';
import { calledOn } from './called.ts';
import { byDay, determinedPlace, strikePlace } from './determined.ts';
import { factText } from './fact-text.ts';
import { type Leaf, leafTaker, leavesAsSealed, leavesOf, strikesOf } from './leaves.ts';
import { linesByFact, listed, type ReadLine } from './lines-read.ts';
import { proofOf, type SealedAnswer } from './sealed.ts';
import { endOfQuarter, registerMeant, sheetOf } from './sealed-register.ts';
import { sealedYear } from './sealed-year.ts';

type Place = MemberRegister['lines'][number];
type Known = { readonly fact: Fact; readonly leaf?: Leaf | undefined; readonly line?: ReadLine | undefined };
type Sum = { readonly components: Readonly<Record<string, Points>>; readonly total: Points };
type Shown = Sum & {
  readonly document: SealedAnswer;
  readonly period: string;
  readonly last: Day;
  readonly known: readonly Known[];
  readonly strikes: readonly Place[];
};

/**
 * The register 党员积分登记表 of one member, oneself unless told: of a quarter as it was sealed, the latest unless told, or of a year as it was settled; each
 * line from what was claimed to its entry. @throws form.none, thing.unknown, right.missing
 */
export async function registerOfMember(asking: Asking): Promise<Made> {
  const { branch, member: id = asking.caller.person, period } = asking.query;
  const lines = await listed(asking, id);
  const kept = await asking.know((rows) => readMember(rows, branch, id));
  if (!kept) throw new Refusal('thing.unknown');
  const shown = period?.length === 4 ? await ofYear(asking, id, lines) : await ofQuarter(asking, id, lines);
  const { document, last, known, strikes, components, total } = shown;
  const text = await factText(asking);
  const called = await calledOn(asking);
  const stages = await stagesOf(asking, kept.member);
  const status = statusOn(kept.member, last);
  const cycle = await asking.cycle(last);
  const data: MemberRegister = {
    ...proofOf(asking, document),
    code: await asking.code({ kind: period?.length === 4 ? 'settlement' : 'register', of: document.number }),
    branch: await asking.branchName(),
    period: shown.period,
    member: {
      name: called(id, kept.member.name),
      standing: listWords('zh-CN').roster.standings[status?.standing ?? ''] ?? '',
      ...(status?.group !== undefined && { group: status.group }),
    },
    lines: [
      ...known.map(({ fact, leaf, line }): Place => {
        const { points, ...place } = determinedPlace(text, fact, leaf, line);
        return { ...place, ...(line && stages(line)), ...(points !== undefined && { given: points }) };
      }),
      ...strikes,
    ],
    ...(await asking.shown(last)),
    ...(cycle !== undefined && { cycle }),
    sums: (await asking.components(last)).map((one) => ({ component: one.label, points: components[one.id] ?? 0 })),
    total,
  };
  return { data, document: memberRegisterForm(data) };
}

async function ofQuarter(asking: Asking, member: string, lines: readonly ReadLine[]): Promise<Shown> {
  const registers = await asking.ask('register.show', {});
  const first = registerMeant(asking, registers);
  const { quarter } = sheetOf(first);
  // What supplements added and took back belongs to the quarter, unless one sheet is asked for by its id.
  const documents =
    asking.query.of === undefined ? registers.documents.filter((one) => one.period === first.period) : [first];
  const sheets = documents.map(sheetOf);
  const [document, sheet] = [documents.at(-1) ?? first, sheets.at(-1) ?? sheetOf(first)];
  const own = sheet.members.find((one) => one.member === member);
  if (!own) throw new Refusal('form.none');
  const last = endOfQuarter(quarter);
  const leafOf = leafTaker((await leavesAsSealed(asking, [own], last)).get(member) ?? []);
  const byId = new Map(lines.map((line) => [line.id, line]));
  const gone = new Set(sheets.flatMap(({ withdrawn }) => withdrawn));
  const standing = sheets
    .flatMap(({ members }) => members.find((one) => one.member === member)?.lines ?? [])
    .filter(({ entry }) => !gone.has(entry));
  return {
    document,
    period: quarter,
    last,
    components: own.components,
    total: own.total,
    strikes: [],
    known: byDay(standing).map(({ fact, line }) => ({ fact, leaf: leafOf(fact), line: byId.get(line ?? '') })),
  };
}

async function ofYear(asking: Asking, member: string, lines: readonly ReadLine[]): Promise<Shown> {
  const { document, year, asOf, members } = await sealedYear(asking);
  const own = members.find(({ claim }) => claim.member === member);
  if (!own) throw new Refusal('form.none');
  const { components, total } = own.claim;
  const lineOf = linesByFact(lines);
  return {
    document,
    period: year,
    last: asOf,
    components,
    total,
    strikes: strikesOf(own.tree).map(strikePlace),
    known: byDay(leavesOf(own.tree)).map((leaf) => ({ fact: leaf.fact, leaf, line: lineOf(member, leaf.fact) })),
  };
}

/** What a line came to on its way 申报分、初评分: as claimed, as reviewed, the day of the meeting that determined it, its entry. */
async function stagesOf(
  asking: Asking,
  member: Member,
): Promise<(line: ReadLine) => Pick<Place, 'claimed' | 'reviewed' | 'determined' | 'entry'>> {
  const { context, query } = asking;
  const { matters } = await asking.ask('assembly.show', {});
  const schemes = await asking.know((rows) => context.schemes.of(rows, query.branch));
  const preparedFor = new Map<Day, Prepared>();
  const claimedOf = ({ fact, decision, points }: ReadLine): Points | undefined => {
    if (decision?.as !== 'adjusted') return points;
    const prepared = preparedFor.get(fact.day) ?? prepare(schemes, fact.day);
    preparedFor.set(fact.day, prepared);
    return worthAlone(prepared, member, { ...(fact as Fact), ref: fact.ref ?? '-' });
  };
  return (line) => {
    const { points, motion, entry } = line;
    const day = meetingOf(matters, motion);
    const claimed = claimedOf(line);
    return {
      ...(claimed !== undefined && { claimed }),
      ...(points !== undefined && { reviewed: points }),
      ...(day !== undefined && { determined: day }),
      ...(entry !== undefined && { entry }),
    };
  };
}

function meetingOf(matters: AnswerOf<'assembly.show'>['matters'], motion: string | undefined): Day | undefined {
  const parent = matters.find(({ id }) => id === motion)?.parent;
  const day = matters.find(({ id }) => id === parent)?.content['day'];
  return typeof day === 'string' ? day : undefined;
}
