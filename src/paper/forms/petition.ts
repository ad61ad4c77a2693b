import { type Block, cell, label, type PaperDocument, paragraph, row } from '#paper/document.ts';
import { GAP, opinionFoot, proof, running, type Sealed, sealPlace, signature, together } from '#paper/signing.ts';

/** What a finding comes to 处理意见: upheld, in part, or not. */
export type Outcome = 'upheld' | 'partly' | 'dismissed';

/** So many lines are left for what is found, where it is written by hand; what follows from it is on the back then. */
export const BY_HAND = 12;

/** What follows from a finding, in words; each to be ticked where it is filled in by hand. */
export function results(result: Outcome | undefined, say: { readonly [O in Outcome]: string }): readonly string[] {
  return result === undefined ? [say.upheld, say.partly, say.dismissed].map((one) => `□${one}`) : [say[result]];
}

/** What a member hands in against points 诉求书: to whom, from whom, and the fields with their least lines. */
export type Petition = {
  readonly title: string;
  readonly org: string;
  readonly salute: string;
  /** Where it is handed in or sent to. */
  readonly where?: string | undefined;
  /** Two labels with their texts, side by side. */
  readonly from: readonly [string, string | undefined, string, string | undefined];
  readonly fields: readonly (readonly [name: string, text: string | undefined, least: number])[];
  readonly wish: string;
  readonly note: string;
  readonly receiver: string;
};

/** The sheet of a petition 诉求书; what is not told is left to the hand. */
export function petition(of: Petition, sheet: Sealed & { readonly day?: string }): PaperDocument {
  const [who, member, where, home] = of.from;
  return {
    title: of.title,
    sheet: 'a4',
    running: running(of.org, sheet),
    numbered: false,
    blocks: [
      paragraph('title', of.title),
      GAP,
      paragraph('salute', of.salute),
      ...(of.where === undefined ? [] : [paragraph('note', of.where)]),
      {
        kind: 'table',
        name: of.title,
        columns: [18, 32, 18, 32].map((width) => ({ width })),
        head: [],
        rows: [
          row([label(who), member ?? '', label(where), home ?? ''], 1.6),
          ...of.fields.map(([name, text, least]) => row([label(name), cell(text ?? '', { span: 3 })], least)),
          row([label(of.wish), { text: '', span: 3, foot: opinionFoot('sign', sheet.day) }], 5),
        ],
      },
      paragraph('note', of.note),
      together(GAP, signature(of.receiver)),
    ],
  };
}

/** What the answer to a petition 答复 says: who received it, what was found, what follows and who is told. */
export type PetitionAnswer = {
  readonly title: string;
  readonly org: string;
  readonly salute: string;
  readonly received: string;
  readonly found: string;
  readonly findings: string;
  readonly result: string;
  /** Lines left for the hand where nothing was found yet. */
  readonly room?: number;
  /** What follows from the finding, a paragraph each. */
  readonly follows: readonly string[];
  readonly receipt: string;
  readonly receiver: string;
  /** Height over the receipt. */
  readonly over: Block;
};

/** The answer to a petition 答复 as a letter with the receipt at its foot. */
export function petitionAnswer(of: PetitionAnswer, sheet: Sealed & { readonly day?: string }): PaperDocument {
  return {
    title: of.title,
    sheet: 'a4',
    running: running(of.org, sheet),
    numbered: true,
    blocks: [
      paragraph('title', of.title),
      GAP,
      paragraph('salute', of.salute),
      paragraph('body', of.received.trim()),
      paragraph('heading', of.found),
      ...of.findings.split('\n').map((one) => paragraph('body', one)),
      ...(of.room === undefined ? [] : [{ kind: 'space', lines: of.room } as const, { kind: 'break' } as const]),
      paragraph('heading', of.result),
      ...of.follows.map((one) => paragraph('body', one)),
      together(GAP, ...sealPlace(of.org, sheet.day)),
      together(of.over, paragraph('plain', of.receipt), signature(of.receiver), ...proof(sheet)),
    ],
  };
}
