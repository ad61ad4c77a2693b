import { scoreRows } from '#service/branch-scores.ts';
import { verifyBranch } from '#service/verify.ts';
import { hashOf } from '#store/hash.ts';
import { verifyArchive } from '#verifier/archive-check.ts';
import { B, S } from './people.ts';
import { holds, type Run, readDocuments } from './run.ts';
import { WORTH } from './scheme.ts';

/** What is asked once a sequence is over; the archive with its scores is the dearest of it. */
export async function checkEnd(run: Run): Promise<void> {
  await checkScores(run);
  await checkNumbers(run);
  await checkSealed(run);
  await checkHistory(run);
  await checkShield(run);
  await checkArchive(run);
}

/** 1: the totals are those of an evaluation that knows nothing of the application's: entries less what was reversed, by the scheme’s few numbers. */
async function checkScores({ world: { rows, day } }: Run): Promise<void> {
  const year = day.slice(0, 4);
  const entries = await rows.selectFrom('entry').selectAll().where('branch_id', '=', B).execute();
  const back = new Set(entries.map(({ reverses }) => reverses));
  const { members } = await scoreRows(rows, B, day);
  for (const { kept, year: own } of members) {
    const mine = entries.filter(
      (one) =>
        one.member_id === kept.member.id &&
        one.reverses === null &&
        !back.has(one.seq) &&
        one.day.slice(0, 4) === year &&
        one.day <= day,
    );
    const sum = (fits: (worth: number) => boolean): number =>
      mine
        .map(({ item, level }) => WORTH[level === null ? item : `${item} ${level}`] ?? 0)
        .filter(fits)
        .reduce((a, b) => a + b, 0);
    const brought = mine
      .filter(({ item }) => item.startsWith('opening:'))
      .reduce((all, { points }) => all + (points ?? 0), 0);
    const vetoed = mine.some(({ item }) => item.startsWith('veto:'));
    const total =
      600_000 +
      Math.min(
        200_000,
        sum((worth) => worth > 0),
      ) +
      brought +
      sum((worth) => worth < 0);
    const wanted = vetoed ? 0 : Math.max(0, total);
    holds(
      1,
      own.evaluation.total === wanted,
      () => `${kept.member.id} has ${own.evaluation.total} on ${day}, wanted ${wanted}`,
    );
  }
}

/** 2: events, entries and documents are numbered without gaps, and the head is at their end. */
async function checkNumbers({ world: { rows }, documents }: Run): Promise<void> {
  for (const branch of [B, S]) {
    const head = await rows.selectFrom('head').selectAll().where('branch_id', '=', branch).executeTakeFirstOrThrow();
    for (const [table, last] of [
      ['event', head.event_seq],
      ['entry', head.seq],
    ] as const) {
      const found = await rows.selectFrom(table).select('seq').where('branch_id', '=', branch).orderBy('seq').execute();
      const whole = found.length === last && found.every(({ seq }, at) => seq === at + 1);
      holds(2, whole, () => `the ${table} numbers of ${branch} have a gap, or do not end at the head ${last}`);
    }
  }
  const kinds = new Map<string, number[]>();
  for (const key of documents.keys()) {
    const [branch, kind, number] = key.split(' ');
    kinds.set(`${branch} ${kind}`, [...(kinds.get(`${branch} ${kind}`) ?? []), Number(number)]);
  }
  for (const [kind, numbers] of kinds) {
    const sorted = numbers.toSorted((a, b) => a - b);
    holds(
      2,
      sorted.every((number, at) => number === at + 1),
      () => `${kind} is numbered ${sorted.join(' ')}`,
    );
  }
}

/** 6: every document is as it was first seen; what superseded one says so, and the superseded one is there. */
async function checkSealed(run: Run): Promise<void> {
  const remembered = new Map(run.documents);
  const now = await readDocuments(run);
  for (const [key, text] of remembered) holds(6, now.get(key) === text, () => `document ${key} is not what it was`);
  for (const [key, text] of now) {
    const { supersedes } = JSON.parse(text) as { supersedes: number | null };
    const before = key.replace(/\d+$/, String(supersedes));
    holds(6, supersedes === null || now.has(before), () => `document ${key} superseded ${before}, which is gone`);
  }
}

