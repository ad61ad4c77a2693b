import type { AnswerOf, InputOf } from '#contract/api.ts';
import type { Claim } from '#domain/outcome/claim.ts';
import { baseOf } from '#domain/scheme/base.ts';
import type { Context } from '#service/context.ts';
import { distribute } from '#service/distribution.ts';
import { digestOf, yearSnapshot } from '#service/process/settlement.ts';
import type { Reading } from '#service/reading.ts';
import { listDocuments } from '#store/act.ts';
import type { Noun } from '#store/bodies.ts';
import { listMatters, type Matter } from '#store/matter.ts';
import { matterOf } from './matters.ts';

type Drawn = AnswerOf<'settlement.draw'>;
type Snapshot = { readonly asOf: string; readonly members: readonly { readonly claim: Claim }[] };

function rowOf({ member, total, rank, of, position, unranked, grade, vetoed }: Claim): Drawn['rows'][number] {
  return { member, total, rank, of, position, unranked, grade, vetoed };
}

/** The year as it computes now 年度试算, beside the sealed snapshot that stands: `settlement.draw`. @throws month.no-scheme */
export async function drawYear(
  context: Context,
  { branch, year }: InputOf<'settlement.draw'>,
): Promise<AnswerOf<'settlement.draw'>> {
  return await context.store.snapshot(async (rows) => {
    const content = await yearSnapshot(context, rows, branch, year);
    const { asOf, members } = content as unknown as Snapshot;
    const claims = members.map(({ claim }) => claim);
    const counted = claims.filter(({ unranked }) => unranked !== 'not-member');
    const bars = distribute(counted.map(({ total }) => total));
    const { to: last } = await context.schemes.yearNamed(rows, branch, year);
    const scheme = await context.schemes.inForce(rows, branch, last);
    const base = scheme && baseOf(scheme);
    const sealed = (await listDocuments(rows, branch, 'settlement')).findLast(({ period }) => period === year);
    return {
      asOf,
      last,
      digest: digestOf(content),
      decimals: scheme?.document.display?.decimals ?? 2,
      ...(base !== undefined && { base }),
      // A grade is proposed once the year is over: till then nobody has one (product §3.11).
      rows: counted.map(rowOf).map((row) => (asOf < last ? { ...row, grade: null } : row)),
      distribution: bars ? bars.map((bar) => ({ ...bar })) : null,
      sealed: sealed
        ? {
            number: sealed.number,
            rows: (JSON.parse(sealed.text) as Snapshot).members
              .map(({ claim }) => rowOf(claim))
              .filter(({ unranked }) => unranked !== 'not-member'),
          }
        : null,
    };
  });
}

/** What the branch keeps in view of appraisal and consequences. */
const IN_BRANCH = ['appraisal', 'assessment', 'commendation', 'talk', 'improvement', 'disposition'] as const;
/** What a superior orders, holds or approves. */
const ABOVE = ['talk', 'improvement', 'disposition'] as const;

/** A matter as sent: who wrote about another member stays with who wrote it. */
function shownOf(matter: Matter): ReturnType<typeof matterOf> {
  const shown = matterOf(matter);
  if (matter.noun !== 'assessment') return shown;
  const { by: _, ...content } = shown.content;
  return { ...shown, content };
}

/** Appraisals and what follows from a year 评议与运用: `consequence.list`. @throws right.missing */
export async function listConsequences(
  reading: Reading,
  { year }: InputOf<'consequence.list'>,
): Promise<AnswerOf<'consequence.list'>> {
  await reading.allow([], '#consequences');
  const own = reading.holds(['committee', 'secretary', 'recorder']);
  const nouns: readonly Noun[] = own ? IN_BRANCH : ABOVE;
  const found: Matter[] = [];
  for (const noun of nouns)
    found.push(...(await listMatters(reading.rows, reading.at, noun, year === undefined ? {} : { period: [year] })));
  // Under which finding a member is on the ladder, the improvement set by it is the superior's to know; any other stays in the branch.
  const set = new Set(
    found.flatMap(({ body }) => ('rungs' in body && body.improvement !== undefined ? [body.improvement] : [])),
  );
  const hearings = (await listMatters(reading.rows, reading.at, 'hearing')).filter(
    ({ body }) => body.about === 'disposition',
  );
  const shown = own ? found : found.filter(({ noun, id }) => noun !== 'improvement' || set.has(id));
  return { matters: [...shown, ...hearings].map(shownOf) };
}

/** The concerns of a superior 监督意见: `concern.list`; the words of one that nobody took up yet stay sealed. @throws right.missing */
export async function listConcerns(reading: Reading): Promise<AnswerOf<'concern.list'>> {
  await reading.allow([], '#concerns');
  const found = await listMatters(reading.rows, reading.at, 'concern');
  return {
    rows: found.flatMap(({ id, state, revision, body }) => {
      const { sealed, day, to, answer, ended } = body;
      if (sealed === undefined) return [];
      return [
        {
          id,
          state,
          revision,
          day,
          ...(state !== 'received' && { words: reading.context.secrets.open(sealed) }),
          ...(to !== undefined && { to }),
          ...(answer !== undefined && { answer }),
          ...(ended !== undefined && { ended }),
        },
      ];
    }),
  };
}
