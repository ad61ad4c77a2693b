import type { EvidenceFile } from '#contract/evidence.ts';
import { Refusal } from '#contract/problem.ts';
import type { EvidenceQuery } from '#contract/stream.ts';
import { readMatter } from '#store/matter.ts';
import { readShield } from '#store/shield.ts';
import type { Caller } from './caller.ts';
import type { Context } from './context.ts';
import { Reading } from './reading.ts';

/**
 * A file of a line for who may see it 查看证明材料: `evidence.show`; the subject, who declared it, its verifier and the office, which leaves a trace.
 * @throws right.missing, thing.unknown
 */
export async function findEvidence(
  context: Context,
  caller: Caller,
  { branch, id, name }: EvidenceQuery,
): Promise<EvidenceFile> {
  return await context.store.transaction(async (rows) => {
    const reading = await Reading.open(context, rows, { branch, caller, action: 'evidence.show' });
    const line = await readMatter(rows, branch, 'line', id);
    if (!line) throw new Refusal(reading.may([caller.person]) ? 'thing.unknown' : 'right.missing');
    const { subject = '', body } = line;
    const shield = await readShield(rows, branch, id);
    const reported = shield?.who === context.secrets.digest('shield', caller.person);
    const verifies = body.verifier === caller.person;
    if (verifies) reading.parts = ['verifier'];
    // A draft is its author's alone.
    const about = line.state === 'draft' ? [] : [subject];
    const authors = reported ? [caller.person] : body.declarant === undefined ? [] : [body.declarant];
    const own = [...about, ...authors, ...(verifies ? [caller.person] : [])];
    if (line.state === 'draft' && !own.includes(caller.person)) throw new Refusal('right.missing');
    await reading.allow(own, subject);
    const file = body.evidence?.find((one) => one.name === name);
    if (!file) throw new Refusal('thing.unknown');
    return file;
  });
}
