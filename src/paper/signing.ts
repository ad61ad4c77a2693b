import { fill } from '#words/fill.ts';
import { paperDay } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import { type Block, type Cell, type PaperDocument, type Paragraph, paragraph } from './document.ts';

const { frame } = paperZhCN;

/** What ties a printed sheet to what is kept 凭证: control code, number of the sealed document, its fingerprint, and where that is checked. */
export type Sealed = {
  readonly code?: string;
  readonly number?: number;
  readonly fingerprint?: string;
  /** The page that the QR code opens. */
  readonly address?: string;
};

/** So many characters fit on a line of A4 in front of the day; the day of a longer text stands on a line of its own. */
const BEFORE_DAY = 23;

/** How sums are shown on a sheet 积分显示: with as many decimals as the scheme says, two where it says nothing, as on every page. */
export type Shown = { readonly decimals?: number };

/** A line to be signed 签名; a name known beforehand is printed, the day is left to the hand where it is not told. */
export function signature(
  title: string,
  { name, day }: { readonly name?: string; readonly day?: string } = {},
): Paragraph {
  const who = fill(frame.signed, { label: title, name: name ?? frame.blankName });
  const date = day === undefined ? frame.blankDay : `　　${paperDay(day)}`;
  return paragraph('plain', who.length > BEFORE_DAY ? `${who}\n${date}` : `${who}${date}`);
}

/** Who signs a table, side by side; the organisation and its seal 盖章 with the day below, where there is one. */
export function signOff(
  signers: readonly { readonly title: string; readonly name?: string | undefined }[],
  org?: string,
): readonly Paragraph[] {
  const names = signers
    .map(({ title, name = frame.blankName }) => fill(frame.signed, { label: title, name }))
    .join('　　');
  if (org === undefined) return [paragraph('plain', names)];
  const sealed = `${org}${frame.seal}`;
  const dated = sealed.length > BEFORE_DAY ? [sealed, frame.blankDay] : [`${sealed}${frame.blankDay}`];
  return [paragraph('plain', names), ...dated.map((text) => paragraph('plain', text, { align: 'right', inset: 2 }))];
}

/** Organisation and day at the right, with room for the seal 盖章: the day stands four characters in (GB/T 9704-2012, 7.3.5). */
export function sealPlace(org: string, day?: string): readonly Paragraph[] {
  const date = day === undefined ? frame.blankDay : paperDay(day);
  return [
    paragraph('body', `${org}${frame.seal}`, { align: 'right', inset: 2 }),
    paragraph('body', date, { align: 'right', inset: 4 }),
  ];
}

/** What stands at the foot of a place for an opinion: who signs or seals, and the day. */
export function opinionFoot(by: 'seal' | 'sign', day?: string): string {
  const date = day === undefined ? frame.blankDay : `　${paperDay(day)}`;
  return `${by === 'seal' ? frame.seal : `${frame.sign}${frame.blankName}`}${date}`;
}

/** A place for an opinion 意见, with what was said already. */
export function opinion(text: string | undefined, by: 'seal' | 'sign', span: number, day?: string): Cell {
  return { text: text ?? '', span, foot: opinionFoot(by, day) };
}

/** The proof under a sealed sheet; nothing where nothing is sealed. `check` says what is found at the address. */
export function proof({ number, fingerprint, address }: Sealed, check = frame.check): readonly Block[] {
  const lines = [
    ...(number === undefined ? [] : [fill(frame.number, { n: number })]),
    ...(fingerprint === undefined ? [] : [fill(frame.fingerprint, { fingerprint })]),
    ...(address === undefined ? [] : [fill(check, { address })]),
  ];
  if (lines.length === 0) return [];
  return [
    { kind: 'space', lines: 0.5 },
    { kind: 'proof', lines, ...(address !== undefined && { address }) },
  ];
}

/** What stands over each page: whose sheet it is, and its control code. */
export function running(left: string, { code }: Sealed): NonNullable<PaperDocument['running']> {
  return { left, right: code === undefined || code === '' ? '' : fill(frame.code, { code }) };
}

/** What stands under points that do not simply add up over a year 考核周期; nothing where they do. */
export function cycleNote({ cycle }: { readonly cycle?: string }): readonly Block[] {
  return cycle === undefined ? [] : [paragraph('note', fill(frame.cycle, { cycle }))];
}

/** Parts that belong on one page, as signatures do. */
export function together(...blocks: readonly Block[]): Block {
  return { kind: 'group', blocks };
}

/** Height between what is said and what is signed. */
export const GAP: Block = { kind: 'space', lines: 0.5 };
