import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Member } from '#domain/ledger/member.ts';
import type { Prepared } from '#domain/score/prepare.ts';
import { openStore, type Store } from '#store/database.ts';
import { compileSettlement } from '#store/settle/compile.ts';
import { joinedCells, runSettlement } from '#store/settle/settle.ts';
import { exampleFiles, readExamples, readScheme, scoreExample } from '#tests/examples.ts';
import { addTestOrg, fillBranch } from './fill-branch.ts';

type Asked = {
  readonly prepared: Prepared;
  readonly members: readonly Member[];
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
};
const asked = vi.hoisted((): Asked[] => []);

// The readers of the examples score what they read; what they hand to the evaluator is noted on its way.
vi.mock('#domain/outcome/branch-year.ts', async (original) => {
  const own = await original<typeof import('#domain/outcome/branch-year.ts')>();
  const scoreBranch: typeof own.scoreBranch = (prepared, members, facts) => {
    asked.push({ prepared, members, facts });
    return own.scoreBranch(prepared, members, facts);
  };
  return { ...own, scoreBranch };
});

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-settle-'));
  store = await openStore(folder);
  await addTestOrg(store.rows);
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const file of exampleFiles())
  test(`${file}: every member of every example is settled by one query as the evaluator scores them`, async () => {
    const { scheme: name, examples } = readExamples(file);
    const { scheme } = readScheme(name);
    for (const [at, one] of examples.entries()) {
      if (!scheme || (!one.expect && !one.expectEach)) continue;
      asked.length = 0;
      const years = scoreExample(scheme, one);
      const [found] = asked;
      if (!found) throw new Error(`${one.name} was not scored`);
      const branch = `${file} ${at}`;
      await fillBranch(
        store.rows,
        branch,
        found.members.map((member) => ({ member, facts: found.facts.get(member.id) ?? [] })),
      );
      const { settlement, unsupported } = compileSettlement(found.prepared, await joinedCells(store.rows, branch));
      expect(unsupported, one.name).toEqual([]);
      const settled = settlement && (await runSettlement(store.rows, branch, settlement));
      const wanted = years.map(({ member, evaluation: { total, components, vetoed } }) => [
        member.id,
        { total, components, vetoed },
      ]);
      expect(Object.fromEntries(settled ?? []), one.name).toEqual(Object.fromEntries(wanted));
    }
  });
