import { measureScores } from './scores.ts';
import { measureSettlement } from './settlement.ts';
import { answerSide } from './settlement-side.ts';

// The settlement starts this program again for each of its sides, so that each has its own peak of memory.
const [, , side, folder] = process.argv;
if (side !== undefined && folder !== undefined) await answerSide(side, folder);
else await measure();

// BENCH_ONLY=scores or settlement runs one part; BENCH_MEMBERS and BENCH_SETTLED set their sizes (the settlement's full size is 100000).
async function measure(): Promise<void> {
  const only = process.env['BENCH_ONLY'];
  const failures = [
    ...(only === undefined || only === 'scores' ? await measureScores() : []),
    ...(only === undefined || only === 'settlement' ? await measureSettlement() : []),
  ];
  for (const failure of failures) console.error(failure);
  if (failures.length > 0) process.exitCode = 1;
}
