import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { addMonths, type Day, earlier, endOfMonth, isDay, monthOf, parsePeriod, yearOf } from '#domain/kernel/day.ts';
import { exactPoints, type Points, pointsOf } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { ALWAYS, type Member, STANDINGS, type Status } from '#domain/ledger/member.ts';
import { branchFigures, type MemberYear, scoreBranch } from '#domain/outcome/branch-year.ts';
import { proposeGrade } from '#domain/outcome/grade.ts';
import { type Checked, check } from '#domain/scheme/check.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { yearSpan } from '#domain/score/cycle.ts';
import { ADJUSTMENTS, type Adjustment, type Explanation, findNode, recompute } from '#domain/score/explanation.ts';
import { prepare } from '#domain/score/prepare.ts';
import { totaller } from '#domain/score/totals.ts';

/** The folder of the schemes and their worked examples. */
export const SCHEMES = fileURLToPath(new URL('../schemes/', import.meta.url));

const word = z.union([z.string(), z.number()]).transform(String);

/** A number as written, exact to 1/10000: more decimals are a mistake of the example, not something to round. */
const amount = z.number().transform((written, context) => {
  const points = pointsOf(written);
  if (points !== undefined) return points;
  context.addIssue({ code: 'custom', message: `${written} has more than four decimals` });
  return z.NEVER;
});
const day = z.string().refine(isDay, 'not a day such as 2026-03-05');

const memberRow = z.strictObject({
  id: word,
  category: word.optional(),
  standing: z.enum(STANDINGS).default('full'),
  group: word.optional(),
  role: word.optional(),
  from: day.default(ALWAYS.from),
  to: day.default(ALWAYS.to),
  lastTotal: amount.optional(),
});

const factRow = z.strictObject({
  member: word.optional(),
  item: word,
  on: day.optional(),
  period: word.optional(),
  repeat: z.literal('monthly').optional(),
  quantity: amount.optional(),
  level: word.optional(),
  points: amount.optional(),
  score: amount.optional(),
  rater: word.optional(),
  ref: word.optional(),
  note: word.optional(),
});

const amounts = z.record(z.string(), amount);

const expectation = z
  .strictObject({
    total: amount,
    components: amounts,
    nodes: amounts,
    periods: amounts,
    rank: z.number().int().nullable(),
    position: z.enum(['front', 'middle', 'rear']).nullable(),
    grade: z.string().nullable(),
    gradeReason: z.string(),
    vetoed: z.boolean(),
    pending: z.number().int(),
    warnings: z.array(z.string()),
    cut: z.array(z.strictObject({ node: word, by: z.enum(ADJUSTMENTS), delta: amount.optional() })).min(1),
  })
  .partial()
  .refine((one) => Object.keys(one).length > 0, 'expects nothing');

const band = z.strictObject({
  total: amount,
  position: z.enum(['front', 'middle', 'rear']).optional(),
  category: word.optional(),
  nodes: amounts.default({}),
  quantities: amounts.default({}),
  counts: amounts.default({}),
  periods: z.array(amount).default([]),
  grade: z.string().nullable(),
  gradeReason: z.string().optional(),
});

const example = z
  .strictObject({
    name: z.string(),
    clause: word.optional(),
    case: z.string().optional(),
    fromSource: z.boolean().optional(),
    note: z.string().optional(),
    asOf: day.optional(),
    versions: z.array(z.string()).min(1).optional(),
    members: z
      .array(memberRow)
      .min(1)
      .default([{ id: '甲', standing: 'full', ...ALWAYS }]),
    facts: z.array(factRow).default([]),
    expect: expectation.optional(),
    expectEach: z.record(z.string(), expectation).optional(),
    grades: z.array(band).min(1).optional(),
  })
  .refine(
    (one) => one.expect ?? one.grades ?? Object.keys(one.expectEach ?? {}).length > 0,
    'an example needs expect, expectEach or grades',
  );

const unscored = z.strictObject({
  name: z.string(),
  case: z.string().optional(),
  fromSource: z.boolean().optional(),
  arithmetic: z.string(),
  note: z.string().optional(),
});

const examplesFile = z.strictObject({
  scheme: z.string(),
  warns: z.array(z.string()).default([]),
  refuses: z.array(z.string()).default([]),
  examples: z.array(example).default([]),
  unscored: z.array(unscored).default([]),
});

/** One worked example as read: numbers in 1/10000, one row of facts or members each as a facts file would have it. */
export type Example = z.infer<typeof example>;
/** What an example expects of one member. */
export type Expectation = z.infer<typeof expectation>;
/** A file of worked examples: the scheme they belong to, what `check` must say of it, and what the source computes that is no member's score. */
export type Examples = z.infer<typeof examplesFile>;

/** The names of all files of worked examples. */
export function exampleFiles(): string[] {
  return readdirSync(SCHEMES)
    .filter((name) => name.endsWith('.examples.yaml'))
    .toSorted();
}

