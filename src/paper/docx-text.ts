import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx';
import { FACES } from './docx-fonts.ts';
import type { Face } from './page.ts';
import { printable } from './printable.ts';

/** A length in points as Word's twentieths of one. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** How a text of a Word file looks: size and what its characters stand closer by, in points. */
export type Type = { readonly face: Face; readonly size: number; readonly bold?: boolean; readonly tighter?: number };

/** Text in its font; line ends stay line ends. */
export function runs(text: string, { face, size, bold = false, tighter = 0 }: Type): TextRun[] {
  const { eastAsia, latin } = FACES[face];
  return printable(text)
    .split('\n')
    .map(
      (part, at) =>
        new TextRun({
          text: part,
          ...(at > 0 && { break: 1 }),
          font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia, hint: 'eastAsia' },
          size: `${Math.round(size * 2) / 2}pt`,
          bold,
          ...(tighter > 0 && { characterSpacing: -twips(tighter) }),
        }),
    );
}

/** The names that Word has for where text stands. */
export const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

/** A paragraph whose lines are exactly that far apart, in points. */
export function set(children: TextRun[], line: number, more: IParagraphOptions = {}): Paragraph {
  const { spacing, ...rest } = more;
  return new Paragraph({
    children,
    spacing: { ...spacing, line: twips(line), lineRule: LineRuleType.EXACT },
    ...rest,
  });
}

/** A paragraph that nobody sees: between two tables, which Word would join, and after the last. */
export function thin(more: IParagraphOptions = {}): Paragraph {
  return set([], 2, more);
}
