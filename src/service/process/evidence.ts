import { Refusal } from '#contract/problem.ts';
import type { Context } from '#service/context.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { own } from './declaration.ts';

/** The states in which evidence still bears on what will be decided. */
const OPEN: ReadonlySet<string> = new Set(['draft', 'proposed', 'submitted', 'in-review']);

/** How many files a line may have. */
export const MOST_FILES = 10;

/** The name of a file: nobody without the key guesses it, and the same original on the same line has the same, so that a repeated request is one. */
export function evidenceName({ secrets }: Context, branch: string, line: string, sha256: string): string {
  return Buffer.from(secrets.digest('evidence', `${branch} ${line} ${sha256}`), 'base64url').toString('hex');
}

/** The acts of evidence 证明材料 (§三(一), product §3.2): the digest of the original is part of the line, and so on the chain; who attached it to a report is shielded. */
export const evidenceActs: Handlers<ActsOf<'evidence'>> = {
  'evidence.attach': async (doing, { branch, id, file }) => {
    const line = await doing.find('line', id);
    await doing.allow(await own(doing, line), line);
    if (!OPEN.has(line.state)) doing.refuse({ refused: 'line.not-now' });
    const before = line.body.evidence ?? [];
    if (before.length >= MOST_FILES) throw new Refusal('request.too-large');
    // A name that is not that of the original was not made by the server.
    if (file.name !== evidenceName(doing.context, branch, id, file.sha256)) doing.refuse({ refused: 'thing.unknown' });
    if (before.some(({ name }) => name === file.name)) return doing.answer(line, { name: file.name });
    const moved = await doing.move(line, line.state, { evidence: [...before, file] });
    return doing.answer(moved, { name: file.name });
  },
};
