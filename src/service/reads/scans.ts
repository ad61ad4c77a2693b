import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { Role } from '#domain/permission/role.ts';
import type { Reading } from '#service/reading.ts';
import { listMatters, type Matter, readMatter } from '#store/matter.ts';

/** The set under which it is noted that scans were looked at which are about no one member. */
const SET = '#scans';

/** Who sees every scan of the branch; a superior sees only those of what is sent up to it. */
const OFFICE: readonly Role[] = ['secretary', 'recorder', 'committee'];
const SENT_UP = ['settlement', 'filing'];

/** Whether whoever reads may see a scan: what is about the reader, all in office, what was sent up for a superior. */
function isOpenTo(reading: Reading, { subject, body }: Matter<'scan'>): boolean {
  if (subject === reading.by || reading.holds(OFFICE)) return true;
  return reading.may() && SENT_UP.includes(body.of);
}

/** The scans of signed sheets 签字扫描件, of one thing or of all; what is about a member is noted for the member. @throws right.missing */
export async function listScans(reading: Reading, { about }: InputOf<'scan.list'>): Promise<AnswerOf<'scan.list'>> {
  if (!reading.may([reading.by])) throw new Refusal('right.missing');
  const all = await listMatters(reading.rows, reading.at, 'scan', about === undefined ? {} : { parent: about });
  const rows = all.filter((one) => isOpenTo(reading, one));
  const [member, other] = [...new Set(rows.map(({ subject }) => subject))];
  if (reading.may()) await reading.allow([], member !== undefined && other === undefined ? member : SET);
  return {
    rows: rows.map(({ id, state, revision, parent = '', subject, body }) => {
      const { of, day, by, number, fingerprint, supersedes, file } = body;
      return {
        id,
        of,
        about: parent,
        ...(subject !== undefined && { member: subject }),
        ...(number !== undefined && { number }),
        ...(fingerprint !== undefined && { fingerprint }),
        state: state === 'kept' ? 'kept' : 'superseded',
        revision,
        day,
        by,
        ...(supersedes !== undefined && { supersedes }),
        type: file.type,
        bytes: file.bytes,
        sha256: file.sha256,
      };
    }),
  };
}

/** A scan for who may see it 查看扫描件, which leaves a trace. @throws right.missing, thing.unknown */
export async function scanFor(reading: Reading, id: string): Promise<Matter<'scan'>> {
  const found = await readMatter(reading.rows, reading.at, 'scan', id);
  if (!found) throw new Refusal(reading.may() ? 'thing.unknown' : 'right.missing');
  if (!isOpenTo(reading, found)) throw new Refusal('right.missing');
  const { subject } = found;
  await reading.allow(subject === undefined ? [] : [subject], subject ?? SET);
  return found;
}