/** Reads a file of worked examples; every unknown key and every number that is not exact is named. @throws Error with all of them */
export function readExamples(name: string): Examples {
  const parsed = examplesFile.safeParse(parse(readFileSync(`${SCHEMES}${name}`, 'utf8')));
  if (!parsed.success) throw new Error(`${name}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

const read = new Map<string, Checked>();

/** Reads and checks a scheme document. */
export function readScheme(name: string): Checked {
  const checked = read.get(name) ?? check(parse(readFileSync(`${SCHEMES}${name}`, 'utf8')));
  read.set(name, checked);
  return checked;
}

/** A member's year, and the totals that the quick way gives: the two must be equal. */
export type Scored = MemberYear & { readonly quick: ReturnType<ReturnType<typeof totaller>> };

/** Scores the branch of an example, under the versions that it names or under the scheme alone. @throws Error when a fact names no item or no member */
export function scoreExample(scheme: Scheme, one: Example): readonly Scored[] {
  const { cycle, effective } = scheme.document;
  const written = one.facts.flatMap((row) => row.on ?? spanOf(row.period)?.to ?? []).toSorted();
  const asOf = one.asOf ?? yearSpan(cycle, written.at(-1) ?? effective ?? '2026-12-31').to;
  const members = membersOf(one);
  const facts = new Map<string, Fact[]>(members.map(({ id }) => [id, []]));
  for (const row of one.facts) {
    const id = row.member ?? (members.length === 1 ? members[0]?.id : undefined);
    const own = id === undefined ? undefined : facts.get(id);
    if (!own) throw new Error(`a fact of ${row.item} names no member of the example: ${id ?? 'none'}`);
    own.push(...factsOf(scheme, row, asOf));
  }
  const versions = one.versions?.flatMap((name) => readScheme(name).scheme ?? []);
  const prepared = prepare(versions ?? scheme, asOf);
  const quickly = totaller(prepared);
  const figures = branchFigures(prepared, members, (at) => facts.get(members[at]?.id ?? '') ?? []);
  return scoreBranch(prepared, members, facts).map((year) => {
    const { id } = year.member;
    const quick = quickly({ member: year.member, facts: facts.get(id) ?? [], figures: figures(id) });
    return { ...year, quick };
  });
}

function membersOf({ members: rows }: Example): Member[] {
  const found = new Map<string, { history: Status[]; lastTotal: Points | undefined }>();
  for (const { id, lastTotal, from, to, standing, category, group, role } of rows) {
    const known = found.get(id) ?? { history: [], lastTotal: undefined };
    known.history.push({
      from,
      to,
      standing,
      ...(category !== undefined && { category }),
      ...(group !== undefined && { group }),
      ...(role !== undefined && { role }),
    });
    found.set(id, { history: known.history, lastTotal: lastTotal ?? known.lastTotal });
  }
  return [...found].map(([id, { history, lastTotal }]) => ({
    id,
    name: id,
    history,
    ...(lastTotal !== undefined && { lastTotal }),
  }));
}

function spanOf(period: string | undefined) {
  return period === undefined ? undefined : parsePeriod(period);
}

/** One row as the facts it stands for: itself, or with `repeat: monthly` one a month of its period, else of the year. */
function factsOf(scheme: Scheme, row: Example['facts'][number], asOf: Day): Fact[] {
  const { item: text, member: _, on, period, repeat, ...values } = row;
  const item = itemOf(scheme, text);
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const span = spanOf(period);
  if (on === undefined && span === undefined && (period !== undefined || repeat === undefined))
    throw new Error(`a fact of ${text} needs a day, a period or repeat: monthly`);
  if (on !== undefined && period !== undefined) throw new Error(`a fact of ${text} has a day and a period`);
  if (repeat === undefined) return [{ item, day: on ?? span?.to ?? '', ...(period && { period }), ...given }];
  const { from, to } = span ?? yearSpan(scheme.document.cycle, on ?? asOf);
  const facts: Fact[] = [];
  for (let first = from; first <= to; first = addMonths(first, 1)) {
    const last = endOfMonth(yearOf(first), monthOf(first));
    facts.push({
      item,
      day: on === undefined ? last : earlier(`${first.slice(0, 8)}${on.slice(8)}`, last),
      ...(on === undefined && { period: first.slice(0, 7) }),
      ...given,
    });
  }
  return facts;
}

/** The item that a text means: by id, else by label; `veto:`, `review:` and `opening:` by theirs. */
function itemOf(scheme: Scheme, text: string): string {
  const [, prefix, name = text] = /^(veto|review|opening):(.*)$/u.exec(text) ?? [];
  const { vetoes = [], reviews = [], components } = scheme.document;
  const scored = [...scheme.nodes.values()].filter(({ kind }) => kind === 'item' || kind === 'extra');
  const all = { veto: vetoes, review: reviews, opening: components }[prefix ?? ''] ?? scored.map(({ node }) => node);
  const named = all.filter(({ id }) => id === name);
  const found = named.length > 0 ? named : all.filter(({ label }) => label === name);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${text} names ${found.length} items of ${scheme.document.scheme}`);
  return prefix === undefined ? only.id : `${prefix}:${only.id}`;
}

