import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { writeToMemory } from './tests/memory.ts';

writeToMemory();

/** What measures time, or waits for the clock while others wait for it: each file has the machine for itself. */
const ALONE = ['tests/faults/{away,drain,one-file,two-servers}.test.ts', 'tests/pages/{budget,start}.test.ts'];

/** What takes longest, begun first, so that no file is left running alone at the end. */
const LONG = [
  'model.test',
  'faults/kills',
  'pages/board.test',
  'pages/six-hands',
  'pages/meeting-hard',
  'score-properties',
  'pages/',
];

/** What is waited for by asking again, on a machine that does other things as well. */
const EXPECT = { poll: { timeout: 30_000 } };

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.includes(`tests/${name}`));
      return at === -1 ? LONG.length : at;
    };
    // oxlint-disable-next-line unicorn/no-array-sort -- this is the sequencer's own sort
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    coverage: { provider: 'v8', include: ['src/**/*.{ts,tsx}'], exclude: ['src/**/*.test.*'] },
    projects: [
      {
        // The store's tests start a private PostgreSQL, which waits for the disk as it does in use.
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // What crosses floors: whole processes, real databases, a browser. Much of it waits for another program, so two files share the machine.
        test: {
          name: 'story',
          globalSetup: ['tests/build.mjs'],
          include: ['tests/**/*.test.ts'],
          exclude: ALONE,
          setupFiles: ['tests/setup.ts'],
          testTimeout: 180_000,
          expect: EXPECT,
          hookTimeout: 300_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'alone',
          globalSetup: ['tests/build.mjs'],
          include: ALONE,
          setupFiles: ['tests/setup.ts'],
          testTimeout: 120_000,
          expect: EXPECT,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
