// Adds up what the tests and the checks wrote. A file that is missing counts as one failure: that part did not run.
import { readFileSync } from 'node:fs';

function read(file) {
  try {
    return JSON.parse(readFileSync(new URL(`../.cache/${file}`, import.meta.url), 'utf8'));
  } catch {
    console.error(`.cache/${file} was not written.`);
    return undefined;
  }
}

const tests = read('tests.json');
const check = read('check.json');
// A file that broke before its first test has no failed test of its own.
const broken = (tests?.testResults ?? []).filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
);
const ran = (tests?.numPassedTests ?? 0) + (tests?.numFailedTests ?? 0);
const passed = (tests?.numPassedTests ?? 0) + (check?.passed ?? 0);
const failed =
  (tests ? tests.numFailedTests + broken.length : 1) + (check ? check.failed : 1) + (tests && ran === 0 ? 1 : 0);
if (tests && ran === 0) console.error('No test ran.');

if (tests?.numPendingTests > 0) console.error(`${tests.numPendingTests} tests were skipped.`);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
