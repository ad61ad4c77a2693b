import { defineConfig } from 'vitest/config';

/** The browser's tests, but those that measure time. */
const PAGES = ['tests/pages/**/!(budget|start).test.ts'] as const;

export default defineConfig({
  test: {
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
        // What crosses floors: whole processes, real databases, a browser. One file at a time, so that no story waits for another.
        test: {
          name: 'story',
          include: ['tests/**/*.test.ts'],
          exclude: [...PAGES],
          setupFiles: ['tests/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // People before a browser: much of their time is waiting, so two files share the machine. What is measured in seconds runs alone, above.
        test: {
          name: 'pages',
          include: [...PAGES],
          setupFiles: ['tests/setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
