import type { z } from 'zod';
import type { AnswerOf } from '#contract/api.ts';
import type { documentAnswer, matterAnswer } from '#contract/read/process.ts';
import type { Reading } from '#service/reading.ts';
import { listDocuments, type SealedDocument } from '#store/act.ts';
import type { Noun } from '#store/bodies.ts';
import { listMatters, type Matter } from '#store/matter.ts';

type MatterAnswer = z.infer<typeof matterAnswer>;
type DocumentAnswer = z.infer<typeof documentAnswer>;
type Both = AnswerOf<'register.show'>;

/** A matter as sent. */
export function matterOf({ noun, id, state, revision, subject, period, parent, body, changed }: Matter): MatterAnswer {
  return {
    noun,
    id,
    state,
    revision,
    ...(subject !== undefined && { subject }),
    ...(period !== undefined && { period }),
    ...(parent !== undefined && { parent }),
    content: JSON.parse(JSON.stringify(body)) as MatterAnswer['content'],
    changed,
  };
}

function documentOf(document: SealedDocument): DocumentAnswer {
  const { kind, number, period, supersedes, sealed_at: sealed, text, hash: fingerprint } = document;
  return { kind, number, period, supersedes, sealed, text, fingerprint };
}

/** What is shown of a step 环节查询: its matters by noun, and what was sealed by kind. */
export async function showBoth(
  reading: Reading,
  nouns: readonly Noun[],
  kinds: readonly string[],
  query: { readonly id?: string; readonly period?: string } = {},
  mine: (matter: Matter) => boolean = () => true,
): Promise<Both> {
  const { id, period } = query;
  const matters: Matter[] = [];
  for (const noun of nouns)
    matters.push(
      ...(await listMatters(reading.rows, reading.at, noun, period === undefined ? {} : { period: [period] })),
    );
  const documents: SealedDocument[] = [];
  for (const kind of kinds) documents.push(...(await listDocuments(reading.rows, reading.at, kind)));
  const asked = (matter: Matter): boolean => id === undefined || matter.id === id || matter.parent === id;
  return {
    matters: matters.filter((matter) => asked(matter) && mine(matter)).map(matterOf),
    documents: documents.filter((one) => period === undefined || one.period === period).map(documentOf),
  };
}
