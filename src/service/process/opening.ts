import type { InputOf } from '#contract/api.ts';
import { type Span, within } from '#domain/kernel/day.ts';
import { quarterText } from '#domain/kernel/period.ts';
import type { Json } from '#domain/ledger/canonical.ts';
import { type Member, statusOn } from '#domain/ledger/member.ts';
import { month as monthStep } from '#domain/process/month.ts';
import { openable, openedBy, openingItem, sourceRef, speaks } from '#domain/process/opening.ts';
import { quarter as quarterStep } from '#domain/process/quarter.ts';
import { reachOfNode } from '#domain/scheme/check/reach.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { periodsOf, yearSpan } from '#domain/score/cycle.ts';
import type { Doing } from '#service/doing.ts';
import type { DossierBodies, OpeningRow, RowDoubt, RowProblem } from '#store/bodies-dossier.ts';
import { listCounted } from '#store/entry.ts';
import type { Matter } from '#store/matter.ts';
import { readMatter } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import { serveHearing } from './hearing.ts';
import { openedIn, reviewMonth } from './line-facts.ts';

type Body = DossierBodies['dossier'];
type Given = Extract<InputOf<'dossier.read'>['rows'], { until: unknown }>;
type Said = Pick<Body, 'openings' | 'problems' | 'doubts' | 'gone' | 'unchanged'>;

/** The months of a year, for the outermost that a component can come to. */
const MONTHS = 12;

/** The scheme and the days for which a sheet can speak. @throws month.no-scheme, opening.other-year, opening.by-period */
async function placeOf(doing: Doing, until: string): Promise<{ readonly scheme: Scheme; readonly span: Span }> {
  const scheme = await doing.context.schemes.inForce(doing.rows, doing.at, doing.today);
  if (!scheme) return doing.refuse({ refused: 'month.no-scheme' });
  const { cycle } = scheme.document;
  const year = yearSpan(cycle, doing.today);
  const [first] = (cycle?.year ?? 'whole') === 'whole' ? [] : periodsOf(cycle, year);
  for (const guard of openable) doing.must(guard, { until, today: doing.today, year, ...(first && { alone: first }) });
  return { scheme, span: { from: year.from, to: until } };
}

/** What stands about the members on the days of a sheet already: openings that speak, and whatever else counts or may come to count. */
async function standing(doing: Doing, span: Span) {
  const opened = new Set<string>();
  const noted = new Set<string>();
  for (const line of await doing.list('line', { notState: ['withdrawn', 'rejected', 'reversed', 'draft'] })) {
    const [opening] = openedIn(line);
    if (opening && speaks(opening) && opening.to >= span.from) opened.add(line.subject ?? '');
    else if (!opening && within(line.body.fact.day, span)) noted.add(line.subject ?? '');
  }
  for (const { member, fact } of await listCounted(doing.rows, doing.at, span)) {
    if (openedBy(fact.item) !== undefined) opened.add(member);
    else if (!fact.item.startsWith('veto:')) noted.add(member);
  }
  return { opened, noted };
}

/** Why rows of a sheet cannot become openings: what they say would count twice. */
async function twiceIn(doing: Doing, rows: readonly OpeningRow[], span: Span): Promise<Body['problems']> {
  const { opened, noted } = await standing(doing, span);
  return rows.flatMap(({ row, member }): Body['problems'] => {
    const problem: RowProblem | undefined = opened.has(member)
      ? 'opening-there'
      : noted.has(member)
        ? 'facts-before'
        : undefined;
    return problem === undefined ? [] : [{ row, problem }];
  });
}

/** Whether points lie outside all that a component can come to for a member 超出方案范围: to be looked at, for schemes change. */
function isOutside(scheme: Scheme, member: Member, { points }: OpeningRow, until: string): boolean {
  const category = statusOn(member, until)?.category;
  return scheme.document.components.some((component) => {
    const said = points[component.id];
    if (said === undefined) return false;
    const { least, most, past } = reachOfNode(component, category, MONTHS);
    return said < least || said > most + past.most;
  });
}

