import { randomInt } from 'node:crypto';
import { CODE_LETTERS, DRAWN_LETTERS, paperCode } from '#domain/process/paper-code.ts';
import type { Rows } from '#store/database.ts';
import { addPaperCodes, listPaperCodes, readPaperCode } from '#store/paper-code.ts';
import type { Context } from './context.ts';

/** The kinds of sealed documents that are printed with a control code; `of` is the number of the document among its kind. */
export const SEALED_SHEETS = ['register', 'minutes', 'notice', 'settlement', 'filing'] as const;

/** The kinds of sheets of one matter, whose `of` is its id. A form for an appeal is not among them: the branch keeps nothing of it (product §5.7). */
export const MATTER_SHEETS = ['roll', 'talk', 'improvement', 'exemption', 'objection'] as const;

/** A printed sheet that has a control code 校验码, apart from ballots. A slip or an objection may be printed empty: then it is nobody's. */
export type Sheet =
  | { readonly kind: 'slip'; readonly of?: string; readonly month: string }
  | { readonly kind: (typeof MATTER_SHEETS)[number]; readonly of: string }
  | { readonly kind: (typeof SEALED_SHEETS)[number]; readonly of: number };

/** So many ballots at most are printed at once. */
export const MOST_BALLOTS = 500;

/** What stands between the motions of a set of ballots. */
const BETWEEN = ' ';

/**
 * The control code 校验码 of a sheet, as it is printed: the same each time the same sheet is printed, made with the installation's key when it is first
 * asked for and kept, so that a new key changes no code that is on paper.
 */
export async function codeOf(
  { secrets }: Pick<Context, 'secrets'>,
  rows: Rows,
  branch: string,
  sheet: Sheet,
): Promise<string> {
  const [kind, of, part] = [sheet.kind, String(sheet.of ?? ''), sheet.kind === 'slip' ? sheet.month : ''];
  const known = (await listPaperCodes(rows, branch, kind, of)).find((one) => one.part === part);
  if (known) return known.code;
  const code = paperCode(drawnFrom(secrets.digest('paper', [branch, kind, of, part].join('\n'))));
  await addPaperCodes(rows, branch, [{ code, kind, of, part }]);
  return code;
}

/**
 * New control codes for a set of ballots 表决票 of a meeting, one a ballot: drawn by chance, in no order, and tied to the meeting and its motions alone, so
 * that nothing joins a ballot to whoever gets it (product §5.7).
 */
export async function ballotCodes(
  rows: Rows,
  branch: string,
  { assembly, motions }: { readonly assembly: string; readonly motions: readonly string[] },
  count: number,
): Promise<readonly string[]> {
  if (!Number.isInteger(count) || count < 1 || count > MOST_BALLOTS)
    throw new Error(`${count} ballots cannot be printed`);
  const codes = new Set<string>();
  while (codes.size < count)
    codes.add(paperCode(Array.from({ length: DRAWN_LETTERS }, () => randomInt(CODE_LETTERS.length))));
  const part = motions.join(BETWEEN);
  const rowsOf = [...codes].map((code) => ({ code, kind: 'ballot', of: assembly, part }));
  await addPaperCodes(rows, branch, rowsOf);
  return [...codes];
}

/** What a control code of a branch stands for 校验码对应: the kind of sheet, what it is of, and its month or motions. */
export type Stands =
  | { readonly kind: Exclude<Sheet['kind'], 'slip'>; readonly of: string }
  | { readonly kind: 'slip'; readonly of: string | undefined; readonly month: string }
  | { readonly kind: 'ballot'; readonly of: string; readonly motions: readonly string[] };

/** What a code as printed stands for in a branch; undefined where the branch has no such code. */
export async function standsFor(rows: Rows, branch: string, code: string): Promise<Stands | undefined> {
  const found = await readPaperCode(rows, branch, code);
  if (!found) return undefined;
  const { kind, of, part } = found;
  if (kind === 'slip') return { kind, of: of === '' ? undefined : of, month: part };
  if (kind === 'ballot') return { kind, of, motions: part.split(BETWEEN) };
  return { kind: kind as Exclude<Sheet['kind'], 'slip'>, of };
}

/** Numbers for the letters of a code out of a keyed digest, which has 256 bits: eleven letters take 54 of them. */
function drawnFrom(digest: string): readonly number[] {
  const base = BigInt(CODE_LETTERS.length);
  let rest = BigInt(`0x${Buffer.from(digest, 'base64url').toString('hex')}`);
  return Array.from({ length: DRAWN_LETTERS }, () => {
    const one = Number(rest % base);
    rest /= base;
    return one;
  });
}

/** How many ballots of a meeting with the same motions were printed 已印票数, in however many sets. */
export async function ballotsPrinted(
  rows: Rows,
  branch: string,
  assembly: string,
  motions: readonly string[],
): Promise<number> {
  const kept = await listPaperCodes(rows, branch, 'ballot', assembly);
  return kept.filter(({ part }) => part === motions.join(BETWEEN)).length;
}
