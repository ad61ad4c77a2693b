import { measureHttp } from './http.ts';
import { serveBare } from './http-bare.ts';
import { answerLoad } from './http-load.ts';
import { measureOffice } from './office.ts';
import { answerOffice } from './office-side.ts';
import { measureScores } from './scores.ts';
import { measureSettlement } from './settlement.ts';
import { answerSide } from './settlement-side.ts';

// The settlement and the office's work start this program again for each of their sides, so that each has its own peak of memory; the server's, so that each has its own CPU.
const [, , side, folder] = process.argv;
if (side === 'load') answerLoad();
else if (side === 'office' && folder !== undefined) await answerOffice(folder);
else if (side === 'bare' && folder !== undefined) await serveBare(folder);
else if (side !== undefined && folder !== undefined) await answerSide(side, folder);
else await measure();

// BENCH_ONLY=scores, office, settlement or http runs one part; BENCH_MEMBERS and BENCH_SETTLED set their sizes (the settlement's full size is 100000).
async function measure(): Promise<void> {
  const only = process.env['BENCH_ONLY'];
  const failures = [
    ...(only === undefined || only === 'scores' ? await measureScores() : []),
    ...(only === undefined || only === 'office' ? await measureOffice() : []),
    ...(only === undefined || only === 'settlement' ? await measureSettlement() : []),
    ...(only === undefined || only === 'http' ? await measureHttp() : []),
  ];
  for (const failure of failures) console.error(failure);
  if (failures.length > 0) process.exitCode = 1;
}