/** Asks the bands of a scheme alone. */
export function askBands(scheme: Scheme, asked: NonNullable<Example['grades']>) {
  return asked.map((one) => {
    const { total, position, category, nodes, quantities, counts, periods } = one;
    const { grade, reason } = proposeGrade(scheme.document.grades ?? [], {
      total,
      ...(position !== undefined && { position }),
      ...(category !== undefined && { category }),
      pointsOf: (node) => nodes[node],
      measured: (item, what) => [(what === 'count' ? counts[item] : quantities[item]) ?? 0],
      periodTotals: periods,
    });
    return { total: exactPoints(total), grade, ...(one.gradeReason !== undefined && { gradeReason: reason }) };
  });
}

/** Says of a scored member just what the expectation asks about, points in their exact form, so that the two can be compared as they are. */
export function answer(year: MemberYear, asked: Expectation): Record<string, unknown> {
  const { evaluation, rank, proposal } = year;
  const has = (key: keyof Expectation): boolean => asked[key] !== undefined;
  const each = (table: Readonly<Record<string, Points>> | undefined, found: (id: string) => Points | undefined) =>
    table && Object.fromEntries(Object.keys(table).map((id) => [id, shown(found(id))]));
  return {
    ...(has('total') && { total: shown(evaluation.total) }),
    ...(asked.components && { components: each(asked.components, (id) => evaluation.components.get(id)) }),
    ...(asked.nodes && { nodes: each(asked.nodes, (id) => nodeOf(evaluation.tree, id)?.points) }),
    ...(asked.periods && {
      periods: each(asked.periods, (id) => evaluation.periods.find(({ period }) => period.id === id)?.total),
    }),
    ...(has('rank') && { rank: rank?.rank ?? null }),
    ...(has('position') && { position: rank?.position ?? null }),
    ...(has('grade') && { grade: proposal.grade }),
    ...(has('gradeReason') && { gradeReason: proposal.reason }),
    ...(has('vetoed') && { vetoed: evaluation.vetoed }),
    ...(has('pending') && { pending: evaluation.pending.length }),
    ...(has('warnings') && { warnings: year.warnings }),
    ...(asked.cut && { cut: asked.cut.map((one) => cutBy(evaluation.tree, one)) }),
  };
}

/** An expectation with its points in the exact form of `answer`. */
export function wanted(asked: Expectation): Record<string, unknown> {
  const table = (points: Readonly<Record<string, Points>>) =>
    Object.fromEntries(Object.entries(points).map(([id, value]) => [id, shown(value)]));
  return {
    ...asked,
    ...(asked.total !== undefined && { total: shown(asked.total) }),
    ...(asked.components && { components: table(asked.components) }),
    ...(asked.nodes && { nodes: table(asked.nodes) }),
    ...(asked.periods && { periods: table(asked.periods) }),
    ...(asked.cut && { cut: asked.cut.map(cutText) }),
  };
}

/** Whether the leaves and limits of the explanation add up to its root again. */
export function addsUp(tree: Explanation): boolean {
  return recompute(tree) === tree.points;
}

function shown(points: Points | undefined): string | undefined {
  return points === undefined ? undefined : exactPoints(points);
}

/** A node by its id, or by "2026Q1/id" where each period has one. @throws Error when several periods have it and none is named */
function nodeOf(tree: Explanation, path: string): Explanation | undefined {
  const [period, id] = path.includes('/') ? path.split('/') : [undefined, path];
  const root = period === undefined ? tree : tree.children.find((child) => child.id === period);
  if (!root || id === undefined) return undefined;
  const periods = root.children.filter((child) => child.kind === 'period');
  if (id !== root.id && periods.length > 1)
    throw new Error(`several periods have ${id}: write ${periods[0]?.id}/${id}`);
  return findNode(root, id);
}

function cutText({ node, by, delta }: NonNullable<Expectation['cut']>[number]): string {
  return `${node} ${by}${delta === undefined ? '' : ` ${exactPoints(delta)}`}`;
}

/** Repeats the step asked about when it is among the node's; else lists what happened at the node instead. */
function cutBy(tree: Explanation, one: NonNullable<Expectation['cut']>[number]): string {
  const steps = stepsOf(tree, one.node);
  const found = steps.some(({ kind, delta }) => kind === one.by && (one.delta === undefined || one.delta === delta));
  if (found) return cutText(one);
  return `${one.node}: ${steps.map(({ kind, delta }) => `${kind} ${exactPoints(delta)}`).join(', ') || 'no step'}`;
}

/** All steps at the nodes of an id, and at the facts that count under them. */
function stepsOf(tree: Explanation, id: string): readonly Adjustment[] {
  const here = tree.id === id;
  const own = here ? tree.adjustments : [];
  const leaves = tree.children.filter((child) => here && child.kind === 'fact' && child.id !== id);
  return [
    ...own,
    ...leaves.flatMap((leaf) => leaf.adjustments),
    ...tree.children.flatMap((child) => stepsOf(child, id)),
  ];
}
