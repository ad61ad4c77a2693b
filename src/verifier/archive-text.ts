import type { ArchiveCheck } from './archive-check.ts';
import type { Report } from './report.ts';

/** A line longer than this, in characters, is none of an archive. */
const LONGEST = 32 * 1024 * 1024;

/** Hands the text of an archive 存档 to a verifier piece by piece, as it comes from a file; whoever reads the file decodes it and puts nothing right. */
export class ArchiveText {
  readonly #check: ArchiveCheck;
  #rest = '';
  #over = false;

  constructor(check: ArchiveCheck) {
    this.#check = check;
  }

  /** Takes the next piece; false when there is no use in reading on. */
  take(piece: string): boolean {
    if (this.#over) return false;
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    this.#over = !lines.every((line) => this.#check.take(line)) || this.#rest.length > LONGEST;
    return !this.#over;
  }

  /** What was found, once every piece was taken; `broken` where the bytes were no text in UTF-8. */
  finish(broken = false): Report {
    if (broken || this.#rest !== '') this.#check.notText();
    return this.#check.finish();
  }
}
