import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';

/** A font 字体 that can be measured and embedded. */
export type Font = {
  /** What the PDF writer knows it by. */
  readonly key: string;
  readonly source: Buffer | string;
  /** Which font of a collection. */
  readonly family?: string;
  has(code: number): boolean;
  /** Width of a character as a share of the size. */
  width(code: number): number;
};

/** Where systems keep a font with many more characters, and which of the collection it is; the first that is there is used. */
const SYSTEM: readonly { readonly path: string; readonly family?: string }[] = [
  { path: '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc', family: 'NotoSerifCJKsc-Regular' },
  { path: '/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc', family: 'NotoSerifCJKsc-Regular' },
  { path: '/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Regular.ttc', family: 'NotoSerifCJKsc-Regular' },
  { path: '/usr/share/fonts/truetype/arphic/uming.ttc', family: 'UMingCN' },
  { path: 'C:\\Windows\\Fonts\\simsun.ttc', family: 'SimSun' },
  { path: 'C:\\Windows\\Fonts\\simsunb.ttf' },
  { path: '/System/Library/Fonts/Supplemental/Songti.ttc', family: 'STSongti-SC-Regular' },
];

/** Stands for a character that no font here has 缺字符: the geta mark of printers, which the shipped font has. */
export const MISSING = '〓';

/** Narrows what fontkit opens, a font or a collection, to the font. */
function fontOf(opened: fontkit.Font | fontkit.FontCollection): fontkit.Font | undefined {
  return 'fonts' in opened ? opened.fonts[0] : opened;
}

function load(key: string, source: Buffer | string, family?: string): Font | undefined {
  const data = typeof source === 'string' ? readFileSync(source) : source;
  const font = fontOf(fontkit.create(data, family));
  if (!font) return undefined;
  const widths = new Map<number, number>();
  return {
    key,
    source: data,
    ...(family !== undefined && { family }),
    has: (code) => font.hasGlyphForCodePoint(code),
    width(code) {
      const known = widths.get(code);
      if (known !== undefined) return known;
      const width = font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm;
      widths.set(code, width);
      return width;
    },
  };
}

const kept = new Map<string, Font | undefined>();

/** Opens a font once a process: the shipped ones take some milliseconds, those of a system more. */
function once(key: string, open: () => Font | undefined): Font | undefined {
  if (!kept.has(key)) kept.set(key, open());
  return kept.get(key);
}

/** A font that comes with the software: Noto Serif SC with the 8,105 general standard characters and GB 2312. */
export function shipped(weight: 'regular' | 'bold'): Font {
  const font = once(weight, () => {
    const path = fileURLToPath(new URL(`./fonts/noto-serif-sc-${weight}.otf`, import.meta.url));
    return load(weight, readFileSync(path));
  });
  if (!font) throw new Error(`the ${weight} font cannot be read`);
  return font;
}

/** The fonts of this system that have a rare character 生僻字, opened when first needed; a broken one is passed over. */
export function systemFont(code: number): Font | undefined {
  for (const { path, family } of SYSTEM) {
    const font = once(path, () => {
      try {
        return existsSync(path) ? load(path, path, family) : undefined;
      } catch {
        return undefined;
      }
    });
    if (font?.has(code)) return font;
  }
  return undefined;
}
