import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { SheetFound } from '#contract/read/paper.ts';
import { readScan } from '#domain/process/paper-scan.ts';
import { dayOfInstant } from '#service/clock.ts';
import { ballotsPrinted, type Stands, standsFor } from '#service/paper-codes.ts';
import type { Reading } from '#service/reading.ts';
import { readDocument } from '#store/act.ts';
import { boardOf, readBranch } from '#store/branch.ts';
import { readHead } from '#store/head.ts';
import { readMatter } from '#store/matter.ts';
import { isPaperCode } from '#store/paper-code.ts';
import { documentOfEvent, eventOfHash, noticeOfCode, supersederOf } from '#store/public.ts';
import { checkSeal } from '#store/seal-check.ts';
import type { DocumentTable } from '#store/tables-process.ts';

/** The set under which it is noted that sheets were looked up which are about nobody. */
const SET = '#paper';

/**
 * What a sheet of paper is 查询纸质材料, by its code or by what its QR code holds, for the office of its branch. What is about a member is noted for the
 * member; a slip for signing in is only told to be one. @throws right.missing, paper.no-code, paper.mistyped, paper.unknown, paper.elsewhere
 */
export async function findSheet(reading: Reading, { text }: InputOf<'paper.find'>): Promise<AnswerOf<'paper.find'>> {
  if (!reading.may()) throw new Refusal('right.missing');
  const found = await sheetOf(reading, text);
  const member = 'member' in found ? found.member : undefined;
  if (member === undefined) await reading.noteOnceADay(SET);
  else await reading.allow([], member);
  return found;
}

async function sheetOf(reading: Reading, text: string): Promise<SheetFound> {
  const scan = readScan(text);
  if ('fault' in scan) throw new Refusal(`paper.${scan.fault}`);
  if (scan.as === 'join') return { as: 'join' };
  if (scan.as === 'fingerprint') return await ofFingerprint(reading, scan.digits);
  if (scan.as === 'notice') return await ofNotice(reading, scan.code);
  if (scan.as === 'board') return await ofBoard(reading, scan.code);
  const { code } = scan;
  const stands = await standsFor(reading.rows, reading.at, code);
  if (!stands) throw new Refusal((await isPaperCode(reading.rows, code)) ? 'paper.elsewhere' : 'paper.unknown');
  return await ofCode(reading, code, stands);
}

async function ofCode(reading: Reading, code: string, stands: Stands): Promise<SheetFound> {
  const { rows, at } = reading;
  switch (stands.kind) {
    case 'slip':
      return { as: 'slip', code, month: stands.month, ...(stands.of !== undefined && { member: stands.of }) };
    case 'roll':
      return { as: 'roll', code, assembly: await meetingOf(reading, stands.of) };
    case 'ballot':
      return await ofBallot(reading, code, stands);
    case 'talk':
    case 'improvement':
    case 'exemption':
    case 'objection':
      return await ofForm(reading, code, stands.kind, stands.of);
    default: {
      const document = await readDocument(rows, at, stands.kind, Number(stands.of));
      if (!document) throw new Refusal('paper.unknown');
      return { ...(await ofDocument(reading, document)), code };
    }
  }
}

async function meetingOf({ rows, at }: Reading, id: string) {
  const meeting = await readMatter(rows, at, 'assembly', id);
  if (!meeting) throw new Refusal('paper.unknown');
  return { id, day: meeting.body.day, state: meeting.state };
}

/** A ballot tells its meeting and its motions; whose it was, and what stands on it, is nowhere. */
async function ofBallot(reading: Reading, code: string, { of, motions }: Extract<Stands, { kind: 'ballot' }>) {
  const { rows, at } = reading;
  const found = await Promise.all(motions.map(async (id) => await readMatter(rows, at, 'motion', id)));
  return {
    as: 'ballot' as const,
    code,
    assembly: await meetingOf(reading, of),
    motions: found
      .filter((one) => one !== undefined)
      .map(({ id, state, body: { title, way } }) => ({ id, title, state, ...(way !== undefined && { way }) })),
    printed: await ballotsPrinted(rows, at, of, motions),
  };
}

/** The nouns of the matters that forms are of. */
const NOUNS = { talk: 'talk', improvement: 'improvement', exemption: 'absence', objection: 'objection' } as const;

async function ofForm({ rows, at }: Reading, code: string, form: keyof typeof NOUNS, of: string): Promise<SheetFound> {
  const matter = of === '' ? undefined : await readMatter(rows, at, NOUNS[form], of);
  const member = matter ? matter.subject : of;
  return {
    as: 'form',
    code,
    form,
    ...(member !== undefined && member !== '' && { member }),
    ...(matter && { matter: { id: matter.id, state: matter.state } }),
  };
}

async function ofDocument({ rows, at }: Reading, document: DocumentTable) {
  const { kind, number, period, matter, sealed_at: sealed } = document;
  const notice = kind === 'notice' ? await readMatter(rows, at, 'notice', matter) : undefined;
  const supersededBy = await supersederOf(rows, document);
  return {
    as: 'document' as const,
    kind,
    number,
    matter,
    sealed: dayOfInstant(sealed),
    ...(period !== null && { period }),
    ...(await checkSeal(rows, document)),
    ...(supersededBy !== undefined && { supersededBy }),
    withdrawn: notice?.state === 'withdrawn',
  };
}

async function ofFingerprint(reading: Reading, digits: string): Promise<SheetFound> {
  const { rows, at } = reading;
  const event = await eventOfHash(rows, digits);
  if (!event) throw new Refusal('paper.unknown');
  const document = await documentOfEvent(rows, event.branch_id, event.seq);
  if (event.branch_id !== at) {
    // How a superior's chain grows would tell of appeals (product §5.7).
    const isShown = document !== undefined || (await readBranch(rows, event.branch_id))?.kind === 'branch';
    throw new Refusal(isShown ? 'paper.elsewhere' : 'paper.unknown');
  }
  if (document) return await ofDocument(reading, document);
  const head = await readHead(rows, at);
  return { as: 'event', day: dayOfInstant(event.at), fingerprint: event.hash, isHead: head?.hash === event.hash };
}

async function ofNotice({ rows, at }: Reading, code: string): Promise<SheetFound> {
  const found = await noticeOfCode(rows, code);
  const notice = found && (await readMatter(rows, found.branch_id, 'notice', found.notice_id));
  if (!found || !notice) throw new Refusal('paper.unknown');
  if (found.branch_id !== at) throw new Refusal('paper.elsewhere');
  return { as: 'notice', matter: notice.id, state: notice.state };
}

async function ofBoard({ rows, at }: Reading, code: string): Promise<SheetFound> {
  if (code !== (await boardOf(rows, at))) throw new Refusal('paper.elsewhere');
  return { as: 'board' };
}
