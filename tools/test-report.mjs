// What a run of jest comes down to. Whatever went wrong counts as a failure, also when no test says so.
import { readFileSync } from 'node:fs';

/** The report that jest wrote, or undefined when it did not come to that. */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** { passed, failed, skipped, remark }: `remark` says what no test says. */
export function countsOf(report, exitCode) {
  const counts = report
    ? {
        passed: report.numPassedTests,
        failed: report.numFailedTests + report.testResults.filter(couldNotRun).length,
        skipped: report.numPendingTests + report.numTodoTests,
      }
    : { passed: 0, failed: 0, skipped: 0 };
  if (counts.failed > 0) return counts;
  if (exitCode !== 0)
    return { ...counts, failed: 1, remark: 'The test runner ended with an error of its own.' };
  if (counts.passed === 0) return { ...counts, failed: 1, remark: 'Not one test was run.' };
  return counts;
}

/** A suite that does not load, or fails while it sets up or clears away: none of its tests is to blame. */
const couldNotRun = ({ status, assertionResults }) =>
  status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
