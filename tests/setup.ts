import fc from 'fast-check';
import { expect } from 'vitest';

// A run of `npm test` tries the same cases everywhere, so that green stays green; FUZZ=1 tries new ones.
if (process.env.FUZZ === undefined) fc.configureGlobal({ seed: 20_260_101 });

// What is killed and crashed writes to the disk, as in use: between the disk and the answer is where it is hit.
if (expect.getState().testPath?.includes('/tests/faults/')) delete process.env.TMPDIR;
