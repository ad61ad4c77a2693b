import type { EvidenceFile } from '#contract/evidence.ts';
import { Refusal } from '#contract/problem.ts';
import { type Scanned, scan as step } from '#domain/process/scan.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import type { Bodies } from '#store/bodies.ts';
import type { Matter } from '#store/matter.ts';
import { readShield } from '#store/shield.ts';
import { sealedOf } from '#store/trace.ts';
import { evidenceName, MOST_FILES } from './evidence.ts';

/** What is signed 所签材料: whether it is there to be signed, whom it is about, and of a sealed document its number and fingerprint. */
type Signed = {
  readonly stands: boolean;
  readonly shielded: boolean;
  readonly subject?: string;
  readonly body?: Pick<Bodies['scan'], 'number' | 'fingerprint'>;
};

async function signedOf(doing: Doing, of: Scanned, about: string): Promise<Signed> {
  if (of === 'talk') {
    const { state, subject } = await doing.find('talk', about);
    return {
      stands: state === 'held' || state === 'signed',
      shielded: false,
      ...(subject !== undefined && { subject }),
    };
  }
  if (of === 'line') {
    const { state, subject, body } = await doing.find('line', about);
    const shielded = body.origin === 'report' || (await readShield(doing.rows, doing.at, about)) !== undefined;
    return { stands: state !== 'draft', shielded, ...(subject !== undefined && { subject }) };
  }
  if (of === 'assembly') {
    const { state } = await doing.find('assembly', about);
    return { stands: state !== 'convened', shielded: false };
  }
  const sealed = (await sealedOf(doing.rows, doing.at, [about])).findLast(({ kind }) => kind === of);
  const body = sealed && { number: sealed.number, fingerprint: sealed.hash };
  return { stands: sealed !== undefined, shielded: false, ...(body && { body }) };
}

/** The name under which the server kept a file for what it is about. A name that is not that of the original was not made by it. */
function mustBeNamed(doing: Doing, about: string, file: EvidenceFile): void {
  if (file.name !== evidenceName(doing.context, doing.at, about, file.sha256))
    doing.refuse({ refused: 'thing.unknown' });
}

async function scansOf(doing: Doing, about: string): Promise<readonly Matter<'scan'>[]> {
  return await doing.list('scan', { parent: about });
}

/** The acts of scans of signed sheets 签字扫描件 (§五(二), product §7): the digest of the original is part of the matter, and so on the chain. */
export const scanActs: Handlers<ActsOf<'scan'>> = {
  'scan.keep': async (doing, { of, about, file }) => {
    await doing.allow({});
    mustBeNamed(doing, about, file);
    const { stands, shielded, subject, body } = await signedOf(doing, of, about);
    const state = doing.decide(step, undefined, 'scan.keep', { stands, shielded });
    const before = await scansOf(doing, about);
    const same = before.find((one) => one.state === 'kept' && one.body.of === of && one.body.file.name === file.name);
    if (same) return doing.answer(same);
    if (before.filter((one) => one.state === 'kept').length >= MOST_FILES) throw new Refusal('request.too-large');
    const kept = { of, file, day: doing.today, by: doing.by, ...body };
    return doing.answer(
      await doing.add('scan', { state, parent: about, ...(subject !== undefined && { subject }), body: kept }),
    );
  },
  'scan.supersede': async (doing, { id, file }) => {
    const old = await doing.find('scan', id);
    await doing.allow({}, old);
    const { parent: about = '', subject } = old;
    mustBeNamed(doing, about, file);
    const to = doing.decide(step, old, 'scan.supersede', {});
    const { of, number, fingerprint } = old.body;
    const sealed = { ...(number !== undefined && { number }), ...(fingerprint !== undefined && { fingerprint }) };
    await doing.move(old, to);
    const kept = { of, file, day: doing.today, by: doing.by, supersedes: id, ...sealed };
    return doing.answer(
      await doing.add('scan', { state: 'kept', parent: about, ...(subject !== undefined && { subject }), body: kept }),
    );
  },
};