/** 11: each matter as it was at any revision is rebuilt from its steps, and what was known on a day from the instants of the entries. */
async function checkHistory({ world: { rows }, scene, known }: Run): Promise<void> {
  const steps = await rows
    .selectFrom('step')
    .selectAll()
    .where('branch_id', 'in', [B, S])
    .orderBy('revision')
    .execute();
  const byMatter = new Map<string, typeof steps>();
  for (const step of steps) {
    const key = `${step.branch_id} ${step.noun} ${step.id}`;
    const own = byMatter.get(key);
    if (own) own.push(step);
    else byMatter.set(key, [step]);
  }
  for (const [key, revisions] of scene.seen) {
    const own = byMatter.get(key) ?? [];
    holds(
      11,
      own.every(({ revision }, at) => revision === at + 1),
      () => `${key} has steps ${own.map(({ revision }) => revision).join(' ')}`,
    );
    for (const [revision, text] of revisions) {
      const next = own[revision]; // the step after it holds what stood before
      if (next === undefined) continue;
      const prior = JSON.parse(next.prior ?? 'null') as { state: string; body: unknown } | null;
      const [state, body] = JSON.parse(text) as [string, string];
      const same = prior?.state === state && JSON.stringify(prior.body) === JSON.stringify(JSON.parse(body));
      holds(11, same, () => `${key} cannot be rebuilt as it was at revision ${revision}`);
    }
  }
  for (const { at, entries } of known) {
    const { n } = await rows
      .selectFrom('entry')
      .select((column) => column.fn.countAll().as('n'))
      .where('branch_id', '=', B)
      .where('created_at', '<=', at)
      .executeTakeFirstOrThrow();
    holds(11, Number(n) === entries, () => `${n} entries are known as of ${at}, there were ${entries}`);
  }
}

/** 7: the line of a report names its reporter nowhere, nor does what is chained and recorded of it as having been declared. */
async function checkShield({ world: { rows }, scene }: Run): Promise<void> {
  for (const [line, reporter] of scene.reporters) {
    const row = await rows
      .selectFrom('matter')
      .selectAll()
      .where('branch_id', '=', B)
      .where('id', '=', line)
      .executeTakeFirst();
    // Who referred or decided it stands in the decision: whoever reported may sit in the committee, and what it signs there tells nothing.
    const { decision: _, ...told } = JSON.parse(row?.body ?? '{}') as { readonly decision?: unknown };
    holds(7, !JSON.stringify(told).includes(reporter), () => `line ${line} names its reporter`);
    const tables = [
      ['step', 'id'],
      ['record', 'target'],
    ] as const;
    for (const [table, column] of tables) {
      const found = await rows
        .selectFrom(table)
        .selectAll()
        .where('branch_id', '=', B)
        .where(column as never, '=', line as never)
        .where('action', 'like', 'declaration.%')
        .where('action', '!=', 'declaration.verify')
        .execute();
      // A recorder or a committee member who reported may still try, as such, what is not theirs as the reporter.
      const named = found.filter((one) => one.actor === reporter);
      holds(7, named.length === 0, () => `${table} of line ${line}: ${reporter} in ${named[0]?.action}`);
    }
  }
}

/** 2: the chain verifies from the lines of its archive, with the verifier that anyone may run, and no row stands beside it. */
async function checkArchive({ world }: Run): Promise<void> {
  for (const branch of [B, S]) {
    const lines: string[] = [];
    const strays = await verifyBranch(world.context, { branch, year: Number(world.day.slice(0, 4)) }, (line) =>
      lines.push(line),
    );
    holds(2, strays.length === 0, () => `strays in ${branch}: ${JSON.stringify(strays[0])}`);
    const report = verifyArchive(hashOf, lines);
    const faults = report.faults.filter(({ why }) => !(branch === S && why === 'no-scores'));
    holds(2, faults.length === 0, () => `the archive of ${branch} does not verify: ${JSON.stringify(faults[0])}`);
  }
}