/** Reads a sheet of openings 启用前积分表 by the roster's numbers: what it says of whom, what stands in the way, what is to be looked at. */
export async function readOpenings(doing: Doing, { until, source, points: given }: Given): Promise<Said> {
  const { scheme, span } = await placeOf(doing, until);
  const components = new Set(scheme.document.components.map(({ id }) => id));
  const members = await listMembers(doing.rows, doing.at);
  const known = new Map(members.map(({ code, member }) => [code, member]));
  const problems: Body['problems'][number][] = [];
  const doubts: { row: number; doubt: RowDoubt }[] = [];
  const rows: OpeningRow[] = [];
  for (const [at, { row = at + 1, code, points }] of given.entries()) {
    const member = known.get(code);
    const problem = problemOf(member, rows, points, components);
    if (problem !== undefined) problems.push({ row, problem });
    if (!member) continue;
    const taken = {
      row,
      member: member.id,
      points: Object.fromEntries(points.map((one) => [one.component, one.points])),
    };
    rows.push(taken);
    const held = statusOn(member, until)?.standing;
    if (held === undefined || held === 'transferred') doubts.push({ row, doubt: 'not-in-branch' });
    if (isOutside(scheme, member, taken, until)) doubts.push({ row, doubt: 'points-outside' });
  }
  problems.push(...(await twiceIn(doing, rows, span)));
  const named = new Set(rows.map(({ member }) => member));
  const gone = members.flatMap(({ code, member }) => {
    const held = statusOn(member, doing.today)?.standing;
    const here = held !== undefined && held !== 'transferred' && held !== 'deceased';
    return here && !named.has(member.id) ? [{ member: member.id, code, name: member.name }] : [];
  });
  return {
    openings: { source: { ...source, from: span.from, until }, rows },
    problems: problems.toSorted((a, b) => a.row - b.row),
    doubts,
    gone,
    unchanged: 0,
  };
}

function problemOf(
  member: Member | undefined,
  rows: readonly OpeningRow[],
  points: Given['points'][number]['points'],
  components: ReadonlySet<string>,
): RowProblem | undefined {
  if (!member) return 'member-unknown';
  if (rows.some((one) => one.member === member.id)) return 'twice';
  if (points.some(({ component }) => !components.has(component))) return 'component-unknown';
  return new Set(points.map(({ component }) => component)).size < points.length ? 'component-twice' : undefined;
}

/** How many rows of a sheet would count twice by now: the branch has gone on since it was read. */
export async function openingProblems(doing: Doing, { openings }: Body): Promise<number> {
  if (!openings) return 0;
  const { source, rows } = openings;
  return (await twiceIn(doing, rows, { from: source.from, to: source.until })).length;
}

/** The month in which openings are reviewed: that of the cut-off, opened for them where the branch had not begun; its quarter too. @throws month.closed, quarter.determined */
async function monthFor(doing: Doing, until: string) {
  const { month, quarter, facts } = await reviewMonth(doing, { item: '', day: until });
  if (facts.month === 'closed') doing.refuse({ refused: 'month.closed' });
  if (facts.month === 'sealed' && !facts.supplement) doing.refuse({ refused: 'quarter.determined' });
  if (facts.month !== 'none') return { month, quarter };
  const to = doing.decide(monthStep, undefined, 'month.open', { schemeInForce: true });
  await doing.add('month', { id: month, state: to, period: month, body: { confirmed: [] } });
  const period = quarterText(until);
  if (!(await readMatter(doing.rows, doing.at, 'quarter', period))) {
    const opened = doing.decide(quarterStep, undefined, 'quarter.open', {});
    await doing.add('quarter', { id: period, state: opened, period, body: {} });
  }
  return { month, quarter };
}

/**
 * Makes lines of a sheet 拟登记启用前积分: the sheet is sealed and numbered, each member is told each component of its row, and the lines go the way of
 * every line: heard, reviewed by others than who brought the sheet, determined by the general meeting (decision 022).
 */
export async function applyOpenings(doing: Doing, dossier: Matter<'dossier'>): Promise<Partial<Body>> {
  const { openings } = dossier.body;
  if (!openings) return {};
  const { source, rows } = openings;
  const { scheme } = await placeOf(doing, source.until);
  const { month, quarter } = await monthFor(doing, source.until);
  const content = JSON.parse(JSON.stringify({ ...source, by: doing.by, members: rows })) as Json;
  const sheet = await doing.seal({ kind: 'opening', matter: dossier.id, period: month, content });
  const ref = sourceRef(sheet, source);
  const lines: string[] = [];
  for (const { member, points } of rows)
    for (const { id } of scheme.document.components) {
      const said = points[id];
      if (said === undefined) continue;
      const line = await doing.add('line', {
        state: 'submitted',
        subject: member,
        period: month,
        body: {
          origin: 'opening',
          declarant: doing.by,
          enteredBy: doing.by,
          fact: { item: openingItem(id), day: source.until, points: said, ref },
          points: said,
          deduction: said < 0,
          opening: { from: source.from, dossier: dossier.id, sheet },
          ...(quarter !== undefined && { supplementTo: quarter }),
        },
      });
      // What the sheet says is accepted or contested; there is nothing to decline.
      await serveHearing(doing, { kind: 'line', id: line.id, subject: member, credit: false });
      lines.push(line.id);
    }
  return { lines, openings: { ...openings, sheet } };
}
