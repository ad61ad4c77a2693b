import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { addVoted, layBallots } from '#store/ballot.ts';
import { addOrg } from '#store/org.ts';
import { HOME, PROGRAM, type Ran } from './cli.ts';
import { CLOCK, openBranch } from './process-branch.ts';

/** How a place is named to the command line: a folder by DATA_DIR, a server by DATABASE_URL. */
export function envOf(place: string, owner?: string): Readonly<Record<string, string>> {
  if (!place.startsWith('postgres')) return { DATA_DIR: place };
  return { DATABASE_URL: place, ...(owner !== undefined && { DATABASE_OWNER_URL: owner }) };
}

/** Runs `sunledger` with nothing of this environment but what is told; killed as soon as something holds where that is asked. */
export async function operate(
  env: Readonly<Record<string, string>>,
  args: readonly string[],
  killWhen?: () => boolean,
): Promise<Ran> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: HOME,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const timer = killWhen && setInterval(() => void (killWhen() && child.kill('SIGKILL')), 1);
  const [out, err, status] = await Promise.all([buffer(child.stdout), buffer(child.stderr), ended]);
  clearInterval(timer);
  return { status, out: out.toString('utf8'), err: err.toString('utf8') };
}

/** Fills a place with a branch in which acts were done: a declaration, a report with its shield, a review, refusals, answers, a secret ballot. */
export async function fillBranch(place: string): Promise<void> {
  const at = await openBranch(place);
  try {
    // A key that stands before the one it names, and text beyond the first plane.
    const now = '2026-01-02T00:00:00.000Z';
    await addOrg(at.store.rows, { id: 'A', parent_id: 'S', path: '/S/A/', name: '总支𠮷', created_at: now });
    await at.act(CLOCK, 'month.open', { month: '2026-03' });
    const fact = (item: string) => ({ item, day: '2026-03-05' });
    const own = await at.act('f', 'declaration.draft', { subject: 'f', fact: fact('zhiyuan') }, { key: 'k-1-12345' });
    await at.act('f', 'declaration.submit', { id: own.id });
    const report = await at.act('g', 'declaration.draft', { subject: 'h', fact: fact('quexi') });
    await at.act('g', 'declaration.submit', { id: report.id });
    await at.act('g', 'declaration.withdraw', { id: own.id }).catch(() => undefined);
    const session = await at.act('a', 'review.convene', { month: '2026-03', day: '2026-03-10' });
    await at.act('a', 'review.open', { id: session.id, present: ['a', 'b', 'c'] });
    await at.act('b', 'review.take', { id: own.id, review: session.id });
    await at.act('b', 'review.accept', { id: own.id, review: session.id, ayes: ['b', 'c'] });
    const account = { login: 'ABCD2345', person_id: 'f', home: 'B', name: '党员f', password: null } as const;
    const since = { created_at: now, changed_at: now, seen_at: now, until: now };
    await at.store.transaction(async (rows) => {
      const { created_at, changed_at, ...seen } = since;
      await rows
        .insertInto('account')
        .values({ ...account, state: 'active', revision: 1, created_at, changed_at })
        .execute();
      const { login, person_id } = account;
      await rows
        .insertInto('session')
        .values({ digest: 'digest', login, person_id, created_at, ...seen, ended_at: null })
        .execute();
      for (const member of ['a', 'b']) await addVoted(rows, 'B', 'motion', member);
      await layBallots(
        rows,
        'B',
        'motion',
        ['c2', 'c1'].map((code) => ({ code, choice: 'aye' })),
      );
    });
  } finally {
    await at.close();
  }
}

/** The lines of a backup, without their line feeds. */
export function linesOf(file: string): readonly string[] {
  return gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(0, -1);
}

/** A backup of lines, its last one made anew unless it is to stay: what a forger with all means would hand in. */
export function packed(lines: readonly string[], { keepEnd = false } = {}): Buffer {
  const body = lines.slice(0, -1);
  const text = body.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const rows = body.filter((line) => line.startsWith('{"line":"row"')).length;
  const end = keepEnd ? (lines.at(-1) ?? '') : JSON.stringify({ line: 'end', lines: body.length, rows, sha256 });
  return gzipSync(`${text}${end}\n`);
}
