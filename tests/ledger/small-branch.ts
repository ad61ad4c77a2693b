import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { Algorithm } from '#domain/ledger/digest.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Status } from '#domain/ledger/member.ts';
import { writeArchive } from '#service/archive.ts';
import { addBranch } from '#store/branch.ts';
import { DATABASE_FILE, openStore, type Store } from '#store/database.ts';
import { addEntries } from '#store/entry.ts';
import { addMembers } from '#store/member.ts';
import { addOrg } from '#store/org.ts';
import { reverseEntry } from '#store/reversal.ts';
import { addScheme } from '#store/scheme.ts';
import { addStatuses } from '#store/status.ts';

export const NOW = '2026-03-31T08:00:00.000Z';

const document = {
  scheme: 'small',
  title: '小方案',
  clause: '§二',
  components: [
    { id: 'JC', label: '基础分', full: 60, items: [{ id: 'a', label: '按时参加', opens: 60 }] },
    {
      id: 'LZ',
      label: '履职分',
      cap: 40,
      items: [{ id: 'DY1', label: '志愿服务', each: 2.5, basis: 'act', source: 'example' }],
    },
  ],
};
const full: Status = { from: '2020-01-01', to: '9999-12-31', standing: 'full', category: '在职' };

/** A fact of the small branch: so many times 2.5 points. */
export const factOf = (times: number, note: string): Fact => ({
  item: 'DY1',
  day: '2026-03-05',
  quantity: times * 10_000,
  note,
});

/** A data folder with a branch of three members, five entries and one of them reversed. */
export async function smallBranch(
  algorithm: Algorithm = 'sha256',
): Promise<{ folder: string; store: Store; remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-ledger-'));
  const store = await openStore(folder);
  const { rows } = store;
  await addOrg(rows, { id: 'o1', parent_id: null, path: '/o1/', name: '某区', created_at: NOW });
  await addBranch(rows, { branch_id: 'b1', org_id: 'o1', name: '某支部', demo: 1, created_at: NOW }, algorithm);
  await addScheme(rows, 'b1', { version: 1, effective: '2026-01-01', source: '方案: 小方案\n', document }, NOW);
  const members = ['甲', '乙', '丙'].map((name, at) => ({
    code: `D0${at + 1}`,
    member: { id: `m${at + 1}`, name, history: [full], ...(at === 0 && { lastTotal: 860_000 }) },
  }));
  await addMembers(rows, 'b1', members, NOW);
  const entries = [3, 1, 4, 1, 5].map((times, at) => ({
    member: `m${(at % 3) + 1}`,
    fact: factOf(times, `第 ${at + 1} 次`),
  }));
  await addEntries(rows, 'b1', entries, NOW);
  await reverseEntry(rows, 'b1', { reverses: 4, reason: '记重了', finding: '核查〔2026〕1 号' }, NOW);
  const exempt: Status = { ...full, standing: 'exempt', from: '2026-02-01' };
  await addStatuses(rows, 'b1', 'm3', [exempt], NOW);
  const remove = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { folder, store, remove };
}

/** The lines of the only branch's archive. */
export async function archiveLines(store: Store, branch = 'b1', actors = false): Promise<string[]> {
  const lines: string[] = [];
  await writeArchive({ store }, { branch, actors }, (line) => {
    lines.push(line);
  });
  return lines;
}

/** Changes a database as its owner could: every trigger dropped, foreign keys off. */
export function tamper(folder: string, ...statements: readonly string[]): void {
  const database = new Database(join(folder, DATABASE_FILE));
  database.prepare('PRAGMA foreign_keys = OFF').run();
  for (const { name } of database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string;
  }[])
    database.exec(`DROP TRIGGER "${name}"`);
  for (const statement of statements) database.exec(statement);
  database.close();
}
