import { Refusal } from '#contract/problem.ts';
import { FORMS, type Format, writePaper } from '#paper/catalog.ts';
import type { PackedForm } from '#paper/package/contents.ts';
import { nameOf } from '#paper/package/files.ts';
import type { SealedDocument } from '#store/act.ts';
import type { Noun } from '#store/bodies.ts';
import type { Rows } from '#store/database.ts';
import { listMatters } from '#store/matter.ts';
import type { Context } from './context.ts';
import { type Answers, ArchiveAsking } from './forms/archive-asking.ts';
import type { Made } from './forms/asking.ts';
import { forms } from './forms/forms.ts';

/** A sealed document that has an official form: the matter by which the form is asked for, and the instant at which it was sealed. */
export type FormMeant = {
  readonly kind: keyof typeof OF;
  readonly number: number;
  readonly of: string;
  readonly period: string;
  readonly sealed: string;
};

/** The forms of a year 年度表单, by the kind of document that each shows; a matter of the same noun has it. */
const OF = {
  register: 'registerBranch',
  minutes: 'minutes',
  notice: 'notice',
  settlement: 'settlement',
  filing: 'filing',
} as const satisfies Partial<Record<Noun, keyof typeof FORMS>>;

const KINDS = Object.keys(OF) as readonly (keyof typeof OF)[];

/** The documents of a year that have a form: of a filing that was sent again its last, of the others each. */
export async function formsMeant(
  rows: Rows,
  branch: string,
  documents: readonly SealedDocument[],
): Promise<readonly FormMeant[]> {
  const found: FormMeant[] = [];
  for (const kind of KINDS)
    for (const { id, body } of await listMatters(rows, branch, kind)) {
      const document = documents.find((one) => one.kind === kind && one.number === body.document);
      if (document)
        found.push({
          kind,
          number: document.number,
          of: id,
          period: document.period ?? '',
          sealed: document.sealed_at,
        });
    }
  return found.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.number - b.number);
}

/** Sets the forms of an archive 存档表单, each in every format that it has. A notice that was withdrawn has none. */
export async function packedForms(
  context: Context,
  branch: string,
  meant: readonly FormMeant[],
): Promise<readonly PackedForm[]> {
  const packed: PackedForm[] = [];
  const answers: Answers = new Map();
  for (const { kind, number, of, period, sealed } of meant) {
    const form = OF[kind];
    const made = await unlessNone(
      forms[form]?.(new ArchiveAsking(context, { branch, form, format: 'pdf', of }, answers)),
    );
    if (!made) continue;
    const files = new Map<Format, Uint8Array>();
    for (const format of FORMS[form]) {
      const bytes = await writePaper(made.document, format, sealed);
      if (bytes) files.set(format, bytes);
    }
    packed.push({ name: nameOf({ kind, number }), period, title: made.document.title, files });
  }
  return packed;
}

async function unlessNone(asked: Promise<Made> | undefined): Promise<Made | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'form.none') return undefined;
    throw error;
  }
}
