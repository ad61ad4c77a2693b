import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { Claim } from '#domain/outcome/claim.ts';
import type { Reading } from '#service/reading.ts';
import { listDocuments } from '#store/act.ts';
import type { Noun } from '#store/bodies.ts';
import { listMatters, type Matter } from '#store/matter.ts';
import { readMember } from '#store/member.ts';
import { importHead, rememberedIn } from './imports.ts';
import { matterOf } from './matters.ts';
import { pageOf } from './page.ts';
import { vetoCourses } from './trace-veto.ts';

/** What stands in a member's file beside its lines, which have a list of their own. */
const IN_FILE = [
  'hearing',
  'objection',
  'assessment',
  'commendation',
  'talk',
  'improvement',
  'disposition',
  'absence',
] as const satisfies readonly Noun[];

type File = AnswerOf<'dossier.show'>;
type Kept = NonNullable<File['member']>['years'][number];

/** The sealed years of a member 历年积分: of each year the snapshot that stands. */
async function yearsOf(reading: Reading, member: string): Promise<Kept[]> {
  const years = new Map<string, Kept>();
  for (const { period, text } of await listDocuments(reading.rows, reading.at, 'settlement')) {
    const { members } = JSON.parse(text) as { readonly members: readonly { readonly claim: Claim }[] };
    const claim = members.find((one) => one.claim.member === member)?.claim;
    if (!claim || period === null) continue;
    const { total, rank, of, position, unranked, grade } = claim;
    years.set(period, { year: period, member, total, rank, of, position, unranked, grade });
  }
  return [...years.values()];
}

/** A matter as it stands in the file: what another member wrote about this one is without a name, and the grade alone is taken of an appraisal. */
function inFile(matter: Matter, office: boolean): ReturnType<typeof matterOf> {
  const shown = matterOf(matter);
  if (matter.noun !== 'assessment' || office) return shown;
  const { by: _, ...content } = shown.content;
  return { ...shown, content };
}

/** The grades that the meeting gave a member, each as the member's own part of its appraisal. */
async function gradesOf(reading: Reading, member: string, office: boolean): Promise<ReturnType<typeof matterOf>[]> {
  const states = office ? ['decided', 'told'] : ['told'];
  const appraisals = await listMatters(reading.rows, reading.at, 'appraisal', { state: states });
  return appraisals.flatMap((appraisal) => {
    const grade = appraisal.body.grades?.find((one) => one.member === member);
    const { content: _, ...shown } = matterOf(appraisal);
    return grade ? [{ ...shown, subject: member, content: { ...grade } }] : [];
  });
}

/** The vetoes of a member, each with its course: a number that became 0 is traced like any other (product §5.8). */
async function vetoesOf(reading: Reading, member: string): Promise<ReturnType<typeof matterOf>[]> {
  const vetoes = await listMatters(reading.rows, reading.at, 'veto', { subject: member });
  const courses = await vetoCourses(reading, vetoes);
  return vetoes.map((veto) => {
    const shown = matterOf(veto);
    const course = (courses.get(veto.id) ?? []).map((step) => ({ ...step }));
    return { ...shown, content: { ...shown.content, course } };
  });
}

/** The file of a member 党员档案, or without one the imports: `dossier.show`. @throws right.missing, member.unknown */
export async function showDossier(reading: Reading, { member, limit, cursor }: InputOf<'dossier.show'>): Promise<File> {
  const page = { limit, cursor };
  if (member === undefined) {
    await reading.allow([], '#imports');
    const imports = await listMatters(reading.rows, reading.at, 'dossier');
    // The latest first: what waits, or can still be taken back, is not on the last page.
    const { rows, next } = pageOf(imports.toReversed(), ({ id }) => id, page);
    const parents = rows.map(({ id }) => id);
    const asked = new Map(
      (await listMatters(reading.rows, reading.at, 'second', { parents })).map((one) => [one.parent, one]),
    );
    const of = (kind: 'roster' | 'facts' | 'points') => rememberedIn(imports, kind);
    const mapping = { roster: of('roster'), facts: of('facts'), points: of('points') };
    return { member: null, rows: rows.map((one) => importHead(one, asked.get(one.id))), next, mapping };
  }
  await reading.allow([member], member);
  const kept = await readMember(reading.rows, reading.at, member);
  if (!kept) throw new Refusal('member.unknown');
  const office = member !== reading.by;
  const rows = [...(await gradesOf(reading, member, office)), ...(await vetoesOf(reading, member))];
  for (const noun of IN_FILE) {
    const found: readonly Matter[] = await listMatters(reading.rows, reading.at, noun, { subject: member });
    rows.push(...found.map((matter) => inFile(matter, office)));
  }
  const { code } = kept;
  const { name, history } = kept.member;
  return {
    member: { id: member, code, name, history: [...history], years: await yearsOf(reading, member) },
    ...pageOf(rows, ({ noun, id }) => `${noun} ${id}`, page),
  };
}
